package dev.drydock.golden;

import dev.drydock.syntax.Tiling;
import dev.drydock.syntax.TreeDump;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.parse.YamlParser;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class YamlGoldenTest {

    @TestFactory
    Stream<DynamicTest> treeMeansWhatTheDumpSays() throws IOException {
        return new GoldenFolder("yaml", "input.yaml", "tree.txt").tests(YamlGoldenTest::dump);
    }

    private static String dump(String text) {
        YamlStream stream = YamlParser.parse(SourceText.of(text));
        Tiling.check(stream);
        return TreeDump.of(stream, stream.problems());
    }
}
