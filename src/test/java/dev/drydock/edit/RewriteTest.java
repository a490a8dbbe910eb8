package dev.drydock.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made from a rewrite differs in what is asked for, and in nothing else. */
class RewriteTest {

    private static final Rewrite GUESSED = new Rewrite(
                    "Limit the service", Safety.SUGGEST, List.of(), List.of("One is enough."), List.of("Watch it."))
            .withoutTrial();

    @Test
    void otherSentencesMakeNothingTriable() {
        Rewrite masked = GUESSED.mapSentences(sentence -> "***");
        assertThat(masked)
                .isEqualTo(new Rewrite("***", Safety.SUGGEST, List.of(), List.of("***"), List.of("***"), false));
    }

    @Test
    void otherChangesMakeNothingTriable() {
        assertThat(GUESSED.withChanges(List.of())).isEqualTo(GUESSED);
    }
}
