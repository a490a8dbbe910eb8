package dev.drydock.edit;

import dev.drydock.script.Fragment;
import dev.drydock.shell.Literal;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * Verbs that change a command line of docker or podman where it stands. What is added is arranged as the command line is;
 * a verb answers with nothing where the place does not allow it.
 */
public final class CommandEditor {
    /** A line of a script that is longer is seldom read to its end. */
    private static final int WIDTH = 100;

    private final Fragment fragment;
    private final ContainerCommand command;
    private final SourceText file;

    public CommandEditor(Fragment fragment, ContainerCommand command) {
        this.fragment = fragment;
        this.command = command;
        this.file = fragment.script().shellSource().file();
    }

    /** Adds flags behind the last one before the image, each a word of its own. */
    public Optional<TextEdit> addFlags(List<String> flags) {
        boolean forbidden =
                flags.stream().anyMatch(flag -> fragment.obstacleTo(flag).isPresent());
        if (forbidden || flags.isEmpty()) {
            return Optional.empty();
        }
        int anchor = inFile(command.flagAnchor()).end();
        String gap = command.afterFlagAnchor()
                .map(word -> file.slice(between(command.flagAnchor(), word)))
                .filter(text -> text.indexOf('\n') >= 0 && isGap(text))
                .orElse(" ");
        Optional<TextRange> toNext = command.afterFlagAnchor().map(word -> between(command.flagAnchor(), word));
        if (gap.equals(" ") && toNext.isPresent() && isTooLong(anchor, flags)) {
            String line = continuation();
            if (!line.isEmpty() && isGap(file.slice(toNext.get()))) {
                return Optional.of(TextEdit.replace(toNext.get(), line + String.join(line, flags) + line));
            }
        }
        StringBuilder text = new StringBuilder();
        flags.forEach(flag -> text.append(gap).append(flag));
        return Optional.of(TextEdit.insert(anchor, text.toString()));
    }

    private boolean isTooLong(int anchor, List<String> flags) {
        int more = flags.stream().mapToInt(flag -> flag.length() + 1).sum();
        return file.slice(lineAt(anchor)).length() + more > WIDTH;
    }

    /** Returns the end of a line that goes on, and the beginning of the next one; empty where lines cannot go on. */
    private String continuation() {
        boolean folded = fragment.host() == Fragment.Host.FOLDED;
        if (!folded
                && fragment.host() != Fragment.Host.SCRIPT
                && fragment.host() != Fragment.Host.RECIPE
                && fragment.host() != Fragment.Host.BLOCK) {
            return "";
        }
        TextRange first = lineAt(command.command().rangeInFile().start());
        String line = file.slice(first);
        int blanks = 0;
        while (blanks < line.length() && (line.charAt(blanks) == ' ' || line.charAt(blanks) == '\t')) {
            blanks++;
        }
        boolean carriage = file.text().startsWith("\r\n", first.end());
        String terminator = carriage ? "\r\n" : "\n";
        // Lines of a folded block are joined as long as none is indented more than the others.
        return folded
                ? terminator + line.substring(0, blanks)
                : " \\" + terminator + line.substring(0, blanks) + "    ";
    }

    /** Returns the range of the line at an offset, without its terminator. */
    private TextRange lineAt(int offset) {
        String all = file.text();
        int start = all.lastIndexOf('\n', offset - 1) + 1;
        int end = all.indexOf('\n', offset);
        end = end < 0 ? all.length() : end;
        return new TextRange(start, end > start && all.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    /** Removes a flag with its value and the blanks, or the continued line, before it. */
    public Optional<TextEdit> remove(ContainerCommand.Flag flag) {
        if (!flag.isAlone()) {
            return Optional.empty();
        }
        List<ShellWord> all = command.command().words();
        int first = all.indexOf(flag.words().get(0));
        int last = first + flag.words().size() - 1;
        for (int i = first; i <= last; i++) {
            if (!isGap(file.slice(between(all.get(i - 1), all.get(i))))) {
                return Optional.empty();
            }
        }
        int start = inFile(all.get(first - 1)).end();
        return Optional.of(
                TextEdit.delete(new TextRange(start, inFile(all.get(last)).end())));
    }

    /** Inserts text before the value of a flag, within its quotes. */
    public Optional<TextEdit> insertBeforeValue(WrittenValue value, String text) {
        if (fragment.obstacleTo(text).isPresent()) {
            return Optional.empty();
        }
        return value.start().map(start -> TextEdit.insert(offsetInFile(start), text));
    }

    /** Inserts text behind the value of a flag, within its quotes. */
    public Optional<TextEdit> insertBehindValue(WrittenValue value, String text) {
        if (fragment.obstacleTo(text).isPresent()) {
            return Optional.empty();
        }
        int end = value.end();
        return Optional.of(TextEdit.insert(offsetInFile(end - 1) + 1, text));
    }

    /** Replaces the value of a flag: within its quotes, or together with them if only a part of it is quoted. */
    public Optional<TextEdit> replaceValue(WrittenValue value, String text) {
        if (fragment.obstacleTo(text).isPresent() || value.known().isEmpty()) {
            return Optional.empty();
        }
        boolean partly = value.isPartlyQuoted();
        if (partly && !text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_./:=,-".indexOf(c) >= 0)) {
            return Optional.empty();
        }
        int end = partly ? value.word().range().end() : value.end();
        return value.start()
                .map(start -> partly ? value.word().range().start() + value.from() : start)
                .map(start -> new TextRange(offsetInFile(start), offsetInFile(end - 1) + 1))
                .map(range -> TextEdit.replace(range, text));
    }

    /**
     * Replaces a flag by one that reads standard input, and feeds the value to the command through a pipe. The expression is
     * kept as it is written.
     */
    public Optional<List<TextEdit>> feed(ContainerCommand.Flag flag, WrittenValue value, String replacement) {
        Optional<String> expression = expression(value);
        return expression.flatMap(text -> feed(flag, text, replacement));
    }

    /** Replaces a flag by one that reads standard input, and feeds an expression, one word, to the command through a pipe. */
    public Optional<List<TextEdit>> feed(ContainerCommand.Flag flag, String expression, String replacement) {
        TextRange words = inFile(flag.words().get(0))
                .hull(inFile(flag.words().get(flag.words().size() - 1)));
        boolean pure = flag.words().size() == 1
                || isGap(file.slice(between(flag.words().get(0), flag.words().get(1))));
        if (!pure || fragment.obstacleTo("printf '%s' \"\" | ").isPresent()) {
            return Optional.empty();
        }
        int start = command.command().rangeInFile().start();
        return Optional.of(List.of(
                TextEdit.insert(start, "printf '%s' " + expression + " | "), TextEdit.replace(words, replacement)));
    }

    /** Replaces a flag with its value by another one. */
    public Optional<TextEdit> replace(ContainerCommand.Flag flag, String replacement) {
        boolean pure = flag.isAlone()
                && (flag.words().size() == 1
                        || isGap(file.slice(
                                between(flag.words().get(0), flag.words().get(1)))));
        TextRange words = inFile(flag.words().get(0))
                .hull(inFile(flag.words().get(flag.words().size() - 1)));
        return pure && fragment.obstacleTo(replacement).isEmpty()
                ? Optional.of(TextEdit.replace(words, replacement))
                : Optional.empty();
    }

    /** Replaces a flag by another one, and sets a variable to its value for this command. The expression is kept. */
    public Optional<List<TextEdit>> setInstead(
            ContainerCommand.Flag flag, String variable, WrittenValue value, String replacement) {
        Optional<String> expression = expression(value);
        Optional<TextEdit> replaced = replace(flag, replacement);
        boolean first = command.invocation().wrappers().isEmpty();
        if (expression.isEmpty()
                || replaced.isEmpty()
                || !first
                || fragment.obstacleTo("X=\"\"").isPresent()) {
            return Optional.empty();
        }
        int start = command.command().rangeInFile().start();
        return Optional.of(List.of(TextEdit.insert(start, variable + "=" + expression.get() + " "), replaced.get()));
    }

    /**
     * Returns the value as the file spells it, as one word: in double quotes, if it has none. What make puts in may bring quotes
     * of its own, which quotes around it would close or make part of the value; so it is left as it stands.
     */
    private Optional<String> expression(WrittenValue value) {
        TextRange word = inFile(value.word());
        Optional<Integer> literal = value.word().parts().stream()
                .findFirst()
                .map(part -> part instanceof Literal ? part.range().length() : 0);
        if (value.from() > 0 && literal.filter(length -> length >= value.from()).isEmpty()) {
            return Optional.empty();
        }
        int start = offsetInFile(value.word().range().start() + value.from());
        String text = file.slice(new TextRange(start, word.end()));
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.indexOf('"', 1) == text.length() - 1;
        if (quoted) {
            return Optional.of(text);
        }
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == '\'' || c == '\\' || c == '`' || c == '\n');
        if (fragment.host() == Fragment.Host.RECIPE && text.replace("$$", "").indexOf('$') >= 0) {
            return plain && !text.contains("$$") ? Optional.of(text) : Optional.empty();
        }
        return plain ? Optional.of('"' + text + '"') : Optional.empty();
    }

    private int offsetInFile(int shell) {
        return fragment.script().shellSource().toFile(shell);
    }

    private static TextRange inFile(ShellWord word) {
        return word.rangeInFile();
    }

    private static TextRange between(ShellWord left, ShellWord right) {
        int start = inFile(left).end();
        return new TextRange(start, inFile(right).start());
    }

    /** Returns whether only blanks and continuations, with the marks of a prompt, stand in a text between two words. */
    private boolean isGap(String text) {
        String marks = fragment.host() == Fragment.Host.DOCUMENT ? " \t\\\r\n>" : " \t\\\r\n";
        return text.chars().allMatch(c -> marks.indexOf(c) >= 0);
    }
}
