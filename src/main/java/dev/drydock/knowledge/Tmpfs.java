package dev.drydock.knowledge;

/**
 * A directory that must be a writable tmpfs.
 *
 * @param options mount options such as {@code exec}, empty for none: Docker's own default is {@code noexec,nosuid,nodev}
 */
public record Tmpfs(String path, String options) {

    static Tmpfs parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new Tmpfs(text, "") : new Tmpfs(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The spelling of compose files and of {@code docker run --tmpfs}. */
    public String spelling() {
        return options.isEmpty() ? path : path + ":" + options;
    }
}
