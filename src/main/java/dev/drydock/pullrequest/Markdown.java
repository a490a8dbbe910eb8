package dev.drydock.pullrequest;

import dev.drydock.git.OneLine;
import java.util.Locale;

/**
 * Text from a repository made harmless in the Markdown of a forge: one line, no markup, nobody mentioned, no reference to an
 * issue, no quick action (GitLab runs a line that starts with {@code /close}).
 */
final class Markdown {
    private static final String ZERO_WIDTH = "\u200b";
    private static final String SPECIAL = "\\`*_{}[]()|~^";
    private static final int LIMIT = 1000;

    /** Signs that, before a letter or digit, make a mention or a reference on one of the platforms. */
    private static final String REFERENCES = "@#!$&%";

    private Markdown() {}

    /** Returns {@code text} as plain text of one line. */
    static String text(String text) {
        String line = redirected(OneLine.of(text, LIMIT));
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean start = i == 0;
            if (SPECIAL.indexOf(c) >= 0 || (start && "#+-=/".indexOf(c) >= 0)) {
                escaped.append('\\');
            }
            escaped.append(entity(c));
            boolean named = i + 1 < line.length() && isNameStart(line.charAt(i + 1));
            if (REFERENCES.indexOf(c) >= 0 && named) {
                escaped.append(ZERO_WIDTH);
            }
        }
        return numbered(escaped.toString());
    }

    /** Not every dialect knows a backslash before these; all know the entities. */
    private static String entity(char c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            default -> String.valueOf(c);
        };
    }

    /** A line that starts with {@code 1.} would become a list, and one with {@code GH-1} a reference. */
    private static String numbered(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        boolean list = digits > 0 && text.startsWith(". ", digits);
        String escaped = list ? text.substring(0, digits) + "\\" + text.substring(digits) : text;
        return escaped.replace("GH-", "GH" + ZERO_WIDTH + "-");
    }

    private static boolean isNameStart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '"';
    }

    /** Returns text in which backticks enclose code, as pages of rules have it; one without its twin is a plain one. */
    static String prose(String text) {
        String[] parts = text.split("`", -1);
        if (parts.length % 2 == 0) {
            return text(text);
        }
        StringBuilder prose = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (i % 2 == 1) {
                prose.append(code(part));
            } else if (!part.isEmpty()) {
                prose.append(Character.isWhitespace(part.charAt(0)) ? " " : "")
                        .append(text(part))
                        .append(
                                Character.isWhitespace(part.charAt(part.length() - 1)) && i < parts.length - 1
                                        ? " "
                                        : "");
            }
        }
        return prose.toString().replace("  ", " ");
    }

    /** Returns {@code text} as inline code, inside a table or out of it. */
    static String code(String text) {
        String line = OneLine.of(text, LIMIT);
        if (line.isBlank()) {
            return "` `";
        }
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String pad = longest > 0 ? " " : "";
        // A table is cut into cells before code is looked for.
        return fence + pad + line.replace("|", "\\|") + pad + fence;
    }

    /** Returns a link that leaves no trace at its target: GitHub notes every mention of an issue in that issue. */
    static String link(String label, String url) {
        String safe = redirected(OneLine.of(url, 500))
                .replace("(", "%28")
                .replace(")", "%29")
                .replace(" ", "%20");
        boolean web = safe.startsWith("https://") || safe.startsWith("http://");
        return web ? "[" + label + "](" + safe.replace("<", "%3C").replace(">", "%3E") + ")" : label;
    }

    private static String redirected(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder changed = new StringBuilder();
        int from = 0;
        for (int at = lower.indexOf("://"); at >= 0; at = lower.indexOf("://", at + 3)) {
            int host = at + 3;
            if (lower.startsWith("www.", host)) {
                host += 4;
            }
            if (lower.startsWith("github.com/", host)) {
                changed.append(text, from, at + 3).append("redirect.");
                from = host;
            }
        }
        return changed.append(text, from, text.length()).toString();
    }
}
