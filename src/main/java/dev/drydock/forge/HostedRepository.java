package dev.drydock.forge;

import java.util.List;
import java.util.Optional;

/**
 * A repository that a listing returned.
 *
 * @param cloneUrl over HTTPS
 * @param defaultBranch empty if the repository has no commit
 * @param acceptsRequests false if the platform says that pull requests are switched off
 */
public record HostedRepository(
        RepositoryName name,
        String cloneUrl,
        String defaultBranch,
        boolean fork,
        boolean archived,
        boolean acceptsRequests,
        List<String> topics) {
    public HostedRepository {
        topics = List.copyOf(topics);
    }

    /** Returns the same under the name that was asked for where an answer names none. */
    static RepositoryName nameOr(Optional<RepositoryName> asked, String owner, String name) {
        boolean whole = !owner.isBlank() && !name.isBlank();
        return whole || asked.isEmpty() ? new RepositoryName(owner.isBlank() ? "?" : owner, name) : asked.get();
    }
}
