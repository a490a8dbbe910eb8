package dev.drydock.checklist;

/**
 * Something that was seen about a part of a file.
 *
 * @param evidence what was seen, at the first line of the part
 * @param lastLine the last line of the part; what a rule finds within the part says it better
 */
record Observation(Evidence evidence, int lastLine) {
    static Observation of(Evidence evidence) {
        return new Observation(evidence, evidence.line());
    }

    /** Returns whether a rule already speaks of this part. */
    boolean isToldBy(Evidence finding) {
        return !evidence.good()
                && !finding.good()
                && evidence.path().isPresent()
                && finding.path().equals(evidence.path())
                && (evidence.line() == 0 || (finding.line() >= evidence.line() && finding.line() <= lastLine));
    }
}
