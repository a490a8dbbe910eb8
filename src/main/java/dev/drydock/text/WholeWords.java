package dev.drydock.text;

/** Where a name stands in a text as a word of its own, not as a part of a longer name. */
public final class WholeWords {
    private WholeWords() {}

    /** Returns whether the name stands in the text. */
    public static boolean contains(String text, String name) {
        return next(text, name, 0) >= 0;
    }

    /** Returns the first place of the name at or behind an offset, or -1. */
    public static int next(String text, String name, int from) {
        for (int at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1)) {
            boolean before = at > 0 && isNameCharacter(text.charAt(at - 1));
            int end = at + name.length();
            boolean after = end < text.length() && isNameCharacter(text.charAt(end));
            if (!before && !after) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
