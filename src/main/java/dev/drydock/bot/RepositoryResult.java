package dev.drydock.bot;

import dev.drydock.git.OneLine;
import java.util.List;

/**
 * What happened in one repository.
 *
 * @param id see {@link RepositoryTask#id()}
 * @param message one line for people
 */
public record RepositoryResult(String id, Status status, String message, List<Request> requests) {

    /** How it ended. */
    public enum Status {
        /** Everything that was to be done is done, or there was nothing to do. */
        DONE,
        /** Something failed; the next run tries again. */
        FAILED,
        /** Left for the next run: the limit of new requests was reached. */
        DEFERRED
    }

    /**
     * A request and what was done with it.
     *
     * @param action {@code create}, {@code update}, {@code close} ...
     * @param url empty if there is none
     */
    public record Request(String branch, String action, String url, String message) {}

    public RepositoryResult {
        message = OneLine.of(message);
        requests = List.copyOf(requests);
    }

    static RepositoryResult failed(RepositoryTask task, String message) {
        return new RepositoryResult(task.id(), Status.FAILED, message, List.of());
    }

    /** Returns how many requests were opened. */
    public int opened() {
        return (int) requests.stream()
                .filter(request ->
                        request.action().equals("create") && !request.url().isEmpty())
                .count();
    }
}
