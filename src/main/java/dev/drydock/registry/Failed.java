package dev.drydock.registry;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a registry gave no usable answer.
 *
 * @param kind what to do about it
 * @param message what happened, in one line without a final full stop; holds no credential and no text of the server
 * @param retryAfter how long the registry asked to wait, when it did
 */
public record Failed(Kind kind, String message, Optional<Duration> retryAfter) implements Resolution, TagListing {

    /** Kinds of failure, each with its own remedy. */
    public enum Kind {
        /** There is no such image or tag. */
        NOT_FOUND,
        /** The registry wants a login, or refused the one it got. Docker Hub says so for images that do not exist, too. */
        DENIED,
        /** Too many requests: try again later. */
        RATE_LIMITED,
        /** No connection: wrong name, nothing listening, no answer in time, or a certificate that is not trusted. */
        UNREACHABLE,
        /** The registry failed. */
        SERVER_ERROR,
        /** The answer breaks the protocol, contradicts itself, or is too large: nothing in it is believed. */
        BAD_ANSWER
    }

    static Failed of(Kind kind, String message) {
        return new Failed(kind, message, Optional.empty());
    }
}
