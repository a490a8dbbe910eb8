package dev.drydock.pullrequest;

/**
 * Something that was found and left as it is.
 *
 * @param line 1-based, 0 if it concerns the whole file
 * @param reason why it was left
 */
public record NotFixed(String rule, String path, int line, String what, String reason) {}
