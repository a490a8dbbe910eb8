package dev.drydock.proposal;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.config.Configuration;
import dev.drydock.config.Included;
import dev.drydock.discovery.BuildGrouping;
import dev.drydock.discovery.Discovery;
import dev.drydock.discovery.Exclusions;
import dev.drydock.discovery.FocusedGroup;
import dev.drydock.discovery.Found;
import dev.drydock.discovery.IgnoreFiles;
import dev.drydock.discovery.InputFile;
import dev.drydock.discovery.ProjectGrouping;
import dev.drydock.discovery.WorkspaceDiscovery;
import dev.drydock.edit.Safety;
import dev.drydock.engine.RunResult;
import dev.drydock.engine.Selection;
import dev.drydock.evidence.Evidence;
import dev.drydock.git.CommitWorkspace;
import dev.drydock.git.HeadFiles;
import dev.drydock.lock.LockFile;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.pullrequest.ChangeFinder;
import dev.drydock.pullrequest.ChangeGroup;
import dev.drydock.pullrequest.ChangeSet;
import dev.drydock.pullrequest.NotFixed;
import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import dev.drydock.transform.Facts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Has the engine judge the files of a commit, and puts what it would change into groups. */
public final class EngineChangeFinder implements ChangeFinder {
    /** No Dockerfile that a person maintains comes near it; what is larger is something else under this name. */
    private static final int SIZE_LIMIT = 10 << 20;

    private static final String FIXES = "fixes";

    private final Catalogue catalogue;
    private final Facts facts;
    private final Settings settings;

    /** From what the commit, or a configuration that was given, says to what runs. */
    @FunctionalInterface
    public interface Choice {
        Selection of(Configuration configuration);
    }

    /**
     * What is looked for.
     *
     * @param grouping what belongs together; empty: what the commit's configuration says, else {@code usual}
     * @param usual the grouping where nobody says anything
     * @param choice which transforms run
     * @param given the configuration for everything; empty: those that the commit holds
     * @param userFile the user's configuration, below that of the commit; need not exist
     * @param excludes patterns in gitignore syntax, relative to the top
     * @param respectGitignore whether what Git would ignore is left out
     * @param usesEvidence whether what the commit says was tried counts
     * @param trials what tries the commit first
     * @param within files and folders to look at, test fixtures or not; empty means all
     * @param include what is left by default and is judged
     */
    public record Settings(
            Optional<Grouping> grouping,
            Grouping usual,
            Choice choice,
            Optional<Configuration> given,
            Optional<Path> userFile,
            List<String> excludes,
            boolean respectGitignore,
            boolean usesEvidence,
            CommitTrials trials,
            List<ProjectPath> within,
            Set<Included> include) {
        public Settings {
            include = Set.copyOf(include);
            excludes = List.copyOf(excludes);
            within = List.copyOf(within);
        }
    }

    public EngineChangeFinder(Catalogue catalogue, Facts facts, Settings settings) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.settings = settings;
    }

    @Override
    public ChangeSet find(HeadFiles base) throws IOException {
        CommitConfigurations configurations = new CommitConfigurations(catalogue, base, settings.userFile());
        List<NotFixed> left = new ArrayList<>();
        List<Candidate> candidates = candidates(base, configurations, left);
        Map<Candidate, RunResult> whole = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            whole.put(candidate, candidate.run(catalogue, candidate.selection()));
        }
        Grouping grouping = settings.grouping().isPresent()
                ? settings.grouping().get()
                : configuration(configurations, WorkspaceDiscovery.ROOT)
                        .requests()
                        .groupBy()
                        .flatMap(Grouping::of)
                        .orElse(settings.usual());
        List<ChangeGroup> groups = switch (grouping) {
            case ALL -> group(nameOfAll(), Titles.all(), whole, whole).stream().toList();
            case SAFETY -> bySafety(whole);
            case RULE -> byRule(whole);
            case FILE -> byName(whole, candidate -> candidate.main().value(), Titles::file);
            case DIRECTORY -> byName(whole, EngineChangeFinder::folder, Titles::folder);
        };
        whole.forEach((candidate, result) -> left.addAll(LeftOver.of(candidate, result, path -> !isIn(groups, path))));
        return new ChangeSet(groups, left);
    }

    /**
     * Where the safe repairs usually have a request of their own, all together have another name: who approved that request has
     * not seen the others.
     */
    private String nameOfAll() {
        return settings.usual() == Grouping.ALL ? FIXES : Grouping.ALL.label();
    }

    private static boolean isIn(List<ChangeGroup> groups, String path) {
        return groups.stream()
                .flatMap(group -> group.files().stream())
                .anyMatch(file -> file.path().equals(path));
    }

    private Configuration configuration(CommitConfigurations configurations, Path folder) throws IOException {
        return settings.given().isPresent() ? settings.given().get() : configurations.of(folder);
    }

    private List<Candidate> candidates(HeadFiles base, CommitConfigurations configurations, List<NotFixed> left)
            throws IOException {
        Workspace workspace = new CommitWorkspace(base);
        List<InputFile> world = WorkspaceDiscovery.find(workspace, List.of(), settings.respectGitignore())
                .files();
        List<InputFile> inputs = new ArrayList<>();
        Map<InputFile, String> fixtures = new HashMap<>();
        CommitLocks locks = new CommitLocks(base);
        Set<String> broken = new LinkedHashSet<>();
        List<InputFile> all = inputs(base, workspace, fixtures, left);
        for (InputFile input : all) {
            Optional<NotFixed> unusable = unusable(configurations, locks, input);
            if (unusable.isPresent()) {
                if (broken.add(unusable.get().path())) {
                    left.add(unusable.get());
                }
                continue;
            }
            Configuration configuration = configuration(configurations, folderOf(input));
            if (fixtures.containsKey(input)
                    && !settings.include().contains(Included.FIXTURES)
                    && !configuration.include().contains(Included.FIXTURES)) {
                left.add(new NotFixed("fixtures", input.path().value(), 0, "it is input of a test", "left as it is"));
                continue;
            }
            boolean excluded = configuration.excludes().stream()
                    .anyMatch(exclude ->
                            Exclusions.of(exclude.folder(), exclude.patterns()).contains(input.file()));
            if (input.named() || !excluded) {
                inputs.add(input);
            }
        }
        Evidence fresh = settings.trials().of(base);
        CommitEvidence evidence = new CommitEvidence(base, facts.today().orElse(LocalDate.MAX));
        List<Candidate> candidates = new ArrayList<>();
        ProjectGrouping grouping = new BuildGrouping(
                input -> read(base, input, new ArrayList<>()).map(ProjectFile::source),
                facts.knowledge().secrets()::isSecretName);
        for (FocusedGroup group : FocusedGroup.of(grouping, inputs, world)) {
            Map<Rules, List<InputFile>> parts = new LinkedHashMap<>();
            for (InputFile input : group.asked()) {
                Evidence tried =
                        settings.usesEvidence() ? evidence.of(input.path()).and(fresh) : Evidence.NONE;
                Rules rules = new Rules(configuration(configurations, folderOf(input)), locks.of(input.path()), tried);
                parts.computeIfAbsent(rules, first -> new ArrayList<>()).add(input);
            }
            for (Map.Entry<Rules, List<InputFile>> part : parts.entrySet()) {
                candidate(base, workspace, part.getKey(), group.part(part.getValue()), left)
                        .ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    /** Returns what is wrong with the configuration or the lock file that holds for a file: it costs what it holds for. */
    private Optional<NotFixed> unusable(CommitConfigurations configurations, CommitLocks locks, InputFile input)
            throws IOException {
        try {
            configuration(configurations, folderOf(input));
            locks.of(input.path());
            return Optional.empty();
        } catch (BrokenFileException e) {
            return Optional.of(NotFixed.settings(e.path(), e.line(), e.column(), e.problem()));
        }
    }

    /** What the judgement of a file depends on. Files of one project for which it differs are judged apart. */
    private record Rules(Configuration configuration, LockFile lock, Evidence evidence) {}

    private Optional<Candidate> candidate(
            HeadFiles base, Workspace workspace, Rules rules, FocusedGroup group, List<NotFixed> left) {
        List<ProjectFile> files = new ArrayList<>();
        for (InputFile input : group.asked()) {
            read(base, input, left).ifPresent(files::add);
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        ProjectPath main = files.stream()
                .filter(file -> file.kind() == FileKind.COMPOSE)
                .findFirst()
                .or(() -> files.stream()
                        .filter(file -> file.kind() == FileKind.DOCKERFILE)
                        .findFirst())
                .orElse(files.get(0))
                .path();
        for (InputFile input : group.around()) {
            read(base, input, new ArrayList<>()).ifPresent(files::add);
        }
        IgnoreFiles.of(group.files(), workspace)
                .forEach(path -> ignoreFile(base, path).ifPresent(files::add));
        return Optional.of(new Candidate(
                main,
                new Project(files, workspace),
                group.focus(),
                facts.withImages(rules.lock().images())
                        .withChecksums(rules.lock().checksums())
                        .withEvidence(rules.evidence()),
                settings.choice().of(rules.configuration())));
    }

    private static Path folderOf(InputFile input) {
        return Optional.ofNullable(input.file().getParent()).orElse(WorkspaceDiscovery.ROOT);
    }

    /** A file that is named itself is taken whatever it is called, as on the command line. */
    private List<InputFile> inputs(
            HeadFiles base, Workspace workspace, Map<InputFile, String> fixtures, List<NotFixed> left) {
        Found all = WorkspaceDiscovery.find(workspace, settings.excludes(), settings.respectGitignore());
        List<InputFile> found = all.files();
        all.templates().stream()
                .filter(input -> settings.within().isEmpty()
                        || settings.within().stream().anyMatch(input.path()::isWithin))
                .filter(input -> !all.fixtures().containsKey(input))
                .forEach(input -> left.add(new NotFixed(
                        "template",
                        input.path().value(),
                        0,
                        "it is a template, not a file that Docker reads",
                        "left as it is")));
        all.fixtures().forEach((input, directory) -> {
            // Who names such a directory, or something in it, wants it to be judged.
            boolean named = settings.within().stream().anyMatch(path -> path.isWithin(ProjectPath.of(directory)));
            if (!named) {
                fixtures.put(input, directory);
            }
        });
        if (settings.within().isEmpty()) {
            return found;
        }
        List<InputFile> inputs = new ArrayList<>();
        found.stream()
                .filter(input -> settings.within().stream().anyMatch(input.path()::isWithin))
                .forEach(inputs::add);
        for (ProjectPath named : settings.within()) {
            boolean known = Stream.concat(inputs.stream(), all.templates().stream())
                    .anyMatch(input -> input.path().equals(named));
            if (!known && base.file(named.value()).isPresent()) {
                String head = base.read(named.value(), SIZE_LIMIT)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("");
                Discovery.knownKind(named.value(), head)
                        .ifPresent(kind -> inputs.add(new InputFile(
                                WorkspaceDiscovery.ROOT.resolve(named.value()),
                                named.value(),
                                named.value(),
                                kind,
                                WorkspaceDiscovery.ROOT,
                                named,
                                true)));
            }
        }
        return inputs;
    }

    private static Optional<ProjectFile> read(HeadFiles base, InputFile input, List<NotFixed> left) {
        Optional<byte[]> bytes = base.read(input.path().value(), SIZE_LIMIT);
        if (bytes.isEmpty()) {
            // The reason is among what the commit left out.
            return Optional.empty();
        }
        try {
            return Optional.of(new ProjectFile(input.path(), input.kind(), SourceText.decode(bytes.get())));
        } catch (UndecodableTextException e) {
            left.add(new NotFixed("text", input.path().value(), e.line(), e.getMessage(), "left as it is"));
            return Optional.empty();
        }
    }

    /** Returns the file, or empty if it cannot be read: a transform that wants to change it says so then. */
    private static Optional<ProjectFile> ignoreFile(HeadFiles base, ProjectPath path) {
        return base.read(path.value(), SIZE_LIMIT).flatMap(bytes -> {
            try {
                return Optional.of(new ProjectFile(path, FileKind.IGNORE_FILE, SourceText.decode(bytes)));
            } catch (UndecodableTextException e) {
                return Optional.empty();
            }
        });
    }

    private static String folder(Candidate candidate) {
        String folder = candidate.main().parent().value();
        return folder.isEmpty() ? "root" : folder;
    }

    private List<ChangeGroup> bySafety(Map<Candidate, RunResult> whole) {
        Map<Safety, Map<Candidate, RunResult>> levels = new EnumMap<>(Safety.class);
        whole.forEach((candidate, result) -> LevelRuns.of(catalogue, candidate, result)
                .forEach((level, run) -> levels.computeIfAbsent(level, first -> new LinkedHashMap<>())
                        .put(candidate, run)));
        List<ChangeGroup> groups = new ArrayList<>();
        levels.forEach((level, results) -> {
            String name = level == Safety.SAFE ? FIXES : level.label();
            group(name, Titles.level(level), results, whole).ifPresent(groups::add);
        });
        return groups;
    }

    private List<ChangeGroup> byRule(Map<Candidate, RunResult> whole) {
        Set<String> rules = new TreeSet<>();
        whole.values().forEach(result -> rules.addAll(LevelRuns.rules(result, change -> true)));
        List<ChangeGroup> groups = new ArrayList<>();
        for (String rule : rules) {
            Map<Candidate, RunResult> results = new LinkedHashMap<>();
            whole.forEach((candidate, result) -> {
                if (!LevelRuns.rules(result, change -> change.transform().equals(rule))
                        .isEmpty()) {
                    Selection selection = candidate.selection().withSelect(Set.of(rule));
                    results.put(candidate, candidate.run(catalogue, selection));
                }
            });
            group(ChangeGroup.slug(rule), Titles.all(), results, whole).ifPresent(groups::add);
        }
        return groups;
    }

    /** A name of a group must not lie below another one, so that a folder within a folder is written flat. */
    private List<ChangeGroup> byName(
            Map<Candidate, RunResult> whole,
            java.util.function.Function<Candidate, String> key,
            java.util.function.Function<String, Titles> title) {
        Map<String, Map<Candidate, RunResult>> parts = new LinkedHashMap<>();
        whole.forEach((candidate, result) -> parts.computeIfAbsent(key.apply(candidate), k -> new LinkedHashMap<>())
                .put(candidate, result));
        Map<String, Integer> used = new HashMap<>();
        List<ChangeGroup> groups = new ArrayList<>();
        parts.forEach((name, results) -> {
            String slug = ChangeGroup.slug(name.replace('/', '-'));
            Optional<ChangeGroup> group = group(slug, title.apply(name), results, whole);
            if (group.isPresent()) {
                int times = used.merge(slug, 1, Integer::sum);
                groups.add(times == 1 ? group.get() : Groups.renamed(group.get(), slug + "-" + times));
            }
        });
        return groups;
    }

    private Optional<ChangeGroup> group(
            String name, Titles title, Map<Candidate, RunResult> results, Map<Candidate, RunResult> whole) {
        UnaryOperator<String> ruleTitle =
                id -> catalogue.byId(id).map(entry -> entry.title()).orElse(id);
        GroupBuilder builder = new GroupBuilder(catalogue);
        results.forEach(builder::add);
        List<NotFixed> left = new ArrayList<>();
        whole.forEach((candidate, result) -> left.addAll(LeftOver.of(candidate, result, builder::changes)));
        return builder.build(name, title, ruleTitle, left);
    }
}
