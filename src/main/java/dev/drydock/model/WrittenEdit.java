package dev.drydock.model;

import dev.drydock.text.TextEdit;
import java.util.Optional;

/**
 * An edit of a file that changes an image reference.
 *
 * @param edit of the file
 * @param argument the variable whose default it changes; empty if it changes the place itself
 */
public record WrittenEdit(TextEdit edit, Optional<String> argument) {}
