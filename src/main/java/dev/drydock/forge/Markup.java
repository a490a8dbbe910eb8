package dev.drydock.forge;

/** What a platform's Markdown knows beyond CommonMark tables. */
public enum Markup {
    /** {@code <details>}, HTML comments, check boxes that can be ticked. */
    HTML,
    /** None of these. */
    PLAIN
}
