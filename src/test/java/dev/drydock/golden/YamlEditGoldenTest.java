package dev.drydock.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.edit.EditScript;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Verbs and what they make of a text. The input holds the verbs, a line of dashes and the text; the twins with other line
 * endings, a byte order mark and without final newline must come out as twins.
 */
final class YamlEditGoldenTest {
    private static final String DIVIDER = "--------\n";

    @TestFactory
    Stream<DynamicTest> verbsDoWhatTheyAreAskedAndNothingElse() throws IOException {
        return new GoldenFolder("yaml-edit", "edit.txt", "after.txt").tests(YamlEditGoldenTest::check);
    }

    private static String check(String input) {
        int divider = input.indexOf(DIVIDER);
        List<String> verbs = List.of(input.substring(0, divider).split("\n", -1)).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        String before = input.substring(divider + DIVIDER.length());
        String after = EditScript.run(verbs, before);
        if (!after.startsWith("refused: ")) {
            checkTwins(verbs, before, after);
        }
        return after;
    }

    private static void checkTwins(List<String> verbs, String before, String after) {
        if (before.indexOf('\r') < 0) {
            assertThat(EditScript.run(verbs, before.replace("\n", "\r\n")))
                    .as("CRLF twin")
                    .isEqualTo(after.replace("\n", "\r\n"));
        }
        if (!before.startsWith("\uFEFF")) {
            assertThat(EditScript.run(verbs, "\uFEFF" + before)).as("BOM twin").isEqualTo("\uFEFF" + after);
        }
        // A block scalar at the end changes its meaning with the newline, and says so by a refusal.
        if (before.endsWith("\n") && !before.endsWith("\n\n")) {
            assertThat(EditScript.run(verbs, withoutFinalNewline(before)))
                    .as("twin without final newline")
                    .isIn(withoutFinalNewline(after), "refused: more than asked would change at x\n");
        }
    }

    private static String withoutFinalNewline(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
