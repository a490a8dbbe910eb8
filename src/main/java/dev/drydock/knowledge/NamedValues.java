package dev.drydock.knowledge;

import java.util.Locale;

/**
 * Finds values by the name in front of them, in text of any language: {@code NAME=value}, {@code name: value}, {@code ENV
 * NAME value}, {@code --name value}, with quotes around name, value or both.
 *
 * <p>For hiding, not for judging: where the language would have to be known, more counts as value rather than less.
 */
final class NamedValues {
    /** What is told of each value. */
    interface Sink {
        void value(int start, int end);
    }

    /** What stands between a name and its value. */
    private enum Separator {
        EQUALS,
        COLON,
        BLANK,
        NONE
    }

    /** Bounds the work in a text that is one long line. */
    private static final int LONGEST_VALUE = 4096;

    private final Secrets secrets;
    private final String text;
    private int at;
    private int line;

    NamedValues(Secrets secrets, String text) {
        this.secrets = secrets;
        this.text = text;
    }

    void find(Sink sink) {
        while (at < text.length()) {
            if (!isNameCharacter(text.charAt(at))) {
                line = text.charAt(at) == '\n' ? at + 1 : line;
                at++;
                continue;
            }
            int start = at;
            while (at < text.length() && isNameCharacter(text.charAt(at))) {
                at++;
            }
            int end = at;
            String word = text.substring(start, end);
            boolean option = word.startsWith("--");
            String name = option ? word.substring(2) : word;
            if (secrets.mayBeSecret(name) && !name.endsWith("stdin")) {
                value(name, start, end, option, sink);
            }
        }
    }

    private void value(String name, int start, int end, boolean option, Sink sink) {
        char before = start == 0 ? '\n' : text.charAt(start - 1);
        boolean quotedName = (before == '"' || before == '\'') && charAt(end) == before;
        int from = quotedName ? end + 1 : end;
        if (quotedName && charAt(from) == ']' && start > 1 && text.charAt(start - 2) == '[') {
            // An entry of a table in a program: settings['password'] = 'secret'.
            from++;
        }
        Separator separator = separator(from, start, option, quotedName);
        if (separator == Separator.NONE) {
            return;
        }
        from = skipSeparator(from, separator);
        boolean openQuote = !quotedName && (before == '"' || before == '\'');
        int to = openQuote ? endOf(from, before) : endOfValue(from, start, separator);
        if (openQuote || isQuote(charAt(from))) {
            int inner = isQuote(charAt(from)) && to > from + 1 && charAt(to - 1) == charAt(from) ? 1 : 0;
            from += inner;
            to -= inner;
        }
        report(name, from, to, sink);
    }

    private void report(String name, int start, int end, Sink sink) {
        int from = start;
        int to = end;
        if (to - from > 3 && text.startsWith("${", from)) {
            // A default is written out; a reference is not.
            int dash = text.indexOf('-', from);
            if (dash < 0 || dash >= to || text.charAt(to - 1) != '}') {
                return;
            }
            from = dash + 1;
            to--;
        } else if (from < to && "$`[{&*|><!(".indexOf(text.charAt(from)) >= 0) {
            return;
        }
        if (from < to
                && secrets.judge(name, text.substring(from, to))
                        .filter(SecretKind::isLeaked)
                        .isPresent()) {
            sink.value(from, to);
            at = Math.max(at, to);
        }
    }

    private Separator separator(int from, int nameStart, boolean option, boolean quotedName) {
        int next = skipBlanks(from);
        char c = charAt(next);
        boolean assigns = c == '=' || ((c == ':' || c == '?' || c == '+') && charAt(next + 1) == '=');
        if (assigns) {
            return charAt(next + 1) == '=' && c == '=' ? Separator.NONE : Separator.EQUALS;
        }
        if (c == ':') {
            boolean value = Character.isWhitespace(charAt(next + 1)) || isQuote(charAt(next + 1));
            return value ? Separator.COLON : Separator.NONE;
        }
        boolean word = option && !text.startsWith("--secret", nameStart);
        if (word && quotedName && c == ',') {
            return Separator.BLANK;
        }
        boolean follows = next > from && c != '\n' && c != '\r' && c != '-' && c != '\\';
        return follows && (word || isAfterEnv(nameStart)) ? Separator.BLANK : Separator.NONE;
    }

    /** {@code ENV NAME value}: the first word of the line says so. */
    private boolean isAfterEnv(int nameStart) {
        String lead = text.substring(line, Math.min(nameStart, line + LONGEST_VALUE));
        return lead.strip().toUpperCase(Locale.ROOT).equals("ENV");
    }

    private int skipSeparator(int from, Separator separator) {
        int next = skipBlanks(from);
        if (separator == Separator.EQUALS) {
            next = text.indexOf('=', next) + 1;
            // make and ini files have blanks there; a shell has none, and then nothing follows.
            return skipBlanks(next);
        }
        return separator == Separator.COLON || charAt(next) == ',' ? skipBlanks(next + 1) : next;
    }

    private int endOfValue(int from, int nameStart, Separator separator) {
        char first = charAt(from);
        if (isQuote(first)) {
            return Math.min(text.length(), endOf(from + 1, first) + 1);
        }
        int last = endOfLine(from);
        boolean wholeLine = separator == Separator.COLON || (separator == Separator.BLANK && isAfterEnv(nameStart));
        boolean flow = separator == Separator.COLON
                && text.substring(Math.max(line, from - LONGEST_VALUE), from).indexOf('{') >= 0;
        int end = from;
        while (end < last) {
            char c = text.charAt(end);
            boolean comment = c == '#' && end > from && Character.isWhitespace(text.charAt(end - 1));
            boolean stop = wholeLine
                    ? comment || (flow && (c == ',' || c == '}'))
                    : Character.isWhitespace(c) || ";&|<>()`\"'".indexOf(c) >= 0;
            if (stop) {
                break;
            }
            end += c == '\\' && end + 1 < last ? 2 : 1;
        }
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Returns where a quoted value ends, on its line. */
    private int endOf(int from, char quote) {
        int last = endOfLine(from);
        for (int i = from; i < last; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return last;
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && end < from + LONGEST_VALUE && text.charAt(end) != '\n') {
            end++;
        }
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private int skipBlanks(int from) {
        int next = from;
        while (charAt(next) == ' ' || charAt(next) == '\t') {
            next++;
        }
        return next;
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\n';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
