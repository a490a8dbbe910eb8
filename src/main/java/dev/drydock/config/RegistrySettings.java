package dev.drydock.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How image registries are reached.
 *
 * @param authorities PEM files with certificate authorities to trust as well, absolute
 * @param plainHttpHosts hosts, with or without port, that are asked without TLS
 * @param mirrors addresses that are asked for images of Docker Hub first
 */
public record RegistrySettings(List<Path> authorities, List<String> plainHttpHosts, List<String> mirrors) {
    /** Nothing is set. */
    public static final RegistrySettings NONE = new RegistrySettings(List.of(), List.of(), List.of());

    static final String AUTHORITIES = "certificate-authorities";
    static final String PLAIN_HTTP_HOSTS = "plain-http-hosts";
    static final String MIRRORS = "mirrors";
    static final List<String> KEYS = List.of(AUTHORITIES, PLAIN_HTTP_HOSTS, MIRRORS);

    public RegistrySettings {
        authorities = List.copyOf(authorities);
        plainHttpHosts = List.copyOf(plainHttpHosts);
        mirrors = List.copyOf(mirrors);
    }

    public boolean isEmpty() {
        return authorities.isEmpty() && plainHttpHosts.isEmpty() && mirrors.isEmpty();
    }

    /** Returns what is set here or in {@code base}; what is set here is asked first. */
    RegistrySettings over(RegistrySettings base) {
        return new RegistrySettings(
                joined(authorities, base.authorities),
                joined(plainHttpHosts, base.plainHttpHosts),
                joined(mirrors, base.mirrors));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
