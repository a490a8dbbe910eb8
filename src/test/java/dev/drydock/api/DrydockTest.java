package dev.drydock.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrydockTest {
    private static final String DOCKERFILE = "FROM alpine:3.19\nRUN apk add curl\n";

    @Test
    void aTextIsRepaired() {
        FixResult result = Drydock.fix(DOCKERFILE, new FixOptions(false, Set.of("apk-no-cache"), Set.of()));

        assertThat(result.files())
                .containsExactly(Map.entry("Dockerfile", DOCKERFILE.replace("add", "add --no-cache")));
        assertThat(result.diff()).contains("-RUN apk add curl\n+RUN apk add --no-cache curl\n");
    }

    @Test
    void whatIsFoundHasAPlaceAndAName() {
        assertThat(Drydock.check(DOCKERFILE)).anySatisfy(issue -> {
            assertThat(issue.file()).isEqualTo("Dockerfile");
            assertThat(issue.line()).isEqualTo(2);
            assertThat(issue.code()).isEqualTo("DD211");
            assertThat(issue.repaired()).isTrue();
        });
    }

    @Test
    void filesOfOneProjectAreJudgedTogether() {
        Map<String, String> files = Map.of("app/Dockerfile", DOCKERFILE, "notes.txt", "anything");

        FixResult result = Drydock.fix(files, FixOptions.DEFAULT);

        assertThat(result.files()).containsKeys("app/Dockerfile", "notes.txt");
        assertThat(result.files().get("notes.txt")).isEqualTo("anything");
        assertThat(result.issues()).allMatch(issue -> issue.file().startsWith("app/Dockerfile"));
    }

    @Test
    void severalThreadsGetTheSameAnswer() {
        FixResult alone = Drydock.fix(DOCKERFILE, FixOptions.DEFAULT);

        List<FixResult> together = IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> Drydock.fix(DOCKERFILE, FixOptions.DEFAULT))
                .toList();

        assertThat(together).containsOnly(alone);
    }

    @Test
    void aPathOutOfTheProjectIsRefused() {
        assertThatThrownBy(() -> Drydock.check(Map.of("../Dockerfile", DOCKERFILE)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
