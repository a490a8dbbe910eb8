package dev.drydock.cli;

import dev.drydock.bot.Bot;
import dev.drydock.bot.BotProgress;
import dev.drydock.bot.BotReport;
import dev.drydock.bot.BotState;
import dev.drydock.bot.PullRequestWork;
import dev.drydock.bot.RepositoryFilter;
import dev.drydock.bot.RepositoryList;
import dev.drydock.bot.RepositoryResult;
import dev.drydock.bot.RepositoryTask;
import dev.drydock.bot.Shard;
import dev.drydock.config.RequestSettings;
import dev.drydock.forge.ForgeAddress;
import dev.drydock.forge.Platform;
import dev.drydock.forge.RateGate;
import dev.drydock.git.RemoteUrl;
import dev.drydock.proposal.Grouping;
import dev.drydock.pullrequest.RequestOptions;
import dev.drydock.pullrequest.RequestPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Keeps pull requests in many repositories. */
@Command(
        name = "bot",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Opens and updates fix pull requests in many repositories.")
final class BotCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--org", paramLabel = "NAME", description = "All repositories of an organisation, group or user.")
    private String org;

    @Option(
            names = "--repos",
            paramLabel = "FILE",
            description = "The repositories of a list: an address or owner/name on each line; - reads standard input.")
    private String repos;

    @Option(names = "--topic", paramLabel = "TOPIC", split = ",", description = "With --org: only with such a topic.")
    private List<String> topics = List.of();

    @Option(names = "--repo-include", paramLabel = "REGEX", description = "Only names in which this is found.")
    private List<String> includes = List.of();

    @Option(names = "--repo-exclude", paramLabel = "REGEX", description = "No names in which this is found.")
    private List<String> excludes = List.of();

    @Option(names = "--include-forks", description = "With --org: forks, too.")
    private boolean forks;

    @Option(names = "--include-archived", description = "With --org: archived repositories, too.")
    private boolean archived;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            converter = ShardConverter.class,
            description = "Only this part of the repositories: 1/4 to 4/4.")
    private Shard shard;

    @Option(names = "--max-prs", paramLabel = "N", description = "How many requests are opened at most.")
    private Integer maxRequests;

    @Option(
            names = {"-j", "--concurrent", "--jobs"},
            paramLabel = "N",
            description = "How many repositories at a time; default: 4.")
    private int parallel = 4;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "For one repository; default: 600, with --prove 7200.")
    private Integer timeout;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Where the run is written down, so that a killed one can go on.")
    private String state;

    @Option(
            names = {"-f", "--format", "--output-format"},
            paramLabel = "FORMAT",
            converter = SummaryFormat.Converter.class,
            description = "The report: text (default), json or markdown.")
    private SummaryFormat format = SummaryFormat.TEXT;

    @Option(
            names = {"-o", "--output", "--output-file"},
            paramLabel = "FILE",
            description = "Append the report to a file.")
    private String output;

    @Option(
            names = {"-q", "--quiet"},
            description = "The report and errors only.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print each plan; twice: stack traces.")
    private boolean[] verbose = new boolean[0];

    @Option(names = "--exit-zero", description = "Exit with 0 even if a dry run finds something to do.")
    private boolean exitZero;

    @Mixin
    private RuleOptions rules;

    @Mixin
    private CommitOptions commits;

    @Mixin
    private ForgeOptions forge;

    @Option(
            names = "--prove",
            description = {
                "First build and start what the repositories describe, in containers, and keep the fixes that hold."
                        + " For repositories that are trusted as in their own CI; needs --yes.",
            })
    private boolean prove;

    @Mixin
    private ProveOptions trials;

    BotCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static final class ShardConverter implements ITypeConverter<Shard> {
        @Override
        public Shard convert(String text) {
            return Shard.parse(text)
                    .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is not a part such as 1/4"));
        }
    }

    @Override
    public Integer call() {
        if ((org == null) == (repos == null)) {
            throw new Failure("which repositories? either --org or --repos");
        }
        if (parallel < 1 || seconds() < 1) {
            throw new Failure("--concurrent and --timeout must be at least 1");
        }
        if (proves() && !surroundings.flag(trials.yes, "yes")) {
            throw new Failure("bot --prove builds and runs what the repositories say; --yes says that you trust them");
        }
        try {
            List<RepositoryTask> tasks = org == null ? listed() : ofOwner();
            return run(tasks);
        } catch (IOException e) {
            throw new Failure(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private RepositoryFilter filter() {
        return new RepositoryFilter(
                topics,
                patterns(includes),
                patterns(excludes),
                !surroundings.flag(forks, "include-forks"),
                !surroundings.flag(archived, "include-archived"));
    }

    private static List<Pattern> patterns(List<String> texts) {
        List<Pattern> patterns = new ArrayList<>();
        for (String text : texts) {
            try {
                patterns.add(Pattern.compile(text));
            } catch (PatternSyntaxException e) {
                throw new Failure("not a regular expression: " + text, e);
            }
        }
        return patterns;
    }

    private List<RepositoryTask> listed() throws IOException {
        byte[] text;
        try {
            text = repos.equals("-")
                    ? surroundings.input().readAllBytes()
                    : Files.readAllBytes(surroundings.workingDirectory().resolve(repos));
        } catch (IOException e) {
            throw new Failure("cannot read " + repos, e);
        }
        RepositoryFilter filter = filter();
        return RepositoryList.parse(new String(text, StandardCharsets.UTF_8), web()).stream()
                .filter(task -> filter.accepts(task.url().projectPath()))
                .toList();
    }

    /** The address of the forge: given, or the public one of the platform; none of a platform that has no public one. */
    private Optional<URI> web() {
        Platform meant = Optional.ofNullable(forge.platform).orElse(Platform.GITHUB);
        return forge.baseUrl()
                .or(() -> Optional.ofNullable(
                                switch (meant) {
                                    case GITHUB ->
                                        surroundings
                                                .variable("GITHUB_SERVER_URL")
                                                .orElse("https://github.com");
                                    case GITLAB ->
                                        surroundings.variable("CI_SERVER_URL").orElse("https://gitlab.com");
                                    case BITBUCKET_CLOUD -> "https://bitbucket.org";
                                    case GITEA, BITBUCKET_DATA_CENTER -> null;
                                })
                        .map(URI::create));
    }

    private List<RepositoryTask> ofOwner() throws IOException {
        URI web =
                web().orElseThrow(() -> new Failure("where is " + forge.platform.label() + "? say it with --base-url"));
        RemoteUrl owner = RemoteUrl.parse(web + "/" + org + "/x.git")
                .orElseThrow(() -> new Failure("--org names no organisation: " + org));
        ForgeAddress address = forge.address(owner, surroundings);
        if (!topics.isEmpty() && !address.platform().hasTopics()) {
            throw new Failure(address.platform().label() + " has no topics: choose with --repo-include");
        }
        return RepositoryList.of(address.connect(), org, filter());
    }

    private int run(List<RepositoryTask> tasks) throws IOException, InterruptedException {
        boolean tokens = tasks.stream().anyMatch(this::hasToken);
        boolean dryRun = surroundings.flag(forge.dryRun, "dry-run") || !tokens;
        if (!tokens && !tasks.isEmpty() && !quiet) {
            line("drydock: a dry run, because there is no token in the environment (DRYDOCK_TOKEN)");
        }
        Bot.Settings settings = new Bot.Settings(
                parallel,
                Duration.ofSeconds(seconds()),
                shard == null ? Shard.WHOLE : shard,
                Optional.ofNullable(maxRequests));
        BotProgress progress =
                new BotStatus(StatusLine.of(surroundings, spec.commandLine().getErr(), quiet));
        RateGate gate = new RateGate();
        try (BotState written = state == null
                ? BotState.none()
                : BotState.open(surroundings.workingDirectory().resolve(state))) {
            BotReport report = new Bot(work(dryRun, gate), settings, gate).run(tasks, written, progress);
            report(report);
            if (report.count(RepositoryResult.Status.FAILED) > 0) {
                return ExitCodes.ERROR;
            }
            boolean todo = dryRun
                    && !surroundings.flag(exitZero, "exit-zero")
                    && report.results().stream()
                            .flatMap(result -> result.requests().stream())
                            .anyMatch(request -> request.action().equals("create")
                                    || request.action().startsWith("update")
                                    || request.action().equals("close"));
            return todo ? ExitCodes.FINDINGS : ExitCodes.OK;
        }
    }

    private int seconds() {
        return timeout != null ? timeout : proves() ? 7200 : 600;
    }

    private boolean proves() {
        return surroundings.flag(prove, "prove");
    }

    private boolean hasToken(RepositoryTask task) {
        try {
            return address(task).credentials().isPresent();
        } catch (IOException e) {
            // Told when it is the repository's turn.
            return false;
        }
    }

    private PullRequestWork work(boolean dryRun, RateGate gate) throws IOException {
        Finders finders = new Finders(surroundings, rules, commits);
        if (proves()) {
            finders.trying(new CommitProving(
                    surroundings, rules, trials, List.of(), spec.commandLine().getErr(), quiet, true));
        }
        RequestSettings configured = finders.requests();
        RequestOptions requests = forge.requests(surroundings, commits, configured, !rules.isPart(), "drydock bot");
        Consumer<RequestPlan> plans = verbose.length > 0 ? this::print : plan -> {};
        return new PullRequestWork(
                this::address,
                forge.cache(surroundings),
                forge.limits(surroundings),
                finders.finder(List.of(), Grouping.SAFETY),
                commits.settings(surroundings, Optional.empty(), configured, true),
                requests,
                dryRun,
                plans,
                gate);
    }

    private ForgeAddress address(RepositoryTask task) throws IOException {
        try {
            return forge.address(task.url(), surroundings);
        } catch (Failure e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private synchronized void print(RequestPlan plan) {
        PlanPrinter printer = new PlanPrinter(spec.commandLine().getErr());
        printer.plan(plan, surroundings.facts().get().knowledge());
        printer.left(plan.left());
    }

    private void line(String text) {
        new PlanPrinter(spec.commandLine().getErr()).line(text);
    }

    private void report(BotReport report) {
        String text = switch (format) {
            case TEXT -> report.text();
            case JSON -> report.json();
            case MARKDOWN -> report.markdown();
        };
        if (output == null) {
            spec.commandLine().getOut().print(text);
            return;
        }
        Path file = surroundings.workingDirectory().resolve(output);
        try {
            Files.writeString(
                    file,
                    Masking.ofTokens(surroundings).mask(text),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new Failure("cannot write to " + output, e);
        }
    }
}
