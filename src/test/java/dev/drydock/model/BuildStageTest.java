package dev.drydock.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.parse.DockerfileParser;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.text.SourceText;
import org.junit.jupiter.api.Test;

class BuildStageTest {
    @Test
    void aChainOfStagesMayBeLongerThanAStack() {
        StringBuilder chain = new StringBuilder("FROM debian:12 AS s0\nUSER app\n");
        for (int i = 0; i < 5_000; i++) {
            chain.append("FROM s").append(i).append(" AS s").append(i + 1).append('\n');
        }
        Build build = Build.of(
                DockerfileParser.parse(SourceText.of(chain.toString())),
                Knowledge.packaged().images());

        BuildStage last = build.finalStage().orElseThrow();

        assertThat(last.lineage()).hasSize(5_001).endsWith(last);
        assertThat(last.user()).contains("app");
        assertThat(build.stages().get(4_990).descendants()).hasSize(10);
    }
}
