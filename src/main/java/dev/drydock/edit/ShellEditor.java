package dev.drydock.edit;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.model.RunScript;
import dev.drydock.shell.AndOrList;
import dev.drydock.shell.ShellWord;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;

/** Verbs that change the script of a RUN. Ranges of shell nodes are mapped to the file here and nowhere else. */
public final class ShellEditor {
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
     * Appends a command that runs if the script succeeded so far, in the style of the RUN.
     *
     * <p>The caller has made sure that the script can take one: it has statements, the last of them does not run in the
     * background, and no comment ends the line.
     */
    public TextEdit append(String command) {
        List<AndOrList> statements = run.script().statements();
        AndOrList last = statements.get(statements.size() - 1);
        int end = run.toFile(withoutTerminator(last)).end();
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
        return TextEdit.insert(end, layout.and() + command);
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
