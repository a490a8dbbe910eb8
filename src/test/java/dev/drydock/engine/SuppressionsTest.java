package dev.drydock.engine;

import static dev.drydock.engine.ToyCatalogue.each;
import static dev.drydock.engine.ToyCatalogue.file;
import static dev.drydock.engine.ToyCatalogue.replace;
import static dev.drydock.engine.ToyCatalogue.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.project.FileKind;
import dev.drydock.transform.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {
    private static ToyCatalogue toys() {
        return new ToyCatalogue()
                .with("toy", "shell", "[]", "{hadolint: DL3009}", replace("one", "two"))
                .with("other", "shell", "[]", "{}", each("never", (range, m) -> new Outcome.Advice("x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# drydock ignore=toy",
                "# drydock ignore=DD900",
                "#drydock ignore=dd900",
                "# drydock ignore = toy",
                "# drydock ignore=toys",
                "# drydock ignore=toy # because it must be",
                "# drydock ignore=all # because it must be",
                "# hadolint ignore=DL3009",
                "# hadolint ignore=DL3008,DL3009",
            })
    void aCommentAboveAnInstructionHoldsForItAlone(String comment) {
        RunResult result = toys().run("FROM a\n" + comment + "\nRUN one\nRUN one\n");
        assertThat(text(result)).isEqualTo("FROM a\n" + comment + "\nRUN one\nRUN two\n");
        assertThat(result.suppressed()).hasSize(1);
        assertThat(result.remaining()).isEmpty();
    }

    @Test
    void aCommentMayStandWithinAContinuedInstruction() {
        RunResult result = toys().run("FROM a\nRUN x \\\n  # drydock ignore=toy\n  && one\n");
        assertThat(result.isChanged()).isFalse();
        assertThat(result.remaining()).isEmpty();
    }

    @Test
    void aCommentMayStandInABlockOfComments() {
        RunResult result = toys().run("FROM a\n# drydock ignore=toy # why\n# more words\nRUN one\n");
        assertThat(result.isChanged()).isFalse();
    }

    @Test
    void aGlobalCommentHoldsForTheFile() {
        RunResult result = toys().run("# syntax=x\n# drydock global ignore=toy\nFROM a\nRUN one\nRUN one\n");
        assertThat(result.isChanged()).isFalse();
        assertThat(result.suppressed()).hasSize(2);
        RunResult late = toys().run("FROM a\n# drydock global ignore=toy\nRUN one\n");
        assertThat(late.isChanged()).isTrue();
        assertThat(late.remaining()).extracting(ReportedFinding::transform).containsExactly("unused-suppression");
        RunResult hadolint = toys().run("FROM a\n# hadolint global ignore=DL3009\nRUN one\n");
        assertThat(hadolint.isChanged()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# drydock ignore=tyo | no rule, code or family is called so, did you mean \"toy\"?",
                "# drydock ignore=other | nothing here has to be ignored for other",
                "# drydock ignore=all | ignore=all has no effect without a reason: ignore=all # reason",
                "# drydock ignore= | the comment has no effect, it names no rule",
            })
    void aCommentWithoutEffectIsReported(String comment, String message) {
        RunResult result = toys().run("FROM a\n" + comment + "\nRUN x\n");
        assertThat(result.remaining()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo(message);
            assertThat(finding.code()).isEqualTo("DD001");
            assertThat(finding.location()).hasToString("Dockerfile:2:1");
        });
    }

    @Test
    void aCommentThatConcernsAnotherScannerIsNotReported() {
        assertThat(toys().run("FROM a\n# hadolint ignore=DL9999\nRUN x\n").remaining())
                .isEmpty();
    }

    @Test
    void aCommentForATransformThatDoesNotRunIsNotReported() {
        Selection selection = Selection.DEFAULT.withIgnore(java.util.Set.of("other"));
        assertThat(toys().run("FROM a\n# drydock ignore=other\nRUN x\n", selection)
                        .remaining())
                .isEmpty();
    }

    @Test
    void aCommentAboveAnEmptyLineHoldsNowhere() {
        RunResult result = toys().run("FROM a\n# drydock ignore=toy\n\nRUN one\n");
        assertThat(result.isChanged()).isTrue();
        assertThat(result.remaining()).hasSize(1);
    }

    @Test
    void inYamlACommentHoldsForTheEntryBelowOrBesideIt() {
        String yaml = "a:\n  # drydock ignore=x\n  b:\n    c: 1\n  d: 2 # drydock ignore=y # why\n  e: '#no'\n";
        List<Suppression> found =
                SuppressionScanner.of(FileKind.COMPOSE).scan(file("compose.yaml", FileKind.COMPOSE, yaml));
        assertThat(found).hasSize(2);
        assertThat(yaml.substring(
                        found.get(0).scope().start(), found.get(0).scope().end()))
                .isEqualTo("  b:\n    c: 1");
        assertThat(yaml.substring(
                        found.get(1).scope().start(), found.get(1).scope().end()))
                .startsWith("  d: 2");
        assertThat(found.get(1).reason()).contains("why");
    }
}
