package dev.drydock.forge;

import java.util.List;

/**
 * A pull request, or a merge request, as a forge has it.
 *
 * @param number as people name it
 * @param url for a browser
 * @param labels names; empty where the platform has none
 * @param version of the request where the platform wants it back (Bitbucket Data Center), else 0
 * @param reviewers platform-specific ids that an update must repeat so that they stay; empty elsewhere
 */
public record ChangeRequest(
        long number,
        String url,
        State state,
        String title,
        String body,
        String head,
        String base,
        List<String> labels,
        long version,
        List<String> reviewers) {

    /** Where a request stands. */
    public enum State {
        OPEN,
        MERGED,
        /** Closed, declined, superseded: not merged. */
        CLOSED
    }

    public ChangeRequest {
        labels = List.copyOf(labels);
        reviewers = List.copyOf(reviewers);
    }
}
