package dev.drydock.engine;

import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code # drydock ignore=id,code # reason}, {@code # drydock global ignore=...}, and the same two of hadolint.
 * Blanks are allowed wherever they do not divide a word.
 */
final class SuppressionComment {
    private final String text;
    private final int end;
    private int position;

    private SuppressionComment(String text, int start, int end) {
        this.text = text;
        this.position = start;
        this.end = end;
    }

    /** Returns what the comment {@code [start, end)} asks for, with itself as scope; {@code start} is that of its #. */
    static Optional<Suppression> parse(String text, int start, int end) {
        Optional<Suppression> read = new SuppressionComment(text, start + 1, end).suppression(start);
        return read.isPresent() || !new SuppressionComment(text, start + 1, end).isMeantSo()
                ? read
                : Optional.of(withoutNames(new TextRange(start, end)));
    }

    /** A comment that names nothing has no effect, and is reported. */
    private static Suppression withoutNames(TextRange comment) {
        return new Suppression(comment, comment, List.of(), Suppression.Origin.DRYDOCK, false, Optional.empty());
    }

    /**
     * Returns whether somebody meant to suppress something and wrote it in another form: {@code drydock ignore},
     * {@code drydock: ignore=id}, {@code drydock-disable id}. A sentence that starts so is none.
     */
    private boolean isMeantSo() {
        if (!passes("drydock")) {
            return false;
        }
        passSigns();
        if (passes("global")) {
            passSigns();
        }
        if (!passes("ignore") && !passes("disable")) {
            return false;
        }
        int reason = text.indexOf('#', position);
        String rest = text.substring(position, reason < 0 || reason > end ? end : reason);
        boolean divided = rest.isEmpty() || " \t:=[(".indexOf(rest.charAt(0)) >= 0;
        return divided && rest.strip().replace(", ", ",").chars().noneMatch(c -> c == ' ');
    }

    private boolean passes(String word) {
        int start = skipBlanks(position);
        boolean there = start + word.length() <= end && text.regionMatches(true, start, word, 0, word.length());
        position = there ? start + word.length() : position;
        return there;
    }

    private void passSigns() {
        while (position < end && ":-_ \t".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    /** Returns whether a text may hold such a comment at all. */
    static boolean mayOccur(String text) {
        return text.contains("drydock") || text.contains("hadolint");
    }

    private Optional<Suppression> suppression(int start) {
        Optional<Suppression.Origin> origin = word("drydock")
                ? Optional.of(Suppression.Origin.DRYDOCK)
                : word("hadolint") ? Optional.of(Suppression.Origin.HADOLINT) : Optional.empty();
        if (origin.isEmpty()) {
            return Optional.empty();
        }
        boolean global = word("global");
        if (!word("ignore") || position >= end || text.charAt(position) != '=') {
            return Optional.empty();
        }
        position++;
        List<String> names = names();
        Optional<String> reason = position < end && text.charAt(position) == '#'
                ? Optional.of(text.substring(position + 1, end).strip()).filter(words -> !words.isEmpty())
                : Optional.empty();
        TextRange range = new TextRange(start, end);
        return Optional.of(new Suppression(range, range, names, origin.get(), global, reason));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        int start = position;
        while (position <= end) {
            char c = position == end ? '#' : text.charAt(position);
            if (c == ',' || c == '#') {
                String name = text.substring(start, position).strip();
                if (!name.isEmpty()) {
                    names.add(name);
                }
                start = position + 1;
                if (c == '#') {
                    break;
                }
            }
            position++;
        }
        return names;
    }

    /** Passes blanks, the word and the blanks after it, and returns whether it is there. */
    private boolean word(String word) {
        int start = skipBlanks(position);
        if (!text.startsWith(word, start) || start + word.length() > end) {
            return false;
        }
        int after = start + word.length();
        int next = skipBlanks(after);
        if (next == after && next < end && text.charAt(next) != '=') {
            return false;
        }
        position = next;
        return true;
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }
}
