package dev.drydock.checklist;

/** How a question is answered. */
public enum Verdict {
    /** Everything that was looked at is as it should be. */
    PASS("pass"),
    /** Something is not, or cannot be shown to be. */
    FAIL("fail"),
    /** The project has nothing that the question is about. */
    NOT_APPLICABLE("n/a");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
