package dev.drydock.transform.builtin.secrets;

import java.util.List;
import java.util.Locale;

/** Whether the settings of a tool hold a password or token as text, and not a reference to a variable. */
final class SettingsFile {
    private static final List<String> KEYS = List.of(
            "_authtoken",
            "_auth",
            "_password",
            "npmauthtoken",
            "password",
            "\"http-basic\"",
            "cleartextpassword",
            "<password>",
            "passphrase",
            "secret");

    private static final int SHORTEST = 12;

    private SettingsFile() {}

    /** Returns whether a line gives one of the usual keys a value of its own. */
    static boolean hasLiteral(String text) {
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (isLiteral(text.substring(start, end))) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static boolean isLiteral(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        boolean comment = lower.trim().startsWith("#") || lower.trim().startsWith(";");
        return !comment
                && line.indexOf('$') < 0
                && line.indexOf('%') < 0
                && KEYS.stream().anyMatch(lower::contains)
                && line.chars().anyMatch(c -> c == '=' || c == ':' || c == '>');
    }

    /** Returns whether a line has a value that looks drawn by lot: long, of letters and digits, neither path nor reference. */
    static boolean hasOpaqueValue(String text) {
        return text.lines().anyMatch(line -> {
            int mark = Math.max(line.lastIndexOf(':'), line.lastIndexOf('='));
            return mark > 0 && isOpaque(plain(line.substring(mark + 1)));
        });
    }

    private static String plain(String value) {
        return value.chars()
                .filter(c -> "\"',{}[] \t\r".indexOf(c) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isOpaque(String value) {
        return value.length() >= SHORTEST
                && value.chars().anyMatch(Character::isDigit)
                && value.chars().anyMatch(Character::isLetter)
                && value.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+_-".indexOf(c) >= 0));
    }
}
