package dev.drydock.knowledge;

import java.util.List;
import java.util.Locale;

/** Repository names in one spelling: registry, then path, as the Docker client resolves them. */
public final class ImageName {
    /** What the names of the official images start with. */
    static final String OFFICIAL = "docker.io/library/";

    private static final String HUB = "docker.io";
    private static final List<String> HUB_NAMES =
            List.of("index.docker.io", "registry-1.docker.io", "registry.hub.docker.com");

    private ImageName() {}

    /**
     * The repository with its registry: {@code node} and {@code library/node} give {@code docker.io/library/node}. A tag or
     * digest is not expected; {@code scratch} is returned as it is, because it is no repository.
     */
    public static String normalise(String repository) {
        String name = repository.toLowerCase(Locale.ROOT);
        if (name.equals("scratch")) {
            return name;
        }
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean registry = first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
        String host = registry ? first : HUB;
        String path = registry ? name.substring(slash + 1) : name;
        if (HUB_NAMES.contains(host)) {
            host = HUB;
        }
        if (host.equals(HUB) && path.indexOf('/') < 0) {
            path = "library/" + path;
        }
        return host + "/" + path;
    }

    /** The last component of a repository name: {@code postgresql} for {@code docker.io/bitnami/postgresql}. */
    static String lastComponent(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
