package dev.drydock.knowledge;

import java.util.List;

/**
 * Finds what passwords are kept as: {@code $apr1$salt$hash}, the dollar signs doubled where compose reads the text.
 *
 * <p>For hiding, not for judging: who has one can guess at leisure, but it is no password yet.
 */
final class PasswordHashes {
    /** Salt and hash of the shortest, a DES crypt behind its scheme. */
    private static final int SHORTEST = 13;

    private final List<String> schemes;

    /** @param schemes what stands between the first two dollar signs, or in braces */
    PasswordHashes(List<String> schemes) {
        this.schemes = List.copyOf(schemes);
    }

    void find(String text, NamedValues.Sink sink) {
        for (int at = 0; at < text.length(); at++) {
            char first = text.charAt(at);
            int start = first == '$' ? behindDollar(text, at, '$') : first == '{' ? behindDollar(text, at, '}') : -1;
            if (start < 0) {
                continue;
            }
            int end = start;
            while (end < text.length() && isPart(text.charAt(end))) {
                end++;
            }
            if (end - start >= SHORTEST) {
                sink.value(at, end);
            }
            at = Math.max(at, end - 1);
        }
    }

    /** Returns where the hash behind a scheme starts; negative if there is none. */
    private int behindDollar(String text, int at, char close) {
        int from = text.startsWith("$$", at) ? at + 2 : at + 1;
        for (String scheme : schemes) {
            int end = from + scheme.length();
            if (text.startsWith(scheme, from) && end < text.length() && text.charAt(end) == close) {
                return text.startsWith("$$", end) ? end + 2 : end + 1;
            }
        }
        return -1;
    }

    private static boolean isPart(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "./$+=-,".indexOf(c) >= 0);
    }
}
