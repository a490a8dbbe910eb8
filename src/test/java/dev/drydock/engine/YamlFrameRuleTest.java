package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.edit.EditSet;
import dev.drydock.edit.FileChange;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.parse.YamlParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Edits that break what they do not touch, and such that do not. */
class YamlFrameRuleTest {
    private static final String FILE = """
            services:
              web: # front
                image: nginx
                ports:
                  - "80:80"
              db:
                image: postgres
            """;

    private static Optional<String> breach(String before, String old, String replacement) {
        int start = before.indexOf(old);
        TextEdit edit = TextEdit.replace(new TextRange(start, start + old.length()), replacement);
        return breach(before, edit);
    }

    private static Optional<String> breach(String before, TextEdit edit) {
        SourceText source = SourceText.of(before);
        EditSet.Addition addition =
                EditSet.empty(source).plus(new FileChange.Edits(ProjectPath.of("compose.yaml"), List.of(edit)));
        EditSet edits = ((EditSet.Addition.Added) addition).set();
        return new YamlFrameRule(YamlParser.parse(source), YamlParser.parse(SourceText.of(edits.apply())), edits)
                .breach();
    }

    @Test
    void whatIsAnnouncedIsAllowed() {
        assertThat(breach(FILE, "nginx", "\"nginx:1.27\"")).isEmpty();
        assertThat(breach(FILE, "    image: nginx\n", "    image: nginx\n    read_only: true\n"))
                .isEmpty();
        assertThat(breach(FILE, "    ports:\n      - \"80:80\"\n", "")).isEmpty();
        assertThat(breach(FILE, "  db:", "  database:")).isEmpty();
    }

    @Test
    void anItemBeforeOthersMovesThem() {
        assertThat(breach(FILE, TextEdit.insert(FILE.indexOf("      - "), "      - 81:81\n")))
                .isEmpty();
    }

    @Test
    void aSlippedIndentationIsSeen() {
        assertThat(breach(FILE, TextEdit.insert(FILE.indexOf("    image: postgres"), "    x-none:\n  ")))
                .isPresent();
        assertThat(breach(FILE, TextEdit.insert(FILE.indexOf("  db:"), "  other:\n  ")))
                .isPresent();
    }

    @Test
    void aValueThatSwallowsTheNextLineIsSeen() {
        assertThat(breach(FILE, "  web: # front\n", "  web: |\n")).isPresent();
    }

    @Test
    void aCommentThatIsLostIsSeen() {
        assertThat(breach(FILE, TextEdit.insert(FILE.indexOf("# front"), "'"))).isPresent();
        assertThat(breach(FILE, TextEdit.insert(FILE.indexOf("# front") - 1, " x")))
                .as("the comment stays, but the value below it is gone")
                .isPresent();
    }
}
