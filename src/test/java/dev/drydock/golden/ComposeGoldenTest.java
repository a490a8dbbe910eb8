package dev.drydock.golden;

import dev.drydock.compose.ComposeDump;
import dev.drydock.compose.ComposeFile;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.parse.YamlParser;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class ComposeGoldenTest {

    @TestFactory
    Stream<DynamicTest> viewMeansWhatTheFileSays() throws IOException {
        return new GoldenFolder("compose", "compose.yaml", "view.txt")
                .tests(text -> ComposeDump.of(ComposeFile.of(YamlParser.parse(SourceText.of(text)))));
    }
}
