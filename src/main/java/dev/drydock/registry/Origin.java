package dev.drydock.registry;

import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port: what a credential is bound to.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host in lower case, an IPv6 address with its brackets
 * @param port the port, never -1
 */
record Origin(String scheme, String host, int port) {

    /** Returns the origin of an absolute http or https address that has a host. */
    static Origin of(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        int port = address.getPort() < 0 ? standard : address.getPort();
        return new Origin(scheme, address.getHost().toLowerCase(Locale.ROOT), port);
    }

    /** Returns whether this is an absolute http or https address that can be asked, without a login inside. */
    static boolean isUsable(URI address) {
        String scheme = address.getScheme();
        return scheme != null
                && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getPort() != 0
                && address.getPort() <= 65535;
    }

    boolean isPlain() {
        return scheme.equals("http");
    }

    /** Returns whether the host is this machine by its very name; nothing is looked up. */
    boolean isLoopback() {
        return isLoopback(host);
    }

    static boolean isLoopback(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost") || host.equals("[::1]")) {
            return true;
        }
        return host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    /** Returns host and port as they stand in a reference; the standard port is left out. */
    String hostAndPort() {
        return port == (isPlain() ? 80 : 443) ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return scheme + "://" + hostAndPort();
    }
}
