package dev.drydock.catalogue;

import java.util.Locale;

/** How settled a transform is. */
public enum Status {
    PREVIEW,
    STABLE,
    DEPRECATED;

    /** Returns the name as front matter spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
