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
        /** Left for the next run: the limit of new requests, or the forge's limit of requests, was reached. */
        DEFERRED,
        /** There is nothing to be done with it, and no failure: empty, archived, requests switched off. */
        SKIPPED
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

    static RepositoryResult deferred(RepositoryTask task, String message) {
        return new RepositoryResult(task.id(), Status.DEFERRED, message, List.of());
    }

    static RepositoryResult skipped(RepositoryTask task, String message) {
        return new RepositoryResult(task.id(), Status.SKIPPED, message, List.of());
    }

    /** Returns whether a run that goes on where another one stopped has nothing more to do here. */
    boolean isFinal() {
        return status == Status.DONE || status == Status.SKIPPED;
    }

    /** Returns how many requests were opened. */
    public int opened() {
        return (int) requests.stream()
                .filter(request ->
                        request.action().equals("create") && !request.url().isEmpty())
                .count();
    }
}
