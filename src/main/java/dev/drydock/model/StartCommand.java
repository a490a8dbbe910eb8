package dev.drydock.model;

import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.CommandForm;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.ShellText;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellSource;
import dev.drydock.shell.parse.ShellParser;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a container of a stage starts when nothing else is said: ENTRYPOINT and CMD put together.
 *
 * <p>Source: Dockerfile reference, "Understand how CMD and ENTRYPOINT interact". The shell form of ENTRYPOINT ignores CMD,
 * and an ENTRYPOINT resets a CMD that the base image set.
 *
 * @param entrypoint the ENTRYPOINT of the file, if it has one
 * @param command the CMD of the file, if it has one and it counts
 */
public record StartCommand(Optional<EntrypointInstruction> entrypoint, Optional<CmdInstruction> command) {

    static StartCommand of(BuildStage stage) {
        Optional<EntrypointInstruction> entrypoint = Optional.empty();
        Optional<CmdInstruction> command = Optional.empty();
        for (Instruction instruction : stage.history()) {
            if (instruction instanceof EntrypointInstruction found) {
                entrypoint = Optional.of(found).filter(known -> !isEmpty(known));
            } else if (instruction instanceof CmdInstruction found) {
                command = Optional.of(found).filter(known -> !isEmpty(known));
            }
        }
        boolean ignored = entrypoint.filter(known -> known.shell().isPresent()).isPresent();
        return new StartCommand(entrypoint, ignored ? Optional.empty() : command);
    }

    private static boolean isEmpty(CommandForm form) {
        return form.exec()
                .map(array -> array.elements().isEmpty())
                .orElse(form.shell().isEmpty());
    }

    /** Returns whether the file itself says nothing, so that the base image decides. */
    public boolean isInherited() {
        return entrypoint.isEmpty() && command.isEmpty();
    }

    /** Returns the words that are executed without a shell: the exec forms of both, in order. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        entrypoint.flatMap(CommandForm::exec).ifPresent(array -> words.addAll(array.values()));
        command.flatMap(CommandForm::exec).ifPresent(array -> words.addAll(array.values()));
        return List.copyOf(words);
    }

    /** Returns the scripts that a shell reads: shell forms, and the text behind {@code sh -c} of exec forms. */
    public List<ShellScript> scripts() {
        List<ShellScript> scripts = new ArrayList<>();
        entrypoint.flatMap(CommandForm::shell).ifPresent(text -> scripts.add(parse(text.value())));
        command.flatMap(CommandForm::shell).ifPresent(text -> scripts.add(parse(text.value())));
        List<String> words = words();
        for (int i = 0; i + 2 < words.size(); i++) {
            if (isShell(words.get(i))
                    && words.get(i + 1).endsWith("c")
                    && words.get(i + 1).startsWith("-")) {
                scripts.add(parse(words.get(i + 2)));
            }
        }
        return List.copyOf(scripts);
    }

    /** Returns whether a word names a POSIX shell, with or without a folder. */
    public static boolean isShell(String word) {
        String name = word.substring(word.lastIndexOf('/') + 1);
        return List.of("sh", "bash", "dash", "ash").contains(name);
    }

    private static ShellScript parse(String script) {
        return script(SourceText.of(script));
    }

    /** Returns the tree of a shell form; its ranges can be mapped to the file. */
    public static ShellScript script(ShellText text, SourceText file) {
        return ShellParser.parse(ShellSource.mapped(text.value(), text.toFile(), file));
    }

    /** Returns the tree of a script that a container starts, opaque if no shell could read it. */
    public static ShellScript script(SourceText file) {
        return ShellParser.parse(ShellSource.identity(file));
    }
}
