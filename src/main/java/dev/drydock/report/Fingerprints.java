package dev.drydock.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names for findings that stay the same while the lines around them change: a hash of the rule, the path and the text
 * there, blanks apart. Equal findings of a run are told apart by their number. For one run.
 */
final class Fingerprints {
    private final Map<String, Integer> seen = new HashMap<>();

    String of(String path, Issue issue) {
        String base = issue.rule() + '\n' + path + '\n' + withoutBlanks(issue.excerpt());
        int number = seen.merge(base, 1, Integer::sum);
        return sha256(base + '\n' + number);
    }

    private static String withoutBlanks(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> dense.append((char) c));
        return dense.toString();
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
