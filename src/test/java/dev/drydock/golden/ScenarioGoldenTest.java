package dev.drydock.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.edit.Safety;
import dev.drydock.engine.Engine;
import dev.drydock.engine.RunResult;
import dev.drydock.engine.Selection;
import dev.drydock.project.ProjectPath;
import dev.drydock.report.UnifiedDiff;
import dev.drydock.transform.Options;
import dev.drydock.transform.builtin.BuiltInTransforms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole projects under the whole catalogue, {@code golden/scenarios/<case>}: {@code before/} becomes {@code after/}, which
 * holds the files that change; {@code report.txt} and {@code patch.diff} say how.
 */
class ScenarioGoldenTest {
    private static final Path CASES = GoldenFiles.ROOT.resolve("scenarios");

    @TempDir
    Path temporary;

    private static final Set<String> NAMES = Set.of("before", "after", "report.txt", "patch.diff", "case.yaml");
    private static final Catalogue CATALOGUE = Catalogue.of(Path.of("transforms"), BuiltInTransforms.all());

    @TestFactory
    Stream<DynamicNode> cases() {
        return GoldenFiles.folders(CASES).stream()
                .filter(GoldenFiles::isSelected)
                .map(folder -> DynamicContainer.dynamicContainer(
                        folder.getFileName().toString(),
                        folder.toUri(),
                        Stream.of(folder).flatMap(this::tests)));
    }

    private Stream<DynamicTest> tests(Path folder) {
        GoldenCase input = read(folder);
        Selection selection = Selection.DEFAULT.withOptions(options(input));
        Laws laws = new Laws(input, limit -> new Engine(CATALOGUE, input.facts(), selection.withLimit(limit)));
        return Stream.concat(Stream.of(DynamicTest.dynamicTest("result", () -> check(folder, laws))), laws.tests());
    }

    /** The options of a scenario are those of several transforms, by their ids. */
    private static Map<String, Options> options(GoldenCase input) {
        Map<String, Options> options = new LinkedHashMap<>();
        input.options().values().forEach((id, values) -> {
            Map<String, Object> named = new LinkedHashMap<>();
            ((Map<?, ?>) values).forEach((name, value) -> named.put(name.toString(), value));
            options.put(id, new Options(named));
        });
        return options;
    }

    private static void check(Path folder, Laws laws) {
        RunResult result = laws.result();
        if (GoldenFiles.isUpdate()) {
            laws.checkWorthKeeping();
        }
        assertThat(result.hasInternalError()).isFalse();
        GoldenFiles.check(folder.resolve("report.txt"), Optional.of(GoldenReport.of(result, true)));
        GoldenFiles.check(folder.resolve("patch.diff"), Optional.of(UnifiedDiff.of(result.deltas())));
        Path after = folder.resolve("after");
        Set<Path> paths = new TreeSet<>(GoldenFiles.filesBelow(after));
        result.deltas().forEach(delta -> paths.add(after.resolve(delta.path().value())));
        for (Path path : paths) {
            ProjectPath name = ProjectPath.of(after.relativize(path).toString().replace('\\', '/'));
            Optional<String> text = result.deltas().stream()
                    .filter(delta -> delta.path().equals(name))
                    .findFirst()
                    .map(delta -> delta.after());
            GoldenFiles.check(path, text);
        }
    }

    private static GoldenCase read(Path folder) {
        GoldenCase.Settings read = GoldenCase.Settings.read(folder.resolve("case.yaml"), Safety.REVIEW);
        GoldenCase.Settings settings = new GoldenCase.Settings(
                read.safety(), read.options(), read.knowledge(), read.skipLaws(), true, read.today());
        return GoldenCase.ofProject(settings, folder.resolve("before"));
    }

    @TestFactory
    Stream<DynamicTest> gitAppliesThePatch() {
        return GoldenFiles.folders(CASES).stream()
                .filter(folder -> Files.isRegularFile(folder.resolve("patch.diff")))
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> gitApplies(folder)));
    }

    private void gitApplies(Path folder) throws IOException, InterruptedException {
        Path patch = folder.resolve("patch.diff").toAbsolutePath();
        Path work = Files.createDirectory(temporary.resolve(folder.getFileName()));
        Path before = folder.resolve("before");
        for (Path file : GoldenFiles.filesBelow(before)) {
            Path copy = work.resolve(before.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Process git;
        try {
            git = new ProcessBuilder("git", "apply", "--check", patch.toString())
                    .directory(work.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("git is not on the PATH");
            return;
        }
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean empty = Files.size(patch) == 0;
        assertThat(git.waitFor() == 0 || empty).as(output).isTrue();
    }

    @Test
    void everyFileBelongsToACase() {
        List<Path> strangers = new ArrayList<>();
        for (Path file : GoldenFiles.filesBelow(CASES)) {
            Path relative = CASES.relativize(file);
            if (relative.getNameCount() < 2
                    || !NAMES.contains(relative.getName(1).toString())) {
                strangers.add(relative);
            }
        }
        assertThat(strangers).isEmpty();
    }
}
