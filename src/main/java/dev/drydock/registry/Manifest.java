package dev.drydock.registry;

import dev.drydock.image.Digest;
import dev.drydock.image.Platform;
import java.util.List;
import java.util.Optional;

/**
 * A manifest or an index of manifests, as the OCI image specification and Docker's schema 2 write it.
 *
 * @param digest the digest of its bytes
 * @param mediaType its media type
 * @param platforms the platforms in an index; empty in a manifest
 * @param config the digest of the configuration of a manifest, which holds its platform
 */
record Manifest(Digest digest, String mediaType, List<Platform> platforms, Optional<Digest> config) {
    static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    /** All that is understood. Registries give one platform's manifest to clients that do not name the indexes. */
    static final String ACCEPT = String.join(", ", OCI_INDEX, DOCKER_LIST, OCI_MANIFEST, DOCKER_MANIFEST);

    /** Returns what these bytes hold, or empty when they are neither manifest nor index. */
    static Optional<Manifest> parse(Digest digest, String contentType, byte[] bytes) {
        Optional<JsonObject> parsed = JsonObject.parse(bytes);
        if (parsed.isEmpty() || parsed.get().number("schemaVersion").orElse(0L) != 2) {
            return Optional.empty();
        }
        JsonObject json = parsed.get();
        boolean index = json.has("manifests");
        if (index == json.has("config")) {
            return Optional.empty();
        }
        String written = json.string("mediaType").orElse(contentType);
        String mediaType = isKnown(written, index) ? written : (index ? OCI_INDEX : OCI_MANIFEST);
        Optional<Digest> config = json.object("config").string("digest").flatMap(Digest::parse);
        return Optional.of(new Manifest(digest, mediaType, index ? platforms(json) : List.of(), config));
    }

    private static boolean isKnown(String mediaType, boolean index) {
        return index
                ? mediaType.equals(OCI_INDEX) || mediaType.equals(DOCKER_LIST)
                : mediaType.equals(OCI_MANIFEST) || mediaType.equals(DOCKER_MANIFEST);
    }

    /** Attestations stand in an index too, for the platform unknown/unknown. */
    private static List<Platform> platforms(JsonObject index) {
        return index.objects("manifests").stream()
                .flatMap(entry -> platform(entry.object("platform")).stream())
                .filter(platform -> !platform.os().equals("unknown"))
                .toList();
    }

    /** Returns the platform that a descriptor or an image configuration names. */
    static Optional<Platform> platform(JsonObject json) {
        String variant = json.string("variant").orElse("");
        String text = json.string("os").orElse("") + "/"
                + json.string("architecture").orElse("") + (variant.isEmpty() ? "" : "/" + variant);
        return Platform.parse(text);
    }
}
