package dev.drydock.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.evidence.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static Observation seen(
            String state, Map<Integer, String> answers, Optional<Boolean> healthy, String... log) {
        return new Observation(
                state, new TreeMap<>(answers), new TreeMap<>(), healthy, state, Observed.NOTHING, List.of(log));
    }

    private static Observation running(Map<Integer, String> answers, String... log) {
        return seen("running", answers, Optional.empty(), log);
    }

    private static Optional<String> worse(Observation original, Observation repaired) {
        return new Comparison(original, original).worse(repaired);
    }

    @Test
    void theSameIsNotWorse() {
        Observation original = running(Map.of(80, "HTTP 2xx"), "up");
        assertThat(worse(original, running(Map.of(80, "HTTP 2xx"), "up"))).isEmpty();
    }

    @Test
    void anEndIsToldWithWhatTheContainerSaid() {
        Observation repaired = seen(
                "exited 1", Map.of(80, "closed"), Optional.empty(), "EACCES: permission denied, mkdir '/data'", "bye");
        assertThat(worse(running(Map.of(80, "HTTP 2xx"), "up"), repaired))
                .contains("it ends: exited 1: EACCES: permission denied, mkdir '/data'");
    }

    @Test
    void anotherClassOfAnswersIsWorse() {
        assertThat(worse(running(Map.of(80, "HTTP 2xx")), running(Map.of(80, "HTTP 5xx"))))
                .contains("port 80 answers HTTP 5xx instead of HTTP 2xx");
    }

    @Test
    void aPortThatNeverAnsweredMayBeGone() {
        assertThat(worse(running(Map.of(22, "closed", 80, "open")), running(Map.of(80, "open"))))
                .isEmpty();
    }

    @Test
    void whatDiffersBetweenTwoStartsIsNotCompared() {
        Comparison comparison = new Comparison(running(Map.of(80, "HTTP 2xx")), running(Map.of(80, "HTTP 5xx")));
        assertThat(comparison.worse(running(Map.of(80, "HTTP 4xx")))).isEmpty();
    }

    @Test
    void aNewHealthCheckMustPass() {
        Observation original = running(Map.of());
        assertThat(worse(original, seen("running", Map.of(), Optional.of(false))))
                .contains("the health check fails");
        assertThat(worse(original, seen("running", Map.of(), Optional.of(true))))
                .isEmpty();
    }

    @Test
    void aComplaintAloneIsARemark() {
        Observation original = running(Map.of(), "pid 12 up");
        Observation repaired = running(Map.of(), "pid 13 up", "cache: Read-only file system");
        Comparison comparison = new Comparison(original, original);
        assertThat(comparison.worse(repaired)).isEmpty();
        assertThat(comparison.remark(repaired)).contains("cache: Read-only file system");
    }

    @Test
    void anOriginalThatFailsAtOnceSaysNothingOfRepairs() {
        Observation failing = seen("exited 3", Map.of(), Optional.empty(), "DATABASE_URL is not set");
        assertThat(new Comparison(failing, failing).useless())
                .contains("as it is, it ends at once, exited 3: DATABASE_URL is not set");
        Observation unstarted = Observation.notStarted("no such file");
        assertThat(new Comparison(unstarted, unstarted).useless())
                .contains("as it is, it does not start: no such file");
        assertThat(new Comparison(running(Map.of()), failing).useless())
                .contains("as it is, it does not do the same twice: running, then exited 3");
        Observation done = seen("exited 0", Map.of(), Optional.empty(), "done");
        assertThat(new Comparison(done, done).useless()).isEmpty();
    }
}
