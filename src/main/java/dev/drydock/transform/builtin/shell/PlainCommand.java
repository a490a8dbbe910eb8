package dev.drydock.transform.builtin.shell;

import dev.drydock.shell.AndOrList;
import dev.drydock.shell.Command;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A script that does nothing but start one program with fixed arguments, so that the shell is not needed.
 *
 * @param range the command with a leading {@code exec}, in the shell text
 * @param words the program and its arguments; each has a static value
 */
record PlainCommand(TextRange range, List<ShellWord> words) {
    /** What the shell does itself, and what differs from the program of the same name. */
    private static final Set<String> BUILTINS = Set.of(
            ".",
            ":",
            "alias",
            "bg",
            "cd",
            "command",
            "eval",
            "exec",
            "exit",
            "export",
            "fg",
            "getopts",
            "hash",
            "jobs",
            "local",
            "read",
            "readonly",
            "return",
            "set",
            "shift",
            "source",
            "times",
            "trap",
            "type",
            "ulimit",
            "umask",
            "unalias",
            "unset",
            "wait",
            "builtin",
            "declare",
            "let",
            "shopt",
            "typeset",
            "bind",
            "break",
            "continue");

    /** Returns the command, or empty if the script has or may have anything that only a shell does. */
    static Optional<PlainCommand> of(ShellScript script) {
        if (script.statements().size() != 1 || script.comments().findAny().isPresent()) {
            return Optional.empty();
        }
        AndOrList statement = script.statements().get(0);
        boolean single = statement.pipelines().size() == 1
                && statement.terminator() == AndOrList.Terminator.NONE
                && !statement.pipelines().get(0).isNegated()
                && statement.pipelines().get(0).commands().size() == 1;
        Command command = statement.pipelines().get(0).commands().get(0);
        if (!single
                || !command.redirects().isEmpty()
                || !(command instanceof SimpleCommand simple)
                || !simple.assignments().isEmpty()
                || simple.words().isEmpty()) {
            return Optional.empty();
        }
        List<ShellWord> words = simple.words();
        boolean replaces = words.size() > 1 && words.get(0).is("exec");
        List<ShellWord> program = replaces ? words.subList(1, words.size()) : words;
        boolean plain = program.stream().allMatch(PlainCommand::isPlain)
                && !BUILTINS.contains(program.get(0).literalPrefix())
                && !program.get(0).literalPrefix().startsWith("-")
                && !program.get(0).literalPrefix().isEmpty();
        return plain ? Optional.of(new PlainCommand(simple.range(), program)) : Optional.empty();
    }

    /** Returns whether the shell does a command itself, as far as a start is concerned: echo and test end at once. */
    static boolean isOfShell(String name) {
        return BUILTINS.contains(name) || name.equals("echo") || name.equals("printf") || name.equals("test");
    }

    private static boolean isPlain(ShellWord word) {
        // Some shells resolve escapes in the arguments of echo, and all of them differ in that.
        return word.staticValue().filter(text -> text.indexOf('\\') < 0).isPresent();
    }

    String program() {
        return words.get(0).literalPrefix();
    }
}
