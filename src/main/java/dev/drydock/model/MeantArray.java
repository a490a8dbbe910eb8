package dev.drydock.model;

import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text in brackets that Docker does not take for a JSON array, although one was meant: quotes of another kind, a comma too
 * many or too few.
 *
 * @param faults what is wrong with it, each in a phrase
 * @param elements the words that were meant; empty where that is not beyond doubt
 * @param commas the places of commas that have to go
 * @param isClosed whether the closing bracket is there
 */
public record MeantArray(
        Set<String> faults, Optional<List<Element>> elements, List<TextRange> commas, boolean isClosed) {
    private static final String OPENING = "\"'“”„‟‘’‚‛«»";
    private static final String CURLY_DOUBLE = "“”„‟«»";
    private static final String CURLY_SINGLE = "‘’‚‛";

    /**
     * One word.
     *
     * @param range its place in the text, with its quotes
     * @param needsComma whether the comma before it is missing
     */
    public record Element(TextRange range, String value, boolean needsComma) {}

    public MeantArray {
        faults = new LinkedHashSet<>(faults);
        elements = elements.map(List::copyOf);
        commas = List.copyOf(commas);
    }

    /** Returns what was meant by a text that is no JSON array; empty for one that is none at all, such as a test of the shell. */
    public static Optional<MeantArray> of(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("[")) {
            return Optional.empty();
        }
        Optional<MeantArray> read = new Reader(text, text.indexOf('[') + 1).read();
        if (read.isPresent()) {
            return read;
        }
        // The bracket of a test stands alone, and what follows it is no list.
        boolean alone = stripped.length() > 1 && Character.isWhitespace(stripped.charAt(1));
        boolean quoted = stripped.length() > 1
                && OPENING.indexOf(stripped.substring(1).strip().charAt(0)) >= 0;
        boolean list = stripped.endsWith("]") && stripped.indexOf(',') > 0;
        return list && (quoted || !alone)
                ? Optional.of(new MeantArray(
                        Set.of("quotes, escapes or words that cannot be told apart"),
                        Optional.empty(),
                        List.of(),
                        true))
                : Optional.empty();
    }

    /** Reads a list as loosely as people write one. */
    private static final class Reader {
        private final String text;
        private final Set<String> faults = new LinkedHashSet<>();
        private final List<Element> elements = new ArrayList<>();
        private final List<TextRange> commas = new ArrayList<>();
        private int position;

        Reader(String text, int position) {
            this.text = text;
            this.position = position;
        }

        Optional<MeantArray> read() {
            int comma = -1;
            boolean isClosed = false;
            while (true) {
                skipBlanks();
                if (position >= text.length()) {
                    break;
                }
                char c = text.charAt(position);
                if (c == ']') {
                    isClosed = true;
                    position++;
                    break;
                }
                if (c == ',') {
                    if (comma >= 0 || elements.isEmpty()) {
                        faults.add("a comma too many");
                        commas.add(new TextRange(position, position + 1));
                    } else {
                        comma = position;
                    }
                    position++;
                    continue;
                }
                boolean needsComma = !elements.isEmpty() && comma < 0;
                Optional<String> value = OPENING.indexOf(c) >= 0 ? quoted(c) : bare(needsComma);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                if (needsComma) {
                    faults.add("no comma between two words");
                }
                comma = -1;
            }
            skipBlanks();
            if (comma >= 0) {
                faults.add("a comma before the end");
                commas.add(new TextRange(comma, comma + 1));
            }
            if (!isClosed) {
                faults.add("no closing bracket");
            }
            if (isClosed && !elements.isEmpty() && position < text.length() && text.charAt(position) == '#') {
                // Docker knows comments on lines of their own only, so that the rest of the line is part of the
                // argument.
                return Optional.of(new MeantArray(
                        Set.of("a comment behind the closing bracket"), Optional.empty(), List.of(), true));
            }
            boolean whole = position >= text.length() && !elements.isEmpty() && !faults.isEmpty();
            return whole
                    ? Optional.of(new MeantArray(faults, Optional.of(elements), commas, isClosed))
                    : Optional.empty();
        }

        private Optional<String> quoted(char quote) {
            String closing = CURLY_DOUBLE.indexOf(quote) >= 0
                    ? CURLY_DOUBLE
                    : CURLY_SINGLE.indexOf(quote) >= 0 ? CURLY_SINGLE : String.valueOf(quote);
            int start = position;
            int end = start + 1;
            while (end < text.length() && closing.indexOf(text.charAt(end)) < 0) {
                // What an escape means depends on the quotes, which are wrong.
                if (text.charAt(end) == '\\' || text.charAt(end) < ' ') {
                    return Optional.empty();
                }
                end++;
            }
            if (end >= text.length()) {
                return Optional.empty();
            }
            if (quote == '\'') {
                faults.add("single quotes");
            } else if (quote != '"') {
                faults.add("curly quotes");
            }
            String value = text.substring(start + 1, end);
            position = end + 1;
            add(start, value);
            return Optional.of(value);
        }

        /** A word without quotes, only where commas part it from the others. */
        private Optional<String> bare(boolean needsComma) {
            int start = position;
            int end = start;
            while (end < text.length() && isPlain(text.charAt(end))) {
                end++;
            }
            int next = end;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            boolean parted = next < text.length()
                    && (text.charAt(next) == ',' || (text.charAt(next) == ']' && !elements.isEmpty()));
            if (end == start || !parted || needsComma) {
                return Optional.empty();
            }
            faults.add("words without quotes");
            position = end;
            String value = text.substring(start, end);
            add(start, value);
            return Optional.of(value);
        }

        private static boolean isPlain(char c) {
            return Character.isLetterOrDigit(c) || "_./:=@%+-".indexOf(c) >= 0;
        }

        private void add(int start, String value) {
            int last = elements.size() - 1;
            boolean needsComma = last >= 0
                    && text.substring(elements.get(last).range().end(), start).indexOf(',') < 0;
            elements.add(new Element(new TextRange(start, position), value, needsComma));
        }

        private void skipBlanks() {
            while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
                position++;
            }
        }
    }
}
