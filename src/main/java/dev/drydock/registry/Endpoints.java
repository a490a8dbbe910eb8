package dev.drydock.registry;

import dev.drydock.image.ImageReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where a repository is asked for: the mirrors of Docker Hub first, then the registry itself. */
final class Endpoints {
    private static final String HUB_HOST = "registry-1.docker.io";

    private final RegistryOptions options;
    private final AddressPolicy policy;
    private final Transport transport;
    private final Map<String, URI> loopbackAddresses = new ConcurrentHashMap<>();

    Endpoints(RegistryOptions options, AddressPolicy policy, Transport transport) {
        this.options = options;
        this.policy = policy;
        this.transport = transport;
    }

    /** Returns the targets of this reference in the order in which they are to be asked; the last is the registry. */
    List<Target> of(ImageReference reference) throws RegistryFailure, InterruptedException {
        var targets = new ArrayList<Target>();
        String domain = reference.domain();
        if (domain.equals(ImageReference.DEFAULT_DOMAIN)) {
            for (URI mirror : options.mirrors()) {
                targets.add(mirrored(mirror, reference.repository()));
            }
        }
        targets.add(new Target(domain, address(domain), reference.repository()));
        return targets;
    }

    private Target mirrored(URI mirror, String repository) throws RegistryFailure {
        if (!policy.allows(mirror) || mirror.getRawQuery() != null || mirror.getRawFragment() != null) {
            throw new RegistryFailure(Failed.Kind.UNREACHABLE, "a configured mirror is not an https address of a host");
        }
        String base = mirror.toString();
        while (base.endsWith("/")) {
            base = base.substring(0, base.length() - 1);
        }
        return new Target(Origin.of(mirror).hostAndPort(), URI.create(base), repository);
    }

    private URI address(String domain) throws RegistryFailure, InterruptedException {
        boolean hub = domain.equals(ImageReference.DEFAULT_DOMAIN);
        String host = hub ? HUB_HOST : domain.toLowerCase(Locale.ROOT);
        URI secure = uri("https://" + host)
                .orElseThrow(() -> new RegistryFailure(
                        Failed.Kind.UNREACHABLE, domain + " is not a host that can be asked over HTTP"));
        Origin origin = Origin.of(secure);
        if (policy.isListed(origin.host(), origin.port())) {
            return URI.create("http://" + host);
        }
        return origin.isLoopback() ? loopback(host, secure) : secure;
    }

    private static Optional<URI> uri(String text) {
        try {
            URI uri = URI.create(text);
            return Origin.isUsable(uri) ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * On loopback either scheme is fine, and the server knows which it speaks: a question without login over plain HTTP
     * finds out. A TLS server answers it with 400, or not at all.
     */
    private URI loopback(String host, URI secure) throws InterruptedException {
        URI known = loopbackAddresses.get(host);
        if (known != null) {
            return known;
        }
        Optional<Integer> status = transport.probe(URI.create("http://" + host + "/v2/"));
        URI found = status.isPresent() && status.get() != 400 ? URI.create("http://" + host) : secure;
        loopbackAddresses.put(host, found);
        return found;
    }
}
