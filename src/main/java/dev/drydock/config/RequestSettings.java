package dev.drydock.config;

import java.util.List;
import java.util.Optional;

/**
 * What a project says about branches and pull requests.
 *
 * @param base the branch that requests are for
 * @param groupBy what belongs into one request
 * @param commitPer what belongs into one commit
 * @param draft whether new requests are drafts
 * @param signOff whether commits are signed off
 * @param labels of new requests
 * @param reviewers of new requests
 * @param assignees of new requests
 */
public record RequestSettings(
        Optional<String> base,
        Optional<String> groupBy,
        Optional<String> commitPer,
        Optional<Boolean> draft,
        Optional<Boolean> signOff,
        List<String> labels,
        List<String> reviewers,
        List<String> assignees) {

    /** Nothing is said. */
    public static final RequestSettings NONE = new RequestSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());

    public RequestSettings {
        labels = List.copyOf(labels);
        reviewers = List.copyOf(reviewers);
        assignees = List.copyOf(assignees);
    }

    RequestSettings over(RequestSettings lower) {
        return new RequestSettings(
                base.or(lower::base),
                groupBy.or(lower::groupBy),
                commitPer.or(lower::commitPer),
                draft.or(lower::draft),
                signOff.or(lower::signOff),
                labels.isEmpty() ? lower.labels : labels,
                reviewers.isEmpty() ? lower.reviewers : reviewers,
                assignees.isEmpty() ? lower.assignees : assignees);
    }
}
