package dev.drydock.knowledge;

/** A knowledge file that cannot be used. The message is one line: file, key, what is wrong. */
public final class KnowledgeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KnowledgeException(String file, String key, String message) {
        super(file + (key.isEmpty() ? "" : ": " + key) + ": " + message);
    }

    KnowledgeException(String file, String message, Throwable cause) {
        super(file + ": " + message, cause);
    }
}
