package dev.drydock.discovery;

import java.nio.file.Path;
import java.util.List;

/** Patterns in gitignore syntax, asked about single files: a file is excluded with any folder above it. */
public final class Exclusions {
    private final IgnoreFile patterns;

    private Exclusions(IgnoreFile patterns) {
        this.patterns = patterns;
    }

    /**
     * Returns the exclusions of some patterns.
     *
     * @param folder what the patterns are relative to, absolute
     */
    public static Exclusions of(Path folder, List<String> patterns) {
        return new Exclusions(IgnoreFile.of(folder, patterns));
    }

    /** Returns whether the file, an absolute path, is excluded. */
    public boolean contains(Path file) {
        for (Path path = file; path != null && !path.equals(patterns.folder()); path = path.getParent()) {
            if (patterns.decide(path, !path.equals(file)).orElse(false)) {
                return true;
            }
        }
        return false;
    }
}
