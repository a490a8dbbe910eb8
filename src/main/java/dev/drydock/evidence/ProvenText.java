package dev.drydock.evidence;

import dev.drydock.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The text of a file that evidence speaks of, as SHA-256 in hexadecimal digits.
 *
 * @param before what it was when it was tried; empty if it was not there
 * @param after what the proven repairs make of it
 */
public record ProvenText(Optional<String> before, String after) {

    /** Returns whether the evidence speaks of a file with this text, or of one that is not there. */
    boolean isOf(Optional<SourceText> text) {
        Optional<String> digest = text.map(ProvenText::digest);
        return digest.equals(before) || digest.equals(Optional.of(after));
    }

    /** Returns the digest of a text as it is written to a file. */
    public static String digest(SourceText text) {
        byte[] bytes;
        try {
            bytes = text.encode();
        } catch (IllegalStateException e) {
            // No file can hold such a text, so that no evidence is about it either.
            bytes = text.text().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
