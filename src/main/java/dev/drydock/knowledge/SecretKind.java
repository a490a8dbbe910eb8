package dev.drydock.knowledge;

/**
 * Why something counts as a secret.
 *
 * @param nature what is known of the value
 * @param label the format of the value where it is known, such as {@code github-token}, or the reason in a word; never the value
 */
public record SecretKind(Nature nature, String label) {

    /** What is known of a value that counts as a secret. */
    public enum Nature {
        /** A private key in text form. */
        PRIVATE_KEY,
        /** A token whose format is known: it leaked wherever it stands. */
        TOKEN,
        /** An address with a password in it. */
        URL_PASSWORD,
        /** A literal value of a variable that is named like a secret. */
        LITERAL,
        /** The same, but a placeholder or a default that everybody knows. */
        WEAK,
        /** The variable is named like a secret, and its value comes from another one. */
        REFERENCE,
        /** The variable is named like a secret and has no value here. */
        UNSET
    }

    /** Whether the value itself stands in the file and must be rotated. */
    public boolean isLeaked() {
        return nature == Nature.PRIVATE_KEY
                || nature == Nature.TOKEN
                || nature == Nature.URL_PASSWORD
                || nature == Nature.LITERAL;
    }
}
