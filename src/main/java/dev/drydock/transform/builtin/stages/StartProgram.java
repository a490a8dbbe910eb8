package dev.drydock.transform.builtin.stages;

import dev.drydock.model.BuildStage;
import dev.drydock.model.StartCommand;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one program that a container starts.
 *
 * @param words the program and its arguments; the empty string for one that is known only at run time
 * @param needsShell whether a shell reads the command
 */
record StartProgram(List<String> words, boolean needsShell) {
    StartProgram {
        words = List.copyOf(words);
    }

    /** Reads the start command of a stage. */
    static StartProgram of(BuildStage stage) {
        StartCommand start = stage.startCommand();
        if (start.isInherited()) {
            throw new UnclearException("the file does not say what the container starts");
        }
        List<ShellScript> scripts = start.scripts();
        if (scripts.isEmpty()) {
            return new StartProgram(start.words(), false);
        }
        boolean mixed = start.entrypoint().isPresent() && start.command().isPresent();
        if (mixed || scripts.size() != 1) {
            throw new UnclearException("ENTRYPOINT and CMD together do not show which program is started");
        }
        return ofScript(scripts.get(0));
    }

    private static StartProgram ofScript(ShellScript script) {
        List<SimpleCommand> commands = script.simpleCommands().toList();
        if (commands.size() != 1 || !commands.get(0).context().isPlain()) {
            throw new UnclearException("the container starts a shell script instead of one program");
        }
        Invocation invocation = Invocation.of(commands.get(0));
        List<String> words = new ArrayList<>();
        words.add(invocation.programWord().flatMap(word -> word.literalValue()).orElse(""));
        invocation.arguments().forEach(word -> words.add(word.literalValue().orElse("")));
        return new StartProgram(words, true);
    }

    /** Returns the program as it is written. */
    String program() {
        return words.isEmpty() ? "" : words.get(0);
    }

    /** Returns the last part of the program's path. */
    String name() {
        return program().substring(program().lastIndexOf('/') + 1);
    }

    /** Returns the word behind an option. */
    Optional<String> after(String option) {
        int index = words.indexOf(option);
        return index < 0 || index + 1 >= words.size()
                ? Optional.empty()
                : Optional.of(words.get(index + 1)).filter(word -> !word.isEmpty());
    }
}
