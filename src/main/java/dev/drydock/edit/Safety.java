package dev.drydock.edit;

import java.util.Locale;

/** What a rewrite promises about the image and the container. Ordered from the strongest promise to the weakest. */
public enum Safety {
    /**
     * The built image and the running container behave as before, apart from what the page of the transform names, and
     * the build cannot newly fail.
     */
    SAFE,
    /**
     * A deliberate change of privilege, content or build steps, made because evidence in the project or in the knowledge
     * base says that it works. Every assumption is printed with the change. Written by default.
     */
    REVIEW,
    /** Right in general, but it needs a decision or a change outside the repository. Written only when asked for. */
    SUGGEST;

    /** Returns whether a rewrite of this level may be written under the given limit. */
    public boolean isWithin(Safety limit) {
        return compareTo(limit) <= 0;
    }

    /** Returns the weaker of the two promises. */
    public Safety weaker(Safety other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Returns the name as options and reports spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
