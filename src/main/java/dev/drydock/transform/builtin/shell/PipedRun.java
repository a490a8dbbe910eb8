package dev.drydock.transform.builtin.shell;

import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.ShellInUse;
import dev.drydock.shell.Parameter;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.commands.SetCommand;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A RUN whose pipes nothing watches.
 *
 * @param place of its first pipe in the file
 * @param risk why it may fail with the option; empty if it does not
 * @param guarded the pipes that have to keep hiding what they hide now, if the option is set
 * @param gains whether a pipe gets the option in whose front something can fail
 * @param noticeable whether anything in front of a pipe can fail, so that somebody gains by noticing
 */
record PipedRun(
        RunScript script,
        TextRange place,
        Optional<String> risk,
        List<Pipeline> guarded,
        boolean gains,
        boolean noticeable) {
    private static final String OPTION = "pipefail";

    PipedRun {
        guarded = List.copyOf(guarded);
    }

    /** Returns the RUNs of a stage that have pipes and read no shell with the option, in the order of the file. */
    static List<PipedRun> of(BuildStage stage) {
        List<PipedRun> piped = new ArrayList<>();
        for (RunScript script : stage.scripts()) {
            ShellInUse shell = script.ownShell().orElseGet(() -> stage.shellAt(script.run()));
            if (!shell.hasOption(OPTION)) {
                of(stage, script).ifPresent(piped::add);
            }
        }
        return piped;
    }

    private static Optional<PipedRun> of(BuildStage stage, RunScript script) {
        List<Pipeline> pipes = PipeRisk.pipes(script.script());
        if (pipes.isEmpty() || setsOption(script)) {
            return Optional.empty();
        }
        boolean asRoot = stage.isRootAt(script.run());
        Optional<String> watched =
                readsStatus(script) ? Optional.of("the script reads the exit status of what it ran") : Optional.empty();
        List<Pipeline> guarded = new ArrayList<>();
        Optional<String> risk = Optional.empty();
        boolean gains = false;
        for (Pipeline pipe : pipes) {
            Optional<String> own =
                    PipeRisk.of(pipe, asRoot).or(() -> watched).or(() -> MissingProgram.of(stage, script, pipe));
            risk = risk.or(() -> own);
            // What stands in a guarded pipe is guarded with it; outer pipes come before inner ones.
            boolean hidden = !guarded.isEmpty()
                    && guarded.get(guarded.size() - 1).range().contains(pipe.range());
            if (own.isPresent() && !hidden) {
                guarded.add(pipe);
            }
            gains |= own.isEmpty() && !hidden && PipeRisk.canFail(pipe);
        }
        return Optional.of(new PipedRun(
                script,
                script.toFile(pipes.get(0).range()),
                risk,
                guarded,
                gains,
                pipes.stream().anyMatch(PipeRisk::canFail)));
    }

    /** Returns whether the option changes nothing but that failures are noticed. */
    boolean isSafe() {
        return risk.isEmpty();
    }

    /** Returns why the RUN is out of the reach of SHELL; empty if it is not. */
    Optional<String> outOfReach() {
        return script.ownShell()
                .map(own -> "the RUN starts " + own.program()
                        + " itself, which SHELL does not reach; write set -o pipefail in its script")
                .or(() -> OwnPipes.of(script.script())
                        .map(reason -> reason + "; put the pipes that should fail into a RUN of their own"));
    }

    private static boolean readsStatus(RunScript script) {
        return script.script()
                .descendants(Parameter.class)
                .anyMatch(parameter -> parameter.name().equals("?"));
    }

    private static boolean setsOption(RunScript script) {
        return script.commands().stream()
                .anyMatch(command -> SetCommand.from(command)
                        .filter(SetCommand::enablesPipefail)
                        .isPresent());
    }
}
