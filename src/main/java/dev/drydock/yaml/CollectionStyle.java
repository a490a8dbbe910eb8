package dev.drydock.yaml;

/** How a mapping or a sequence is written. */
public enum CollectionStyle {
    /** By indentation. */
    BLOCK,
    /** In brackets or braces. */
    FLOW,
    /** The one entry of a mapping without braces in a flow sequence: {@code [a: 1]}. */
    PAIR
}
