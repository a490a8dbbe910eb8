package dev.drydock.registry;

import java.net.URI;
import java.util.Optional;

/**
 * One question. Its {@code toString()} holds neither the Authorization header nor the body.
 *
 * @param method {@code GET}, {@code HEAD} or {@code POST}
 * @param address where to
 * @param accept the Accept header, empty for none
 * @param authorization the Authorization header; bound to the origin of the address
 * @param form the form to post
 * @param bodyLimit the most bytes of an answer that are read
 */
record Request(
        String method,
        URI address,
        String accept,
        Optional<String> authorization,
        Optional<String> form,
        int bodyLimit) {

    static Request get(URI address, String accept, int bodyLimit) {
        return new Request("GET", address, accept, Optional.empty(), Optional.empty(), bodyLimit);
    }

    static Request head(URI address, String accept) {
        return new Request("HEAD", address, accept, Optional.empty(), Optional.empty(), 0);
    }

    static Request post(URI address, String form, int bodyLimit) {
        return new Request("POST", address, "", Optional.empty(), Optional.of(form), bodyLimit);
    }

    Request with(Optional<String> newAuthorization) {
        return new Request(method, address, accept, newAuthorization, form, bodyLimit);
    }

    Origin origin() {
        return Origin.of(address);
    }

    /** Returns this question at another address; the authorization stays only if the origin does. */
    Request at(URI other) {
        boolean same = Origin.of(other).equals(origin());
        return new Request(method, other, accept, same ? authorization : Optional.empty(), form, bodyLimit);
    }

    /** Returns method, origin and path; a query is left out, since it may hold a signature. */
    @Override
    public String toString() {
        return method + " " + origin() + address.getRawPath();
    }
}
