package dev.drydock.dockerfile.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.syntax.Problem;
import dev.drydock.syntax.Tiling;
import dev.drydock.syntax.Token;
import dev.drydock.syntax.TreeDump;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every text, tried on texts made of pieces that Dockerfile parsers stumble over. */
class DockerfileParserPropertyTest {
    private static final List<String> PIECES = List.of(
            "FROM a\n",
            "FROM a AS b\n",
            "from --platform=x a\n",
            "RUN ",
            "run\t",
            "COPY ",
            "ADD --chown=a:b ",
            "ENV ",
            "ARG A=1\n",
            "LABEL a=b ",
            "CMD [\"a\", \"b\"]\n",
            "CMD ['a']\n",
            "ENTRYPOINT [",
            "ONBUILD ",
            "HEALTHCHECK ",
            "NONE",
            "SHELL [\"sh\"]\n",
            "EXPOSE 80",
            "VOLUME [\"/a\"]",
            "USER a\n",
            "WORKDIR /a\n",
            "STOPSIGNAL 9\n",
            "MAINTAINER x\n",
            "NOPE x\n",
            "# comment\n",
            "  # comment\n",
            "# escape=`\n",
            "# escape=x\n",
            "# syntax=docker/dockerfile:1\n",
            "# check=skip=all\n",
            "\\\n",
            "\\  \n",
            "\\\\\n",
            "`\n",
            "\\",
            "`",
            "\\\r\n",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "\f",
            "\u000b",
            "\u00a0",
            "\u0085",
            "\u2028",
            "\ufeff",
            "<<EOF\n",
            "<<-EOF ",
            "<<'EOF'\n",
            "<< \"E O\"\n",
            "<<<x",
            "3<<E <<F\n",
            "EOF\n",
            "\tEOF\n",
            "E O\n",
            "E\nF\n",
            "a=b ",
            "a=\"b c\" ",
            "a='",
            "\"",
            "'",
            "$x",
            "${x}",
            "${x:-",
            "${x:-y}",
            "}",
            "&& ",
            "| ",
            "; ",
            "apt-",
            "get",
            "--mount=type=",
            "--from=0 ",
            "-- ",
            "--",
            "[",
            "]",
            ",",
            "\"\\u00",
            "\ud83d\ude00",
            "\u00e9",
            "#",
            "x",
            "=");

    private static String document(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(10) == 0) {
            text.append('\ufeff');
        }
        int pieces = random.nextInt(40);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void everyTextHasATreeThatTilesItAndSaysTheSameTwice() {
        SplittableRandom random = new SplittableRandom(20_260_801);
        for (int i = 0; i < 20_000; i++) {
            String text = document(random);
            Dockerfile tree = DockerfileParser.parse(SourceText.of(text));
            Tiling.check(tree);
            assertThat(tree.leaves().map(Token::text).collect(Collectors.joining()))
                    .isEqualTo(text);
            Dockerfile again = DockerfileParser.parse(SourceText.of(text));
            assertThat(dump(again)).isEqualTo(dump(tree));
            for (Problem problem : tree.problems()) {
                assertThat(problem.range().end()).isLessThanOrEqualTo(text.length());
            }
        }
    }

    private static String dump(Dockerfile tree) {
        return TreeDump.of(tree, tree.problems());
    }

    @Test
    void aLogicalLineMapsEveryCharacterToItself() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 5_000; i++) {
            SourceText source = SourceText.of(document(random));
            for (Instruction instruction : DockerfileParser.parse(source).instructions()) {
                String line = instruction.logicalLine().text();
                for (int k = 0; k < line.length(); k++) {
                    int offset = instruction.logicalLine().toFile(k);
                    assertThat(source.text().charAt(offset)).isEqualTo(line.charAt(k));
                    assertThat(instruction.range().contains(offset)).isTrue();
                }
            }
        }
    }

    @Test
    void aTextCutAnywhereIsStillRead() {
        String text =
                "# syntax=x\nFROM a AS b\nRUN <<E \\\n# c\n && x\ny\nE\nONBUILD COPY --from=b [\"a\", \"b\"]\nENV A=\"b c\"\n";
        for (int i = 0; i <= text.length(); i++) {
            Tiling.check(DockerfileParser.parse(SourceText.of(text.substring(0, i))));
            Tiling.check(DockerfileParser.parse(SourceText.of(text.substring(i))));
        }
    }

    @Test
    void theTimeIsLinear() {
        // Each of these takes minutes if anything is done for every pair of lines or characters.
        Tiling.check(DockerfileParser.parse(SourceText.of("FROM a\nRUN x" + " \\\n  y".repeat(100_000) + "\n")));
        Tiling.check(DockerfileParser.parse(SourceText.of("FROM a\nRUN x \\\n" + "# c\n".repeat(100_000) + "y\n")));
        Tiling.check(DockerfileParser.parse(SourceText.of("FROM a\nRUN " + "<<E ".repeat(20_000) + "\n")));
        Tiling.check(DockerfileParser.parse(SourceText.of("FROM a\nRUN <<E\n" + "x\n".repeat(200_000))));
        Tiling.check(DockerfileParser.parse(SourceText.of("FROM a\nENV" + " A=b".repeat(100_000) + "\n")));
        Tiling.check(DockerfileParser.parse(SourceText.of("FROM a\n" + "ONBUILD ".repeat(10_000) + "RUN x\n")));
        Tiling.check(DockerfileParser.parse(SourceText.of("FROM " + "${a:-".repeat(3_000) + "}".repeat(3_000) + "\n")));
        Tiling.check(DockerfileParser.parse(SourceText.of("FROM a\nRUN " + "${a:-".repeat(3_000) + " <<E\n")));
    }
}
