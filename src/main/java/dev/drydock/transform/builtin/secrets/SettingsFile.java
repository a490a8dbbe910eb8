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
}
