package dev.drydock.forge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A repository on a forge.
 *
 * @param owner a user, an organisation, a project key, or nested groups divided by slashes
 * @param name the repository itself
 */
public record RepositoryName(String owner, String name) {

    public RepositoryName {
        if (owner.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a repository on a forge has an owner and a name");
        }
    }

    /** Returns {@code owner/name} with each part encoded for the path of a URL. */
    String encoded() {
        return encode(owner) + "/" + encode(name);
    }

    /** Returns {@code owner%2Fname}: one segment, as GitLab names a project. */
    String encodedAsOne() {
        return encode(owner + "/" + name);
    }

    static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
