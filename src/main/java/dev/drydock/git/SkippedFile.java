package dev.drydock.git;

/**
 * An entry of a commit that is not read, and why.
 *
 * @param path as the commit spells it, made fit for one line
 */
public record SkippedFile(String path, Reason reason) {

    /** Why an entry is left alone. */
    public enum Reason {
        SYMBOLIC_LINK("is a symbolic link"),
        SUBMODULE("is a submodule"),
        LFS_POINTER("is kept in Git LFS; the commit holds a pointer only"),
        TOO_LARGE("is larger than the limit"),
        REFUSED_NAME("has a name that could lead outside the work tree or into .git"),
        UNREADABLE_NAME("has a name that is not UTF-8 or holds control characters"),
        TOO_DEEP("lies too many directories deep"),
        MISSING("is missing from the object database");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** Returns the rest of a sentence that starts with the path. */
        public String text() {
            return text;
        }
    }

    public SkippedFile {
        path = OneLine.of(path, 200);
    }

    @Override
    public String toString() {
        return path + " " + reason.text();
    }
}
