package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps secrets out of what is printed: tokens and keys by their form, the values of what is named like a secret where
 * they stand, and values that were learnt from other text wherever they appear.
 *
 * <p>A mask has one length and no line ends, so that it tells nothing of the value and lines keep their numbers. Not for
 * several threads at a time.
 */
public final class Confidential {
    /** What stands in the place of a secret. */
    public static final String MASK = "********";

    private static final int SHORTEST = 4;
    /** Letters alone make a word that may well stand elsewhere, unless there are as many as this. */
    private static final int DISTINCT = 9;

    private final Secrets secrets;
    private final TreeSet<String> values = new TreeSet<>(Confidential::longestFirst);

    /** Words that are printed as what they are, even if somebody took one for a password as well. */
    private final Set<String> names = new HashSet<>();

    public Confidential(Secrets secrets) {
        this.secrets = secrets;
    }

    private static int longestFirst(String one, String other) {
        return one.length() != other.length() ? other.length() - one.length() : one.compareTo(other);
    }

    /**
     * Takes words that name something in the open, such as services and images. One of them that is a password as well is masked
     * where it is one, not wherever it stands: a mask there would tell that it is, and make the sentence useless.
     */
    public void leaveNames(Collection<String> open) {
        names.addAll(open);
    }

    /** Remembers the secrets that stand in a text, to mask them in others. */
    public void learn(String text) {
        for (Span span : spans(text)) {
            text.substring(span.start(), span.end()).lines().map(String::strip).forEach(this::remember);
        }
    }

    /** Remembers values that are known to be secrets. */
    public void add(Collection<String> known) {
        known.forEach(this::remember);
    }

    private void remember(String value) {
        boolean word = value.chars().allMatch(Character::isLetter);
        if (value.length() >= (word ? DISTINCT : SHORTEST) && secrets.isLiteral(value) && !names.contains(value)) {
            values.add(value);
        }
    }

    /** Returns a sentence without the secrets that were learnt and those that are recognised by their form. */
    public String mask(String sentence) {
        return masked(sentence, formats(sentence));
    }

    /** Returns the text of a file, or a part of it, without its secrets. It has as many lines as before. */
    public String maskText(String text) {
        return masked(text, spans(text));
    }

    private record Span(int start, int end) {}

    private String masked(String text, List<Span> spans) {
        List<Span> all = new ArrayList<>(spans);
        for (String value : values) {
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length())) {
                all.add(new Span(at, at + value.length()));
            }
        }
        if (all.isEmpty()) {
            return text;
        }
        all.sort(Comparator.comparingInt(Span::start));
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Span span : all) {
            if (span.end() > done) {
                int start = Math.max(done, span.start());
                out.append(text, done, start);
                // The rest of a value of which a part is masked already.
                boolean rest = start > span.start();
                hide(text.substring(start, span.end()), rest, out);
                done = span.end();
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    /** Masks each line of a value, which may be a key of many. */
    private static void hide(String value, boolean rest, StringBuilder out) {
        boolean masked = rest;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\n' || c == '\r') {
                out.append(c);
                masked = false;
            } else if (!masked) {
                out.append(MASK);
                masked = true;
            }
        }
    }

    private List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>(formats(text));
        new NamedValues(secrets, text).find((start, end) -> spans.add(new Span(start, end)));
        return spans;
    }

    private List<Span> formats(String text) {
        List<Span> spans = new ArrayList<>();
        secrets.find(text).forEach(match -> spans.add(new Span(match.start(), match.end())));
        secrets.findHashes(text, (start, end) -> spans.add(new Span(start, end)));
        return spans;
    }
}
