package dev.drydock.registry;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A repository at an address: what a question is about, and where it is asked.
 *
 * @param domain the name under which a login for it is kept
 * @param base the address of the registry, without a final slash
 * @param repository the name of the repository there
 */
record Target(String domain, URI base, String repository) {

    Origin origin() {
        return Origin.of(base);
    }

    URI manifest(String tagOrDigest) {
        return URI.create(base + "/v2/" + repository + "/manifests/" + tagOrDigest);
    }

    URI blob(String digest) {
        return URI.create(base + "/v2/" + repository + "/blobs/" + digest);
    }

    URI tags(int pageSize) {
        return URI.create(base + "/v2/" + repository + "/tags/list?n=" + pageSize);
    }

    /** Returns the scope of a token that may read this repository. */
    String scope() {
        return "repository:" + repository + ":pull";
    }

    /** Returns the address of the token service with the parameters of the question. */
    static URI tokenAddress(URI realm, Optional<String> service, String scope) {
        var address = new StringBuilder(realm.toString());
        address.append(realm.getRawQuery() == null ? '?' : '&');
        service.ifPresent(
                name -> address.append("service=").append(encoded(name)).append('&'));
        return URI.create(address.append("scope=").append(encoded(scope)).toString());
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
