package dev.drydock.knowledge;

import java.util.List;

/** The patterns of the knowledge files: {@code *} stands for any characters, also none and also {@code /}; the rest is literal. */
final class Glob {
    private Glob() {}

    static boolean matchesAny(List<String> patterns, String text) {
        for (String pattern : patterns) {
            if (matches(pattern, text)) {
                return true;
            }
        }
        return false;
    }

    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0;
    }

    /** Remembers only the last star: that is enough for {@code *}, and keeps the cost at pattern times text. */
    static boolean matches(String pattern, String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = in;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
