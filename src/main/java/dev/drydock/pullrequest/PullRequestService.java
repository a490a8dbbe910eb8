package dev.drydock.pullrequest;

import dev.drydock.forge.ChangeRequest;
import dev.drydock.forge.Forge;
import dev.drydock.forge.ForgeException;
import dev.drydock.forge.HostedRepository;
import dev.drydock.forge.NewRequest;
import dev.drydock.forge.RateLimitException;
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
import java.util.Comparator;
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
    private record Ground(
            RepositoryName repository,
            String base,
            Optional<String> defaultBranch,
            ObjectId commit,
            Map<String, ObjectId> branches,
            ConventionalCommits style) {}

    /**
     * Returns what a run would do now. Nothing outside the clone changes.
     *
     * @throws IOException if the remote, the forge or the files cannot be read; then nothing may be concluded
     */
    public RequestPlan plan(ChangeFinder finder) throws IOException {
        HostedRepository hosted = forge.repository(name);
        if (hosted.archived()) {
            throw new UnfitRepositoryException(remote.url() + " is archived");
        }
        if (!hosted.acceptsRequests()) {
            throw new UnfitRepositoryException(remote.url() + " has pull requests switched off");
        }
        GitRemote.Heads heads = remote.heads(clone);
        if (heads.branches().isEmpty()) {
            throw new UnfitRepositoryException(remote.url() + " has no commit");
        }
        Optional<String> main = heads.defaultBranch()
                .filter(heads.branches()::containsKey)
                .or(() -> Optional.of(hosted.defaultBranch()).filter(branch -> !branch.isEmpty()));
        String base = options.base()
                .or(() -> main)
                .orElseThrow(() -> new GitException(remote.url() + " names no default branch: name one with --base"));
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
        Ground ground = new Ground(hosted.name(), base, main, commit, branches, style);
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
        return new RequestPlan(hosted.name(), base, commit, limited(actions), left, files.skipped());
    }

    private boolean isOurs(String branch) {
        return branch.startsWith(options.branchPrefix());
    }

    /** Of several open requests the one that aims at the base, then the oldest. */
    private Optional<ChangeRequest> open(RepositoryName repository, String branch, String base) throws ForgeException {
        return forge.findOpen(repository, branch).stream()
                .min(Comparator.comparing(
                                (ChangeRequest request) -> !request.base().equals(base))
                        .thenComparing(ChangeRequest::number));
    }

    private PlannedAction planGroup(Ground ground, ChangeGroup group) throws IOException {
        String branch = options.branch(group.name(), ground.base(), ground.defaultBranch());
        Optional<ChangeRequest> open = open(ground.repository(), branch, ground.base());
        Optional<ObjectId> head = Optional.ofNullable(ground.branches().get(branch));
        boolean asked = open.filter(PullRequestService::asksForRebuild).isPresent();
        boolean force = options.forceUpdate() || asked;
        Optional<OwnCommits.Branch> found = inspect(head, ground.commit());
        Optional<String> foreign = found.flatMap(OwnCommits.Branch::foreign);
        if (foreign.isPresent() && !force) {
            String reason =
                    "somebody else has committed to the branch (" + foreign.get() + "); --force-update overwrites it";
            return PlannedAction.nothing(PlannedAction.Kind.LEFT_ALONE, group.name(), branch, reason, open);
        }
        if (open.isEmpty() && !options.recreate() && wasDeclined(ground.repository(), branch, group)) {
            return PlannedAction.nothing(
                    PlannedAction.Kind.DECLINED_BEFORE,
                    group.name(),
                    branch,
                    "a request with the same changes was closed before; --recreate opens it again",
                    open);
        }
        List<PlannedCommit> commits = GroupCommits.of(group, ground.style(), options);
        ObjectId made = committer.commit(ground.commit(), commits);
        boolean aimsElsewhere =
                open.filter(request -> !request.base().equals(ground.base())).isPresent();
        boolean current = found.filter(OwnCommits.Branch::isOwn).isPresent()
                && found.get().commits() == commits.size()
                && !aimsElsewhere
                && (stands(ground, head.get(), found.get(), made)
                        || (open.isPresent() && options.rebaseWhen() == RebaseWhen.NEVER));
        Optional<PlannedAction.Move> push = current && !force
                ? Optional.empty()
                : Optional.of(new PlannedAction.Move(head.orElse(ObjectId.zeroId()), made));
        return withText(ground, group, branch, open, commits, push, asked, found.isPresent() && !current);
    }

    /** Returns whether the branch is what it would be if it were made now, as far as the options want it anew. */
    private boolean stands(Ground ground, ObjectId head, OwnCommits.Branch found, ObjectId made) throws GitException {
        if (found.base().equals(ground.commit()) && sameTree(head, made)) {
            return true;
        }
        return options.rebaseWhen() != RebaseWhen.BEHIND
                && OwnCommits.merged(clone, ground.commit(), head)
                        .filter(tree(made)::equals)
                        .isPresent();
    }

    private Optional<OwnCommits.Branch> inspect(Optional<ObjectId> head, ObjectId trunk) throws GitException {
        return head.isPresent() ? Optional.of(OwnCommits.inspect(clone, head.get(), trunk)) : Optional.empty();
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
        Optional<String> retarget = open.map(ChangeRequest::base)
                .filter(aim -> !aim.equals(ground.base()))
                .map(aim -> ground.base());
        PlannedAction.Kind kind;
        String reason;
        if (open.isEmpty()) {
            kind = PlannedAction.Kind.CREATE;
            reason = "no request is open for this branch";
        } else {
            body = Marker.keepBelow(
                    open.get().body(), CheckBoxes.carry(open.get().body(), body));
            // What a person has called it stays; the text is about the changes, whatever the name.
            if (Marker.find(open.get().body())
                    .filter(marker -> marker.isRetitled(open.get().title()))
                    .isPresent()) {
                title = Marker.withoutMarks(open.get().title());
            }
            boolean sameText = Marker.find(open.get().body())
                    .map(Marker::text)
                    .equals(Marker.find(body).map(Marker::text));
            kind = push.isPresent() || retarget.isPresent()
                    ? PlannedAction.Kind.UPDATE
                    : sameText && !asked ? PlannedAction.Kind.UNCHANGED : PlannedAction.Kind.UPDATE_TEXT;
            reason = switch (kind) {
                case UPDATE ->
                    asked
                            ? "a rebuild was asked for"
                            : retarget.isPresent()
                                    ? "the request aimed at " + open.get().base() + ", the base is " + ground.base()
                                    : outdated ? "the base or the changes have moved" : "--force-update";
                case UPDATE_TEXT -> "the text is out of date";
                default -> "nothing has changed since";
            };
        }
        return new PlannedAction(
                kind, group.name(), branch, reason, open, title, body, commits, group.files(), push, retarget);
    }

    private static boolean asksForRebuild(ChangeRequest request) {
        return CheckBoxes.asksForRebuild(request.body())
                || request.labels().contains(REBUILD_LABEL)
                || request.title().toLowerCase(Locale.ROOT).startsWith(REBUILD_TITLE);
    }

    private boolean wasDeclined(RepositoryName repository, String branch, ChangeGroup group) throws ForgeException {
        return forge.findClosed(repository, branch).stream()
                .map(request -> Marker.find(request.body()))
                .flatMap(Optional::stream)
                .anyMatch(marker -> !marker.closedByUs() && marker.proposal().equals(group.proposal()));
    }

    private boolean sameTree(ObjectId one, ObjectId other) throws GitException {
        return tree(one).equals(tree(other));
    }

    private ObjectId tree(ObjectId commit) throws GitException {
        try (RevWalk walk = new RevWalk(clone)) {
            return walk.parseCommit(commit).getTree().copy();
        } catch (IOException e) {
            throw new GitException("the branch at " + commit.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<PlannedAction> planObsolete(Ground ground, ChangeSet changes) throws IOException {
        Set<String> current = changes.groups().stream()
                .map(group -> options.branch(group.name(), ground.base(), ground.defaultBranch()))
                .collect(Collectors.toSet());
        List<PlannedAction> actions = new ArrayList<>();
        if (!options.closeObsolete()) {
            return actions;
        }
        // A request that is new has perhaps taken over what was in this one: another grouping was chosen.
        boolean elsewhere = !ground.branches().keySet().containsAll(current);
        String reason = elsewhere ? "what is left to fix is in another request now" : "nothing is left to fix";
        for (Map.Entry<String, ObjectId> branch : ground.branches().entrySet()) {
            if (isOurs(branch.getKey())
                    && isFor(ground, branch.getKey())
                    && !branch.getKey().equals(ground.base())
                    && !current.contains(branch.getKey())) {
                planObsolete(ground, branch.getKey(), branch.getValue(), reason).ifPresent(actions::add);
            }
        }
        return actions;
    }

    /** Branches for another base are the business of a run on that base. */
    private static boolean isFor(Ground ground, String branch) {
        int at = branch.indexOf('@');
        return at < 0
                ? ground.defaultBranch().filter(ground.base()::equals).isPresent()
                : branch.substring(at + 1).equals(ground.base());
    }

    private Optional<PlannedAction> planObsolete(Ground ground, String branch, ObjectId head, String reason)
            throws IOException {
        String group = branch.substring(options.branchPrefix().length());
        Optional<ChangeRequest> open = open(ground.repository(), branch, ground.base());
        OwnCommits.Branch found = OwnCommits.inspect(clone, head, ground.commit());
        if (!found.isOwn()) {
            // A branch of people without a request is none of Drydock's business.
            String kept = reason + ", but somebody else has committed to the branch ("
                    + found.foreign().orElse("no commit of Drydock's") + ")";
            return open.map(request -> PlannedAction.nothing(PlannedAction.Kind.LEFT_ALONE, group, branch, kept, open));
        }
        PlannedAction.Kind kind = open.isPresent() ? PlannedAction.Kind.CLOSE : PlannedAction.Kind.DELETE_BRANCH;
        return Optional.of(new PlannedAction(
                kind,
                group,
                branch,
                reason,
                open,
                open.map(ChangeRequest::title).orElse(""),
                open.map(request -> markedClosed(request.body())).orElse(""),
                List.of(),
                List.of(),
                Optional.of(new PlannedAction.Move(head, ObjectId.zeroId())),
                Optional.empty()));
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
            } catch (RateLimitException e) {
                results.add(result(ActionResult.Status.DEFERRED, action, url(action), e.getMessage(), List.of()));
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
            case UPDATE, UPDATE_TEXT -> update(plan.repository(), action);
            case CLOSE, DELETE_BRANCH -> close(plan.repository(), action);
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
            Optional<ActionResult> other = openedMeanwhile(plan, action);
            if (other.isPresent()) {
                return other.get();
            }
            NewRequest request =
                    new NewRequest(action.title(), action.body(), action.branch(), plan.base(), options.draft());
            ChangeRequest created;
            try {
                created = forge.create(plan.repository(), request);
            } catch (RateLimitException e) {
                throw e;
            } catch (ForgeException e) {
                return openedMeanwhile(plan, action).orElseThrow(() -> e);
            }
            opened = true;
            return result(
                    ActionResult.Status.DONE, action, created.url(), "opened", decorate(plan.repository(), created));
        } finally {
            if (!opened) {
                budget.giveBack();
            }
        }
    }

    /** Two runs at once make the same branch; one of them opens the request. */
    private Optional<ActionResult> openedMeanwhile(RequestPlan plan, PlannedAction action) throws ForgeException {
        return open(plan.repository(), action.branch(), plan.base())
                .map(request -> new ActionResult(
                        ActionResult.Status.SKIPPED,
                        PlannedAction.Kind.UNCHANGED,
                        action.group(),
                        action.branch(),
                        request.url(),
                        "another run has opened the request just now",
                        List.of()));
    }

    private interface Decoration {
        void apply() throws ForgeException;
    }

    /** Labels and people are wishes: the request stands without them. */
    private List<String> decorate(RepositoryName repository, ChangeRequest created) {
        List<String> notes = new ArrayList<>();
        wish(
                notes,
                "labels",
                options.labels(),
                forge.limits().labels(),
                () -> forge.addLabels(repository, created, options.labels()));
        wish(
                notes,
                "reviewers",
                options.reviewers(),
                true,
                () -> forge.requestReviews(repository, created, options.reviewers()));
        wish(
                notes,
                "assignees",
                options.assignees(),
                forge.limits().assignees(),
                () -> forge.assign(repository, created, options.assignees()));
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

    private ActionResult update(RepositoryName repository, PlannedAction action) throws GitException, ForgeException {
        ChangeRequest existing = action.existing().orElseThrow();
        ChangeRequest request = existing;
        // First of all: a branch made for one base must not stand a moment in a request for another.
        if (action.retarget().isPresent()) {
            request = forge.retarget(repository, request, action.retarget().get());
        }
        if (!push(action)) {
            return movedMeanwhile(action);
        }
        forge.update(repository, request, action.title(), action.body());
        List<String> notes = new ArrayList<>();
        if (existing.labels().contains(REBUILD_LABEL)) {
            wish(
                    notes,
                    "labels",
                    List.of(REBUILD_LABEL),
                    true,
                    () -> forge.removeLabel(repository, existing, REBUILD_LABEL));
        }
        String done = action.push().isPresent() ? "updated" : "text updated";
        return result(ActionResult.Status.DONE, action, request.url(), done + ": " + action.reason(), notes);
    }

    /** The branch goes last: while it is there, the next run can finish what this one did not. */
    private ActionResult close(RepositoryName repository, PlannedAction action) throws GitException, ForgeException {
        if (action.existing().isPresent()) {
            ChangeRequest request = action.existing().get();
            ChangeRequest marked = forge.update(repository, request, request.title(), action.body());
            String reason = action.reason();
            String sentence = Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
            forge.close(repository, marked, sentence + ": closed, and the branch deleted.");
        }
        String done = action.existing().isPresent() ? "closed, branch deleted" : "branch deleted";
        return push(action)
                ? result(ActionResult.Status.DONE, action, url(action), done, List.of())
                : movedMeanwhile(action);
    }
}
