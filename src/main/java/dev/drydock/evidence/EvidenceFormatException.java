package dev.drydock.evidence;

/** Why a text is no evidence file. The message is one line that quotes nothing of the text. */
public final class EvidenceFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    EvidenceFormatException(String message) {
        super(message);
    }

    EvidenceFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
