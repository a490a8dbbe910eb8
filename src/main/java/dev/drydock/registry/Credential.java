package dev.drydock.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A login. Its {@code toString()} tells the kind only. */
final class Credential {

    /** How the secret is used. */
    enum Kind {
        /** A user name and a password, sent as basic authentication. */
        PASSWORD,
        /** A refresh token, exchanged for an access token at the token service. */
        IDENTITY_TOKEN,
        /** An access token, sent to the registry as it is. */
        ACCESS_TOKEN
    }

    private final Kind kind;
    private final String user;
    private final String secret;

    private Credential(Kind kind, String user, String secret) {
        this.kind = kind;
        this.user = user;
        this.secret = secret;
    }

    static Credential password(String user, String secret) {
        return new Credential(Kind.PASSWORD, user, secret);
    }

    static Credential identityToken(String secret) {
        return new Credential(Kind.IDENTITY_TOKEN, "", secret);
    }

    static Credential accessToken(String secret) {
        return new Credential(Kind.ACCESS_TOKEN, "", secret);
    }

    Kind kind() {
        return kind;
    }

    String secret() {
        return secret;
    }

    /** Returns the value of an Authorization header with user name and password. */
    String basicHeader() {
        byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "Credential[" + kind + "]";
    }
}
