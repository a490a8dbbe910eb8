package dev.drydock.cli;

import dev.drydock.git.FileChange;
import dev.drydock.git.PlannedCommit;
import dev.drydock.project.ProjectPath;
import dev.drydock.pullrequest.NotFixed;
import dev.drydock.pullrequest.PlannedAction;
import dev.drydock.pullrequest.RequestPlan;
import dev.drydock.report.Printable;
import dev.drydock.report.UnifiedDiff;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints what a run is about to do. */
final class PlanPrinter {
    private final PrintWriter out;

    PlanPrinter(PrintWriter out) {
        this.out = out;
    }

    void plan(RequestPlan plan) {
        line("base " + plan.base() + " at " + plan.baseCommit().abbreviate(8).name());
        plan.actions().forEach(this::action);
        if (plan.actions().isEmpty()) {
            line("nothing to repair");
        }
    }

    private void action(PlannedAction action) {
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
        diff(action.files());
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

    void diff(List<FileChange> files) {
        for (FileChange file : files) {
            Optional<String> before = file.before().map(PlanPrinter::text);
            out.print(UnifiedDiff.of(ProjectPath.of(file.path()), before, text(file.after())));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void left(List<NotFixed> left) {
        for (NotFixed item : left) {
            String place = item.line() > 0 ? item.path() + ":" + item.line() : item.path();
            line("left: " + place + " " + item.rule() + ": " + item.what() + "; " + item.reason());
        }
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
