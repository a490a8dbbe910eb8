package dev.drydock.pullrequest;

/**
 * Something that was found and left as it is.
 *
 * @param line 1-based, 0 if it concerns the whole file
 * @param column 1-based, 0 if it concerns the whole line
 * @param reason why it was left
 */
public record NotFixed(String rule, String path, int line, int column, String what, String reason) {
    private static final String SECRET = "secret";
    private static final String SETTINGS = "settings";

    /** Creates what concerns a whole line or a whole file. */
    public NotFixed(String rule, String path, int line, String what, String reason) {
        this(rule, path, line, 0, what, reason);
    }

    /** Returns that a file with a secret value is not part of the change, so that somebody has to make it. */
    public static NotFixed secretFile(String path) {
        return new NotFixed(
                SECRET,
                path,
                0,
                "the file holds a secret value",
                "it is not committed: create it where the application runs");
    }

    /** Returns that a configuration or a lock file cannot be used, and that what it holds for is left. */
    public static NotFixed settings(String path, int line, int column, String problem) {
        return new NotFixed(SETTINGS, path, line, column, problem, "what it holds for is left as it is");
    }

    /** Returns the path, with the line and the column where there are any. */
    public String place() {
        return path + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    }

    /** Returns whether a file that says how to judge others cannot be used. */
    public boolean isSettings() {
        return rule.equals(SETTINGS);
    }

    /** Returns whether a file with a secret value has to be made before the change is of use. */
    public boolean isSecretFile() {
        return rule.equals(SECRET);
    }
}
