package dev.drydock.written;

/**
 * The text of a path as far as a source says it.
 *
 * @param text what is known, from its start; {@code ~} for a home
 * @param open whether more follows that is not known
 */
record PathText(String text, boolean open) {
    private static final int LONGEST = 400;

    static PathText of(String text) {
        return new PathText(text, false);
    }

    /** Returns this text with another one behind it. */
    PathText then(PathText more) {
        if (text.equals("/") && !open && more.text.startsWith("/")) {
            return more;
        }
        return open || text.length() > LONGEST ? this : new PathText(text + more.text, more.open);
    }

    /** Returns this folder with a name below it. */
    PathText below(PathText name) {
        boolean divided = text.endsWith("/") || text.isEmpty();
        return then(new PathText((divided ? "" : "/") + name.text, name.open));
    }

    /** Returns this text with something behind it that nobody knows. */
    PathText opened() {
        return new PathText(text, true);
    }

    /** Returns this path up to where a format puts something in: {@code /data/} of {@code /data/%s.log}. */
    PathText withoutPlaceholders() {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '%' || text.charAt(i) == '{') {
                return new PathText(text.substring(0, i), true);
            }
        }
        return this;
    }

    /** Returns the folder of this path. */
    PathText parent() {
        String path = text.endsWith("/") && text.length() > 1 ? text.substring(0, text.length() - 1) : text;
        int slash = path.lastIndexOf('/');
        return new PathText(slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash), false);
    }

    boolean isAbsolute() {
        return text.startsWith("/") || isInHome();
    }

    boolean isInHome() {
        return text.equals("~") || text.startsWith("~/");
    }

    /** Returns whether the text can be the name of a file at all. */
    boolean isPlausible() {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.indexOf("://") < 0
                && !text.startsWith("//")
                && text.chars().noneMatch(c -> c <= ' ' || "<>|*?\"'`$%{}[]()\\,;=&#!^".indexOf(c) >= 0);
    }
}
