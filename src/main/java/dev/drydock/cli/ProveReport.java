package dev.drydock.cli;

import dev.drydock.engine.ReportedFinding;
import dev.drydock.engine.RunResult;
import dev.drydock.evidence.Proof;
import dev.drydock.report.JsonText;
import dev.drydock.report.Printable;
import dev.drydock.trial.ImageComparison;
import dev.drydock.trial.Prover;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of the trials of a run, for people and for programs: each repair, and how the images differ. */
final class ProveReport {
    private static final int MOST_NAMED = 12;
    private static final long MEGABYTE = 1_000_000;

    /** One repair, or one finding that was not tried. */
    private record Line(String outcome, String rule, String place, String text, String reason) {}

    private record Tried(String project, Prover.Result result) {}

    private final List<Tried> projects = new ArrayList<>();

    void add(String project, Prover.Result result) {
        projects.add(new Tried(project, result));
    }

    String text(SummaryFormat format) {
        return switch (format) {
            case TEXT -> plain();
            case JSON -> json();
            case MARKDOWN -> markdown();
        };
    }

    /** Returns the repairs with what came of them, those that were tried first. */
    private static List<Line> lines(Prover.Result result) {
        List<Line> lines = new ArrayList<>();
        result.proof()
                .ifPresent(proof -> proof.verdicts()
                        .forEach((key, verdict) -> lines.add(new Line(
                                verdict.held() ? "held" : "left out",
                                key.rule(),
                                key.path() + ", " + key.scope(),
                                key.text(),
                                verdict.reason()))));
        untried(result)
                .forEach(left -> lines.add(new Line(
                        "not tried", left.code(), left.location().path().value(), left.message(), left.reason())));
        return lines;
    }

    /** Returns the findings that are left and that no trial decided. */
    static List<ReportedFinding> untried(Prover.Result result) {
        return result.result().map(RunResult::remaining).orElse(List.of()).stream()
                .filter(left -> left.disposition() != ReportedFinding.Disposition.ADVICE)
                .filter(left -> !left.tried())
                .toList();
    }

    private static String head(Prover.Result result) {
        return result.proof().map(Proof::line).orElse("not tried: " + result.problem());
    }

    private static String effort(Prover.Result result) {
        return result.trials() + (result.trials() == 1 ? " trial, " : " trials, ")
                + result.time().toSeconds() + " s";
    }

    private String plain() {
        StringBuilder text = new StringBuilder();
        for (Tried tried : projects) {
            Prover.Result result = tried.result();
            text.append(Printable.of(tried.project() + ": " + head(result) + " (" + effort(result) + ")"))
                    .append('\n');
            result.untried().forEach(each -> line(text, "not tried  " + each));
            result.proof().ifPresent(proof -> {
                proof.images().forEach((name, digest) -> line(text, "with       " + name + " " + digest));
                proof.exercised().forEach(each -> line(text, "exercised  " + each));
            });
            lines(result)
                    .forEach(each -> line(
                            text,
                            String.format("%-10s %s %s: %s", each.outcome(), each.rule(), each.place(), each.text())
                                    + (each.reason().isEmpty() ? "" : ": " + each.reason())));
            result.images()
                    .forEach(image -> facts(image)
                            .forEach((name, value) -> line(text, image.container() + ", " + name + ": " + value)));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append("    ").append(Printable.of(line)).append('\n');
    }

    /** Returns how two images differ, for people. */
    private static Map<String, String> facts(ImageComparison image) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("size", megabytes(image.bytesBefore()) + " -> " + megabytes(image.bytesAfter()));
        facts.put("user", image.userBefore() + " -> " + image.userAfter());
        facts.put("packages gone", named(image.packagesGone()));
        facts.put("files gone", named(image.filesGone()));
        facts.put("owners changed", named(image.ownersChanged()));
        facts.put("steps of the history with a secret", image.secretsBefore() + " -> " + image.secretsAfter());
        return facts;
    }

    private static String megabytes(long bytes) {
        return bytes / MEGABYTE + " MB";
    }

    private static String named(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return names.size() + ": " + first + (names.size() > MOST_NAMED ? ", ..." : "");
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("# Tried repairs\n");
        for (Tried tried : projects) {
            Prover.Result result = tried.result();
            text.append("\n## ").append(cell(tried.project())).append("\n\n");
            text.append(cell(head(result))).append(" (").append(effort(result)).append(").\n");
            result.untried()
                    .forEach(each ->
                            text.append("\nNot tried: ").append(cell(each)).append(".\n"));
            result.proof().ifPresent(proof -> {
                if (!proof.images().isEmpty()) {
                    text.append("\nWith the images:\n\n");
                    proof.images()
                            .forEach((name, digest) -> text.append("- ")
                                    .append(cell(name + " " + digest))
                                    .append('\n'));
                }
                text.append("\nExercised:\n\n");
                proof.exercised()
                        .forEach(each -> text.append("- ").append(cell(each)).append('\n'));
            });
            List<Line> lines = lines(result);
            if (!lines.isEmpty()) {
                text.append("\n| | Rule | Place | Finding | Reason |\n|---|---|---|---|---|\n");
                lines.forEach(each -> text.append("| ")
                        .append(each.outcome())
                        .append(" | ")
                        .append(each.rule())
                        .append(" | ")
                        .append(cell(each.place()))
                        .append(" | ")
                        .append(cell(each.text()))
                        .append(" | ")
                        .append(cell(each.reason()))
                        .append(" |\n"));
            }
            for (ImageComparison image : result.images()) {
                text.append("\n| ").append(cell(image.container())).append(" | |\n|---|---|\n");
                facts(image)
                        .forEach((name, value) -> text.append("| ")
                                .append(name)
                                .append(" | ")
                                .append(cell(value))
                                .append(" |\n"));
            }
        }
        return text.toString();
    }

    /** What stands between bars of a table, and starts no markup. */
    private static String cell(String value) {
        StringBuilder cell = new StringBuilder();
        for (char c : Printable.of(value).toCharArray()) {
            if ("|\\`*_<>[]".indexOf(c) >= 0) {
                cell.append('\\');
            }
            cell.append(c);
        }
        return cell.toString();
    }

    private String json() {
        List<Object> all = new ArrayList<>();
        for (Tried tried : projects) {
            Prover.Result result = tried.result();
            Map<String, Object> project = new LinkedHashMap<>();
            project.put("project", tried.project());
            project.put("tried", result.proof().isPresent());
            project.put("summary", head(result));
            project.put("trials", result.trials());
            project.put("seconds", result.time().toSeconds());
            project.put("notTried", result.untried());
            project.put("bases", result.proof().map(Proof::images).orElse(new TreeMap<>()));
            project.put("exercised", result.proof().map(Proof::exercised).orElse(List.of()));
            List<Object> repairs = new ArrayList<>();
            for (Line line : lines(result)) {
                Map<String, Object> repair = new LinkedHashMap<>();
                repair.put("outcome", line.outcome());
                repair.put("rule", line.rule());
                repair.put("place", line.place());
                repair.put("finding", line.text());
                repair.put("reason", line.reason());
                repairs.add(repair);
            }
            project.put("repairs", repairs);
            List<Object> images = new ArrayList<>();
            for (ImageComparison image : result.images()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("container", image.container());
                one.put("bytesBefore", image.bytesBefore());
                one.put("bytesAfter", image.bytesAfter());
                one.put("userBefore", image.userBefore());
                one.put("userAfter", image.userAfter());
                one.put("packagesGone", image.packagesGone());
                one.put("filesGone", image.filesGone());
                one.put("ownersChanged", image.ownersChanged());
                one.put("secretsInHistoryBefore", image.secretsBefore());
                one.put("secretsInHistoryAfter", image.secretsAfter());
                images.add(one);
            }
            project.put("images", images);
            all.add(project);
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("version", 1);
        report.put("projects", all);
        StringWriter text = new StringWriter();
        JsonText.write(new PrintWriter(text), report);
        return text.toString();
    }
}
