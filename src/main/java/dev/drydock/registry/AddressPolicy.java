package dev.drydock.registry;

import java.net.URI;
import java.util.Set;

/**
 * Which addresses may be asked at all, and which may be reached from an answer of another host. A name in a scanned
 * file, a redirect or a challenge must not turn this program into a way to reach what only this machine can.
 */
final class AddressPolicy {
    private final Set<String> plainHttpHosts;

    AddressPolicy(Set<String> plainHttpHosts) {
        this.plainHttpHosts = plainHttpHosts;
    }

    /** Returns whether the user listed this host, with or without its port, for plain HTTP. */
    boolean isListed(String host, int port) {
        return plainHttpHosts.contains(host) || plainHttpHosts.contains(host + ":" + port);
    }

    /** Returns whether the address may be asked: TLS everywhere, plain HTTP for loopback and listed hosts only. */
    boolean allows(URI address) {
        if (!Origin.isUsable(address)) {
            return false;
        }
        Origin origin = Origin.of(address);
        return !origin.isPlain() || origin.isLoopback() || isListed(origin.host(), origin.port());
    }

    /** Returns whether an answer from {@code from} may send us to {@code to}: never from elsewhere to loopback. */
    boolean allows(Origin from, URI to) {
        if (!allows(to)) {
            return false;
        }
        Origin target = Origin.of(to);
        if (target.isLoopback() && !from.isLoopback()) {
            return false;
        }
        return from.isPlain() || !target.isPlain();
    }
}
