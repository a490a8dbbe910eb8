package dev.drydock.transform.builtin.shell;

import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets a pipe fail if any of its commands does, by a SHELL above the first RUN that needs it, and the old one below the
 * last, so that nothing else is read by another shell: neither CMD nor images that are built on this one. A pipe that may
 * fail for a good reason is told to hide it, as it does now.
 */
public final class Pipefail extends DockerfileTransform {
    private static final String MESSAGE = "a pipe hides the failure of all but its last command";

    public Pipefail() {
        super("pipefail");
    }

    @Override
    protected void inspect(Subject subject) {
        subject.build().stages().forEach(stage -> inspect(subject, stage));
    }

    private static void inspect(Subject subject, BuildStage stage) {
        List<PipedRun> wanted = new ArrayList<>();
        for (PipedRun run : PipedRun.of(stage)) {
            Optional<String> outOfReach = run.outOfReach();
            if (outOfReach.isPresent()) {
                subject.abstain(run.place(), MESSAGE, outOfReach.get());
            } else if (run.isSafe() && !run.noticeable()) {
                subject.notNeeded(run.place(), MESSAGE, "nothing in front of the pipe can fail");
            } else {
                wanted.add(run);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Optional<PipefailShell> shell = PipefailShell.of(stage);
        if (shell.isEmpty()) {
            subject.abstain(
                    wanted.get(0).place(),
                    MESSAGE,
                    "nothing tells which shell " + stage.image().text()
                            + " has; name the image, or write a SHELL with pipefail that it has");
            return;
        }
        PipefailSpan.of(stage, wanted, shell.get()).forEach(span -> inspect(subject, span, shell.get()));
    }

    /** What the option does not harm comes first; what is left is looked at when that is done. */
    private static void inspect(Subject subject, PipefailSpan span, PipefailShell shell) {
        Optional<String> obstacle = span.obstacle(shell);
        if (obstacle.isPresent()) {
            subject.abstain(span.first().place(), MESSAGE, span.first().risk().orElse(obstacle.get()));
            return;
        }
        Optional<PipefailSpan> safe = span.safePart();
        if (safe.isEmpty() && span.runs().stream().noneMatch(PipedRun::gains)) {
            subject.abstain(span.first().place(), MESSAGE, span.first().risk().orElseThrow());
            return;
        }
        PipefailSpan now = safe.orElse(span);
        if (safe.isPresent()) {
            span.runs().stream()
                    .filter(run -> !now.runs().contains(run))
                    .forEach(run ->
                            subject.abstain(run.place(), MESSAGE, run.risk().orElseThrow()));
        }
        Optional<List<TextEdit>> edits = now.edits(subject.editor(), shell);
        if (edits.isEmpty()) {
            subject.abstain(
                    now.first().place(), MESSAGE, "a here-document in a pipe leaves no place to say that it may fail");
            return;
        }
        List<String> assumptions = new ArrayList<>(List.of(
                safe.isPresent()
                        ? "No command in front of a pipe fails in a build that is all right."
                        : "What is put in parentheses may go on hiding a failure: "
                                + now.first().risk().orElseThrow() + "."));
        shell.doubt().ifPresent(assumptions::add);
        subject.repair(
                now.first().place(),
                MESSAGE,
                Rewrite.of(
                                "use a SHELL with pipefail",
                                safe.isPresent() ? shell.certainty() : Safety.SUGGEST,
                                subject.file().path(),
                                edits.get())
                        .withAssumptions(assumptions));
    }
}
