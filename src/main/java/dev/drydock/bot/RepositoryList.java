package dev.drydock.bot;

import dev.drydock.forge.Forge;
import dev.drydock.forge.ForgeException;
import dev.drydock.forge.HostedRepository;
import dev.drydock.git.OneLine;
import dev.drydock.git.RemoteUrl;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the repositories of a run come from. */
public final class RepositoryList {
    private RepositoryList() {}

    /**
     * Returns the tasks of a list: one address, or {@code owner/name} of the given forge, on each line; {@code #} starts a
     * comment, empty lines do not count, a repository that is named twice is taken once.
     *
     * @param web the address of the forge for short names
     * @throws IOException for a line that is neither, with its number
     */
    public static List<RepositoryTask> parse(String text, Optional<URI> web) throws IOException {
        Map<String, RepositoryTask> tasks = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            int comment = line.indexOf('#');
            String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!entry.isEmpty()) {
                RepositoryTask task = task(entry, web, number);
                tasks.putIfAbsent(task.id(), task);
            }
        }
        return List.copyOf(tasks.values());
    }

    private static RepositoryTask task(String entry, Optional<URI> web, int number) throws IOException {
        boolean shortName = entry.indexOf(':') < 0
                && entry.indexOf('/') > 0
                && !entry.startsWith(".")
                && !entry.startsWith("/")
                && !entry.contains(" ");
        if (shortName && web.isEmpty()) {
            throw new IOException("line " + number + ": where is " + OneLine.of(entry, 100)
                    + "? say it with --base-url, or write the full address");
        }
        Optional<RemoteUrl> url = RemoteUrl.parse(shortName ? web.get() + "/" + entry + ".git" : entry);
        return url.map(RepositoryTask::of)
                .orElseThrow(
                        () -> new IOException("line " + number + " names no repository: " + OneLine.of(entry, 100)));
    }

    /** Returns the repositories of an organisation, a group, a project, a workspace or a user that the filter takes. */
    public static List<RepositoryTask> of(Forge forge, String owner, RepositoryFilter filter) throws ForgeException {
        List<RepositoryTask> tasks = new ArrayList<>();
        for (HostedRepository repository : forge.list(owner)) {
            if (filter.accepts(repository)) {
                RemoteUrl.parse(repository.cloneUrl()).map(RepositoryTask::of).ifPresent(tasks::add);
            }
        }
        return tasks;
    }
}
