package dev.drydock.yaml.edit;

import dev.drydock.yaml.ScalarStyle;
import dev.drydock.yaml.ScalarType;
import java.util.Locale;

/**
 * Spells strings as YAML scalars. Compose reads YAML with the habits of version 1.1 and the engine with those of 1.2, so a
 * string is plain only if it is a string for both.
 */
final class YamlQuoter {
    private YamlQuoter() {}

    /**
     * Returns {@code text} as a scalar: plain if that is usual for such a text, else quoted.
     *
     * @param quotes the quotes to use, {@link ScalarStyle#SINGLE_QUOTED} only where they can spell the text
     * @param flow whether the scalar will stand inside brackets or braces
     */
    static String quote(String text, ScalarStyle quotes, boolean flow) {
        return isUsuallyPlain(text, flow) ? text : inQuotes(text, quotes);
    }

    /** Returns {@code text} as a scalar in the style that another text at its place has, if that style can spell it. */
    static String like(ScalarStyle style, String text, ScalarStyle quotes, boolean flow) {
        if (style == ScalarStyle.PLAIN) {
            return canBePlain(text, flow) ? text : inQuotes(text, quotes);
        }
        return inQuotes(text, style.isQuoted() ? style : quotes);
    }

    static String inQuotes(String text, ScalarStyle quotes) {
        return quotes == ScalarStyle.SINGLE_QUOTED && isPrintable(text)
                ? "'" + text.replace("'", "''") + "'"
                : doubleQuoted(text);
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPrintable(c)) {
                        quoted.append(c);
                    } else {
                        quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> isPrintable((char) c));
    }

    private static boolean isPrintable(char c) {
        return c >= ' '
                && c != '\u007F'
                && !(c >= '\u0080' && c < '\u00A0')
                && c != '\u2028'
                && c != '\u2029'
                && c != '\uFEFF'
                && c < '\uFFFE';
    }

    /** Words, paths, images, options: what people write without quotes, and no reader misunderstands. */
    private static boolean isUsuallyPlain(String text, boolean flow) {
        return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_./-:@+=".indexOf(c) >= 0)
                && text.chars().allMatch(c -> c < 128)
                && !(flow && text.indexOf(':') >= 0)
                && canBePlain(text, flow);
    }

    /** YAML 1.2, 7.3.3, and stricter where readers differ. */
    private static boolean canBePlain(String text, boolean flow) {
        if (text.isEmpty() || ScalarType.isAmbiguous(text) || !isPrintable(text) || !startsPlain(text)) {
            return false;
        }
        if (text.endsWith(":") || text.endsWith(" ") || text.startsWith("---") || text.startsWith("...")) {
            return false;
        }
        if (flow && text.chars().anyMatch(c -> ",[]{}:?".indexOf(c) >= 0)) {
            return false;
        }
        return !text.contains(": ") && !text.contains(" #");
    }

    private static boolean startsPlain(String text) {
        char first = text.charAt(0);
        if (first == '-') {
            return text.length() > 1 && text.charAt(1) != ' ';
        }
        return " ?:,[]{}#&*!|>'\"%@`=".indexOf(first) < 0;
    }
}
