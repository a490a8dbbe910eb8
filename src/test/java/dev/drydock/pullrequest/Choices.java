package dev.drydock.pullrequest;

import java.util.List;
import java.util.Optional;

/** The usual options but for what a test chooses. */
final class Choices {
    private Optional<String> base = RequestOptions.USUAL.base();
    private List<String> labels = RequestOptions.USUAL.labels();
    private List<String> reviewers = RequestOptions.USUAL.reviewers();
    private List<String> assignees = RequestOptions.USUAL.assignees();
    private boolean commitPerStep = RequestOptions.USUAL.commitPerStep();
    private boolean forceUpdate = RequestOptions.USUAL.forceUpdate();
    private boolean recreate = RequestOptions.USUAL.recreate();
    private int maxOpen = RequestOptions.USUAL.maxOpen();
    private RebaseWhen rebaseWhen = RequestOptions.USUAL.rebaseWhen();

    static RequestOptions base(String branch) {
        Choices choices = new Choices();
        choices.base = Optional.of(branch);
        return choices.made();
    }

    static RequestOptions people(List<String> labels, List<String> reviewers, List<String> assignees) {
        Choices choices = new Choices();
        choices.labels = labels;
        choices.reviewers = reviewers;
        choices.assignees = assignees;
        return choices.made();
    }

    static RequestOptions commitPerStep() {
        Choices choices = new Choices();
        choices.commitPerStep = true;
        return choices.made();
    }

    static RequestOptions forceUpdate() {
        Choices choices = new Choices();
        choices.forceUpdate = true;
        return choices.made();
    }

    static RequestOptions recreate() {
        Choices choices = new Choices();
        choices.recreate = true;
        return choices.made();
    }

    static RequestOptions maxOpen(int most) {
        Choices choices = new Choices();
        choices.maxOpen = most;
        return choices.made();
    }

    static RequestOptions rebaseWhen(RebaseWhen when) {
        Choices choices = new Choices();
        choices.rebaseWhen = when;
        return choices.made();
    }

    private RequestOptions made() {
        RequestOptions usual = RequestOptions.USUAL;
        return new RequestOptions(
                usual.branchPrefix(),
                base,
                usual.title(),
                usual.draft(),
                labels,
                reviewers,
                assignees,
                commitPerStep,
                forceUpdate,
                recreate,
                usual.closeObsolete(),
                maxOpen,
                usual.command(),
                usual.version(),
                rebaseWhen);
    }
}
