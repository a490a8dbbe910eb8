package dev.drydock.shell.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.AndOrList;
import dev.drydock.shell.Scripts;
import dev.drydock.shell.ShellNode;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.syntax.Tiling;
import dev.drydock.syntax.Token;
import dev.drydock.syntax.TreeDump;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellParserTest {
    /** What has broken shell readers, to be put together at random. */
    private static final String[] PIECES = {
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\\",
        "\\\n",
        "\\\r\n",
        "a",
        "apt-get",
        "x=",
        "x+=",
        "x[1]=",
        "'",
        "\"",
        "`",
        "$",
        "$x",
        "${",
        "${x",
        "${x:-",
        "${#",
        "${!",
        "}",
        "{",
        "{ ",
        " }",
        "$(",
        "$((",
        "))",
        ")",
        "(",
        "((",
        "<(",
        ">(",
        "$'",
        "$\"",
        "$[",
        "&&",
        "||",
        "|",
        "|&",
        "&",
        ";",
        ";;",
        ";&",
        "!",
        "! ",
        "#",
        " # c",
        "<<EOF",
        "<<-'E'",
        "\nEOF\n",
        "EOF",
        "<<<",
        ">",
        ">>",
        "2>&1",
        "&>",
        "<",
        "if ",
        " then ",
        " elif ",
        " else ",
        " fi ",
        "for i in ",
        " do ",
        " done ",
        "while ",
        "until ",
        "case x in ",
        " esac",
        "function f ",
        "f() ",
        "[[ ",
        " ]]",
        "select s ",
        "coproc ",
        "time ",
        "~",
        "*",
        "[",
        "]",
        "{a,b}",
        "?(",
        "@(",
        "\u00e9",
        "\ud83d\ude00",
        "\ud83d",
        "\u00a0",
        "\u0085",
        "\u0000",
        "1",
        "%",
        "/"
    };

    @Test
    void everyTextIsReadAndTiled() {
        for (int seed = 0; seed < 20_000; seed++) {
            String text = randomScript(new SplittableRandom(seed));
            ShellScript script = Scripts.script(text);
            Tiling.check(script);
            String printed = script.leaves().map(Token::text).collect(Collectors.joining());
            assertThat(printed).as("seed %d", seed).isEqualTo(text);
            script.simpleCommands().forEach(SimpleCommand::context);
        }
    }

    @Test
    void randomScriptsAreNotAllOpaque() {
        long read = java.util.stream.IntStream.range(0, 2_000)
                .filter(seed -> !Scripts.script(randomScript(new SplittableRandom(seed)))
                        .isOpaque())
                .count();
        assertThat(read).isGreaterThan(100);
    }

    private static String randomScript(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(1, 14);
        for (int i = 0; i < count; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void everyPrefixOfAScriptIsReadAndTiled() {
        String text = """
                if [ -f "a$(b 'c')" ]; then { cat <<EOF; } fi && for i in *; do f() { x; }; done
                b
                EOF
                case ${x:-`y`} in a|b) c;; esac; [[ d ]] | $((1+1)) 2>&1 & # e
                """;
        for (int end = 0; end <= text.length(); end++) {
            ShellScript script = Scripts.script(text.substring(0, end));
            Tiling.check(script);
            assertThat(script.text()).isEqualTo(text.substring(0, end));
        }
        assertThat(Scripts.script(text).isOpaque()).isFalse();
    }

    @Test
    void longChainIsOneFlatList() {
        String text = "a" + " && a".repeat(100_000);
        ShellScript script = Scripts.script(text);
        AndOrList list = script.statements().get(0);
        assertThat(list.pipelines()).hasSize(100_001);
        assertThat(script.simpleCommands().filter(command -> command.context().isPlain()))
                .hasSize(100_001);
    }

    @Test
    void lineOfAMegabyteIsOneCommand() {
        ShellScript script = Scripts.script("echo " + "'a b' $c ".repeat(100_000) + "d".repeat(200_000));
        assertThat(script.simpleCommands())
                .singleElement()
                .matches(command -> command.words().size() == 200_002);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;",
                "a\n",
                "a | ",
                "'x'",
                "\"x\" ",
                "$x",
                "\\\n",
                "!",
                "! ",
                "(",
                "((",
                "$(",
                "$((",
                "${x:-",
                "\"${x:-",
                "`",
                "`a` ",
                "{ ",
                "if a; then ",
                "x=(",
                "<(",
                "[[ ",
                "a[",
                "$[",
                "<<E\n",
                "<<E ",
                "case x in a) ",
                "f() ",
                "time ",
                "coproc ",
                "function f\n",
                "#",
                "{a",
                "12",
                "@(",
                "\\",
                "a=",
                "&",
                "\r",
                "$'",
                "> x "
            })
    void repetitionOfAnythingIsReadInBoundedDepth(String piece) {
        String text = piece.repeat(50_000 / piece.length());
        ShellScript script = Scripts.script(text);
        Tiling.check(script);
        assertThat(script.leaves().mapToInt(token -> token.range().length()).sum())
                .isEqualTo(text.length());
    }

    @Test
    void nestingThatIsReadCanBeWalked() {
        int deepest = 0;
        for (int depth = 1; depth < 200; depth++) {
            ShellScript script = Scripts.script("echo $(".repeat(depth) + "x" + ")".repeat(depth));
            if (!script.isOpaque()) {
                deepest = depth;
                assertThat(script.descendants(ShellNode.class).count()).isGreaterThan(depth);
                assertThat(TreeDump.of(script, script.problems())).contains("name=\"x\"");
            }
        }
        assertThat(deepest).isBetween(20, 199);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a &&",
                "a | | b",
                "if a; then fi",
                "if ; then a; fi",
                "( )",
                "{ }",
                "for i in a; b; done",
                "a )",
                "}",
                "case a in b c) d;; esac",
                "a ;; b",
                "echo (a)",
                "f( a",
                "'a",
                "\"a",
                "`a",
                "$(a",
                "${a",
                "${a b}",
                "a <",
                "fi",
                "(a) b",
                "[[ a",
                "echo b=(c)",
                "; a",
                "&& a",
                "while a; do done"
            })
    void textThatNoShellAcceptsIsOpaqueWithAReason(String text) {
        ShellScript script = Scripts.script(text);
        assertThat(script.isOpaque()).isTrue();
        assertThat(script.opaqueReason()).get().asString().isNotBlank();
        assertThat(script.statements()).isEmpty();
        assertThat(script.problems()).singleElement().matches(problem -> problem.isError());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a & b",
                "if a; then { b; } fi",
                "for i do a; done",
                "for i in; do a; done",
                "case a in esac",
                "case a in (b) esac",
                "case if in if) a;; esac",
                "echo if then fi",
                "a=(b\nc # d\n)",
                "f()\n{ a; }",
                "! ! a",
                "{ { a; } }",
                "((a); (b))",
                "$((a); (b))",
                "echo `a 'b`",
                "echo }",
                "if a\nthen b\nfi|c",
                "[ a ] && [ ! b ]",
                "!(a)",
                "\\\n",
                "time { a; }",
                "a=1 if",
                ">x if",
                "echo ${x#\"}\"} ${y%'}'}",
                "\"${x-'}\"",
                "then\\\n x"
            })
    void textThatAShellAcceptsIsRead(String text) {
        String fixed = text.startsWith("then") ? "if a; " + text + "; fi" : text;
        assertThat(Scripts.script(fixed).opaqueReason()).as(fixed).isEmpty();
    }

    @Test
    void commentOfAJoinedLineReachesToTheEnd() {
        ShellScript script = Scripts.script("apt-get update # && apt-get install -y curl");
        assertThat(script.comments()).singleElement().extracting(Token::text).isEqualTo("# && apt-get install -y curl");
        assertThat(script.simpleCommands()).hasSize(1);
    }

    @Test
    void delimiterAfterABackslashIsALineOfTheHereDocument() {
        ShellScript script = Scripts.script("cat <<E\na\\\nE\nE\nb");
        assertThat(script.simpleCommands().map(command -> command.name().orElseThrow()))
                .containsExactly("cat", "b");
        ShellScript quoted = Scripts.script("cat <<'E'\na\\\nE\nb");
        assertThat(quoted.simpleCommands().map(command -> command.name().orElseThrow()))
                .containsExactly("cat", "b");
    }
}
