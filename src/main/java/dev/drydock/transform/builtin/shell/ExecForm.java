package dev.drydock.transform.builtin.shell;

import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.CommandForm;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.JsonArray;
import dev.drydock.dockerfile.ShellText;
import dev.drydock.edit.JsonText;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ShellInUse;
import dev.drydock.model.StartCommand;
import dev.drydock.project.BuildingServices;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes CMD, ENTRYPOINT and HEALTHCHECK as a JSON array where the shell does nothing but start the program, and tells of arrays
 * that are no JSON.
 */
public final class ExecForm extends DockerfileTransform {
    /** Entrypoints that run their arguments as they are. */
    private static final Set<String> STARTERS = Set.of("tini", "dumb-init", "docker-init", "catatonit", "env", "sudo");

    public ExecForm() {
        super("exec-form");
    }

    @Override
    protected void inspect(Subject subject) {
        for (BuildStage stage : subject.build().stages()) {
            for (Instruction instruction : stage.stage().instructions()) {
                Optional<BrokenArray> broken = BrokenArray.of(instruction);
                if (broken.isPresent()) {
                    report(subject, instruction, broken.get());
                    continue;
                }
                boolean starts = instruction instanceof CmdInstruction
                        || instruction instanceof EntrypointInstruction
                        || instruction instanceof HealthcheckInstruction;
                if (starts && ((CommandForm) instruction).shell().isPresent()) {
                    inspect(
                            subject,
                            stage,
                            instruction,
                            ((CommandForm) instruction).shell().orElseThrow());
                }
            }
        }
    }

    private static void report(Subject subject, Instruction instruction, BrokenArray array) {
        if (array.edits().isEmpty()) {
            subject.abstain(
                    instruction.code(),
                    array.message(),
                    "what was meant is not certain; write [\"a\", \"b\"], and comments on lines of their own");
            return;
        }
        subject.repair(
                instruction.code(),
                array.message(),
                Rewrite.of(
                                "write the array as JSON",
                                Safety.SUGGEST,
                                subject.file().path(),
                                array.edits().get())
                        .withAssumptions(List.of("The words in the brackets are what was meant.")));
    }

    private static void inspect(Subject subject, BuildStage stage, Instruction instruction, ShellText text) {
        String message = instruction.name() + " starts a shell first";
        TextRange place = instruction.code();
        ShellInUse shell = stage.shellAt(instruction);
        if (!ShellOptions.leaveCommandsAlone(shell)) {
            subject.notNeeded(place, message, "a SHELL of its own reads it");
            return;
        }
        ShellScript script = StartCommand.script(text, instruction.source());
        Optional<PlainCommand> command = PlainCommand.of(script);
        if (command.isEmpty()) {
            spell(subject, stage, instruction, text, "it needs the shell: operators, variables, patterns or builtins");
            return;
        }
        Optional<String> obstacle = obstacle(stage, instruction)
                .or(() -> startFile(stage))
                .or(() -> argumentsOfService(subject, stage, instruction))
                .or(() -> StartedFile.obstacle(
                        subject.inspection().project(),
                        subject.file(),
                        stage,
                        command.get().program()));
        if (obstacle.isPresent()) {
            spell(subject, stage, instruction, text, obstacle.get());
            return;
        }
        Safety safety = safety(stage, instruction);
        subject.repair(
                place,
                message,
                Rewrite.of("use the exec form", safety, subject.file().path(), edits(script, command.get()))
                        .withAssumptions(assumptions(safety, instruction, stage)));
    }

    /** Suggests to write the shell out where something needs it, or may. */
    private static void spell(
            Subject subject, BuildStage stage, Instruction instruction, ShellText text, String reason) {
        String message = instruction.name() + " starts a shell first";
        if (instruction instanceof HealthcheckInstruction) {
            subject.notNeeded(instruction.code(), message, reason);
            return;
        }
        ShellScript script = StartCommand.script(text, instruction.source());
        Optional<SpelledShell> spelled = SpelledShell.of(text, script, stage.shellAt(instruction));
        if (spelled.isEmpty()) {
            subject.abstain(instruction.code(), message, reason);
            return;
        }
        boolean replaces = spelled.get().replaces();
        subject.repair(
                instruction.code(),
                message,
                Rewrite.of(
                                replaces
                                        ? "write the shell out, and let the program take its place"
                                        : "write the shell out",
                                Safety.SUGGEST,
                                subject.file().path(),
                                List.of(spelled.get().edit()))
                        .withAssumptions(
                                replaces
                                        ? List.of("The program works as the first process of the container, without a"
                                                + " shell above it.")
                                        : List.of())
                        .withNotes(List.of("The shell stays: " + reason + ".")));
    }

    /** A shell that is not interactive reads this file first, which may set where programs are found (bash(1), INVOCATION). */
    private static Optional<String> startFile(BuildStage stage) {
        return stage.environment("BASH_ENV").isPresent()
                ? Optional.of("the shell reads the file that BASH_ENV names first")
                : Optional.empty();
    }

    private static Optional<String> obstacle(BuildStage stage, Instruction instruction) {
        if (instruction instanceof EntrypointInstruction) {
            return stage.history(CmdInstruction.class).findAny().isPresent()
                    ? Optional.of("the shell form ignores CMD, which would become its arguments")
                    : Optional.empty();
        }
        if (instruction instanceof HealthcheckInstruction) {
            return Optional.empty();
        }
        Optional<EntrypointInstruction> entrypoint =
                stage.history(EntrypointInstruction.class).reduce((first, second) -> second);
        if (entrypoint.isPresent()) {
            boolean runsArguments = entrypoint
                    .flatMap(CommandForm::exec)
                    .map(ExecForm::runsArguments)
                    .orElse(true);
            return runsArguments
                    ? Optional.empty()
                    : Optional.of(
                            "the entrypoint gets a shell to run, and may do something else with the program itself");
        }
        boolean service = stage.facts()
                .filter(facts -> !ImageEntrypoints.runsArguments(facts))
                .isPresent();
        return service
                ? Optional.of("the entrypoint of " + stage.image().text()
                        + " gets a shell to run, and may do something else with the program itself")
                : Optional.empty();
    }

    /** A command that a compose file gives is nothing to a shell form, and would be arguments of an exec form. */
    private static Optional<String> argumentsOfService(Subject subject, BuildStage stage, Instruction instruction) {
        if (!(instruction instanceof EntrypointInstruction)) {
            return Optional.empty();
        }
        return BuildingServices.of(
                        subject.inspection().project(),
                        subject.file(),
                        stage.stage().name())
                .services()
                .stream()
                .filter(service ->
                        service.command().isPresent() && service.entrypoint().isEmpty())
                .findFirst()
                .map(service -> "the shell form ignores the command of the service " + service.name()
                        + ", which would become its arguments");
    }

    private static boolean runsArguments(JsonArray entrypoint) {
        List<String> words = entrypoint.values();
        if (words.isEmpty()) {
            return true;
        }
        String first = words.get(0);
        boolean plain = words.stream().skip(1).allMatch(word -> word.startsWith("-"));
        return plain && STARTERS.contains(first.substring(first.lastIndexOf('/') + 1));
    }

    private static Safety safety(BuildStage stage, Instruction instruction) {
        if (instruction instanceof HealthcheckInstruction) {
            return Safety.SAFE;
        }
        if (instruction instanceof EntrypointInstruction) {
            return Safety.REVIEW;
        }
        boolean known = stage.facts().isPresent()
                || stage.history(EntrypointInstruction.class).findAny().isPresent();
        return known ? Safety.REVIEW : Safety.SUGGEST;
    }

    private static List<String> assumptions(Safety safety, Instruction instruction, BuildStage stage) {
        List<String> sentences = new ArrayList<>();
        if (safety == Safety.SAFE) {
            return sentences;
        }
        sentences.add("The program works as the first process of the container, without a shell above it.");
        if (instruction instanceof EntrypointInstruction) {
            sentences.add("Nobody gives the container arguments, which the shell form ignores.");
        } else if (safety == Safety.SUGGEST) {
            sentences.add("The entrypoint of " + stage.image().text() + ", if it has one, runs what it is given.");
        }
        return sentences;
    }

    /** Quotes each word where it stands, so that lines and comments stay as they are; several blanks become one. */
    private static List<TextEdit> edits(ShellScript script, PlainCommand command) {
        List<TextEdit> edits = new ArrayList<>();
        List<ShellWord> words = command.words();
        for (int i = 0; i < words.size(); i++) {
            ShellWord word = words.get(i);
            TextRange range = script.shellSource().toFile(word.range());
            if (i == 0) {
                int start = script.shellSource().toFile(command.range()).start();
                range = new TextRange(start, range.end());
            }
            String open = i == 0 ? "[" : "";
            int before = i == 0
                    ? range.start()
                    : script.shellSource().toFile(words.get(i - 1).range()).end();
            if (i > 0 && isWide(script, new TextRange(before, range.start()))) {
                range = new TextRange(before, range.end());
                open = " ";
            }
            String close = i == words.size() - 1 ? "]" : ",";
            edits.add(TextEdit.replace(
                    range, open + JsonText.quote(word.staticValue().orElseThrow()) + close));
        }
        return edits;
    }

    private static boolean isWide(ShellScript script, TextRange range) {
        String gap = script.shellSource().file().slice(range);
        return !gap.equals(" ") && gap.chars().allMatch(c -> c == ' ' || c == '\t');
    }
}
