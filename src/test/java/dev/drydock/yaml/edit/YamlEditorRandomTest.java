package dev.drydock.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.syntax.Tiling;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.parse.YamlParser;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class YamlEditorRandomTest {
    private static final int DOCUMENTS = 400;

    @Test
    void noEditOfAGeneratedDocumentIsWrong() {
        int readable = 0;
        RandomEdits edits = new RandomEdits(7);
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            String text = new RandomYaml(new SplittableRandom(seed)).document();
            YamlStream stream = YamlParser.parse(SourceText.of(text));
            Tiling.check(stream);
            readable += stream.hasErrors() ? 0 : 1;
            edits.run(text, 12);
            edits.run(text.replace("\n", "\r\n"), 4);
            edits.run("\uFEFF" + text, 4);
            edits.run(text.stripTrailing(), 4);
        }
        assertThat(readable).as("documents without errors").isGreaterThan(DOCUMENTS * 9 / 10);
        int done = edits.counts.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(" done"))
                .mapToInt(entry -> entry.getValue())
                .sum();
        int all = edits.counts.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(done).as("done of %d\n%s", all, edits.report()).isGreaterThan(all / 2);
    }
}
