package dev.drydock.pullrequest;

import dev.drydock.forge.ChangeRequest;
import dev.drydock.forge.Forge;
import dev.drydock.forge.ForgeException;
import dev.drydock.forge.NewRequest;
import dev.drydock.forge.RepositoryName;
import dev.drydock.git.BranchCommitter;
import dev.drydock.git.ConventionalCommits;
import dev.drydock.git.GitException;
import dev.drydock.git.GitRemote;
import dev.drydock.git.HeadFiles;
import dev.drydock.git.LocalRepository;
import dev.drydock.git.OneLine;
import dev.drydock.git.OwnCommits;
import dev.drydock.git.PlannedCommit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Keeps one pull request for each group of changes in step with the base branch.
 *
 * <p>{@link #plan} looks at the remote, has the changes found, and decides; it changes nothing outside the clone. {@link
 * #apply} carries the plan out. The fixed name of the branch is the identity of a request, so no database is needed.
 */
public final class PullRequestService {
    private static final int HISTORY = 50;
    private static final String REBUILD_LABEL = "rebase";
    private static final String REBUILD_TITLE = "rebase!";

    private final Forge forge;
    private final RepositoryName name;
    private final GitRemote remote;
    private final Repository clone;
    private final BranchCommitter committer;
    private final RequestOptions options;

    /**
     * @param clone a repository of Drydock's own, in which commits are fetched and made
     * @param settings who commits are by
     */
    public PullRequestService(
            Forge forge,
            RepositoryName name,
            GitRemote remote,
            Repository clone,
            BranchCommitter.Settings settings,
            RequestOptions options) {
        this.forge = forge;
        this.name = name;
        this.remote = remote;
        this.clone = clone;
        this.committer = new BranchCommitter(clone, settings);
        this.options = options;
    }

    /** What all groups of a plan share. */
    private record Ground(String base, ObjectId commit, Map<String, ObjectId> branches, ConventionalCommits style) {}

    /**
     * Returns what a run would do now. Nothing outside the clone changes.
     *
     * @throws IOException if the remote, the forge or the files cannot be read; then nothing may be concluded
     */
    public RequestPlan plan(ChangeFinder finder) throws IOException {
        GitRemote.Heads heads = remote.heads(clone);
        String base = base(heads);
        Set<String> wanted = new LinkedHashSet<>(Set.of(base));
        heads.branches().keySet().stream().filter(this::isOurs).forEach(wanted::add);
        Map<String, ObjectId> branches = remote.fetch(clone, wanted, HISTORY);
        ObjectId commit = branches.get(base);
        if (commit == null) {
            throw new GitException(remote.url() + " has no branch " + base);
        }
        HeadFiles files = HeadFiles.of(clone, commit);
        ChangeSet changes = finder.find(files);
        ConventionalCommits style = ConventionalCommits.of(LocalRepository.subjects(clone, commit, HISTORY));
        Ground ground = new Ground(base, commit, branches, style);
        List<PlannedAction> actions = new ArrayList<>();
        for (ChangeGroup group : changes.groups()) {
            actions.add(planGroup(ground, group));
        }
        actions.addAll(planObsolete(ground, changes));
        List<NotFixed> left = new ArrayList<>(changes.left());
        changes.groups().stream()
                .flatMap(group -> group.left().stream())
                .filter(NotFixed::isSecretFile)
                .forEach(left::add);
        return new RequestPlan(base, commit, limited(actions), left, files.skipped());
    }

    private boolean isOurs(String branch) {
        return branch.startsWith(options.branchPrefix());
    }

    private String base(GitRemote.Heads heads) throws IOException {
        if (options.base().isPresent()) {
            return options.base().get();
        }
        Optional<String> main = heads.defaultBranch().filter(heads.branches()::containsKey);
        String base = main.isPresent() ? main.get() : forge.repository(name).defaultBranch();
        if (base.isEmpty() || heads.branches().isEmpty()) {
            throw new GitException(remote.url() + " has no commit");
        }
        return base;
    }

    private PlannedAction planGroup(Ground ground, ChangeGroup group) throws IOException {
        String branch = options.branch(group.name());
        Optional<ChangeRequest> open = forge.findOpen(name, branch);
        Optional<ObjectId> head = Optional.ofNullable(ground.branches().get(branch));
        boolean asked = open.filter(PullRequestService::asksForRebuild).isPresent();
        boolean force = options.forceUpdate() || asked;
        Optional<OwnCommits.Branch> found = inspect(head);
        Optional<String> foreign = found.flatMap(OwnCommits.Branch::foreign);
        if (foreign.isPresent() && !force) {
            String reason =
                    "somebody else has committed to the branch (" + foreign.get() + "); --force-update overwrites it";
            return PlannedAction.nothing(PlannedAction.Kind.LEFT_ALONE, group.name(), branch, reason, open);
        }
        if (open.isEmpty() && !options.recreate() && wasDeclined(branch, group)) {
            return PlannedAction.nothing(
                    PlannedAction.Kind.DECLINED_BEFORE,
                    group.name(),
                    branch,
                    "a request with the same changes was closed before; --recreate opens it again",
                    open);
        }
        List<PlannedCommit> commits = GroupCommits.of(group, ground.style(), options);
        ObjectId made = committer.commit(ground.commit(), commits);
        boolean current = found.filter(OwnCommits.Branch::isOwn).isPresent()
                && found.get().base().equals(ground.commit())
                && found.get().commits() == commits.size()
                && sameTree(head.get(), made);
        Optional<PlannedAction.Move> push = current && !force
                ? Optional.empty()
                : Optional.of(new PlannedAction.Move(head.orElse(ObjectId.zeroId()), made));
        return withText(ground, group, branch, open, commits, push, asked, found.isPresent() && !current);
    }

    private Optional<OwnCommits.Branch> inspect(Optional<ObjectId> head) throws GitException {
        return head.isPresent() ? Optional.of(OwnCommits.inspect(clone, head.get())) : Optional.empty();
    }

    private PlannedAction withText(
            Ground ground,
            ChangeGroup group,
            String branch,
            Optional<ChangeRequest> open,
            List<PlannedCommit> commits,
            Optional<PlannedAction.Move> push,
            boolean asked,
            boolean outdated) {
        String subject = options.title().orElseGet(() -> ground.style().subject(group.title()));
        String title = OneLine.of(subject, forge.limits().title()).replace("@", "@\u200b");
        String body = new PullRequestBody(group, options, forge.limits(), ground.base()).render(title);
        PlannedAction.Kind kind;
        String reason;
        if (open.isEmpty()) {
            kind = PlannedAction.Kind.CREATE;
            reason = "no request is open for this branch";
        } else {
            body = CheckBoxes.carry(open.get().body(), body);
            boolean sameText = Marker.find(open.get().body())
                    .map(Marker::text)
                    .equals(Marker.find(body).map(Marker::text));
            kind = push.isPresent()
                    ? PlannedAction.Kind.UPDATE
                    : sameText && !asked ? PlannedAction.Kind.UNCHANGED : PlannedAction.Kind.UPDATE_TEXT;
            reason = switch (kind) {
                case UPDATE ->
                    asked
                            ? "a rebuild was asked for"
                            : outdated ? "the base or the changes have moved" : "--force-update";
                case UPDATE_TEXT -> "the text is out of date";
                default -> "nothing has changed since";
            };
        }
        return new PlannedAction(kind, group.name(), branch, reason, open, title, body, commits, group.files(), push);
    }

    private static boolean asksForRebuild(ChangeRequest request) {
        return CheckBoxes.asksForRebuild(request.body())
                || request.labels().contains(REBUILD_LABEL)
                || request.title().toLowerCase(Locale.ROOT).startsWith(REBUILD_TITLE);
    }

    private boolean wasDeclined(String branch, ChangeGroup group) throws ForgeException {
        return forge.findClosed(name, branch).stream()
                .map(request -> Marker.find(request.body()))
                .flatMap(Optional::stream)
                .anyMatch(marker -> !marker.closedByUs() && marker.proposal().equals(group.proposal()));
    }

    private boolean sameTree(ObjectId one, ObjectId other) throws GitException {
        try (RevWalk walk = new RevWalk(clone)) {
            return walk.parseCommit(one)
                    .getTree()
                    .equals(walk.parseCommit(other).getTree());
        } catch (IOException e) {
            throw new GitException("the branch at " + one.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<PlannedAction> planObsolete(Ground ground, ChangeSet changes) throws IOException {
        Set<String> current = changes.groups().stream()
                .map(group -> options.branch(group.name()))
                .collect(Collectors.toSet());
        List<PlannedAction> actions = new ArrayList<>();
        if (!options.closeObsolete()) {
            return actions;
        }
        for (Map.Entry<String, ObjectId> branch : ground.branches().entrySet()) {
            if (isOurs(branch.getKey())
                    && !branch.getKey().equals(ground.base())
                    && !current.contains(branch.getKey())) {
                planObsolete(branch.getKey(), branch.getValue()).ifPresent(actions::add);
            }
        }
        return actions;
    }

    private Optional<PlannedAction> planObsolete(String branch, ObjectId head) throws IOException {
        String group = branch.substring(options.branchPrefix().length());
        Optional<ChangeRequest> open = forge.findOpen(name, branch);
        OwnCommits.Branch found = OwnCommits.inspect(clone, head);
        if (!found.isOwn()) {
            // A branch of people without a request is none of Drydock's business.
            String reason = "nothing is left to fix, but somebody else has committed to the branch ("
                    + found.foreign().orElse("no commit of Drydock's") + ")";
            return open.map(
                    request -> PlannedAction.nothing(PlannedAction.Kind.LEFT_ALONE, group, branch, reason, open));
        }
        PlannedAction.Kind kind = open.isPresent() ? PlannedAction.Kind.CLOSE : PlannedAction.Kind.DELETE_BRANCH;
        return Optional.of(new PlannedAction(
                kind,
                group,
                branch,
                "nothing is left to fix",
                open,
                open.map(ChangeRequest::title).orElse(""),
                open.map(request -> markedClosed(request.body())).orElse(""),
                List.of(),
                List.of(),
                Optional.of(new PlannedAction.Move(head, ObjectId.zeroId()))));
    }

    /** So that the next run does not take it for a refusal by a person. */
    private String markedClosed(String body) {
        return Marker.find(body)
                .map(marker ->
                        body + "\n" + marker.closed().render(forge.limits().markup()) + "\n")
                .orElse(body);
    }

    private List<PlannedAction> limited(List<PlannedAction> actions) {
        int open = (int) actions.stream()
                .filter(action -> action.existing().isPresent() && action.kind() != PlannedAction.Kind.CLOSE)
                .count();
        List<PlannedAction> limited = new ArrayList<>();
        for (PlannedAction action : actions) {
            if (action.kind() != PlannedAction.Kind.CREATE) {
                limited.add(action);
            } else if (open < options.maxOpen()) {
                open++;
                limited.add(action);
            } else {
                limited.add(action.overLimit(options.maxOpen()));
            }
        }
        return limited;
    }

    /**
     * Carries a plan out, one action after the other. What fails is reported and does not keep the others back.
     *
     * @param budget how many requests may still be opened
     */
    public List<ActionResult> apply(RequestPlan plan, RequestBudget budget) {
        List<ActionResult> results = new ArrayList<>();
        for (PlannedAction action : plan.actions()) {
            try {
                results.add(apply(plan, action, budget));
            } catch (GitException | ForgeException e) {
                results.add(result(ActionResult.Status.FAILED, action, url(action), e.getMessage(), List.of()));
            }
        }
        return results;
    }

    private static String url(PlannedAction action) {
        return action.existing().map(ChangeRequest::url).orElse("");
    }

    private static ActionResult result(
            ActionResult.Status status, PlannedAction action, String url, String message, List<String> notes) {
        return new ActionResult(status, action.kind(), action.group(), action.branch(), url, message, notes);
    }

    private ActionResult apply(RequestPlan plan, PlannedAction action, RequestBudget budget)
            throws GitException, ForgeException {
        return switch (action.kind()) {
            case CREATE -> create(plan, action, budget);
            case UPDATE, UPDATE_TEXT -> update(action);
            case CLOSE, DELETE_BRANCH -> close(action);
            default -> result(ActionResult.Status.SKIPPED, action, url(action), action.reason(), List.of());
        };
    }

    /** Returns whether the branch is where the plan wants it. */
    private boolean push(PlannedAction action) throws GitException {
        if (action.push().isEmpty()) {
            return true;
        }
        PlannedAction.Move move = action.push().get();
        GitRemote.PushOutcome outcome = move.to().equals(ObjectId.zeroId())
                ? remote.delete(clone, action.branch(), move.from())
                : remote.push(clone, action.branch(), move.to(), move.from());
        return outcome == GitRemote.PushOutcome.DONE;
    }

    private static ActionResult movedMeanwhile(PlannedAction action) {
        return result(
                ActionResult.Status.SKIPPED,
                action,
                url(action),
                "the branch was pushed to by somebody else just now: left alone until the next run",
                List.of());
    }

    private ActionResult create(RequestPlan plan, PlannedAction action, RequestBudget budget)
            throws GitException, ForgeException {
        if (!budget.take()) {
            return result(
                    ActionResult.Status.SKIPPED,
                    action,
                    "",
                    "the limit of new requests is reached (--max-prs)",
                    List.of());
        }
        boolean opened = false;
        try {
            if (!push(action)) {
                return movedMeanwhile(action);
            }
            NewRequest request =
                    new NewRequest(action.title(), action.body(), action.branch(), plan.base(), options.draft());
            ChangeRequest created = forge.create(name, request);
            opened = true;
            return result(ActionResult.Status.DONE, action, created.url(), "opened", decorate(created));
        } finally {
            if (!opened) {
                budget.giveBack();
            }
        }
    }

    private interface Decoration {
        void apply() throws ForgeException;
    }

    /** Labels and people are wishes: the request stands without them. */
    private List<String> decorate(ChangeRequest created) {
        List<String> notes = new ArrayList<>();
        wish(
                notes,
                "labels",
                options.labels(),
                forge.limits().labels(),
                () -> forge.addLabels(name, created, options.labels()));
        wish(
                notes,
                "reviewers",
                options.reviewers(),
                true,
                () -> forge.requestReviews(name, created, options.reviewers()));
        wish(
                notes,
                "assignees",
                options.assignees(),
                forge.limits().assignees(),
                () -> forge.assign(name, created, options.assignees()));
        return notes;
    }

    private void wish(List<String> notes, String what, List<String> values, boolean supported, Decoration decoration) {
        if (values.isEmpty()) {
            return;
        }
        if (!supported) {
            notes.add(forge.platform().label() + " has no " + what + " on requests: left out");
            return;
        }
        try {
            decoration.apply();
        } catch (ForgeException e) {
            notes.add(what + " were not set: " + e.getMessage());
        }
    }

    private ActionResult update(PlannedAction action) throws GitException, ForgeException {
        ChangeRequest request = action.existing().orElseThrow();
        if (!push(action)) {
            return movedMeanwhile(action);
        }
        forge.update(name, request, action.title(), action.body());
        List<String> notes = new ArrayList<>();
        if (request.labels().contains(REBUILD_LABEL)) {
            wish(notes, "labels", List.of(REBUILD_LABEL), true, () -> forge.removeLabel(name, request, REBUILD_LABEL));
        }
        String done = action.push().isPresent() ? "updated" : "text updated";
        return result(ActionResult.Status.DONE, action, request.url(), done + ": " + action.reason(), notes);
    }

    /** The branch goes last: while it is there, the next run can finish what this one did not. */
    private ActionResult close(PlannedAction action) throws GitException, ForgeException {
        if (action.existing().isPresent()) {
            ChangeRequest request = action.existing().get();
            ChangeRequest marked = forge.update(name, request, request.title(), action.body());
            forge.close(name, marked, "Nothing is left to fix here: closed, and the branch deleted.");
        }
        String done = action.existing().isPresent() ? "closed, branch deleted" : "branch deleted";
        return push(action)
                ? result(ActionResult.Status.DONE, action, url(action), done, List.of())
                : movedMeanwhile(action);
    }
}
