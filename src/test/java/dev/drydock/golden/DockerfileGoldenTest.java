package dev.drydock.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.parse.DockerfileParser;
import dev.drydock.syntax.TreeDump;
import dev.drydock.text.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of the Dockerfile format, {@code golden/dockerfile/<case>}: {@code tree.txt} is the tree of {@code
 * Dockerfile}; {@code buildkit.json} is what BuildKit's own parser made of it, recorded with {@code
 * src/test/buildkit/main.go}.
 */
class DockerfileGoldenTest {
    private static final Path CASES = GoldenFiles.ROOT.resolve("dockerfile");
    private static final Set<String> NAMES = Set.of("Dockerfile", "tree.txt", "buildkit.json");

    @TestFactory
    Stream<DynamicNode> cases() {
        return GoldenFiles.folders(CASES).stream()
                .filter(GoldenFiles::isSelected)
                .map(folder -> DynamicContainer.dynamicContainer(
                        folder.getFileName().toString(),
                        folder.toUri(),
                        Stream.of(
                                DynamicTest.dynamicTest("tree", () -> checkTree(folder)),
                                DynamicTest.dynamicTest("BuildKit", () -> checkBuildkit(folder)))));
    }

    private static Dockerfile parse(Path folder) {
        return DockerfileParser.parse(SourceText.of(GoldenFiles.read(folder.resolve("Dockerfile"))));
    }

    private static void checkTree(Path folder) {
        Dockerfile tree = parse(folder);
        GoldenFiles.check(folder.resolve("tree.txt"), Optional.of(TreeDump.of(tree, tree.problems())));
    }

    private static void checkBuildkit(Path folder) {
        String recorded = GoldenFiles.read(folder.resolve("buildkit.json"));
        Dockerfile tree = parse(folder);
        BuildkitView theirs = BuildkitView.parse(recorded);
        if (theirs.error()) {
            assertThat(tree.isSound()).as("BuildKit refuses the file").isFalse();
        } else {
            assertThat(BuildkitView.of(tree)).isEqualTo(theirs);
        }
    }

    @Test
    void everyFileBelongsToACase() {
        List<Path> strangers = new ArrayList<>();
        for (Path file : GoldenFiles.filesBelow(CASES)) {
            Path relative = CASES.relativize(file);
            if (relative.getNameCount() != 2
                    || !NAMES.contains(relative.getName(1).toString())) {
                strangers.add(relative);
            }
        }
        for (Path folder : GoldenFiles.folders(CASES)) {
            if (!Files.isRegularFile(folder.resolve("Dockerfile"))) {
                strangers.add(folder);
            }
        }
        assertThat(strangers).isEmpty();
    }
}
