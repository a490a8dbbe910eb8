package dev.drydock.pullrequest;

import java.util.List;
import java.util.Optional;

/**
 * What the user can choose about branches and requests.
 *
 * @param branchPrefix before the name of the group
 * @param base the branch to work on; empty: the default branch of the remote
 * @param title instead of the generated one
 * @param draft whether new requests are drafts
 * @param labels to put on new requests
 * @param reviewers to ask on new requests
 * @param assignees of new requests
 * @param commitPerStep one commit for each transform instead of one for all
 * @param forceUpdate overwrite commits of others on Drydock's branches
 * @param recreate open requests again that were closed
 * @param closeObsolete close requests for which nothing is left; off when a run looks at a part only
 * @param maxOpen most open requests of Drydock's in one repository
 * @param command how the run can be repeated, for the text of the request
 * @param version of Drydock, for the text of the request
 * @param rebaseWhen when a branch is made anew although nothing else is to be fixed
 */
public record RequestOptions(
        String branchPrefix,
        Optional<String> base,
        Optional<String> title,
        boolean draft,
        List<String> labels,
        List<String> reviewers,
        List<String> assignees,
        boolean commitPerStep,
        boolean forceUpdate,
        boolean recreate,
        boolean closeObsolete,
        int maxOpen,
        String command,
        String version,
        RebaseWhen rebaseWhen) {

    /** The choices when none is made: at most one request for safe repairs and one for those that want a review. */
    public static final RequestOptions USUAL = new RequestOptions(
            "drydock/",
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            List.of(),
            List.of(),
            false,
            false,
            false,
            true,
            2,
            "drydock pr",
            "dev",
            RebaseWhen.CONFLICTED);

    public RequestOptions {
        labels = List.copyOf(labels);
        reviewers = List.copyOf(reviewers);
        assignees = List.copyOf(assignees);
    }

    /** Returns the branch of a group, for the default branch of the repository. */
    public String branch(String group) {
        return branchPrefix + group;
    }

    /**
     * Returns the branch of a group. The base is part of its name where it is not the default branch, so that the requests of
     * two bases are two requests. No name of a group has an {@code @}.
     */
    String branch(String group, String base, Optional<String> defaultBranch) {
        return branch(group) + (defaultBranch.filter(base::equals).isPresent() ? "" : "@" + base);
    }
}
