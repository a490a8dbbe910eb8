package dev.drydock.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConventionalCommitsTest {

    private static String subject(String... history) {
        return ConventionalCommits.of(List.of(history)).subject("Pin base images");
    }

    @Test
    void theHabitOfTheLastCommitsDecides() {
        assertThat(subject()).isEqualTo("Pin base images");
        assertThat(subject("Add a", "Fix b", "Merge branch 'x'")).isEqualTo("Pin base images");
        assertThat(subject("add a", "fix b", "more c")).isEqualTo("pin base images");
        assertThat(subject("feat: a", "fix: b", "chore!: c", "Merge x")).isEqualTo("fix: pin base images");
        assertThat(subject("feat(api): a", "fix(web): b", "chore: c")).isEqualTo("fix(docker): pin base images");
        assertThat(subject("feat(api): a", "fix(compose): b", "chore: c")).isEqualTo("fix(compose): pin base images");
        assertThat(subject("feat: Add", "fix: Repair", "docs: Write")).isEqualTo("fix: Pin base images");
        assertThat(subject("fix: a", "Add b", "Add c", "Add d")).isEqualTo("Pin base images");
        assertThat(subject("note: a", "todo: b", "wip: c")).isEqualTo("pin base images");
    }

    @Test
    void aNameKeepsItsCapitals() {
        ConventionalCommits style = ConventionalCommits.of(List.of("fix: a", "fix: b", "fix: c"));
        assertThat(style.subject("ADD becomes COPY")).isEqualTo("fix: ADD becomes COPY");
    }

    @Test
    void aMessageCannotBeBrokenOut() {
        CommitMessage message =
                new CommitMessage("a\nSigned-off-by: x", List.of("#c", "  d\n\ne"), List.of("K: v\nL: w"));
        assertThat(message.toString()).isEqualTo("a Signed-off-by: x\n\n #\u200bc\n  d e\n\nK: v L: w\n");
    }

    @Test
    void aMessageCallsNobodyAndRefersToNothing() {
        CommitMessage message = new CommitMessage(
                "Harden @acme/Dockerfile",
                List.of("- closes #1 and !2 of a@sha256:0"),
                List.of("Signed-off-by: A <a@example.org>"));
        assertThat(message.toString()).isEqualTo("""
                        Harden @\u200bacme/Dockerfile

                        - closes #\u200b1 and !\u200b2 of a@sha256:0

                        Signed-off-by: A <a@example.org>
                        """);
    }
}
