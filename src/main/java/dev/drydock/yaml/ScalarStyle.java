package dev.drydock.yaml;

/** How a scalar is written. */
public enum ScalarStyle {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED;

    public boolean isQuoted() {
        return this == SINGLE_QUOTED || this == DOUBLE_QUOTED;
    }

    /** Returns whether the scalar is a block of lines under a {@code |} or {@code >}. */
    public boolean isBlock() {
        return this == LITERAL || this == FOLDED;
    }
}
