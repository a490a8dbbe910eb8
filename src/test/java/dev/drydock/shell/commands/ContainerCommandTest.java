package dev.drydock.shell.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.Scripts;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words of a command line are flags, their values, the image and the command in the container. */
final class ContainerCommandTest {
    private static Optional<ContainerCommand> read(String text) {
        return ContainerCommand.from(Scripts.command(text));
    }

    private static String flags(ContainerCommand command) {
        return command.flags().stream()
                .map(flag -> flag.name()
                        + flag.value().map(value -> "=" + value.text()).orElse(""))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "docker run alpine|''|alpine|0",
                "docker run -it --rm alpine sh -c ls|interactive tty rm|alpine|3",
                "docker run -itv /a:/b alpine|interactive tty volume=/a:/b|alpine|0",
                "docker run -p80:80 -p=81:81 --publish=82:82 alpine|publish=80:80 publish=81:81 publish=82:82|alpine|0",
                "docker run -e A=1 --env 'B=x y' alpine|env=A=1 env=B=x y|alpine|0",
                "docker run --rm=false --name \"$N\" alpine|rm=false name=${N}|alpine|0",
                "sudo docker -H tcp://h container run --net=host \"$IMAGE\"|net=host|$IMAGE|0",
                "podman --remote run -d $IMAGE|detach|$IMAGE|0",
                "docker run -d $IMAGE sh|detach|-|1",
                "docker run \"$@\" alpine|''|-|1",
                "docker run $REPO/app:$TAG serve|''|$REPO/app:$TAG|1",
                "docker create -v ${PWD:-.}/x:/x alpine|volume=${}/x:/x|alpine|0",
            })
    void wordsAreSorted(String text, String flags, String image, int operands) {
        ContainerCommand command = read(text).orElseThrow();
        assertThat(flags(command)).isEqualTo(flags);
        assertThat(command.image().map(word -> word.text().replace("\"", ""))).isEqualTo(Optional.ofNullable(image));
        assertThat(command.operands()).hasSize(operands);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker",
                "docker ps -a",
                "docker $CMD -d alpine",
                "docker run --not-a-flag x alpine",
                "docker run -Z alpine",
                "docker run --name",
                "docker run --$FLAG alpine",
                "docker run -- alpine",
                "docker compose run web",
                "xargs docker run alpine",
                "dockerx run alpine"
            })
    void whatIsNotSureIsNoCommand(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void flagsOfABuildStandAnywhere() {
        ContainerCommand command =
                read("docker buildx build . --build-arg A=1 -t x").orElseThrow();
        assertThat(command.action()).isEqualTo(ContainerCommand.Action.BUILD);
        assertThat(flags(command)).isEqualTo("build-arg=A=1 tag=x");
        assertThat(command.flagAnchor().text()).isEqualTo("build");
    }

    @Test
    void theLastSwitchWins() {
        assertThat(read("docker run --privileged --privileged=false x")
                        .orElseThrow()
                        .has("privileged"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "docker run -v /a:/b x|/a:/b",
                "docker run -v \"/a:/b\" x|/a:/b",
                "docker run -v'/a:/b' x|/a:/b",
                "docker run --volume=/a:/b x|/a:/b",
                "docker run \"--volume=/a:/b\" x|-",
            })
    void theValueIsFoundWithinItsQuotes(String text, String value) {
        WrittenValue written =
                read(text).orElseThrow().flags("volume").get(0).value().orElseThrow();
        String found = written.start()
                .map(start -> text.substring(start, written.end()))
                .orElse("-");
        assertThat(found).isEqualTo(value);
    }
}
