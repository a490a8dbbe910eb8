package dev.drydock.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.edit.Safety;
import dev.drydock.forge.ClosedGate;
import dev.drydock.forge.RateGate;
import dev.drydock.forge.RepositoryName;
import dev.drydock.git.BranchCommitter;
import dev.drydock.git.CloneCache;
import dev.drydock.git.CommitIdentity;
import dev.drydock.git.FileChange;
import dev.drydock.git.GitCommand;
import dev.drydock.git.GitRemote;
import dev.drydock.git.HeadFiles;
import dev.drydock.git.RemoteUrl;
import dev.drydock.pullrequest.ActionResult;
import dev.drydock.pullrequest.ChangeGroup;
import dev.drydock.pullrequest.ChangeItem;
import dev.drydock.pullrequest.ChangeSet;
import dev.drydock.pullrequest.FakeForge;
import dev.drydock.pullrequest.PullRequestService;
import dev.drydock.pullrequest.RequestBudget;
import dev.drydock.pullrequest.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotTest {
    /** {@code -Dbot.repositories=200} makes a longer run of it; a multiple of ten, of which each tenth is of one kind. */
    private static final int REPOSITORIES = Integer.getInteger("bot.repositories", 60);

    @TempDir
    Path temp;

    private final Map<String, FakeForge> forges = new ConcurrentHashMap<>();
    private final Set<String> worked = ConcurrentHashMap.newKeySet();

    /** Bare repositories: to be repaired, in order, without Dockerfile, empty, damaged, not there. */
    private List<RepositoryTask> repositories(int count) throws IOException {
        List<Path> templates = new ArrayList<>();
        String[] contents = {"FROM node:18\n", "FROM node:18.20\n", ""};
        for (int i = 0; i < contents.length; i++) {
            GitCommand bare = GitCommand.initBare(temp.resolve("template" + i + ".git"));
            GitCommand person = GitCommand.init(temp.resolve("person" + i));
            person.write(contents[i].isEmpty() ? "README" : "Dockerfile", contents[i])
                    .commitAll("first");
            person.run("push", "-q", bare.folder().toString(), "main");
            templates.add(bare.folder());
        }
        templates.add(GitCommand.initBare(temp.resolve("template3.git")).folder());
        List<RepositoryTask> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path copy = temp.resolve("srv/r" + i + ".git");
            if (i % 10 < 8) {
                copy(templates.get(i % 10 < 5 ? 0 : i % 10 - 4), copy);
            } else if (i % 10 == 8) {
                copy(templates.get(0), copy);
                damage(copy);
            }
            tasks.add(RepositoryTask.of(RemoteUrl.parse(copy.toString()).orElseThrow()));
        }
        return tasks;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(path -> !path.toString().contains("/hooks/")).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void damage(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository.resolve("objects"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
                Files.writeString(file, "not an object");
            }
        }
    }

    private static ChangeSet find(HeadFiles files) {
        byte[] before = files.read("Dockerfile", 1000).orElse(new byte[0]);
        String text = new String(before, StandardCharsets.UTF_8);
        if (!text.equals("FROM node:18\n")) {
            return ChangeSet.EMPTY;
        }
        ChangeItem item = new ChangeItem(
                "pin", "Dockerfile", 1, "Pin", "what", "why", Safety.SAFE, List.of(), List.of(), Optional.empty());
        FileChange change = FileChange.edit("Dockerfile", before, "FROM node:18.20\n".getBytes(StandardCharsets.UTF_8));
        return new ChangeSet(
                List.of(new ChangeGroup("fixes", "Pin", List.of(change), List.of(item), List.of(), List.of())),
                List.of());
    }

    private RepositoryResult work(RepositoryTask task, RequestBudget budget) throws IOException {
        worked.add(task.id());
        CommitIdentity drydock = new CommitIdentity("Drydock", "drydock@example.org");
        BranchCommitter.Settings settings =
                new BranchCommitter.Settings(drydock, drydock, false, Optional.empty(), Clock.systemUTC());
        GitRemote remote = new GitRemote(task.url(), Optional.empty(), GitRemote.Limits.usual(temp));
        CloneCache cache = new CloneCache(temp.resolve("cache"), 1 << 20, Clock.systemUTC());
        FakeForge forge = forges.computeIfAbsent(task.id(), id -> new FakeForge());
        try (CloneCache.Lease clone = cache.open(task.url())) {
            PullRequestService service = new PullRequestService(
                    forge, new RepositoryName("o", "r"), remote, clone.repository(), settings, RequestOptions.USUAL);
            List<ActionResult> results = service.apply(service.plan(BotTest::find), budget);
            return new RepositoryResult(
                    task.id(),
                    RepositoryResult.Status.DONE,
                    "",
                    results.stream()
                            .map(r -> new RepositoryResult.Request(
                                    r.branch(),
                                    r.status() == ActionResult.Status.DONE
                                                    && r.message().equals("opened")
                                            ? "create"
                                            : "other",
                                    r.url(),
                                    r.message()))
                            .toList());
        }
    }

    private static Bot.Settings settings(Shard shard) {
        return new Bot.Settings(3, Duration.ofSeconds(60), shard, Optional.empty());
    }

    private static Set<String> ids(BotReport report) {
        Set<String> ids = new TreeSet<>();
        report.results().forEach(result -> ids.add(result.id()));
        return ids;
    }

    private long opened() {
        return forges.values().stream()
                .mapToLong(forge -> forge.requests.size())
                .sum();
    }

    @Test
    void shardsTogetherDoWhatOneRunDoesAndBrokenOnesHoldNobodyUp() throws Exception {
        List<RepositoryTask> tasks = repositories(REPOSITORIES);
        Set<String> all = new TreeSet<>();
        int failed = 0;
        for (int i = 1; i <= 3; i++) {
            Bot bot = new Bot(this::work, settings(new Shard(i, 3)));
            BotReport report = bot.run(tasks, BotState.none(), BotProgress.SILENT);
            // How even the parts are is not asked: the identifiers hold a directory that is another in each run.
            assertThat(report.results()).hasSizeBetween(1, REPOSITORIES - 1);
            assertThat(all).doesNotContainAnyElementsOf(ids(report));
            all.addAll(ids(report));
            failed += (int) report.count(RepositoryResult.Status.FAILED);
        }
        assertThat(all).hasSize(REPOSITORIES);
        // Empty, damaged, not there: one in ten each.
        assertThat(failed).isEqualTo(REPOSITORIES * 3 / 10);
        assertThat(opened()).isEqualTo(REPOSITORIES / 2);
        BotReport whole = new Bot(this::work, settings(Shard.WHOLE)).run(tasks, BotState.none(), BotProgress.SILENT);
        assertThat(ids(whole)).isEqualTo(all);
        assertThat(whole.count(RepositoryResult.Status.FAILED)).isEqualTo(REPOSITORIES * 3 / 10);
        assertThat(whole.opened()).isZero();
        assertThat(opened()).isEqualTo(REPOSITORIES / 2);
        assertThat(whole.results())
                .filteredOn(result -> result.status() == RepositoryResult.Status.FAILED)
                .allSatisfy(result -> assertThat(result.message()).isNotBlank().doesNotContain("\n"))
                .noneSatisfy(result -> assertThat(result.message()).contains("internal error"));
    }

    @Test
    void aRunThatWasKilledGoesOnWhereItStopped() throws Exception {
        List<RepositoryTask> tasks = repositories(60);
        Path file = temp.resolve("state.jsonl");
        Thread main = Thread.currentThread();
        BotProgress kill = new BotProgress() {
            @Override
            public void finished(RepositoryResult result, int done, int total) {
                if (done == 30) {
                    main.interrupt();
                }
            }

            @Override
            public void close() {}
        };
        try (BotState state = BotState.open(file)) {
            assertThatThrownBy(() -> new Bot(this::work, settings(Shard.WHOLE)).run(tasks, state, kill))
                    .isInstanceOf(InterruptedException.class);
            assertThatThrownBy(() -> BotState.open(file)).hasMessageContaining("another run uses");
        }
        awaitWorkers();
        Files.writeString(file, "{\"id\":\"cut o", StandardOpenOption.APPEND);
        worked.clear();
        try (BotState state = BotState.open(file)) {
            BotReport report = new Bot(this::work, settings(Shard.WHOLE)).run(tasks, state, BotProgress.SILENT);
            assertThat(report.results()).hasSize(60);
            assertThat(report.resumed()).isGreaterThan(20);
            assertThat(worked).hasSize(60 - report.resumed());
        }
        assertThat(opened()).isEqualTo(30);
        assertThat(forges.values())
                .allSatisfy(forge -> assertThat(forge.requests).hasSizeLessThanOrEqualTo(1));
        try (BotState state = BotState.open(file)) {
            assertThat(state.finished(tasks.get(0)))
                    .as("a run that got through is forgotten")
                    .isEmpty();
        }
    }

    /** In a process that was killed nobody works on; in this one, who was interrupted has to end before the next run. */
    private static void awaitWorkers() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("drydock")) {
                thread.join(30_000);
            }
        }
    }

    private static List<RepositoryTask> names(int count) {
        List<RepositoryTask> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(RepositoryTask.of(RemoteUrl.parse("https://h/o/r" + i).orElseThrow()));
        }
        return tasks;
    }

    @Test
    void noMoreRequestsThanAllowedAreOpened() throws Exception {
        RepositoryWork one = (task, budget) -> {
            boolean taken = budget.take();
            return new RepositoryResult(
                    task.id(),
                    taken ? RepositoryResult.Status.DONE : RepositoryResult.Status.DEFERRED,
                    "",
                    taken ? List.of(new RepositoryResult.Request("b", "create", "u", "opened")) : List.of());
        };
        Bot bot = new Bot(one, new Bot.Settings(4, Duration.ofSeconds(9), Shard.WHOLE, Optional.of(5)));
        BotReport report = bot.run(names(30), BotState.none(), BotProgress.SILENT);
        assertThat(report.opened()).isEqualTo(5);
        assertThat(report.count(RepositoryResult.Status.DEFERRED)).isEqualTo(25);
    }

    @Test
    void whatTheForgesLimitLeavesIsDoneByTheNextRun() throws Exception {
        Path file = temp.resolve("limited.jsonl");
        RateGate gate = new RateGate();
        RepositoryWork limited = (task, budget) -> {
            worked.add(task.id());
            if (task.id().endsWith("r3")) {
                throw ClosedGate.close(gate, Duration.ofHours(1));
            }
            budget.take();
            return new RepositoryResult(
                    task.id(),
                    RepositoryResult.Status.DONE,
                    "",
                    List.of(new RepositoryResult.Request("b", "create", "u", "opened")));
        };
        Bot.Settings one = new Bot.Settings(1, Duration.ofSeconds(60), Shard.WHOLE, Optional.of(5));
        try (BotState state = BotState.open(file)) {
            BotReport report = new Bot(limited, one, gate).run(names(8), state, BotProgress.SILENT);
            assertThat(report.count(RepositoryResult.Status.DONE)).isEqualTo(3);
            assertThat(report.count(RepositoryResult.Status.DEFERRED)).isEqualTo(5);
            assertThat(worked).hasSize(4);
        }
        worked.clear();
        RepositoryWork free = (task, budget) -> {
            worked.add(task.id());
            return new RepositoryResult(
                    task.id(), RepositoryResult.Status.DONE, budget.take() ? "" : "no budget", List.of());
        };
        try (BotState state = BotState.open(file)) {
            BotReport report = new Bot(free, one).run(names(8), state, BotProgress.SILENT);
            assertThat(report.resumed()).isEqualTo(3);
            assertThat(worked).containsExactlyInAnyOrder("h/o/r3", "h/o/r4", "h/o/r5", "h/o/r6", "h/o/r7");
            assertThat(report.results()).noneMatch(result -> result.message().equals("no budget"));
        }
        try (BotState state = BotState.open(file)) {
            assertThat(state.finished(names(1).get(0))).isEmpty();
        }
    }

    @Test
    void theTimeOfAClosedGateIsNotTheRepositorys() throws Exception {
        RateGate gate = new RateGate();
        RepositoryWork waiting = (task, budget) -> {
            ClosedGate.close(gate, Duration.ofSeconds(20));
            Thread.sleep(5000);
            return new RepositoryResult(task.id(), RepositoryResult.Status.DONE, "", List.of());
        };
        Bot.Settings settings = new Bot.Settings(1, Duration.ofSeconds(4), Shard.WHOLE, Optional.empty());
        BotReport report = new Bot(waiting, settings, gate).run(names(1), BotState.none(), BotProgress.SILENT);
        assertThat(report.count(RepositoryResult.Status.DONE)).isEqualTo(1);
    }

    @Test
    void oneThatHangsAndOneThatThrowsAreReportedAndLeftBehind() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        RepositoryWork odd = (task, budget) -> {
            if (task.id().endsWith("r1")) {
                never.await();
            }
            if (task.id().endsWith("r2")) {
                throw new StackOverflowError();
            }
            return new RepositoryResult(task.id(), RepositoryResult.Status.DONE, "", List.of());
        };
        Bot bot = new Bot(odd, new Bot.Settings(1, Duration.ofMillis(300), Shard.WHOLE, Optional.empty()));
        BotReport report = bot.run(names(5), BotState.none(), BotProgress.SILENT);
        assertThat(report.results())
                .extracting(RepositoryResult::status)
                .containsExactly(
                        RepositoryResult.Status.DONE,
                        RepositoryResult.Status.FAILED,
                        RepositoryResult.Status.FAILED,
                        RepositoryResult.Status.DONE,
                        RepositoryResult.Status.DONE);
        assertThat(report.results().get(2).message()).isEqualTo("internal error: StackOverflowError");
    }

    @Test
    void theReportIsTheSameInThreeForms() {
        BotReport report = new BotReport(
                List.of(
                        new RepositoryResult("h/o/b", RepositoryResult.Status.FAILED, "no `such` | thing", List.of()),
                        new RepositoryResult(
                                "h/o/a",
                                RepositoryResult.Status.DONE,
                                "",
                                List.of(new RepositoryResult.Request(
                                        "drydock/fixes", "create", "https://h/1", "opened")))),
                0);
        assertThat(report.text().lines())
                .containsExactly(
                        "done  h/o/a",
                        "    create drydock/fixes https://h/1 (opened)",
                        "failed  h/o/b: no `such` | thing",
                        "2 repositories: 1 done (0 by an earlier run), 0 deferred, 0 skipped, 1 failed; 1 requests opened");
        assertThat(report.json()).contains("\"repository\" : \"h/o/a\"").contains("\"opened\" : 1");
        assertThat(report.markdown())
                .contains("| `h/o/a` | done | create `drydock/fixes` `https://h/1` |  |")
                .contains("| `h/o/b` | failed |  | `no 'such' \\| thing` |");
    }

    @Test
    void listsAndFilters() throws IOException {
        List<RepositoryTask> tasks = RepositoryList.parse(
                "# all\nhttps://h/o/a.git\no/b # short\n\nhttps://h/o/a\ngit@h:o/c\n",
                Optional.of(java.net.URI.create("https://h")));
        assertThat(tasks).extracting(RepositoryTask::id).containsExactly("h/o/a", "h/o/b", "h/o/c");
        assertThat(RepositoryList.parse("https://h/o/n\n", Optional.empty())).hasSize(1);
        assertThatThrownBy(() -> RepositoryList.parse("https://h/o/n\no/m\n", Optional.empty()))
                .hasMessage("line 2: where is o/m? say it with --base-url, or write the full address");
        assertThatThrownBy(() -> RepositoryList.parse("\nhttps://h\n", Optional.empty()))
                .hasMessage("line 2 names no repository: https://h");
        RepositoryFilter filter = new RepositoryFilter(
                List.of(), List.of(Pattern.compile("^o/")), List.of(Pattern.compile("legacy")), true, true);
        assertThat(Stream.of("o/a", "p/a", "o/legacy-x").filter(filter::accepts))
                .containsExactly("o/a");
        assertThat(Shard.parse("2/3")).contains(new Shard(2, 3));
        assertThat(Shard.parse("0/3")).isEmpty();
        assertThat(Shard.parse("x")).isEmpty();
    }
}
