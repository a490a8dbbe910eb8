package dev.drydock.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * The digest of some content, as the OCI image specification writes it: {@code sha256:} and 64 hexadecimal digits, or
 * {@code sha512:} and 128. Digits are lower case: an upper-case digest is no digest, for Docker neither.
 */
public final class Digest implements Comparable<Digest> {
    private final String text;

    private Digest(String text) {
        this.text = text;
    }

    /** Returns the digest that {@code text} writes, or empty if it is not one. */
    public static Optional<Digest> parse(String text) {
        return isDigest(text) ? Optional.of(new Digest(text)) : Optional.empty();
    }

    /** Returns the SHA-256 digest of {@code content}. */
    public static Digest sha256Of(byte[] content) {
        return new Digest("sha256:" + hexOf("SHA-256", content));
    }

    /** Returns the digest of {@code content} made with the algorithm of this digest, to compare the two. */
    public Digest sameAlgorithmOf(byte[] content) {
        return algorithm().equals("sha512") ? new Digest("sha512:" + hexOf("SHA-512", content)) : sha256Of(content);
    }

    private static String hexOf(String algorithm, byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(content);
            var hex = new StringBuilder(hash.length * 2);
            for (byte b : hash) {
                hex.append(Character.forDigit((b >> 4) & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, and every JDK has " + algorithm, e);
        }
    }

    private static boolean isDigest(String text) {
        int digits;
        if (text.startsWith("sha256:")) {
            digits = 64;
        } else if (text.startsWith("sha512:")) {
            digits = 128;
        } else {
            return false;
        }
        if (text.length() != "sha256:".length() + digits) {
            return false;
        }
        for (int i = "sha256:".length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (!ReferenceGrammar.isDigit(c) && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /** Returns {@code sha256} or {@code sha512}. */
    public String algorithm() {
        return text.substring(0, text.indexOf(':'));
    }

    /** Returns the digits without the algorithm. */
    public String hex() {
        return text.substring(text.indexOf(':') + 1);
    }

    @Override
    public int compareTo(Digest other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the digest as it is written, {@code sha256:...}. */
    @Override
    public String toString() {
        return text;
    }
}
