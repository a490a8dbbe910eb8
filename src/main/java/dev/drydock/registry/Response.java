package dev.drydock.registry;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/**
 * One answer. Its {@code toString()} holds the status only.
 *
 * @param address where it came from, after redirects
 * @param status the HTTP status
 * @param headers the headers
 * @param body the whole body
 */
// The body is never compared.
@SuppressWarnings("ArrayRecordComponent")
record Response(URI address, int status, HttpHeaders headers, byte[] body) {

    boolean isOk() {
        return status == 200;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Returns the media type without its parameters, in lower case; empty when there is none. */
    String mediaType() {
        String type = header("Content-Type").orElse("");
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "status " + status;
    }
}
