package dev.drydock.cli;

import dev.drydock.engine.Discretion;
import dev.drydock.git.FileChange;
import dev.drydock.git.PlannedCommit;
import dev.drydock.knowledge.Confidential;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.pullrequest.NotFixed;
import dev.drydock.pullrequest.PlannedAction;
import dev.drydock.pullrequest.RequestPlan;
import dev.drydock.report.Printable;
import dev.drydock.report.UnifiedDiff;
import dev.drydock.text.SourceText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints what a run is about to do. */
final class PlanPrinter {
    private final PrintWriter out;

    PlanPrinter(PrintWriter out) {
        this.out = out;
    }

    /** @param knowledge what secrets look like, which are masked in the diffs */
    void plan(RequestPlan plan, Knowledge knowledge) {
        line("base " + plan.base() + " at " + plan.baseCommit().abbreviate(8).name());
        plan.actions().forEach(action -> action(action, knowledge));
        if (plan.actions().isEmpty()) {
            line("nothing to fix");
        }
    }

    private void action(PlannedAction action, Knowledge knowledge) {
        line("");
        line(label(action.kind()) + " " + action.branch() + ": " + action.reason());
        action.existing().ifPresent(request -> line("request: " + request.url()));
        if (!action.title().isEmpty()) {
            line("title: " + action.title());
        }
        commits(action.commits());
        if (!action.body().isEmpty()) {
            line("body:");
            indented(action.body());
        }
        diff(action.files(), knowledge);
    }

    static String label(PlannedAction.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void commits(List<PlannedCommit> commits) {
        for (PlannedCommit commit : commits) {
            line("commit:");
            indented(commit.message().toString());
        }
    }

    void diff(List<FileChange> files, Knowledge knowledge) {
        Confidential confidential = Discretion.of(new Project(texts(files), Workspace.UNKNOWN), knowledge);
        for (FileChange file : files) {
            Optional<String> before = file.before().map(PlanPrinter::text);
            UnifiedDiff.masked(ProjectPath.of(file.path()), before, text(file.after()), confidential::maskText)
                    .text()
                    .lines()
                    .forEach(line -> out.print(Printable.line(line) + "\n"));
        }
    }

    private static List<ProjectFile> texts(List<FileChange> files) {
        List<ProjectFile> texts = new ArrayList<>();
        for (FileChange file : files) {
            ProjectPath path = ProjectPath.of(file.path());
            FileKind kind = FileKind.of(path).orElse(FileKind.OTHER);
            texts.add(
                    new ProjectFile(path, kind, SourceText.of(text(file.before().orElseGet(file::after)))));
        }
        return texts;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Prints which files have to be made before a change is of use. */
    void secretFiles(List<String> paths) {
        paths.forEach(path ->
                line("make " + path + " where the application runs: it holds a secret value and is not committed"));
    }

    void left(List<NotFixed> left) {
        for (NotFixed item : left) {
            line("left: " + item.place() + " " + item.rule() + ": " + item.what() + "; " + item.reason());
        }
    }

    /** Prints the configurations and lock files that cannot be used, and returns whether there are any. */
    boolean settings(List<NotFixed> left) {
        List<NotFixed> broken =
                left.stream().filter(NotFixed::isSettings).distinct().toList();
        for (NotFixed item : broken) {
            line("drydock: error: " + item.place() + ": " + item.what() + "; " + item.reason());
        }
        return !broken.isEmpty();
    }

    private void indented(String text) {
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            line(end == start ? "" : "    " + text.substring(start, end));
            start = end + 1;
        }
    }

    void line(String text) {
        out.print(Printable.of(text) + "\n");
    }
}
