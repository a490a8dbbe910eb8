package dev.drydock.knowledge;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of which people make passwords that hold a place: {@code changeMe!}, {@code super_strong_password}. A value is one if
 * nothing is in it but such words, names that stand beside it in the open, and a number of few digits.
 */
final class PlaceholderWords {
    private static final int MOST_DIGITS = 4;
    /** A shorter name may be a part of anything. */
    private static final int SHORTEST_NAME = 3;
    /** {@code walla} of {@code wallabag}. */
    private static final int SHORTEST_START = 4;
    /** Nobody makes a longer one of words; it also bounds what reading one costs. */
    private static final int LONGEST = 128;

    private final Set<String> words;

    PlaceholderWords(Collection<String> words) {
        this.words = Set.copyOf(words);
    }

    /** Returns whether words are all that is in a value. */
    boolean makeUp(String value, Collection<String> openNames) {
        if (value.length() > LONGEST || !value.chars().allMatch(c -> c >= ' ' && c < 127)) {
            return false;
        }
        if (value.chars().filter(PlaceholderWords::isDigit).count() > MOST_DIGITS) {
            return false;
        }
        List<String> pieces = pieces(value);
        Set<String> names = names(openNames);
        return !pieces.isEmpty() && pieces.stream().allMatch(piece -> isMadeOfWords(piece, names));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The runs of letters, at changes of case, too. */
    private static List<String> pieces(String value) {
        StringBuilder letters = new StringBuilder();
        value.chars().forEach(c -> letters.append(Character.isLetter(c) ? (char) c : '_'));
        return SecretNames.words(letters.toString());
    }

    private static Set<String> names(Collection<String> openNames) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : openNames) {
            List<String> pieces = pieces(name);
            names.addAll(pieces);
            names.add(String.join("", pieces));
            names.add(name.toLowerCase(Locale.ROOT));
        }
        names.removeIf(name -> name.length() < SHORTEST_NAME);
        return names;
    }

    private boolean isMadeOfWords(String piece, Set<String> names) {
        boolean[] reached = new boolean[piece.length() + 1];
        reached[0] = true;
        for (int end = 1; end <= piece.length(); end++) {
            for (int start = 0; start < end && !reached[end]; start++) {
                reached[end] = reached[start] && isWord(piece.substring(start, end), names);
            }
        }
        return reached[piece.length()];
    }

    private boolean isWord(String text, Set<String> names) {
        return text.equals("a")
                || words.contains(text)
                || names.contains(text)
                || (text.length() >= SHORTEST_START && names.stream().anyMatch(name -> name.startsWith(text)));
    }
}
