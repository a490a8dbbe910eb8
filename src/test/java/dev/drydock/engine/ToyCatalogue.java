package dev.drydock.engine;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.catalogue.Page;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Facts;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.Outcome;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Transforms without meaning, with pages of their own, to see what the engine does with them. */
final class ToyCatalogue {
    static final ProjectPath DOCKERFILE = ProjectPath.of("Dockerfile");

    private final List<Page> pages = new ArrayList<>();
    private final List<Transform> transforms = new ArrayList<>();

    /** A transform made of a function. */
    record Toy(String id, BiFunction<String, Inspection, List<Finding>> judge) implements Transform {
        @Override
        public List<Finding> inspect(Inspection inspection) {
            return judge.apply(id, inspection);
        }
    }

    ToyCatalogue with(String id, BiFunction<String, Inspection, List<Finding>> judge) {
        return with(id, "instruction", "[]", "{}", judge);
    }

    ToyCatalogue with(
            String id, String phase, String after, String sameAs, BiFunction<String, Inspection, List<Finding>> judge) {
        String code = String.format("DD%03d", 900 + pages.size());
        pages.add(Page.parse("toys/" + id + ".md", page(id, code, phase, after, sameAs)));
        transforms.add(new Toy(id, judge));
        return this;
    }

    static String page(String id, String code, String phase, String after, String sameAs) {
        return String.join(
                "\n",
                "---",
                "id: " + id,
                "code: " + code,
                "since: 0.1.0",
                "status: stable",
                "targets: [dockerfile]",
                "phase: " + phase,
                "after: " + after,
                "safety: suggest",
                "kind: built-in",
                "same-as: " + sameAs,
                "---",
                "# Do " + id,
                "",
                "It does " + id + ".",
                "",
                "## Why",
                "",
                "Because.",
                "",
                "## Before / after",
                "",
                "```dockerfile before",
                "FROM a",
                "```",
                "```dockerfile after",
                "FROM b",
                "```",
                "",
                "## When it does nothing",
                "",
                "Never.",
                "",
                "## Safety",
                "",
                "None.",
                "",
                "## References",
                "",
                "None.",
                "");
    }

    Catalogue catalogue() {
        return Catalogue.of(pages, transforms);
    }

    Engine engine(Selection selection) {
        return new Engine(catalogue(), new Facts(Knowledge.overlay(Map.of())), selection);
    }

    RunResult run(String dockerfile) {
        return run(dockerfile, Selection.DEFAULT);
    }

    RunResult run(String dockerfile, Selection selection) {
        return engine(selection).run(project(dockerfile));
    }

    static Project project(String dockerfile) {
        return new Project(List.of(file("Dockerfile", FileKind.DOCKERFILE, dockerfile)), Workspace.UNKNOWN);
    }

    static ProjectFile file(String path, FileKind kind, String text) {
        return new ProjectFile(ProjectPath.of(path), kind, SourceText.of(text));
    }

    static String text(RunResult result) {
        return result.after().file(DOCKERFILE).orElseThrow().source().text();
    }

    /** Replaces every occurrence of one text in the Dockerfile by another. */
    static BiFunction<String, Inspection, List<Finding>> replace(String from, String to) {
        return replace(from, to, Safety.SAFE);
    }

    static BiFunction<String, Inspection, List<Finding>> replace(String from, String to, Safety safety) {
        return edit(from, range -> List.of(TextEdit.replace(range, to)), safety);
    }

    /** Finds every occurrence of a text in the Dockerfile and makes edits of it. */
    static BiFunction<String, Inspection, List<Finding>> edit(
            String from, Function<TextRange, List<TextEdit>> edits, Safety safety) {
        return each(
                from,
                (range, message) -> new Outcome.Repair(new Rewrite(
                        "Edit " + from,
                        safety,
                        List.of(new FileChange.Edits(DOCKERFILE, edits.apply(range))),
                        List.of(),
                        List.of())));
    }

    static BiFunction<String, Inspection, List<Finding>> each(
            String from, BiFunction<TextRange, String, Outcome> outcome) {
        return (id, inspection) -> {
            List<Finding> findings = new ArrayList<>();
            inspection.project().file(DOCKERFILE).ifPresent(file -> {
                String text = file.source().text();
                for (int i = text.indexOf(from); i >= 0; i = text.indexOf(from, i + from.length())) {
                    TextRange range = new TextRange(i, i + from.length());
                    String message = "there is " + from;
                    findings.add(new Finding(id, DOCKERFILE, range, message, outcome.apply(range, message)));
                }
            });
            return findings;
        };
    }
}
