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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * write. The table of all rows stands in {@code transforms/README.md}.
 */
class ReferenceGoldenTest {
    private static final Path CASES = GoldenFiles.ROOT.resolve("reference");
    private static final Path README = Path.of("transforms", "README.md");
    private static final String START = "<!-- reference: generated, -Dgolden=update writes it -->\n";
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

    private static Stream<DynamicTest> tests(Path folder) {
        return Stream.of(Safety.REVIEW, Safety.SUGGEST).flatMap(level -> {
            GoldenCase input = input(folder, level);
            Laws laws =
                    new Laws(input, limit -> new Engine(CATALOGUE, input.facts(), Selection.DEFAULT.withLimit(limit)));
            String name = level == Safety.REVIEW ? "default" : "suggest";
            return Stream.concat(
                    Stream.of(DynamicTest.dynamicTest(name, () -> {
                        if (GoldenFiles.isUpdate()) {
                            laws.checkWorthKeeping();
                        }
                        assertThat(laws.result().hasInternalError()).isFalse();
                        GoldenFiles.check(
                                folder.resolve(name + ".diff"),
                                Optional.of(UnifiedDiff.of(laws.result().deltas())));
                    })),
                    laws.tests());
        });
    }

    private static GoldenCase input(Path folder, Safety level) {
        return GoldenCase.ofProject(
                folder.resolve("before"),
                new GoldenCase.Settings(level, Map.of(), Map.of(), Map.of(), true, Optional.empty()));
    }

    @Test
    void theTableHoldsEveryRow() {
        StringBuilder table = new StringBuilder(START).append("""

                ## The patterns of the reference

                Each is a small project below `golden/reference/`, with what the default level and `--safety suggest` write.

                | | pattern | rules | default | `--safety suggest` |
                |---|---|---|---|---|
                """);
        List<Boolean> byDefault = new ArrayList<>();
        List<Boolean> bySuggestion = new ArrayList<>();
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
            table.append(cell(folder, row, Safety.REVIEW, byDefault)).append(" | ");
            table.append(cell(folder, row, Safety.SUGGEST, bySuggestion)).append(" |\n");
        }
        table.append("\nRepaired: ")
                .append(byDefault.stream().filter(Boolean::booleanValue).count())
                .append(" of ")
                .append(byDefault.size())
                .append(" by default, ")
                .append(bySuggestion.stream().filter(Boolean::booleanValue).count())
                .append(" with `--safety suggest`.\n");
        String readme = GoldenFiles.read(README);
        int start = readme.indexOf(START);
        String head = start < 0 ? readme + "\n" : readme.substring(0, start);
        GoldenFiles.check(README, Optional.of(head + table));
    }

    private static String cell(Path folder, ReferenceRow row, Safety level, List<Boolean> count) {
        GoldenCase input = input(folder, level);
        RunResult result =
                new Engine(CATALOGUE, input.facts(), Selection.DEFAULT.withLimit(level)).run(input.project());
        boolean changed =
                result.changes().stream().anyMatch(change -> row.rules().contains(change.transform()));
        boolean repaired = changed && row.isRepairedBy(result.after());
        count.add(repaired);
        if (repaired) {
            return "repaired";
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
