package dev.drydock.transform.builtin.shell;

import dev.drydock.dockerfile.ShellText;
import dev.drydock.edit.JsonText;
import dev.drydock.model.ShellInUse;
import dev.drydock.shell.AndOrList;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A start that needs the shell, with the shell written out: an array of what the engine makes of the shell form anyway. Where a
 * program stands last, {@code exec} puts it in the place of the shell, so that it gets the signals that end the container.
 *
 * @param edit that writes the array
 * @param replaces whether a program takes the place of the shell
 */
record SpelledShell(TextEdit edit, boolean replaces) {

    /** Returns the array; empty if the text has lines with comments of their own, or cannot be read. */
    static Optional<SpelledShell> of(ShellText text, ShellScript script, ShellInUse shell) {
        TextRange place =
                script.shellSource().toFile(new TextRange(0, text.value().length()));
        String written = script.shellSource().file().slice(place);
        boolean lines = written.indexOf('\n') >= 0;
        if (script.isOpaque() || text.value().indexOf('\n') >= 0 || (lines && written.indexOf('#') >= 0)) {
            return Optional.empty();
        }
        Optional<SimpleCommand> last = last(script);
        StringBuilder program = new StringBuilder(text.value());
        last.ifPresent(command -> program.insert(command.range().start(), "exec "));
        List<String> words = new ArrayList<>(shell.command());
        words.add(program.toString());
        String array = words.stream().map(JsonText::quote).collect(Collectors.joining(", ", "[", "]"));
        return Optional.of(new SpelledShell(TextEdit.replace(place, array), last.isPresent()));
    }

    /** Returns the program that the script ends with, if nothing is left to do for the shell afterwards. */
    private static Optional<SimpleCommand> last(ShellScript script) {
        List<AndOrList> statements = script.statements();
        if (statements.isEmpty()
                || script.simpleCommands()
                        .anyMatch(command -> command.words().stream()
                                .limit(1)
                                .anyMatch(word -> word.is("trap") || word.is("wait")))) {
            return Optional.empty();
        }
        AndOrList statement = statements.get(statements.size() - 1);
        int end = statement.pipelines().size() - 1;
        Pipeline pipe = statement.pipelines().get(end);
        boolean plain = statement.terminator() == AndOrList.Terminator.NONE
                && !pipe.isNegated()
                && pipe.commands().size() == 1;
        return Optional.of(pipe)
                .filter(each -> plain)
                .map(each -> each.commands().get(0))
                .filter(SimpleCommand.class::isInstance)
                .map(SimpleCommand.class::cast)
                .filter(command ->
                        command.assignments().isEmpty() && !command.context().afterOr())
                .filter(command -> command.words().stream()
                        .findFirst()
                        .filter(word ->
                                !word.literalPrefix().isEmpty() && !PlainCommand.isOfShell(word.literalPrefix()))
                        .isPresent());
    }
}
