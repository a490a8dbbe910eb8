package dev.drydock.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.edit.Safety;
import dev.drydock.forge.ChangeRequest;
import dev.drydock.forge.RepositoryName;
import dev.drydock.git.BranchCommitter;
import dev.drydock.git.CloneCache;
import dev.drydock.git.CommitIdentity;
import dev.drydock.git.FileChange;
import dev.drydock.git.GitCommand;
import dev.drydock.git.GitRemote;
import dev.drydock.git.HeadFiles;
import dev.drydock.git.RemoteUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The behaviour of a bot that people do not hate, one case after the other. The remote is a bare repository. */
class PullRequestServiceTest {
    private static final RepositoryName NAME = new RepositoryName("o", "r");

    @TempDir
    Path temp;

    private final FakeForge forge = new FakeForge();
    private GitCommand remote;
    private GitCommand person;

    @BeforeEach
    void aRemoteWithOneDockerfile() {
        remote = GitCommand.initBare(temp.resolve("remote.git"));
        person = GitCommand.init(temp.resolve("person"));
        person.run("remote", "add", "origin", remote.folder().toString());
        person.write("Dockerfile", "FROM node:18\n").commitAll("first");
        person.run("push", "-q", "origin", "main");
    }

    /** Stands for the engine: pins {@code node:18}, and shortens what is marked in other files. */
    static ChangeSet find(HeadFiles files) {
        Optional<byte[]> content = files.read("Dockerfile", 1 << 20);
        String text = new String(content.orElseThrow(), StandardCharsets.UTF_8);
        if (!text.contains("node:18\n")) {
            return ChangeSet.EMPTY;
        }
        return new ChangeSet(List.of(group("fixes", text, text.replace("node:18\n", "node:18.20\n"))), List.of());
    }

    static ChangeGroup group(String name, String before, String after) {
        FileChange change = FileChange.edit(
                "Dockerfile", before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
        ChangeItem item = new ChangeItem(
                "pin-image-tag",
                "Dockerfile",
                1,
                "Pin node to 18.20",
                "node:18 moves",
                "A build tomorrow is another image",
                Safety.REVIEW,
                List.of("18.20 is what was meant"),
                List.of(),
                Optional.empty());
        return new ChangeGroup(name, "Pin base images", List.of(change), List.of(item), List.of(), List.of());
    }

    private interface Use<T> {
        T with(PullRequestService service) throws IOException;
    }

    private <T> T use(RequestOptions options, Use<T> use) {
        RemoteUrl url = RemoteUrl.parse(remote.folder().toString()).orElseThrow();
        CommitIdentity drydock = new CommitIdentity("Drydock", "drydock@example.org");
        BranchCommitter.Settings settings =
                new BranchCommitter.Settings(drydock, drydock, false, Optional.empty(), Clock.systemUTC());
        CloneCache cache = new CloneCache(temp.resolve("cache"), 1 << 30, Clock.systemUTC());
        GitRemote git = new GitRemote(url, Optional.empty(), GitRemote.Limits.usual(temp));
        try (CloneCache.Lease clone = cache.open(url)) {
            return use.with(new PullRequestService(forge, NAME, git, clone.repository(), settings, options));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<ActionResult> run(RequestOptions options, ChangeFinder finder) {
        List<ActionResult> results =
                use(options, service -> service.apply(service.plan(finder), RequestBudget.unlimited()));
        assertThat(remote.run("fsck", "--strict", "--full"))
                .doesNotContain("error")
                .doesNotContain("missing");
        return results;
    }

    private ActionResult runOnce() {
        return runOnce(RequestOptions.USUAL);
    }

    private ActionResult runOnce(RequestOptions options) {
        List<ActionResult> results = run(options, PullRequestServiceTest::find);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private String branch() {
        return remote.run("rev-parse", "drydock/fixes");
    }

    private void moveBase() {
        person.write("README", "more " + remote.run("rev-parse", "main")).commitAll("More");
        person.run("push", "-q", "origin", "main");
    }

    private void commitOnBranch() {
        person.run("fetch", "-q", "origin");
        person.run("checkout", "-q", "-B", "mine", "origin/drydock/fixes");
        person.write("extra", "x").commitAll("Also this");
        person.run("push", "-q", "origin", "mine:drydock/fixes");
        person.run("checkout", "-q", "main");
    }

    @Test
    void theFirstRunOpensOneRequest() {
        ActionResult result = runOnce();
        assertThat(result.status()).isEqualTo(ActionResult.Status.DONE);
        assertThat(result.kind()).isEqualTo(PlannedAction.Kind.CREATE);
        assertThat(forge.requests).hasSize(1);
        assertThat(forge.get(1).title()).isEqualTo("Pin base images");
        assertThat(remote.run("diff", "--stat", "main..drydock/fixes")).contains("Dockerfile | 2 +-");
        assertThat(remote.run("show", "drydock/fixes:Dockerfile")).isEqualTo("FROM node:18.20");
        assertThat(remote.run("rev-parse", "drydock/fixes^")).isEqualTo(remote.run("rev-parse", "main"));
    }

    @Test
    void theSecondRunDoesNothing() {
        runOnce();
        String before = branch();
        forge.calls.clear();
        ActionResult result = runOnce();
        assertThat(result.kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
        assertThat(branch()).isEqualTo(before);
        assertThat(forge.calls).isEmpty();
    }

    @Test
    void aDryRunSaysWhatARunDoesAndDoesNothing() {
        RequestPlan plan = use(RequestOptions.USUAL, service -> service.plan(PullRequestServiceTest::find));
        assertThat(remote.run("branch", "--format=%(refname:short)")).isEqualTo("main");
        assertThat(forge.calls).isEmpty();
        PlannedAction action = plan.actions().get(0);
        runOnce();
        assertThat(forge.get(1).title()).isEqualTo(action.title());
        assertThat(forge.get(1).body()).isEqualTo(action.body());
        assertThat(remote.run("log", "-1", "--format=%B", "drydock/fixes"))
                .startsWith(action.commits().get(0).message().toString().strip());
        assertThat(remote.run("show", "drydock/fixes:Dockerfile") + "\n")
                .isEqualTo(new String(action.files().get(0).after(), StandardCharsets.UTF_8));
    }

    @Test
    void aMovedBaseHasTheBranchRebuiltOnIt() {
        runOnce();
        moveBase();
        ActionResult result = runOnce(Choices.rebaseWhen(RebaseWhen.BEHIND));
        assertThat(result.kind()).isEqualTo(PlannedAction.Kind.UPDATE);
        assertThat(result.message()).isEqualTo("updated: the base or the changes have moved");
        assertThat(remote.run("rev-parse", "drydock/fixes^")).isEqualTo(remote.run("rev-parse", "main"));
        assertThat(remote.run("rev-list", "--count", "main..drydock/fixes")).isEqualTo("1");
        assertThat(forge.requests).hasSize(1);
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
    }

    @Test
    void aBaseThatMovedElsewhereStartsNothingAnew() {
        runOnce();
        String before = branch();
        moveBase();
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
        assertThat(branch()).isEqualTo(before);
        person.write("Dockerfile", "FROM node:18\nRUN make\n").commitAll("Touches the next line");
        person.run("push", "-q", "origin", "main");
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.UPDATE);
        assertThat(remote.run("rev-parse", "drydock/fixes^")).isEqualTo(remote.run("rev-parse", "main"));
        person.write("Dockerfile", "FROM node:18\nRUN make all\n").commitAll("Once more");
        person.run("push", "-q", "origin", "main");
        assertThat(runOnce(Choices.rebaseWhen(RebaseWhen.NEVER)).kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
    }

    /** What the button of a platform makes, one way or the other. */
    @Test
    void anUpdatedBranchIsStillOurs() {
        for (String way : List.of("merge", "rebase")) {
            runOnce();
            moveBase();
            person.run("fetch", "-q", "origin");
            person.run("checkout", "-q", "-B", "mine", "origin/drydock/fixes");
            if (way.equals("merge")) {
                person.run("merge", "-q", "--no-edit", "origin/main");
            } else {
                person.run("rebase", "-q", "origin/main");
            }
            person.run("push", "-q", "--force", "origin", "mine:drydock/fixes");
            person.run("checkout", "-q", "main");
            String before = branch();
            assertThat(runOnce().kind()).as(way).isEqualTo(PlannedAction.Kind.UNCHANGED);
            assertThat(branch()).isEqualTo(before);
            person.write("Dockerfile", "FROM node:18\nRUN " + way + "\n").commitAll("Next line");
            person.run("push", "-q", "origin", "main");
            assertThat(runOnce().kind()).as(way).isEqualTo(PlannedAction.Kind.UPDATE);
            assertThat(remote.run("rev-parse", "drydock/fixes^")).isEqualTo(remote.run("rev-parse", "main"));
        }
    }

    @Test
    void aMergeThatAddsSomethingIsAPersons() {
        runOnce();
        moveBase();
        person.run("fetch", "-q", "origin");
        person.run("checkout", "-q", "-B", "mine", "origin/drydock/fixes");
        person.run("merge", "-q", "--no-commit", "--no-ff", "origin/main");
        person.write("extra", "x").commitAll("Merge and more");
        person.run("push", "-q", "origin", "mine:drydock/fixes");
        person.run("checkout", "-q", "main");
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.LEFT_ALONE);
    }

    @Test
    void whatAPersonWroteStays() {
        runOnce();
        forge.rename(1, "JIRA-12: pin what we build on");
        forge.edit(1, ChangeRequest.State.OPEN, forge.get(1).body() + "\nTested by hand on staging.\n");
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
        person.write("Dockerfile", "FROM node:18\nRUN make\n").commitAll("Touches the next line");
        person.run("push", "-q", "origin", "main");
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.UPDATE);
        assertThat(forge.get(1).title()).isEqualTo("JIRA-12: pin what we build on");
        assertThat(forge.get(1).body()).containsOnlyOnce("Tested by hand on staging.");
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
    }

    private void push(String branch) {
        person.run("checkout", "-q", "-B", branch);
        person.write("on-" + branch, "x").commitAll("On " + branch);
        person.run("push", "-q", "origin", branch);
        person.run("checkout", "-q", "main");
    }

    @Test
    void aRequestFollowsTheDefaultBranch() {
        runOnce();
        push("develop");
        remote.run("symbolic-ref", "HEAD", "refs/heads/develop");
        forge.defaultBranch = "develop";
        ActionResult result = runOnce();
        assertThat(result.kind()).isEqualTo(PlannedAction.Kind.UPDATE);
        assertThat(result.message()).isEqualTo("updated: the request aimed at main, the base is develop");
        assertThat(forge.requests).hasSize(1);
        assertThat(forge.get(1).base()).isEqualTo("develop");
        assertThat(remote.run("rev-parse", "drydock/fixes^")).isEqualTo(remote.run("rev-parse", "develop"));
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
    }

    @Test
    void anotherBaseHasRequestsOfItsOwn() {
        runOnce();
        push("release-1");
        String before = branch();
        RequestOptions release = Choices.base("release-1");
        ActionResult result = runOnce(release);
        assertThat(result.branch()).isEqualTo("drydock/fixes@release-1");
        assertThat(result.kind()).isEqualTo(PlannedAction.Kind.CREATE);
        assertThat(forge.get(1).base()).isEqualTo("main");
        assertThat(forge.get(2).base()).isEqualTo("release-1");
        assertThat(branch()).isEqualTo(before);
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
        assertThat(runOnce(release).kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
        assertThat(runOnce(Choices.base("main")).kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
        // What is repaired on one base says nothing of the other.
        person.write("Dockerfile", "FROM node:20\n").commitAll("Update");
        person.run("push", "-q", "origin", "main");
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.CLOSE);
        assertThat(forge.get(2).state()).isEqualTo(ChangeRequest.State.OPEN);
        assertThat(remote.run("branch", "--format=%(refname:short)")).contains("drydock/fixes@release-1");
    }

    @Test
    void aRenamedRepositoryKeepsItsRequests() {
        runOnce();
        forge.nowCalled = Optional.of(new RepositoryName("p", "renamed"));
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
        forge.edit(1, ChangeRequest.State.CLOSED, forge.get(1).body());
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.DECLINED_BEFORE);
        assertThat(forge.requests).hasSize(1);
    }

    @Test
    void twoRunsAtOnceOpenOneRequest() {
        forge.meanwhile = Optional.of(new ChangeRequest(
                1,
                "https://forge.example/1",
                ChangeRequest.State.OPEN,
                "T",
                "B",
                "drydock/fixes",
                "main",
                List.of(),
                0,
                List.of()));
        ActionResult result = runOnce();
        assertThat(result.status()).isEqualTo(ActionResult.Status.SKIPPED);
        assertThat(result.message()).isEqualTo("another run has opened the request just now");
        assertThat(forge.requests).hasSize(1);
    }

    @Test
    void whereNoRequestCanBeOpenedNothingIsTried() {
        forge.archived = true;
        assertThatThrownBy(this::runOnce).hasRootCauseInstanceOf(UnfitRepositoryException.class);
        forge.archived = false;
        forge.acceptsRequests = false;
        assertThatThrownBy(this::runOnce)
                .hasRootCauseInstanceOf(UnfitRepositoryException.class)
                .rootCause()
                .hasMessageEndingWith("has pull requests switched off");
    }

    @Test
    void aCommitOfSomebodyElseIsLeftAlone() {
        runOnce();
        commitOnBranch();
        moveBase();
        String before = branch();
        ActionResult result = runOnce();
        assertThat(result.kind()).isEqualTo(PlannedAction.Kind.LEFT_ALONE);
        assertThat(result.message()).contains("somebody else has committed").contains("\"Also this\" by A Person");
        assertThat(branch()).isEqualTo(before);
        assertThat(runOnce(Choices.forceUpdate()).kind()).isEqualTo(PlannedAction.Kind.UPDATE);
        assertThat(remote.run("rev-list", "--count", "main..drydock/fixes")).isEqualTo("1");
    }

    @Test
    void aTickedBoxAndALabelAskForARebuild() {
        runOnce();
        commitOnBranch();
        String ticked = forge.get(1).body().replace("- [ ] <!-- drydock-rebuild -->", "- [x] <!-- drydock-rebuild -->");
        assertThat(ticked).isNotEqualTo(forge.get(1).body());
        forge.edit(1, ChangeRequest.State.OPEN, ticked);
        assertThat(runOnce().message()).isEqualTo("updated: a rebuild was asked for");
        assertThat(forge.get(1).body()).contains("- [ ] <!-- drydock-rebuild -->");
        assertThat(remote.run("rev-list", "--count", "main..drydock/fixes")).isEqualTo("1");
        forge.edit(1, ChangeRequest.State.OPEN, forge.get(1).body(), "rebase");
        runOnce();
        assertThat(forge.calls).contains("unlabel rebase");
    }

    @Test
    void aRequestThatWasClosedStaysClosedUntilThereIsSomethingNew() {
        runOnce();
        forge.edit(1, ChangeRequest.State.CLOSED, forge.get(1).body());
        moveBase();
        String before = branch();
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.DECLINED_BEFORE);
        remote.run("branch", "-D", "drydock/fixes");
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.DECLINED_BEFORE);
        assertThat(forge.requests).hasSize(1);
        assertThat(before).isNotEmpty();
        assertThat(runOnce(Choices.recreate()).kind()).isEqualTo(PlannedAction.Kind.CREATE);
        assertThat(forge.requests).hasSize(2);
    }

    @Test
    void aClosedRequestDoesNotSilenceAnotherProposal() {
        runOnce();
        forge.edit(1, ChangeRequest.State.CLOSED, forge.get(1).body());
        ChangeFinder other = files -> {
            ChangeGroup old = find(files).groups().get(0);
            ChangeItem item = old.items().get(0);
            ChangeItem added = new ChangeItem(
                    "run-as-non-root",
                    "Dockerfile",
                    1,
                    "Run as node",
                    "root",
                    "why",
                    item.safety(),
                    List.of(),
                    List.of(),
                    Optional.empty());
            return new ChangeSet(
                    List.of(new ChangeGroup(
                            "fixes", old.title(), old.files(), List.of(item, added), List.of(), List.of())),
                    List.of());
        };
        assertThat(run(RequestOptions.USUAL, other).get(0).kind()).isEqualTo(PlannedAction.Kind.CREATE);
    }

    @Test
    void whatIsFixedOnTheBaseIsClosedAndItsBranchDeleted() {
        runOnce();
        person.write("Dockerfile", "FROM node:20\n").commitAll("Update");
        person.run("push", "-q", "origin", "main");
        ActionResult result = runOnce();
        assertThat(result.kind()).isEqualTo(PlannedAction.Kind.CLOSE);
        assertThat(forge.get(1).state()).isEqualTo(ChangeRequest.State.CLOSED);
        assertThat(forge.calls).anyMatch(call -> call.startsWith("close drydock/fixes: Nothing is left"));
        assertThat(remote.run("branch", "--format=%(refname:short)")).isEqualTo("main");
        assertThat(run(RequestOptions.USUAL, PullRequestServiceTest::find)).isEmpty();
        // It comes back when the problem does: nobody has said no.
        person.write("Dockerfile", "FROM node:18\n").commitAll("Back");
        person.run("push", "-q", "origin", "main");
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.CREATE);
    }

    @Test
    void whatIsFixedOnTheBaseButEditedByOthersStays() {
        runOnce();
        commitOnBranch();
        person.write("Dockerfile", "FROM node:20\n").commitAll("Update");
        person.run("push", "-q", "origin", "main");
        String before = branch();
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.LEFT_ALONE);
        assertThat(branch()).isEqualTo(before);
        assertThat(forge.get(1).state()).isEqualTo(ChangeRequest.State.OPEN);
    }

    @Test
    void aBranchOfPeopleBelowThePrefixIsNotDeleted() {
        person.run("push", "-q", "origin", "main:drydock/notes");
        runOnce();
        assertThat(remote.run("branch", "--format=%(refname:short)")).contains("drydock/notes");
    }

    @Test
    void aPushThatCrossesAnotherOneLosesNothing() throws IOException {
        runOnce();
        moveBase();
        List<ActionResult> results = use(Choices.rebaseWhen(RebaseWhen.BEHIND), service -> {
            RequestPlan plan = service.plan(PullRequestServiceTest::find);
            commitOnBranch();
            return service.apply(plan, RequestBudget.unlimited());
        });
        assertThat(results.get(0).status()).isEqualTo(ActionResult.Status.SKIPPED);
        assertThat(results.get(0).message()).contains("pushed to by somebody else");
        assertThat(remote.run("log", "-1", "--format=%s", "drydock/fixes")).isEqualTo("Also this");
    }

    @Test
    void aRunThatDiedAfterThePushIsFinishedByTheNext() {
        forge.refuseCreation = true;
        assertThat(runOnce().status()).isEqualTo(ActionResult.Status.FAILED);
        String pushed = branch();
        forge.refuseCreation = false;
        assertThat(runOnce().status()).isEqualTo(ActionResult.Status.DONE);
        assertThat(branch()).isEqualTo(pushed);
        assertThat(forge.requests).hasSize(1);
    }

    @Test
    void tickedAssumptionsSurviveAnUpdate() {
        runOnce();
        String ticked = forge.get(1).body().replace("- [ ] 18.20 is", "- [x] 18.20 is");
        assertThat(ticked).isNotEqualTo(forge.get(1).body());
        forge.edit(1, ChangeRequest.State.OPEN, ticked);
        assertThat(runOnce().kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
        moveBase();
        assertThat(runOnce(Choices.rebaseWhen(RebaseWhen.BEHIND)).kind()).isEqualTo(PlannedAction.Kind.UPDATE);
        assertThat(forge.get(1).body()).contains("- [x] 18.20 is");
    }

    @Test
    void noMoreRequestsAreOpenedThanAllowed() {
        ChangeFinder two = files -> new ChangeSet(
                List.of(
                        group("fixes", "FROM node:18\n", "FROM node:18.20\n"),
                        group("review", "FROM node:18\n", "FROM node:18\nUSER node\n")),
                List.of());
        List<ActionResult> results = run(Choices.maxOpen(1), two);
        assertThat(results)
                .extracting(ActionResult::kind)
                .containsExactly(PlannedAction.Kind.CREATE, PlannedAction.Kind.OVER_LIMIT);
        List<ActionResult> none =
                use(RequestOptions.USUAL, service -> service.apply(service.plan(two), RequestBudget.of(0)));
        assertThat(none).extracting(ActionResult::status).containsOnly(ActionResult.Status.SKIPPED);
        List<ActionResult> both = run(RequestOptions.USUAL, two);
        assertThat(both)
                .extracting(ActionResult::kind)
                .containsExactly(PlannedAction.Kind.UNCHANGED, PlannedAction.Kind.CREATE);
    }

    @Test
    void labelsAndPeopleAreWishes() {
        forge.refuseLabels = true;
        ActionResult result = runOnce(Choices.people(List.of("docker"), List.of("a"), List.of("b")));
        assertThat(result.status()).isEqualTo(ActionResult.Status.DONE);
        assertThat(result.notes()).containsExactly("labels were not set: GitHub: labels answered 403");
        assertThat(forge.calls).contains("review [a]", "assign [b]");
    }

    @Test
    void oneCommitForEachStepIsOneRequestStill() {
        ChangeFinder steps = files -> {
            ChangeGroup whole = group("fixes", "FROM node:18\n", "FROM node:18.20\nUSER node\n");
            byte[] middle = "FROM node:18.20\n".getBytes(StandardCharsets.UTF_8);
            FileChange first =
                    FileChange.edit("Dockerfile", whole.files().get(0).before().orElseThrow(), middle);
            FileChange second =
                    FileChange.edit("Dockerfile", middle, whole.files().get(0).after());
            return new ChangeSet(
                    List.of(new ChangeGroup(
                            "fixes",
                            whole.title(),
                            whole.files(),
                            whole.items(),
                            List.of(),
                            List.of(
                                    new ChangeStep("pin-image-tag", "Pin node", List.of(first)),
                                    new ChangeStep("run-as-non-root", "Run as node", List.of(second))))),
                    List.of());
        };
        run(Choices.commitPerStep(), steps);
        assertThat(remote.run("log", "--format=%s", "main..drydock/fixes")).isEqualTo("Run as node\nPin node");
        assertThat(run(Choices.commitPerStep(), steps).get(0).kind()).isEqualTo(PlannedAction.Kind.UNCHANGED);
    }

    @Test
    void theHabitOfTheRepositoryShapesTheSubject() {
        List<String> subjects = List.of("feat(api): a", "fix(docker): b", "chore: c", "fix(docker): d");
        subjects.forEach(subject -> person.write("n", subject).commitAll(subject));
        person.run("push", "-q", "origin", "main");
        runOnce();
        assertThat(forge.get(1).title()).isEqualTo("fix(docker): pin base images");
    }

    @Test
    void aFailureToJudgeTheFilesClosesNothing() {
        runOnce();
        assertThatThrownBy(() -> run(RequestOptions.USUAL, files -> {
                    throw new IOException("cannot");
                }))
                .hasRootCauseMessage("cannot");
        assertThat(forge.get(1).state()).isEqualTo(ChangeRequest.State.OPEN);
        assertThat(branch()).isNotEmpty();
    }

    @Test
    void anEmptyRemoteIsOneClearLine() {
        remote = GitCommand.initBare(temp.resolve("empty.git"));
        List<Throwable> seen = new ArrayList<>();
        try {
            run(RequestOptions.USUAL, PullRequestServiceTest::find);
        } catch (AssertionError e) {
            seen.add(e.getCause());
        }
        assertThat(seen).singleElement().satisfies(e -> assertThat(e).hasMessageEndingWith("has no commit"));
    }
}
