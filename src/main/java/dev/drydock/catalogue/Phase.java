package dev.drydock.catalogue;

import java.util.Locale;

/** When a transform runs. Phases run in this order; the order within one is declared by {@code after}. */
public enum Phase {
    /** Obsolete or broken syntax becomes current syntax. */
    REPAIR,
    /** Stages and the order of instructions. */
    STRUCTURE,
    /** Single instructions. */
    INSTRUCTION,
    /** Commands within RUN. */
    SHELL,
    /** Labels, health checks, ports. */
    METADATA,
    /** How the file is laid out; may not create findings of earlier phases. */
    LAYOUT;

    /** Returns the name as front matter spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
