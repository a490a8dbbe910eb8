package dev.drydock.forge;

import java.util.List;

/**
 * A repository that a listing returned.
 *
 * @param cloneUrl over HTTPS
 * @param defaultBranch empty if the repository has no commit
 */
public record HostedRepository(
        RepositoryName name,
        String cloneUrl,
        String defaultBranch,
        boolean fork,
        boolean archived,
        List<String> topics) {
    public HostedRepository {
        topics = List.copyOf(topics);
    }
}
