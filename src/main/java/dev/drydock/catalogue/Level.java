package dev.drydock.catalogue;

import dev.drydock.edit.Safety;
import java.util.Locale;
import java.util.Optional;

/** The weakest promise that rewrites of a transform make, or that it makes no rewrites. */
public enum Level {
    SAFE,
    REVIEW,
    SUGGEST,
    /** It reports and never rewrites. */
    FINDING;

    /** Returns the level of rewrites; empty for {@link #FINDING}. */
    public Optional<Safety> safety() {
        return this == FINDING ? Optional.empty() : Optional.of(Safety.valueOf(name()));
    }

    /** Returns the name as front matter spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
