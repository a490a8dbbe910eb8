package dev.drydock.bot;

import dev.drydock.git.RemoteUrl;
import java.util.Locale;

/**
 * One repository to be worked on.
 *
 * @param id what it is called in reports and in the state file: {@code host/owner/name}
 */
public record RepositoryTask(String id, RemoteUrl url) {

    /** Returns the task for a remote. */
    public static RepositoryTask of(RemoteUrl url) {
        String id = url.protocol() == RemoteUrl.Protocol.FILE
                ? url.path()
                : (url.host() + "/" + url.projectPath()).toLowerCase(Locale.ROOT);
        return new RepositoryTask(id, url);
    }
}
