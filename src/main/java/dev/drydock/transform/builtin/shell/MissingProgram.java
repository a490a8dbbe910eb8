package dev.drydock.transform.builtin.shell;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.Assignment;
import dev.drydock.shell.Command;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds pipes that cannot work: the image is known not to have a program in front of a pipe, and nothing before installs it.
 * Such a build goes on today without what the program should have brought, and would end if somebody noticed.
 */
final class MissingProgram {
    /** Packages whose name is not that of the program; checked 2026-11 in the package indices of Debian 13 and Alpine 3.22. */
    private static final Map<String, List<String>> PACKAGES = Map.of(
            "gpg", List.of("gnupg", "gnupg2"),
            "xz", List.of("xz-utils"),
            "gcc", List.of("build-essential", "build-base"),
            "make", List.of("build-essential", "build-base"),
            "python3", List.of("python3-minimal", "python3-pip", "python3-dev", "python3-venv"));

    private static final String[] MANAGERS = {
        "apt-get", "apt", "apk", "dnf", "yum", "microdnf", "tdnf", "zypper", "pacman"
    };

    private MissingProgram() {}

    /** Returns that a program of the pipe is missing; empty if none is known to be. */
    static Optional<String> of(BuildStage stage, RunScript script, Pipeline pipe) {
        List<Command> commands = pipe.commands();
        // That the last one is missing nobody can miss.
        for (Command command : commands.subList(0, commands.size() - 1)) {
            if (command instanceof SimpleCommand simple) {
                Optional<String> missing =
                        Invocation.of(simple).program().filter(name -> isMissing(stage, script, simple, name));
                if (missing.isPresent()) {
                    return missing.map(
                            name -> name + " is not in the image and nothing installs it before, which the pipe hides");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMissing(BuildStage stage, RunScript script, SimpleCommand command, String name) {
        boolean there = stage.facts().flatMap(facts -> facts.hasTool(name)).orElse(true);
        if (there) {
            return false;
        }
        for (Instruction instruction : stage.historyBefore(script.run())) {
            if (brings(instruction, name)) {
                return false;
            }
            if (instruction instanceof RunInstruction run) {
                Optional<RunScript> earlier =
                        stage.script(run).filter(known -> !known.script().isOpaque());
                if (earlier.isEmpty() || installs(earlier.get(), earlier.get().commands(), name)) {
                    return false;
                }
            }
        }
        List<SimpleCommand> before = script.commands().stream()
                .takeWhile(earlier -> earlier != command)
                .toList();
        return !installs(script, before, name);
    }

    /** Returns whether one of some commands of a script installs a program, perhaps by a variable of a loop. */
    private static boolean installs(RunScript script, List<SimpleCommand> commands, String name) {
        boolean looped = names(script.run().text(), name)
                && commands.stream()
                        .filter(each -> Invocation.of(each).runs(MANAGERS))
                        .flatMap(each -> each.arguments().stream())
                        .anyMatch(ShellWord::hasExpansion);
        return looped || commands.stream().anyMatch(each -> installs(each, name));
    }

    private static boolean brings(Instruction instruction, String name) {
        if (instruction instanceof FileTransfer transfer) {
            return transfer.sources().stream().anyMatch(source -> isFile(source.value(), name))
                    || transfer.destination()
                            .filter(target -> isFile(target.value(), name))
                            .isPresent();
        }
        // Packages are often named in a variable.
        return (instruction instanceof EnvInstruction || instruction instanceof ArgInstruction)
                && names(instruction.text(), name);
    }

    private static boolean isFile(String path, String name) {
        return path.equals(name) || path.endsWith("/" + name);
    }

    /** Returns whether a command names a package with the program, in a word or a variable, or runs what may install it. */
    private static boolean installs(SimpleCommand command, String name) {
        boolean named = Stream.concat(
                        command.arguments().stream().map(ShellWord::text),
                        command.assignments().stream().map(Assignment::text))
                .anyMatch(text -> names(text, name));
        Invocation invocation = Invocation.of(command);
        boolean script = invocation
                .programWord()
                .filter(word -> word.text().endsWith(".sh") || word.text().startsWith("./"))
                .isPresent();
        boolean hidden = invocation.runs(MANAGERS)
                && (invocation.hasHiddenOperands()
                        || invocation.arguments().stream()
                                .anyMatch(word -> word.text().contains("$(")
                                        || word.text().contains("`")));
        return named || script || hidden;
    }

    private static boolean names(String text, String name) {
        return Stream.concat(Stream.of(name), PACKAGES.getOrDefault(name, List.of()).stream())
                .anyMatch(each -> isWordOf(text, each));
    }

    private static boolean isWordOf(String text, String word) {
        for (int start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
            int end = start + word.length();
            boolean begins = start == 0 || " \t\n\"'=".indexOf(text.charAt(start - 1)) >= 0;
            boolean ends = end == text.length() || " \t\n\"'=:;\\".indexOf(text.charAt(end)) >= 0;
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
