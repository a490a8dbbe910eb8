package dev.drydock.knowledge;

/**
 * A secret inside a longer text.
 *
 * @param start offset of the first character of the secret, in UTF-16 units
 * @param end offset after its last character
 */
public record SecretMatch(SecretKind kind, int start, int end) {}
