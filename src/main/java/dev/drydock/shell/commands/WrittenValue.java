package dev.drydock.shell.commands;

import dev.drydock.shell.CommandSubstitution;
import dev.drydock.shell.DoubleQuoted;
import dev.drydock.shell.Escaped;
import dev.drydock.shell.Literal;
import dev.drydock.shell.Parameter;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SingleQuoted;
import dev.drydock.shell.WordPart;
import java.util.Optional;

/**
 * What a word, or what is left of it after some characters, says after quote removal. An expansion stands as {@code
 * ${name}}, so that {@code "$PWD"/data:/data} is {@code ${PWD}/data:/data}; one that is more than a name as {@code ${}}.
 *
 * @param word the whole word
 * @param text what is said
 * @param isStatic whether no expansion, glob or tilde is in it
 * @param from how many of the characters that the word stands for come before the value
 */
public record WrittenValue(ShellWord word, String text, boolean isStatic, int from) {

    /** Returns what the whole word says. */
    public static WrittenValue of(ShellWord word) {
        return of(word, 0);
    }

    static WrittenValue of(ShellWord word, int from) {
        StringBuilder out = new StringBuilder();
        word.parts().forEach(part -> append(part, out));
        // Only characters of the literal prefix are left out, so the expansions behind it do not matter.
        String text = out.substring(Math.min(from, out.length()));
        // What make or a workflow expands before the shell is a dollar sign between single quotes, too.
        boolean known = word.staticValue().isPresent() && text.indexOf('$') < 0;
        return new WrittenValue(word, text, known, from);
    }

    private static void append(WordPart part, StringBuilder out) {
        if (part instanceof Parameter parameter) {
            out.append("${")
                    .append(parameter.operator().isPresent() ? "" : parameter.name())
                    .append('}');
        } else if (part instanceof DoubleQuoted quoted) {
            quoted.parts().forEach(inner -> append(inner, out));
        } else if (part instanceof SingleQuoted quoted) {
            out.append(quoted.value());
        } else if (part instanceof Escaped) {
            out.append(part.text(), 1, part.text().length());
        } else {
            out.append(part instanceof Literal ? part.text() : "${}");
        }
    }

    /** Returns the value if it is known before the command runs. */
    public Optional<String> known() {
        return isStatic ? Optional.of(text) : Optional.empty();
    }

    /** Returns whether the value is exactly one expansion. */
    public boolean isExpansion() {
        return text.startsWith("${") && text.indexOf('}') == text.length() - 1;
    }

    /** Returns the name of the variable if the value is the expansion of one and nothing else. */
    public Optional<String> expandedName() {
        return isExpansion() && text.length() > 3
                ? Optional.of(text.substring(2, text.length() - 1))
                : Optional.empty();
    }

    /** Returns what is left behind the first characters, which must not be expansions. */
    public WrittenValue behind(int characters) {
        return new WrittenValue(word, text.substring(characters), isStatic, from + characters);
    }

    /**
     * Returns the offset in the shell text of the first character of the value; empty if a quote or an escape before it makes
     * that unsure.
     */
    public Optional<Integer> start() {
        if (word.parts().isEmpty()) {
            return Optional.empty();
        }
        WordPart first = word.parts().get(0);
        int offset = first.range().start();
        if (from > 0) {
            boolean plain = first instanceof Literal && first.range().length() >= from;
            boolean opensQuote = first.range().length() == from && word.parts().size() > 1;
            return plain
                    ? Optional.of(
                            offset + from + (opensQuote ? quote(word.parts().get(1)) : 0))
                    : Optional.empty();
        }
        return Optional.of(offset + quote(first));
    }

    /** Returns whether the value is made of several parts, so that quotes do not stand around the whole of it. */
    public boolean isPartlyQuoted() {
        boolean firstIsBefore = from > 0 && word.parts().get(0).range().length() == from;
        return word.parts().size() > (firstIsBefore ? 2 : 1);
    }

    /** Returns the offset in the shell text after the last character of the value, before a closing quote. */
    public int end() {
        WordPart last = word.parts().get(word.parts().size() - 1);
        return last.range().end() - quote(last);
    }

    /**
     * Returns whether the word may become none or several when the command runs: {@code $OPTIONS}, {@code "$@"}, {@code
     * $(options)}.
     */
    static boolean maySplit(ShellWord word) {
        boolean list = word.descendants(Parameter.class).anyMatch(WrittenValue::isList);
        boolean bare = word.parts().stream()
                .anyMatch(part -> part instanceof Parameter || part instanceof CommandSubstitution);
        return list || bare;
    }

    private static boolean isList(Parameter parameter) {
        return parameter.name().equals("@")
                || parameter.name().equals("*")
                || parameter.text().contains("[@]")
                || parameter.text().contains("[*]");
    }

    private static int quote(WordPart part) {
        return part instanceof DoubleQuoted || part instanceof SingleQuoted ? 1 : 0;
    }
}
