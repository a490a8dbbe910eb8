package dev.drydock.yaml.edit;

/** What happens to the comments of an entry or an item that is deleted. */
public enum CommentFate {
    /** They stay, on lines of their own where they stood behind what is deleted. */
    KEEP,
    /** Those behind it, inside of it, and directly above it at the same column go with it. */
    DELETE
}
