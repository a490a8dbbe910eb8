package dev.drydock.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.edit.Safety;
import dev.drydock.engine.Engine;
import dev.drydock.engine.ReportedFinding;
import dev.drydock.engine.RunResult;
import dev.drydock.engine.Selection;
import dev.drydock.report.UnifiedDiff;
import dev.drydock.transform.builtin.BuiltInTransforms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The patterns that Drydock exists for, one small project each, {@code golden/reference/<number>-<name>}: {@code case.yaml}
 * says what the pattern is and what a repaired file holds; {@code default.diff} and {@code suggest.diff} are what these levels
 * write. {@code around/} holds the files that stand around such a pattern where a project builds the image itself, and
 * {@code around.diff} is what the default level writes then. The table of all rows stands in {@code transforms/README.md}.
 */
class ReferenceGoldenTest {
    private static final Path CASES = GoldenFiles.ROOT.resolve("reference");
    private static final Path README = Path.of("transforms", "README.md");
    private static final String START = "<!-- reference: generated, -Dgolden=update writes it -->\n";
    private static final String REPAIRED = "repaired";
    private static final Catalogue CATALOGUE = Catalogue.of(Path.of("transforms"), BuiltInTransforms.all());

    @TestFactory
    Stream<DynamicNode> cases() {
        return GoldenFiles.folders(CASES).stream()
                .filter(GoldenFiles::isSelected)
                .map(folder -> DynamicContainer.dynamicContainer(
                        folder.getFileName().toString(),
                        folder.toUri(),
                        Stream.of(folder).flatMap(ReferenceGoldenTest::tests)));
    }

    /** What is made of a project: the pattern alone or with what stands around it, at a level. */
    private enum Way {
        DEFAULT(Safety.REVIEW),
        AROUND(Safety.REVIEW),
        SUGGEST(Safety.SUGGEST);

        private final Safety level;

        Way(Safety level) {
            this.level = level;
        }

        private List<String> folders() {
            return this == AROUND ? List.of("before", "around") : List.of("before");
        }

        String diff() {
            return name().toLowerCase(Locale.ROOT) + ".diff";
        }

        boolean isThere(Path folder) {
            return folders().stream().allMatch(each -> Files.isDirectory(folder.resolve(each)));
        }

        GoldenCase input(Path folder) {
            return GoldenCase.ofProject(
                    new GoldenCase.Settings(level, Map.of(), Map.of(), Map.of(), true, Optional.empty()),
                    folders().stream().map(folder::resolve).toArray(Path[]::new));
        }

        Engine engine(GoldenCase input) {
            return new Engine(CATALOGUE, input.facts(), Selection.DEFAULT.withLimit(level));
        }
    }

    private static Stream<DynamicTest> tests(Path folder) {
        return Stream.of(Way.values()).filter(way -> way.isThere(folder)).flatMap(way -> {
            GoldenCase input = way.input(folder);
            Laws laws =
                    new Laws(input, limit -> new Engine(CATALOGUE, input.facts(), Selection.DEFAULT.withLimit(limit)));
            return Stream.concat(
                    Stream.of(DynamicTest.dynamicTest(way.name().toLowerCase(Locale.ROOT), () -> {
                        if (GoldenFiles.isUpdate()) {
                            laws.checkWorthKeeping();
                        }
                        assertThat(laws.result().hasInternalError()).isFalse();
                        GoldenFiles.check(
                                folder.resolve(way.diff()),
                                Optional.of(UnifiedDiff.of(laws.result().deltas())));
                    })),
                    laws.tests());
        });
    }

    @Test
    void theTableHoldsEveryRow() {
        StringBuilder table = new StringBuilder(START).append("""

                ## The patterns of the reference

                Each is a small project below `golden/reference/`, with what the default level and `--safety suggest` write. Where
                the pattern is one line, such as `docker run` with an image of which nothing is known, "in a project" is what the
                default level writes if the project builds that image, or shows in another way what the container does.

                | | pattern | rules | default | in a project | `--safety suggest` |
                |---|---|---|---|---|---|
                """);
        Map<Way, Integer> repaired = new EnumMap<>(Way.class);
        int rows = 0;
        String section = "";
        for (Path folder : GoldenFiles.folders(CASES)) {
            ReferenceRow row = ReferenceRow.read(folder.resolve("case.yaml"));
            String number =
                    folder.getFileName().toString().replaceAll("-.*", "").replaceAll("^0", "");
            table.append("| ").append(number).append(" | ");
            table.append(row.section().equals(section) ? "" : "**" + row.section() + "** ");
            section = row.section();
            table.append(row.pattern()).append(" | ");
            table.append(row.rules().stream()
                            .map(id -> "[" + id + "]("
                                    + CATALOGUE.byId(id).orElseThrow().page().path() + ")")
                            .collect(Collectors.joining(", ")))
                    .append(" | ");
            Map<Way, String> cells = cells(folder, row);
            cells.forEach((way, cell) -> {
                boolean shown = way != Way.AROUND || way.isThere(folder);
                table.append(shown ? cell : "").append(way == Way.SUGGEST ? " |\n" : " | ");
                repaired.merge(way, cell.equals(REPAIRED) ? 1 : 0, Integer::sum);
            });
            rows++;
        }
        table.append("\nRepaired: %d of %d by default, %d with the project around them, %d with `--safety suggest`.\n"
                .formatted(repaired.get(Way.DEFAULT), rows, repaired.get(Way.AROUND), repaired.get(Way.SUGGEST)));
        String readme = GoldenFiles.read(README);
        int start = readme.indexOf(START);
        String head = start < 0 ? readme + "\n" : readme.substring(0, start);
        GoldenFiles.check(README, Optional.of(head + table));
    }

    /** Returns what becomes of the row, in the order of the columns; without anything around it, that is the same. */
    private static Map<Way, String> cells(Path folder, ReferenceRow row) {
        Map<Way, String> cells = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            cells.put(way, way.isThere(folder) ? cell(folder, row, way) : cells.get(Way.DEFAULT));
        }
        return cells;
    }

    private static String cell(Path folder, ReferenceRow row, Way way) {
        GoldenCase input = way.input(folder);
        RunResult result = way.engine(input).run(input.project());
        boolean changed =
                result.changes().stream().anyMatch(change -> row.rules().contains(change.transform()));
        if (changed && row.isRepairedBy(result.after())) {
            return REPAIRED;
        }
        return result.remaining().stream()
                .filter(finding -> row.rules().contains(finding.transform()))
                .map(ReferenceGoldenTest::word)
                .distinct()
                .sorted()
                .reduce((some, more) -> some + ", " + more)
                .orElse(changed ? "in part" : "not found");
    }

    private static String word(ReportedFinding finding) {
        return switch (finding.disposition()) {
            case ABOVE_LIMIT -> "suggested";
            case ADVICE -> "advice";
            default -> "told";
        };
    }
}
