package dev.drydock.shell.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.Scripts;
import dev.drydock.shell.ShellWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InvocationTest {

    private static Invocation of(String command) {
        return Invocation.of(Scripts.command(command));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apt-get update|apt-get|update",
                "/usr/bin/apt-get update|apt-get|update",
                "sudo -E apt-get update|apt-get|update",
                "sudo -u root -H A=b apt-get -y update|apt-get|-y update",
                "env -u X A=b C= make all|make|all",
                "A=b sudo env D=e nice -n 5 time -p make|make|",
                "exec make -j2|make|-j2",
                "timeout -k 5 60 curl x|curl|x",
                "gosu node npm ci|npm|ci",
                "xargs -n1 -P 4 rm -rf|rm|-rf",
                "nice -10 make|make|",
                "command -v curl|command|-v curl",
                "env -S 'a b' c|env|-S a b c",
                "sh -c 'apt-get update'|sh|-c apt-get update",
                "sudo|sudo|",
                "sudo -s|sudo|-s",
                "env|env|",
                "stdbuf -oL make|make|",
                "busybox wget x|wget|x"
            })
    void wrappersAreTakenOff(String command, String program, String arguments) {
        Invocation invocation = of(command);
        assertThat(invocation.program()).contains(program);
        assertThat(invocation.runs(program)).isTrue();
        String words = String.join(
                " ",
                invocation.arguments().stream().map(ShellWord::literalPrefix).toList());
        assertThat(words).isEqualTo(arguments == null ? "" : arguments);
    }

    @Test
    void environmentOfTheProgramIsCollected() {
        Invocation invocation = of("A=b sudo C=$d env E='f g' make H=i");
        assertThat(invocation.environment())
                .extracting(EnvironmentSetting::name)
                .containsExactly("A", "C", "E");
        assertThat(invocation.environment().get(1).value()).isEmpty();
        assertThat(invocation.environment().get(2).value()).contains("f g");
        assertThat(invocation.wrappers()).containsExactly("sudo", "env");
        assertThat(invocation.wrapperWords()).hasSize(4);
    }

    @Test
    void assignmentAloneRunsNothing() {
        assertThat(of("A=b").program()).isEmpty();
        assertThat(of("A=b").environment()).isEmpty();
    }

    @Test
    void programKnownOnlyAtRunTimeIsUnknown() {
        assertThat(of("$x update").program()).isEmpty();
        assertThat(of("sudo $x update").program()).isEmpty();
        assertThat(of("sudo $x update").runs("apt-get")).isFalse();
        assertThat(of("x | xargs apt-get install").hasHiddenOperands()).isFalse();
        assertThat(of("xargs apt-get install").hasHiddenOperands()).isTrue();
    }
}
