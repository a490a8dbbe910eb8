package dev.drydock.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The examples name every part of the list once. */
class ShardExamplesTest {

    private static Object load(String file) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of("examples/bot", file)));
    }

    private static Object at(Object value, Object... path) {
        Object current = value;
        for (Object key : path) {
            current =
                    current instanceof java.util.Map<?, ?> map ? map.get(key) : ((List<?>) current).get((Integer) key);
        }
        return current;
    }

    private static List<Shard> all(int count) {
        List<Shard> shards = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            shards.add(new Shard(i, count));
        }
        return shards;
    }

    @Test
    void theMatrixIsWhole() throws IOException {
        Object shards = at(load("github-matrix.yml"), "jobs", "repair", "strategy", "matrix", "shard");
        List<Shard> parsed = ((List<?>) shards)
                .stream().map(text -> Shard.parse((String) text).orElseThrow()).toList();
        assertThat(parsed).isEqualTo(all(parsed.size()));
    }

    @Test
    void theIndexedJobIsWhole() throws IOException, InterruptedException {
        Object job = at(load("kubernetes-cronjob.yml"), "spec", "jobTemplate", "spec");
        int pods = (Integer) at(job, "completions");
        String line = (String) at(job, "template", "spec", "containers", 0, "args", 0);
        List<Shard> parsed = new ArrayList<>();
        for (int pod = 0; pod < pods; pod++) {
            // The shell of the pod computes the shard: have a shell do it.
            ProcessBuilder builder =
                    new ProcessBuilder("/bin/sh", "-c", line.replace("exec drydock", "printf '%s\\n'"));
            builder.environment().put("JOB_COMPLETION_INDEX", Integer.toString(pod));
            Process process = builder.start();
            List<String> words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor()).isZero();
            parsed.add(Shard.parse(words.get(words.indexOf("--shard") + 1)).orElseThrow());
        }
        assertThat(parsed).isEqualTo(all(pods));
    }

    @Test
    void thePipelineCountsItsJobsItself() throws IOException {
        Object job = at(load("gitlab-ci.yml"), "drydock");
        assertThat(at(job, "parallel")).isEqualTo(4);
        assertThat((String) at(job, "script", 0)).contains("--shard \"$CI_NODE_INDEX/$CI_NODE_TOTAL\"");
    }
}
