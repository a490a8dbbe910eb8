package dev.drydock.transform.builtin.shell;

import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.CommandForm;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.ShellInstruction;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.ShellInUse;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.commands.SetCommand;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets a pipe fail if any of its commands does, by a SHELL above the first RUN that needs it, and the old one below the
 * last, so that nothing else is read by another shell: neither CMD nor images that are built on this one.
 */
public final class Pipefail extends DockerfileTransform {
    private static final String MESSAGE = "a pipe hides the failure of all but its last command";
    private static final String OPTION = "pipefail";

    public Pipefail() {
        super("pipefail");
    }

    /** A RUN with a pipe, and why it may fail with the option; empty if it does not. */
    private record PipedRun(RunScript script, TextRange place, Optional<String> risk) {}

    @Override
    protected void inspect(Subject subject) {
        subject.build().stages().forEach(stage -> inspect(subject, stage));
    }

    private static void inspect(Subject subject, BuildStage stage) {
        List<PipedRun> piped = new ArrayList<>();
        for (PipedRun run : piped(stage)) {
            if (run.risk().isEmpty()
                    && PipeRisk.pipes(run.script().script()).stream().noneMatch(PipeRisk::canFail)) {
                subject.notNeeded(run.place(), MESSAGE, "nothing in front of the pipe can fail");
            } else {
                piped.add(run);
            }
        }
        piped.stream()
                .filter(run -> run.risk().isPresent())
                .forEach(run -> subject.abstain(run.place(), MESSAGE, run.risk().orElseThrow()));
        List<PipedRun> wanted =
                piped.stream().filter(run -> run.risk().isEmpty()).toList();
        if (wanted.isEmpty()) {
            return;
        }
        TextRange place = wanted.get(0).place();
        Optional<PipefailShell> shell = stage.facts().flatMap(PipefailShell::of);
        if (shell.isEmpty()) {
            subject.abstain(
                    place,
                    MESSAGE,
                    "cannot tell which shell of " + stage.image().text() + " knows the option pipefail");
            return;
        }
        Span span = new Span(
                stage, wanted.get(0).script(), wanted.get(wanted.size() - 1).script());
        Optional<String> obstacle = span.obstacle(shell.get());
        if (obstacle.isPresent()) {
            subject.abstain(place, MESSAGE, obstacle.get());
            return;
        }
        subject.repair(
                place,
                MESSAGE,
                Rewrite.of(
                                "use a SHELL with pipefail",
                                Safety.REVIEW,
                                subject.file().path(),
                                edits(subject.editor(), span, shell.get()))
                        .withAssumptions(List.of("No command in front of a pipe fails in a build that is all right.")));
    }

    private static List<PipedRun> piped(BuildStage stage) {
        List<PipedRun> piped = new ArrayList<>();
        for (RunScript script : stage.scripts()) {
            List<Pipeline> pipes = PipeRisk.pipes(script.script());
            ShellInUse shell = script.ownShell().orElseGet(() -> stage.shellAt(script.run()));
            if (pipes.isEmpty() || shell.hasOption(OPTION) || setsOption(script)) {
                continue;
            }
            Optional<String> risk = script.ownShell()
                    .map(own -> "the RUN starts " + own.program()
                            + " itself, which SHELL does not reach; write set -o pipefail in its script")
                    .or(() -> pipes.stream()
                            .flatMap(
                                    pipe -> PipeRisk.of(pipe).or(() -> MissingProgram.of(stage, script, pipe)).stream())
                            .findFirst());
            piped.add(new PipedRun(script, script.toFile(pipes.get(0).range()), risk));
        }
        return piped;
    }

    private static boolean setsOption(RunScript script) {
        return script.commands().stream()
                .anyMatch(command -> SetCommand.from(command)
                        .filter(SetCommand::enablesPipefail)
                        .isPresent());
    }

    private static List<TextEdit> edits(DockerfileEditor editor, Span span, PipefailShell shell) {
        RunInstruction first = span.first().run();
        RunInstruction last = span.last().run();
        List<TextEdit> edits = new ArrayList<>();
        edits.add(editor.insertAboveComments(first, List.of(shell.instruction(editor.keyword("SHELL", first)))));
        if (span.matters()) {
            edits.add(editor.insertBelow(last, List.of(editor.keyword("SHELL", last) + " [\"/bin/sh\", \"-c\"]")));
        }
        return edits;
    }

    /** The instructions of a stage that get the other shell, from the first RUN that needs it to the last. */
    private record Span(BuildStage stage, RunScript first, RunScript last) {

        /** Returns why not everything in between means the same to the shell; empty if it does. */
        Optional<String> obstacle(PipefailShell shell) {
            for (Instruction instruction : between()) {
                Optional<String> obstacle = obstacle(shell, instruction);
                if (obstacle.isPresent()) {
                    return obstacle;
                }
            }
            return Optional.empty();
        }

        private List<Instruction> between() {
            List<Instruction> all = stage.stage().instructions();
            return all.subList(all.indexOf(first.run()), all.indexOf(last.run()) + 1);
        }

        private Optional<String> obstacle(PipefailShell shell, Instruction instruction) {
            if (instruction instanceof ShellInstruction
                    || !stage.shellAt(instruction).isDefault()) {
                return Optional.of("a SHELL of its own reads line " + instruction.line());
            }
            if (isStart(instruction)) {
                return Optional.of("line " + instruction.line() + " would be started by another shell");
            }
            if (!(instruction instanceof RunInstruction run) || run.shell().isEmpty()) {
                return Optional.empty();
            }
            Optional<RunScript> script = stage.script(run);
            boolean same = script.isPresent()
                    && !script.get().script().isOpaque()
                    && (shell.isDefault() || BashDialect.isSame(script.get().script()));
            if (!same) {
                return Optional.of("line " + run.line() + " may mean something else to bash than to sh");
            }
            boolean risky = !setsOption(script.get())
                    && PipeRisk.pipes(script.get().script()).stream()
                            .anyMatch(pipe -> PipeRisk.of(pipe).isPresent());
            return risky
                    ? Optional.of("line " + run.line() + " stands in between, whose pipe may fail for a good reason")
                    : Optional.empty();
        }

        /** Returns whether anything behind the span is read by the shell of the image. */
        boolean matters() {
            List<Instruction> all = stage.stage().instructions();
            for (Instruction instruction : all.subList(all.indexOf(last.run()) + 1, all.size())) {
                if (instruction instanceof ShellInstruction) {
                    return false;
                }
                boolean run = instruction instanceof RunInstruction command
                        && command.shell().isPresent();
                if (run || isStart(instruction)) {
                    return true;
                }
            }
            return stage.isFinal() || !stage.descendants().isEmpty();
        }

        private static boolean isStart(Instruction instruction) {
            boolean starts = instruction instanceof CmdInstruction
                    || instruction instanceof EntrypointInstruction
                    || instruction instanceof HealthcheckInstruction;
            return starts && ((CommandForm) instruction).shell().isPresent();
        }
    }
}
