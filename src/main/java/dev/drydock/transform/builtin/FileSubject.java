package dev.drydock.transform.builtin;

import dev.drydock.edit.Rewrite;
import dev.drydock.project.ProjectFile;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.Outcome;
import java.util.List;

/** What one transform looks at in one file, and where its findings go. */
public abstract class FileSubject {
    private final String id;
    private final ProjectFile file;
    private final Inspection inspection;
    private final List<Finding> findings;

    /**
     * Makes a subject.
     *
     * @param id the transform in whose name findings are reported
     * @param findings what they are added to
     */
    protected FileSubject(String id, ProjectFile file, Inspection inspection, List<Finding> findings) {
        this.id = id;
        this.file = file;
        this.inspection = inspection;
        this.findings = findings;
    }

    public final ProjectFile file() {
        return file;
    }

    public final Inspection inspection() {
        return inspection;
    }

    /** Reports a defect with its repair; comments that go with it are announced. */
    public final void repair(TextRange range, String message, Rewrite rewrite) {
        add(range, message, new Outcome.Repair(GoneComments.announced(rewrite, inspection.project())));
    }

    /** Reports a defect that is left alone, and what is missing to repair it. */
    public final void abstain(TextRange range, String message, String reason) {
        add(range, message, new Outcome.Abstained(reason));
    }

    /** Reports a defect that only a person can repair. */
    public final void advise(TextRange range, String message, String advice) {
        add(range, message, new Outcome.Advice(advice));
    }

    /** Notes that something looks like a case for this transform and is none. */
    public final void notNeeded(TextRange range, String message, String reason) {
        add(range, message, new Outcome.NotNeeded(reason));
    }

    private void add(TextRange range, String message, Outcome outcome) {
        findings.add(new Finding(id, file.path(), range, message, outcome));
    }
}
