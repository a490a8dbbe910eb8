package dev.drydock.engine;

import dev.drydock.edit.Safety;
import dev.drydock.transform.Finding;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding that was not repaired, and why.
 *
 * @param code the code of the transform
 * @param finding what was found; its range speaks of the text after the run
 * @param location where it stands in the original file
 * @param disposition why it is still there
 * @param level the level at which its rewrite would count; empty if it has none
 * @param reason the reason in words: that of the transform, or that of the engine
 * @param tried whether a trial showed whether its repair holds
 */
public record ReportedFinding(
        String code,
        Finding finding,
        Location location,
        Disposition disposition,
        Optional<Safety> level,
        String reason,
        boolean tried) {

    /** Why a finding is still there. */
    public enum Disposition {
        /** The transform cannot prove that a repair would work. */
        ABSTAINED,
        /** Only a person can decide. */
        ADVICE,
        /** There is a repair, and it is not written at this level. */
        ABOVE_LIMIT,
        /** There is a repair, and the verifier refused it: an internal error. */
        VETOED,
        /** There is a repair, and it could not be made beside the others, or its transform takes part in a cycle. */
        WITHHELD,
        /** A comment in the file asks not to report it. Not a defect of the run. */
        SUPPRESSED,
        /** It looks like a case and is none: a near miss. */
        NOT_NEEDED
    }

    public ReportedFinding {
        Objects.requireNonNull(code);
        Objects.requireNonNull(finding);
        Objects.requireNonNull(location);
        Objects.requireNonNull(disposition);
        Objects.requireNonNull(level);
        Objects.requireNonNull(reason);
    }

    /** Returns the id of the transform. */
    public String transform() {
        return finding.transform();
    }

    public String message() {
        return finding.message();
    }

    @Override
    public String toString() {
        return location + " " + code + " " + finding.transform() + ": " + finding.message() + " (" + disposition + ": "
                + reason + ")";
    }
}
