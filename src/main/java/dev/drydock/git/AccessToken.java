package dev.drydock.git;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * A secret that opens a remote. It prints as asterisks everywhere; {@link #reveal()} is for the code that writes a request
 * header or answers an authentication challenge, and for nothing else.
 */
public final class AccessToken {
    private static final String MASK = "***";

    private final String value;

    private AccessToken(String value) {
        this.value = value;
    }

    /**
     * Returns the token with this value, blanks around it dropped.
     *
     * @throws IllegalArgumentException if it is empty or holds characters that no header can carry; the value is not in the
     *     message
     */
    public static AccessToken of(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty() || stripped.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            throw new IllegalArgumentException(
                    "the access token is empty or holds characters that a token cannot have");
        }
        return new AccessToken(stripped);
    }

    /** Returns the secret itself. */
    public String reveal() {
        return value;
    }

    /** Returns {@code text} with this secret, plain or in the form of a basic credential of {@code user}, masked. */
    public String mask(String text, String user) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + value).getBytes(StandardCharsets.UTF_8));
        return text.replace(value, MASK).replace(basic, MASK);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessToken token && token.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
