package dev.drydock.edit;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.model.RunScript;
import dev.drydock.shell.AndOrList;
import dev.drydock.shell.Command;
import dev.drydock.shell.HereDocument;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.SetCommand;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Verbs that change the script of a RUN. Ranges of shell nodes are mapped to the file here and nowhere else. */
public final class ShellEditor {
    private static final Set<String> LEAVING = Set.of("exit", "exec", "return");

    private final Dockerfile file;
    private final RunScript run;
    private final SourceText source;

    public ShellEditor(Dockerfile file, RunScript run) {
        this.file = file;
        this.run = run;
        this.source = file.source();
    }

    /** Inserts text directly behind a word. */
    public TextEdit insertAfter(ShellWord word, String text) {
        return TextEdit.insert(run.toFile(word.range()).end(), text);
    }

    /**
     * Adds words behind the last of a list: each on a line of its own if the last two words have their own lines, else on the
     * line of the last one.
     */
    public TextEdit appendToList(List<ShellWord> list, List<String> words) {
        ShellWord last = list.get(list.size() - 1);
        Optional<String> indentation = indentation(last)
                .filter(own -> list.size() > 1
                        && indentation(list.get(list.size() - 2))
                                .filter(own::equals)
                                .isPresent());
        String separator = indentation
                .map(own -> " " + file.escapeCharacter()
                        + source.lineEndingAt(run.toFile(last.range()).start()).characters() + own)
                .orElse(" ");
        return insertAfter(last, separator + String.join(separator, words));
    }

    /** Returns the blanks before a word that is the first on its line. */
    private Optional<String> indentation(ShellWord word) {
        int start = run.toFile(word.range()).start();
        String before = source.text().substring(source.lineStartAt(start), start);
        return Optional.of(before).filter(text -> !text.isEmpty() && text.isBlank());
    }

    /** Inserts text directly before a word. */
    public TextEdit insertBefore(ShellWord word, String text) {
        return TextEdit.insert(run.toFile(word.range()).start(), text);
    }

    public TextEdit replace(ShellWord word, String text) {
        return TextEdit.replace(run.toFile(word.range()), text);
    }

    /** Replaces a range of the shell text. */
    public TextEdit replace(TextRange shell, String text) {
        return TextEdit.replace(run.toFile(shell), text);
    }

    /** Deletes a word and the blanks before it on its line; line breaks stay. */
    public TextEdit delete(ShellWord word) {
        TextRange range = run.toFile(word.range());
        int start = range.start();
        while (start > 0 && isBlank(source.text().charAt(start - 1))) {
            start--;
        }
        return TextEdit.delete(new TextRange(start, range.end()));
    }

    /**
     * Deletes words of one command. Lines that hold nothing else go whole, together with the continuation that led to them.
     * Empty if a comment stands where a line would have to be joined with the one before.
     */
    public Optional<List<TextEdit>> deleteWords(List<ShellWord> words) {
        return new WordDeletion(
                        file,
                        words.stream().map(word -> run.toFile(word.range())).toList())
                .edits();
    }

    /**
     * Returns why no command can be appended so that it surely runs when the script succeeded: it could not be read, its
     * last chain has alternatives, runs in the background or leaves the shell, or a comment ends it.
     */
    public Optional<String> obstacleToAppend() {
        ShellScript script = run.script();
        if (script.isOpaque()) {
            return Optional.of("the script cannot be read");
        }
        if (script.statements().isEmpty()) {
            return Optional.of("the script has no command");
        }
        AndOrList last = script.statements().get(script.statements().size() - 1);
        if (last.operators().contains(AndOrList.Operator.OR)) {
            return Optional.of("the script ends in an alternative (||)");
        }
        if (last.terminator() == AndOrList.Terminator.AMPERSAND) {
            return Optional.of("the last command runs in the background");
        }
        if (run.heredoc().isEmpty() && script.comments().findAny().isPresent()) {
            return Optional.of("a comment ends the script");
        }
        boolean leaves = last.pipelines().stream()
                .flatMap(pipeline -> pipeline.commands().stream())
                .anyMatch(ShellEditor::leavesShell);
        return leaves ? Optional.of("the script ends with exit or exec") : Optional.empty();
    }

    private static boolean leavesShell(Command command) {
        return command instanceof SimpleCommand simple
                && simple.name().filter(LEAVING::contains).isPresent();
    }

    /**
     * Appends a command that runs if the script succeeded so far, in the style of the RUN.
     *
     * <p>The caller has made sure that the script can take one: it has statements, the last of them does not run in the
     * background, and no comment ends the line.
     */
    public TextEdit append(String command) {
        return append(command, any -> true);
    }

    /**
     * Appends a command as {@link #append(String)} does. Where statements follow each other whether they succeed or not, it goes
     * before the last one if that needs nothing of it: behind it, the failure of the last one would be lost.
     *
     * @param needs whether a command needs what the new one takes away
     */
    public TextEdit append(String command, Predicate<SimpleCommand> needs) {
        List<AndOrList> statements = run.script().statements();
        AndOrList last = statements.get(statements.size() - 1);
        boolean loose = run.heredoc().isEmpty()
                && statements.size() > 1
                && !leavesAtFailure()
                && last.descendants(SimpleCommand.class).noneMatch(needs);
        if (loose && statements.get(statements.size() - 2).terminator() == AndOrList.Terminator.SEMICOLON) {
            TextRange before = withoutTerminator(statements.get(statements.size() - 2));
            return TextEdit.insert(
                    run.toFile(before).end(), RunLayout.of(run.run(), file).semicolon() + command);
        }
        int end = run.toFile(withoutTerminator(last)).end();
        if (run.heredoc().isPresent() && !stopsAtFailure(last)) {
            // A line of its own would hide that the last command failed.
            return TextEdit.insert(end, " && " + command);
        }
        if (run.heredoc().isPresent()) {
            int lineStart = source.lineStartAt(run.toFile(last.range()).start());
            int first = lineStart;
            while (first < source.length() && isBlank(source.text().charAt(first))) {
                first++;
            }
            String newline = source.lineEndingAt(end).characters();
            String indentation = source.slice(new TextRange(lineStart, first));
            return TextEdit.insert(source.lineContentEndAt(end), newline + indentation + command);
        }
        RunLayout layout = RunLayout.of(run.run(), file);
        // Behind a chain of several commands its failure would be lost: set -e does not see that of any but the last.
        boolean own = statements.size() > 1 && last.pipelines().size() == 1 && leavesAtFailure();
        return TextEdit.insert(end, (own ? layout.semicolon() : layout.and()) + command);
    }

    /**
     * Inserts a command before a chain of commands, to run first and only let the chain run if it succeeds, in the style of
     * the RUN.
     */
    public TextEdit prepend(AndOrList chain, String command) {
        int start = run.toFile(chain.range()).start();
        if (run.heredoc().isPresent()) {
            return TextEdit.insert(start, command + " && ");
        }
        RunLayout layout = RunLayout.of(run.run(), file);
        return TextEdit.insert(start, command + (leavesAtFailure() ? layout.semicolon() : layout.and()));
    }

    /** Returns whether the script leaves at the first failure, and the last statement ends at the end of its line. */
    private boolean stopsAtFailure(AndOrList last) {
        return leavesAtFailure()
                && last.descendants(HereDocument.class).findAny().isEmpty();
    }

    private boolean leavesAtFailure() {
        return run.script().statements().stream()
                .filter(AndOrList::isAndChain)
                .flatMap(list -> list.pipelines().stream())
                .flatMap(pipeline -> pipeline.commands().stream())
                .filter(SimpleCommand.class::isInstance)
                .flatMap(command -> SetCommand.from((SimpleCommand) command).stream())
                .flatMap(set -> set.option("errexit").stream())
                .reduce((first, second) -> second)
                .orElse(false);
    }

    /**
     * Inserts a command directly behind another one, in the style of the RUN. It runs only if that succeeded, unless the
     * script goes on after a failure anyway. Where {@code set -e} holds and more follows, a statement of its own is needed: a
     * failure on the left of {@code &&} does not end the script.
     */
    public TextEdit insertBehind(SimpleCommand anchor, String command) {
        RunLayout layout = RunLayout.of(run.run(), file);
        boolean own = anchor.context().lastOfChain() && isOwnStatement(anchor);
        String separator = own ? layout.semicolon() : layout.and();
        if (run.heredoc().isPresent()) {
            separator = own ? "; " : " && ";
        }
        return TextEdit.insert(run.toFile(anchor.range()).end(), separator + command);
    }

    /** Returns whether what goes behind a command, the last of its chain, is a statement of its own and not one of the chain. */
    private boolean isOwnStatement(SimpleCommand anchor) {
        List<AndOrList> statements = run.script().statements();
        AndOrList last = statements.get(statements.size() - 1);
        boolean ends = last.range().contains(anchor.range());
        boolean alone = statements.stream()
                .filter(list -> list.range().contains(anchor.range()))
                .allMatch(list -> list.pipelines().size() == 1);
        return leavesAtFailure() ? alone || !ends : alone && !ends;
    }

    /**
     * Deletes a command with the {@code &&} that joins it to its neighbours, so that the others run as before. Empty if it
     * is the only command of its list, if the list has alternatives, or if a comment stands in between.
     */
    public Optional<TextEdit> deleteFromChain(SimpleCommand command) {
        for (AndOrList list : run.script().descendants(AndOrList.class).toList()) {
            List<Pipeline> pipelines = list.pipelines();
            for (int i = 0; i < pipelines.size(); i++) {
                boolean alone = pipelines.get(i).commands().size() == 1
                        && pipelines.get(i).commands().get(0) == command;
                if (alone && pipelines.size() > 1 && list.isAndChain()) {
                    TextRange own = run.toFile(pipelines.get(i).range());
                    TextRange range = i > 0
                            ? new TextRange(
                                    run.toFile(pipelines.get(i - 1).range()).end(), own.end())
                            : new TextRange(
                                    own.start(),
                                    run.toFile(pipelines.get(1).range()).start());
                    return Optional.of(TextEdit.delete(range))
                            .filter(edit -> source.slice(range).indexOf('#') < 0);
                }
            }
        }
        return Optional.empty();
    }

    private static TextRange withoutTerminator(AndOrList list) {
        TextRange first = list.pipelines().get(0).range();
        TextRange last = list.pipelines().get(list.pipelines().size() - 1).range();
        return first.hull(last);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
