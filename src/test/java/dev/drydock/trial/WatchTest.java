package dev.drydock.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static String state(String json) {
        return Watch.state(Json.parse(json).orElseThrow());
    }

    @Test
    void aContainerThatWasMadeAndNotStartedHasNoExitCode() {
        // docker, after "exec format error", and podman
        assertThat(state("{\"Status\": \"created\", \"Running\": false, \"ExitCode\": 127}"))
                .isEqualTo(Observation.NOT_STARTED);
        assertThat(state("{\"Status\": \"configured\", \"Running\": false, \"ExitCode\": 0}"))
                .isEqualTo(Observation.NOT_STARTED);
        assertThat(state("{\"Status\": \"initialized\", \"Running\": false, \"ExitCode\": 0}"))
                .isEqualTo(Observation.NOT_STARTED);
    }

    @Test
    void aContainerThatRanIsRunningOrHasEnded() {
        assertThat(state("{\"Status\": \"running\", \"Running\": true, \"ExitCode\": 0}"))
                .isEqualTo(Observation.RUNNING);
        assertThat(state("{\"Status\": \"exited\", \"Running\": false, \"ExitCode\": 3}"))
                .isEqualTo("exited 3");
        assertThat(state("{\"Status\": \"dead\", \"Running\": false, \"ExitCode\": 137}"))
                .isEqualTo("exited 137");
    }

    @Test
    void ofANewFolderOnlyTheFolderIsNamedAndWhatEnginesWriteIsNot() {
        assertThat(Watch.written(List.of(
                        "C /etc", "A /etc/hosts", "A /data", "A /data/a.db", "C /var/log", "A /var/log/app.log")))
                .containsExactly("/data", "/var/log/app.log");
        assertThat(Watch.written(List.of("C /var/log/server", "A /var/log/server/server-2026-11-29.log")))
                .containsExactly("/var/log/server/");
    }
}
