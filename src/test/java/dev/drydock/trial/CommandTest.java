package dev.drydock.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class CommandTest {
    private static Command shell(String script) {
        return new Command(List.of("/bin/sh", "-c", script), Duration.ofSeconds(30));
    }

    @Test
    void aBareCommandSeesNothingOfTheEnvironmentButWhatEnginesNeed() {
        String names = shell("env | cut -d= -f1").bare(true).run().out();
        // A shell sets the last three by itself.
        assertThat(names.lines().filter(name -> !name.startsWith("DOCKER_") && !name.startsWith("LC_")))
                .allMatch(
                        name -> List.of("PATH", "HOME", "USER", "LANG", "TMPDIR", "SSH_AUTH_SOCK", "PWD", "SHLVL", "_")
                                        .contains(name)
                                || name.endsWith("_proxy")
                                || name.startsWith("XDG_")
                                || name.startsWith("CONTAINER")
                                || name.startsWith("BUILD")
                                || name.startsWith("REGISTRY_AUTH"));
    }

    @Test
    void whatIsSetForACommandIsSeenByIt() {
        assertThat(shell("echo $NAME")
                        .with(Map.of("NAME", "value"))
                        .bare(true)
                        .run()
                        .out())
                .isEqualTo("value\n");
    }

    @Test
    void ofAFloodTheEndIsKept() {
        Command flood = new Command(
                List.of("/bin/sh", "-c", "i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done"),
                Optional.empty(),
                Map.of(),
                Duration.ofSeconds(60),
                1000,
                false);
        assertThat(flood.run().out()).hasSize(1000).endsWith("line 19999\n");
    }

    @Test
    void whatDoesNotEndIsEnded() {
        Command.Outcome outcome =
                new Command(List.of("/bin/sh", "-c", "trap '' TERM; sleep 600"), Duration.ofMillis(300)).run();
        assertThat(outcome.timedOut()).isTrue();
        assertThat(outcome.code()).isEqualTo(-1);
    }
}
