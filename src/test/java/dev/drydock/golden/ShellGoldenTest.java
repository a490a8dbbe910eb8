package dev.drydock.golden;

import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellSource;
import dev.drydock.shell.parse.ShellParser;
import dev.drydock.syntax.Tiling;
import dev.drydock.syntax.TreeDump;
import dev.drydock.text.SourceText;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class ShellGoldenTest {

    @TestFactory
    Stream<DynamicTest> treeMeansWhatTheDumpSays() throws IOException {
        return new GoldenFolder("shell", "script.sh", "tree.txt").tests(ShellGoldenTest::dump);
    }

    private static String dump(String text) {
        ShellScript script = ShellParser.parse(ShellSource.identity(SourceText.of(text)));
        Tiling.check(script);
        return TreeDump.of(script, script.problems());
    }
}
