package dev.drydock.transform.builtin.shell;

import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.CommandForm;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.JsonArray;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.ShellInstruction;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.ShellInUse;
import dev.drydock.text.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The RUNs of a stage that can get another shell together: in between, everything means the same to it. */
record PipefailSpan(BuildStage stage, List<PipedRun> runs) {
    /** What SHELL has to say for the shell that is there without it. */
    private static final List<String> USUAL = List.of("/bin/sh", "-c");

    PipefailSpan {
        runs = List.copyOf(runs);
    }

    /** Parts some RUNs so that no part has something in between that the shell reads differently. */
    static List<PipefailSpan> of(BuildStage stage, List<PipedRun> runs, PipefailShell shell) {
        Map<Instruction, PipedRun> piped = new HashMap<>();
        runs.forEach(run -> piped.put(run.script().run(), run));
        List<PipefailSpan> spans = new ArrayList<>();
        List<PipedRun> part = new ArrayList<>();
        for (Instruction instruction : stage.stage().instructions()) {
            Optional<PipedRun> run = Optional.ofNullable(piped.get(instruction));
            if (obstacle(stage, shell, instruction).isEmpty()) {
                run.ifPresent(part::add);
                continue;
            }
            if (!part.isEmpty()) {
                spans.add(new PipefailSpan(stage, part));
                part.clear();
            }
            run.ifPresent(alone -> spans.add(new PipefailSpan(stage, List.of(alone))));
        }
        if (!part.isEmpty()) {
            spans.add(new PipefailSpan(stage, part));
        }
        return spans;
    }

    PipedRun first() {
        return runs.get(0);
    }

    private PipedRun last() {
        return runs.get(runs.size() - 1);
    }

    /** Returns the part from the first RUN to the last that the option does not harm. */
    Optional<PipefailSpan> safePart() {
        int from = 0;
        int to = runs.size();
        while (from < to && !runs.get(from).isSafe()) {
            from++;
        }
        while (to > from && !runs.get(to - 1).isSafe()) {
            to--;
        }
        return from == to ? Optional.empty() : Optional.of(new PipefailSpan(stage, runs.subList(from, to)));
    }

    /** Returns why a RUN that stands alone cannot have the shell; empty if it can. */
    Optional<String> obstacle(PipefailShell shell) {
        return obstacle(stage, shell, first().script().run());
    }

    private static Optional<String> obstacle(BuildStage stage, PipefailShell shell, Instruction instruction) {
        ShellInUse present = stage.shellAt(instruction);
        if (instruction instanceof ShellInstruction
                || !(present.isDefault() || present.command().equals(USUAL))) {
            return Optional.of("a SHELL of its own reads line " + instruction.line());
        }
        if (isStart(instruction)) {
            return Optional.of("line " + instruction.line() + " would be started by another shell");
        }
        if (!(instruction instanceof RunInstruction run) || run.shell().isEmpty()) {
            return Optional.empty();
        }
        Optional<RunScript> script = stage.script(run);
        Optional<String> own = script.flatMap(known -> OwnPipes.of(known.script()));
        if (own.isPresent()) {
            return own.map(reason -> "line " + run.line() + ": " + reason);
        }
        boolean same = script.isPresent()
                && !script.get().script().isOpaque()
                && (shell.isDefault() || BashDialect.isSame(script.get().script()));
        return same
                ? Optional.empty()
                : Optional.of("line " + run.line() + " may mean something else to bash than to sh");
    }

    /** Returns the edits; empty if a pipe that has to hide what it hides now cannot be told to. */
    Optional<List<TextEdit>> edits(DockerfileEditor editor, PipefailShell shell) {
        List<TextEdit> edits = new ArrayList<>();
        RunInstruction from = first().script().run();
        RunInstruction to = last().script().run();
        Optional<ShellInstruction> ended = beside(from, -1)
                .filter(before -> stage.shellAt(before).command().equals(shell.command()));
        edits.add(ended.map(editor::delete)
                .orElseGet(() ->
                        editor.insertAboveComments(from, List.of(shell.instruction(editor.keyword("SHELL", from))))));
        for (PipedRun run : runs) {
            Optional<List<TextEdit>> guards = PipeGuard.edits(run);
            if (guards.isEmpty()) {
                return Optional.empty();
            }
            edits.addAll(guards.get());
        }
        Optional<ShellInstruction> begun = beside(to, 1)
                .filter(next -> next.exec()
                        .map(JsonArray::values)
                        .filter(shell.command()::equals)
                        .isPresent());
        if (begun.isPresent()) {
            edits.add(editor.delete(begun.get()));
        } else if (matters()) {
            edits.add(editor.insertBelow(to, List.of(editor.keyword("SHELL", to) + " [\"/bin/sh\", \"-c\"]")));
        }
        return Optional.of(edits);
    }

    /** Returns the SHELL that stands right before or behind an instruction. */
    private Optional<ShellInstruction> beside(Instruction instruction, int step) {
        List<Instruction> all = stage.stage().instructions();
        int place = all.indexOf(instruction) + step;
        return place >= 0 && place < all.size() && all.get(place) instanceof ShellInstruction shell
                ? Optional.of(shell)
                : Optional.empty();
    }

    /** Returns whether anything behind the span is read by the shell of the image. */
    private boolean matters() {
        List<Instruction> all = stage.stage().instructions();
        for (Instruction instruction : all.subList(all.indexOf(last().script().run()) + 1, all.size())) {
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
