package dev.drydock.transform.builtin.stages;

import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.List;
import java.util.Optional;

/**
 * One command of a RUN.
 *
 * @param script the script it stands in
 * @param invocation the program that it runs
 * @param folder the working folder, absolute; empty if it is not known
 */
record BuildStep(RunScript script, Invocation invocation, Optional<String> folder) {

    SimpleCommand command() {
        return invocation.command();
    }

    boolean runs(String... programs) {
        return invocation.runs(programs);
    }

    /** Returns the line of the RUN, for messages. */
    int line() {
        return command().rangeInFile().isEmpty()
                ? script.run().line()
                : script.run().source().line(command().rangeInFile().start());
    }

    /** Returns the words after the program as they are written, the empty string for one that is not known. */
    List<String> words() {
        return invocation.arguments().stream()
                .map(word -> word.literalValue().orElse(""))
                .toList();
    }

    /** Returns the words that are no options. */
    List<ShellWord> operands() {
        return invocation.arguments().stream()
                .filter(word -> !word.literalPrefix().startsWith("-"))
                .toList();
    }

    /** Returns the value of an option: in the next word, or behind an equals sign. */
    Optional<String> option(String... names) {
        List<String> words = words();
        for (int i = 0; i < words.size(); i++) {
            for (String name : names) {
                if (words.get(i).equals(name)) {
                    return i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
                }
                if (words.get(i).startsWith(name + "=")) {
                    return Optional.of(words.get(i).substring(name.length() + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns a path that the command names, made absolute. */
    Optional<String> path(String word) {
        return word.isEmpty() ? Optional.empty() : ContainerPath.resolve(folder, word);
    }

    /** Returns whether a variable is set for this command alone. */
    boolean sets(String name, String value) {
        return invocation.environment().stream()
                .anyMatch(set -> set.name().equals(name)
                        && set.value().filter(value::equals).isPresent());
    }
}
