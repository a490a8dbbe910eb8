package dev.drydock.report;

/** What becomes of a issue. */
public enum Status {
    /** It is repaired: by this run if the run writes, else by the next one that does. */
    REPAIRED,
    /** It can be repaired, but only under a weaker promise than this run allows. */
    ABOVE_LEVEL,
    /** It is left as it is, because nothing proves that a repair would work. */
    ABSTAINED,
    /** A person has to decide. */
    ADVICE
}
