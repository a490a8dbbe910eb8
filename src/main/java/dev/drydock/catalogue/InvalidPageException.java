package dev.drydock.catalogue;

/** A page that breaks the format of the catalogue. The message names page, line and what is wrong. */
public final class InvalidPageException extends RuntimeException {
    InvalidPageException(String page, int line, String message) {
        super(page + ":" + line + ": " + message);
    }

    InvalidPageException(String message) {
        super(message);
    }
}
