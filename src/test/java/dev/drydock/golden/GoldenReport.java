package dev.drydock.golden;

import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.FileProblem;
import dev.drydock.engine.Location;
import dev.drydock.engine.ReportedFinding;
import dev.drydock.engine.RunResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a run found, as {@code report.txt} says it: one line for a finding, and below it what was done, or why not. */
final class GoldenReport {
    private record Entry(Location location, String code, String text) {}

    private GoldenReport() {}

    /** Returns the report; {@code named} says whether each line names its transform. */
    static String of(RunResult result, boolean named) {
        List<Entry> entries = new ArrayList<>();
        for (AppliedChange change : result.changes()) {
            String head = head(change.location(), change.level().label(), named ? change.transform() : "");
            String text = head + change.finding().message() + "\n" + done(change.rewrite());
            entries.add(new Entry(change.location(), change.code(), text));
        }
        result.remaining().forEach(finding -> entries.add(entry(finding, named)));
        result.suppressed().forEach(finding -> entries.add(entry(finding, named)));
        result.nearMisses().forEach(finding -> entries.add(entry(finding, named)));
        for (FileProblem problem : result.problems()) {
            String text =
                    head(problem.location(), "problem", "") + problem.problem().message() + "\n";
            entries.add(new Entry(problem.location(), "", text));
        }
        StringBuilder report = new StringBuilder();
        entries.stream()
                .sorted(Comparator.comparing(Entry::location)
                        .thenComparing(Entry::code)
                        .thenComparing(Entry::text))
                .forEach(entry -> report.append(entry.text()));
        return report.toString();
    }

    private static String head(Location location, String level, String transform) {
        return location + " " + level + (transform.isEmpty() ? "" : " " + transform) + ": ";
    }

    private static String done(Rewrite rewrite) {
        StringBuilder text =
                new StringBuilder("  done: ").append(rewrite.title()).append('\n');
        rewrite.assumptions()
                .forEach(sentence -> text.append("  assumes: ").append(sentence).append('\n'));
        rewrite.notes()
                .forEach(sentence -> text.append("  note: ").append(sentence).append('\n'));
        return text.toString();
    }

    private static Entry entry(ReportedFinding finding, boolean named) {
        boolean nearMiss = finding.disposition() == ReportedFinding.Disposition.NOT_NEEDED;
        String level =
                nearMiss ? "near miss" : finding.level().map(Safety::label).orElse("finding");
        String verb = switch (finding.disposition()) {
            case ABSTAINED -> "left";
            case ADVICE -> "advice";
            case ABOVE_LIMIT -> "not written";
            case VETOED -> "refused";
            case WITHHELD -> "withheld";
            case SUPPRESSED -> "suppressed";
            case NOT_NEEDED -> "not needed";
        };
        String text = head(finding.location(), level, named ? finding.transform() : "") + finding.message() + "\n  "
                + verb + ": " + finding.reason() + "\n";
        return new Entry(finding.location(), finding.code(), text);
    }
}
