package dev.drydock.compose;

import java.util.Optional;

/** Finds the other compose files that one refers to by {@code extends} and {@code include}. */
@FunctionalInterface
public interface ComposeLookup {
    /** Knows no other file. */
    ComposeLookup NONE = path -> Optional.empty();

    /** Returns the file at {@code path}, as it is written, relative to the file that refers to it. */
    Optional<ComposeFile> find(String path);
}
