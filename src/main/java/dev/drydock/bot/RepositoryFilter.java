package dev.drydock.bot;

import dev.drydock.forge.HostedRepository;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which repositories of a listing are taken.
 *
 * @param topics at least one of them, if there are any
 * @param includes regular expressions for {@code owner/name}, found anywhere in it; at least one must match, if there are any
 * @param excludes likewise; none may match
 */
public record RepositoryFilter(
        List<String> topics, List<Pattern> includes, List<Pattern> excludes, boolean skipForks, boolean skipArchived) {

    /** Everything but forks and archived repositories. */
    public static final RepositoryFilter USUAL = new RepositoryFilter(List.of(), List.of(), List.of(), true, true);

    public RepositoryFilter {
        topics = List.copyOf(topics);
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** Returns whether the repository is taken. */
    public boolean accepts(HostedRepository repository) {
        String name = repository.name().toString();
        return !(skipForks && repository.fork())
                && !(skipArchived && repository.archived())
                && (topics.isEmpty() || topics.stream().anyMatch(repository.topics()::contains))
                && accepts(name);
    }

    /** Returns whether a repository of this name is taken, as far as the name decides. */
    public boolean accepts(String name) {
        return (includes.isEmpty()
                        || includes.stream()
                                .anyMatch(pattern -> pattern.matcher(name).find()))
                && excludes.stream().noneMatch(pattern -> pattern.matcher(name).find());
    }
}
