package dev.drydock.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.catalogue.Level;
import dev.drydock.catalogue.Page;
import dev.drydock.edit.Safety;
import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.Engine;
import dev.drydock.engine.FileDelta;
import dev.drydock.engine.RunResult;
import dev.drydock.engine.Selection;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.transform.builtin.BuiltInTransforms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One folder for each case, {@code golden/transforms/<id>/<case>}: {@code before.NAME} becomes {@code after.NAME} under
 * the one transform; {@code report.txt} says what was found. No {@code after.NAME} means that the file stays as it is.
 */
class TransformGoldenTest {
    private static final Path CASES = GoldenFiles.ROOT.resolve("transforms");
    private static final Catalogue CATALOGUE = Catalogue.of(Path.of("transforms"), BuiltInTransforms.all());

    @TestFactory
    Stream<DynamicNode> cases() {
        return GoldenFiles.folders(CASES).stream()
                .map(folder -> DynamicContainer.dynamicContainer(
                        folder.getFileName().toString(),
                        folder.toUri(),
                        GoldenFiles.folders(folder).stream()
                                .filter(GoldenFiles::isSelected)
                                .map(caseFolder ->
                                        container(folder.getFileName().toString(), caseFolder))));
    }

    private static DynamicNode container(String id, Path folder) {
        return DynamicContainer.dynamicContainer(
                folder.getFileName().toString(), folder.toUri(), Stream.of(id).flatMap(name -> tests(name, folder)));
    }

    private static Stream<DynamicTest> tests(String id, Path folder) {
        GoldenCase input = read(folder);
        Laws laws = new Laws(input, engines(id, input));
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("result", () -> check(folder, input, laws))), laws.tests());
    }

    private static Function<Safety, Engine> engines(String id, GoldenCase input) {
        Selection selection = Selection.DEFAULT.withSelect(Set.of(id)).withOptions(Map.of(id, input.options()));
        return limit -> new Engine(CATALOGUE, input.facts(), selection.withLimit(limit));
    }

    private static void check(Path folder, GoldenCase input, Laws laws) {
        RunResult result = laws.result();
        if (GoldenFiles.isUpdate()) {
            laws.checkWorthKeeping();
        }
        assertThat(result.vetoes()).isEmpty();
        assertThat(result.errors()).isEmpty();
        checkLevels(result);
        GoldenFiles.check(folder.resolve("report.txt"), Optional.of(GoldenReport.of(result, false)));
        Map<ProjectPath, String> changed =
                result.deltas().stream().collect(Collectors.toMap(FileDelta::path, FileDelta::after));
        List<ProjectPath> paths = new ArrayList<>(input.before().keySet());
        result.after().files().stream()
                .map(ProjectFile::path)
                .filter(path -> !paths.contains(path))
                .forEach(paths::add);
        for (ProjectPath path : paths) {
            GoldenFiles.check(folder.resolve("after." + path), Optional.ofNullable(changed.get(path)));
        }
    }

    /** A rewrite promises at least what the page of its transform promises. */
    private static void checkLevels(RunResult result) {
        for (AppliedChange change : result.changes()) {
            Level level = change.entry().level();
            assertThat(level.safety())
                    .as("the page says that it makes no rewrites")
                    .isPresent();
            assertThat(change.rewrite().safety().isWithin(level.safety().orElseThrow()))
                    .as("the page says " + level.label() + ", the rewrite "
                            + change.rewrite().safety().label())
                    .isTrue();
        }
    }

    private static GoldenCase read(Path folder) {
        Map<ProjectPath, String> before = new LinkedHashMap<>();
        Map<ProjectPath, byte[]> context = new LinkedHashMap<>();
        for (Path file : GoldenFiles.filesBelow(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (name.startsWith("before.")) {
                before.put(ProjectPath.of(name.substring("before.".length())), GoldenFiles.read(file));
            } else if (name.startsWith("context/")) {
                context.put(ProjectPath.of(name.substring("context/".length())), bytes(file));
            }
        }
        GoldenCase.Settings settings = GoldenCase.Settings.read(folder.resolve("case.yaml"), Safety.SUGGEST);
        return new GoldenCase(before, context, settings);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks that readers of a page see are cases too. */
    @TestFactory
    Stream<DynamicNode> pages() {
        return CATALOGUE.entries().stream()
                .filter(entry -> entry.transform().isPresent())
                .filter(entry ->
                        GoldenFiles.isSelected(CASES.resolve(entry.id()).resolve("page")))
                .map(entry -> DynamicContainer.dynamicContainer(
                        entry.id(),
                        Path.of("transforms", entry.page().path()).toUri(),
                        entry.page().examples().stream()
                                .map(example -> DynamicContainer.dynamicContainer(
                                        "line " + example.line(), exampleTests(entry, example)))));
    }

    private static Stream<DynamicTest> exampleTests(CatalogueEntry entry, Page.Example example) {
        Map<ProjectPath, String> before = new LinkedHashMap<>();
        example.before().forEach((name, text) -> before.put(ProjectPath.of(name), text));
        GoldenCase input = new GoldenCase(before, Map.of(), GoldenCase.Settings.of(Safety.SUGGEST));
        Laws laws = new Laws(input, engines(entry.id(), input));
        DynamicTest result = DynamicTest.dynamicTest("the page tells the truth", () -> {
            for (ProjectFile file : laws.result().after().files()) {
                String expected = example.after()
                        .getOrDefault(
                                file.path().value(),
                                example.before().getOrDefault(file.path().value(), ""));
                assertThat(file.source().text())
                        .as(GoldenReport.of(laws.result(), false))
                        .isEqualTo(expected);
            }
        });
        return Stream.concat(Stream.of(result), laws.tests());
    }

    @Test
    void everyFolderAndFileBelongsToACase() {
        List<String> strangers = new ArrayList<>();
        for (Path file : GoldenFiles.filesBelow(CASES)) {
            Path relative = CASES.relativize(file);
            String id = relative.getName(0).toString();
            String name = relative.getNameCount() < 3 ? "" : relative.getName(2).toString();
            boolean known = CATALOGUE.byId(id).isPresent()
                    && (name.startsWith("before.")
                            || name.startsWith("after.")
                            || name.equals("report.txt")
                            || name.equals("case.yaml")
                            || name.equals("context"));
            if (!known) {
                strangers.add(relative.toString());
            }
        }
        for (Path folder : GoldenFiles.folders(CASES)) {
            for (Path caseFolder : GoldenFiles.folders(folder)) {
                boolean hasInput = GoldenFiles.list(caseFolder).stream()
                        .anyMatch(file -> file.getFileName().toString().startsWith("before."));
                if (!hasInput) {
                    strangers.add(caseFolder + " (no input)");
                }
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void everyTransformHasACaseThatChangesAndOneThatDoesNot() {
        List<String> missing = new ArrayList<>();
        for (CatalogueEntry entry : CATALOGUE.entries()) {
            if (entry.transform().isEmpty()) {
                continue;
            }
            boolean changes = false;
            boolean keeps = false;
            for (Path folder : GoldenFiles.folders(CASES.resolve(entry.id()))) {
                boolean after = GoldenFiles.list(folder).stream()
                        .anyMatch(file -> file.getFileName().toString().startsWith("after."));
                changes |= after;
                keeps |= !after;
            }
            if (!keeps || !(changes || entry.level() == Level.FINDING)) {
                missing.add(entry.id());
            }
        }
        assertThat(missing)
                .as("transforms without enough cases in golden/transforms")
                .isEmpty();
    }
}
