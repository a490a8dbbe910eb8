package dev.drydock.transform.builtin.shell;

import dev.drydock.shell.AndOrList;
import dev.drydock.shell.CommandSubstitution;
import dev.drydock.shell.OpaqueCommand;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.SetCommand;
import java.util.List;
import java.util.Set;

/**
 * Judges whether bash does with a script what dash does. Source: bash manual, appendix B and section 6.11; dash(1). They
 * differ in echo, in words that only one of them knows, and in what a command substitution does with {@code set -e}.
 */
final class BashDialect {
    private static final Set<String> DIFFERENT =
            Set.of("source", "alias", "let", "declare", "typeset", "function", "time", "type", "[[", "ulimit", "trap");
    private static final List<String> MARKS = List.of(
            "$'",
            "$\"",
            "[^",
            "RANDOM",
            "$UID",
            "${UID",
            "HOSTNAME",
            "BASH",
            "$0",
            "$_",
            "SECONDS",
            "LINENO",
            "$(<",
            "\\x",
            "\\u",
            "\\e");

    private BashDialect() {}

    /** Returns whether the script surely means the same to both. */
    static boolean isSame(ShellScript script) {
        return !script.isOpaque()
                && script.descendants(OpaqueCommand.class).findAny().isEmpty()
                && MARKS.stream().noneMatch(script.text()::contains)
                && script.descendants(ShellWord.class).noneMatch(ShellWord::hasBraces)
                && script.descendants(Redirect.class)
                        .noneMatch(redirect -> redirect.operator().startsWith("&"))
                && script.simpleCommands().allMatch(BashDialect::isSame)
                && keepsErrexit(script);
    }

    private static boolean isSame(SimpleCommand command) {
        String name = command.name().orElse("");
        return switch (name) {
            case "echo" -> isSameEcho(command.arguments());
            case "test", "[" -> command.arguments().stream().noneMatch(word -> word.is("=="));
            default -> !DIFFERENT.contains(name);
        };
    }

    private static boolean isSameEcho(List<ShellWord> words) {
        boolean option = words.stream()
                .findFirst()
                .filter(word -> word.literalPrefix().startsWith("-") && !word.is("-n"))
                .isPresent();
        return !option && words.stream().noneMatch(word -> word.text().indexOf('\\') >= 0);
    }

    /** Bash does not hand {@code set -e} on to command substitutions, where it matters only between two statements. */
    private static boolean keepsErrexit(ShellScript script) {
        boolean errexit = script.simpleCommands()
                .anyMatch(command -> SetCommand.from(command)
                        .filter(SetCommand::enablesErrexit)
                        .isPresent());
        return !errexit
                || script.descendants(CommandSubstitution.class)
                        .noneMatch(substitution ->
                                substitution.descendants(AndOrList.class).count() > 1);
    }
}
