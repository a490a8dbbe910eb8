package dev.drydock.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.parse.ShellParser;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShellSourceTest {
    /** A RUN whose word and option list cross continuations, with a comment line between them. */
    private static final SourceText FILE = SourceText.of("RUN apt-\\\nget install \\\n# why\n  -y curl\n");

    private static ShellSource joined() {
        String file = FILE.text();
        StringBuilder text = new StringBuilder();
        int[] map = new int[64];
        int[][] kept = {{4, 8}, {10, 22}, {30, 39}};
        for (int[] piece : kept) {
            for (int i = piece[0]; i < piece[1]; i++) {
                map[text.length()] = i;
                text.append(file.charAt(i));
            }
        }
        int[] exact = java.util.Arrays.copyOf(map, text.length() + 1);
        exact[text.length()] = kept[2][1];
        return ShellSource.mapped(text.toString(), exact, FILE);
    }

    @Test
    void wordAcrossAContinuationIsSeveralPiecesOfTheFile() {
        ShellSource source = joined();
        assertThat(source.text().text()).isEqualTo("apt-get install   -y curl");
        TextRange word = new TextRange(0, 7);
        assertThat(source.toFile(word)).isEqualTo(new TextRange(4, 13));
        assertThat(source.piecesInFile(word)).containsExactly(new TextRange(4, 8), new TextRange(10, 13));
        assertThat(FILE.slice(source.toFile(word))).isEqualTo("apt-\\\nget");
    }

    @Test
    void rangeEndsBeforeTheContinuationThatFollows() {
        ShellSource source = joined();
        assertThat(FILE.slice(source.toFile(new TextRange(8, 15)))).isEqualTo("install");
        assertThat(source.toFile(15)).isEqualTo(21);
    }

    @Test
    void emptyRangeHasAPlaceAndNoPieces() {
        assertThat(joined().toFile(TextRange.at(0))).isEqualTo(TextRange.at(4));
        assertThat(joined().piecesInFile(TextRange.at(0))).isEmpty();
    }

    @Test
    void optionIsInsertedRightAfterTheSubcommand() {
        ShellScript script = ShellParser.parse(joined());
        AptGet apt =
                AptGet.from(script.simpleCommands().findFirst().orElseThrow()).orElseThrow();
        assertThat(apt.insertionPointForOption()).isEqualTo(15);
        int offset = apt.insertionPointForOptionInFile();
        assertThat(FILE.text().substring(0, offset)).endsWith("install");
    }

    @Test
    void identityMapsEveryOffsetToItself() {
        ShellSource source = ShellSource.identity(FILE);
        TextRange range = new TextRange(3, 9);
        assertThat(source.toFile(range)).isEqualTo(range);
        assertThat(source.piecesInFile(range)).isEqualTo(List.of(range));
    }

    @Test
    void mapThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> ShellSource.mapped("ab", new int[] {0, 1}, FILE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShellSource.mapped("ab", new int[] {2, 1, 3}, FILE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShellSource.mapped("a", new int[] {0, 400}, FILE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
