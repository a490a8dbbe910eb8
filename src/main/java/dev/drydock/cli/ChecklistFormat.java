package dev.drydock.cli;

import dev.drydock.checklist.Answer;
import dev.drydock.checklist.Evidence;
import dev.drydock.checklist.Verdict;
import dev.drydock.report.JsonText;
import dev.drydock.report.MarkdownReport;
import dev.drydock.report.Printable;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How checklists are printed. */
enum ChecklistFormat {
    TEXT {
        @Override
        void print(PrintWriter out, List<AnsweredProject> projects, boolean quiet) {
            for (AnsweredProject project : projects) {
                out.print(Printable.path(String.join(", ", project.files())) + "\n");
                for (Answer answer : project.answers()) {
                    if (quiet && answer.verdict() != Verdict.FAIL) {
                        continue;
                    }
                    out.print(String.format(
                            "  %-4s  %-18s %s\n",
                            answer.verdict().label(),
                            answer.question().id(),
                            answer.question().text()));
                    answer.evidence()
                            .forEach(each -> out.print("          " + Printable.of(project.line(each)) + "\n"));
                    answer.remedies().forEach(each -> out.print("          -> " + Printable.of(each) + "\n"));
                }
            }
            out.print(totals(projects) + "\n");
        }
    },
    JSON {
        @Override
        void print(PrintWriter out, List<AnsweredProject> projects, boolean quiet) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("version", VersionCommand.version());
            document.put(
                    "projects", projects.stream().map(ChecklistFormat::project).toList());
            JsonText.write(out, document);
        }
    },
    MARKDOWN {
        @Override
        void print(PrintWriter out, List<AnsweredProject> projects, boolean quiet) {
            for (AnsweredProject project : projects) {
                out.print("### `"
                        + Printable.of(String.join(", ", project.files())).replace('`', '\'') + "`\n\n");
                out.print("| | Question | Evidence | What to do |\n|---|---|---|---|\n");
                for (Answer answer : project.answers()) {
                    if (!quiet || answer.verdict() == Verdict.FAIL) {
                        out.print("| " + answer.verdict().label() + " | "
                                + answer.question().text() + " | "
                                + cells(answer.evidence().stream()
                                        .map(project::line)
                                        .toList())
                                + " | " + cells(answer.remedies()) + " |\n");
                    }
                }
                out.print("\n");
            }
            out.print(totals(projects) + "\n");
        }
    };

    abstract void print(PrintWriter out, List<AnsweredProject> projects, boolean quiet);

    private static String cells(List<String> lines) {
        return String.join("<br>", lines.stream().map(MarkdownReport::cell).toList());
    }

    private static Map<String, Object> project(AnsweredProject project) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("files", project.files());
        map.put(
                "answers",
                project.answers().stream()
                        .map(answer -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("id", answer.question().id());
                            one.put("question", answer.question().text());
                            one.put("verdict", answer.verdict().label());
                            one.put(
                                    "evidence",
                                    answer.evidence().stream()
                                            .map(each -> evidence(project, each))
                                            .toList());
                            one.put("remedies", answer.remedies());
                            return one;
                        })
                        .toList());
        return map;
    }

    private static Map<String, Object> evidence(AnsweredProject project, Evidence evidence) {
        Map<String, Object> map = new LinkedHashMap<>();
        evidence.path().ifPresent(path -> map.put("path", project.names().apply(path)));
        if (evidence.line() > 0) {
            map.put("line", evidence.line());
        }
        map.put("text", evidence.text());
        map.put("good", evidence.good());
        return map;
    }

    private static String totals(List<AnsweredProject> projects) {
        Map<Verdict, Integer> counts = new LinkedHashMap<>();
        projects.stream()
                .flatMap(project -> project.answers().stream())
                .forEach(answer -> counts.merge(answer.verdict(), 1, Integer::sum));
        return (projects.size() == 1 ? "1 project: " : projects.size() + " projects: ")
                + counts.getOrDefault(Verdict.PASS, 0) + " pass, "
                + counts.getOrDefault(Verdict.FAIL, 0) + " fail, "
                + counts.getOrDefault(Verdict.NOT_APPLICABLE, 0) + " n/a";
    }
}
