package dev.drydock.pullrequest;

import java.util.List;

/**
 * What became of a planned action.
 *
 * @param url of the request, empty if there is none
 * @param message one line for people
 * @param notes what could not be done beside the action itself, one line each
 */
public record ActionResult(
        Status status,
        PlannedAction.Kind kind,
        String group,
        String branch,
        String url,
        String message,
        List<String> notes) {

    /** How it ended. */
    public enum Status {
        DONE,
        /** There was nothing to do. */
        SKIPPED,
        FAILED,
        /** The limit of requests is used up; the next run goes on. */
        DEFERRED
    }

    public ActionResult {
        notes = List.copyOf(notes);
    }
}
