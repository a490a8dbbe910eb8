package dev.drydock.cli;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.config.Configuration;
import dev.drydock.config.ConfigurationException;
import dev.drydock.config.ConfigurationReader;
import dev.drydock.config.Configurations;
import dev.drydock.config.Included;
import dev.drydock.config.RegistrySettings;
import dev.drydock.discovery.BuildGrouping;
import dev.drydock.discovery.Discovery;
import dev.drydock.discovery.DiscoveryOptions;
import dev.drydock.discovery.Exclusions;
import dev.drydock.discovery.FocusedGroup;
import dev.drydock.discovery.Found;
import dev.drydock.discovery.InputFile;
import dev.drydock.discovery.ProjectRoots;
import dev.drydock.engine.Engine;
import dev.drydock.evidence.Evidence;
import dev.drydock.lock.LockFile;
import dev.drydock.text.SourceText;
import dev.drydock.transform.Facts;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** From arguments and configurations to what is to be done: which projects, and what may be written in each. */
final class Inputs {
    private static final String REGISTRY_IGNORED =
            "the key registry is not taken from a configuration that comes with the"
                    + " sources; name the file with --config";

    /** How many of the files that are left are named without being asked for. */
    private static final int MOST_NAMED = 3;

    private final Surroundings surroundings;
    private final RunOptions options;
    private final Catalogue catalogue;
    private final Facts facts;
    private final Configurations configurations;
    private final Optional<Configuration> given;
    private final LockFiles locks;
    private final Map<EngineKey, Engine> engines = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final EvidenceFiles evidence;
    private final List<String> notices = new ArrayList<>();
    private List<Found.Unreadable> errors = List.of();
    private List<Path> temporary = List.of();
    private final Set<String> broken = new LinkedHashSet<>();
    /** Everything that was found, also what a configuration excludes. */
    private List<InputFile> found = List.of();
    /** Whether that is all there is in the trees around the files. */
    private boolean isWhole;

    /** What the judgement of a folder depends on. */
    private record EngineKey(Configuration configuration, LockFile lock, Evidence evidence) {}

    /** @throws Failure if an option names something that is not there */
    Inputs(Surroundings surroundings, RunOptions options, Catalogue catalogue) {
        this.surroundings = surroundings;
        this.options = options;
        this.catalogue = catalogue;
        this.facts = surroundings.facts().get();
        this.configurations = new Configurations(
                new ConfigurationReader(catalogue), surroundings.workingDirectory(), surroundings.userConfiguration());
        GivenConfiguration explicit = new GivenConfiguration(surroundings, options.rules, catalogue);
        explicit.checkNames();
        this.given = explicit.read();
        this.locks = new LockFiles(surroundings.workingDirectory());
        this.evidence = new EvidenceFiles(
                surroundings.workingDirectory(), surroundings.today(), options.rules.ignoresEvidence(), warnings::add);
    }

    /** Returns the files to look at, in order. Errors and remarks are complete afterwards. */
    List<InputFile> files() {
        List<String> paths = options.paths.isEmpty() ? List.of(".") : options.paths;
        Found found = Discovery.find(paths, discovery());
        isWhole = options.rules.exclude.isEmpty() && paths.stream().allMatch(this::isRoot);
        found.skipped().forEach(skipped -> remarks.add("skipped " + skipped));
        errors = found.errors();
        temporary = found.temporary();
        this.found = found.files();
        Map<String, Integer> left = new TreeMap<>();
        List<InputFile> files = new ArrayList<>();
        for (InputFile file : found.files()) {
            String fixture = found.fixtures().get(file);
            if (!isConfigured(file) || isExcluded(file)) {
                continue;
            }
            if (fixture == null || options.rules.includes(Included.FIXTURES, configuration(folderOf(file)))) {
                files.add(file);
            } else {
                left.merge(fixture, 1, Integer::sum);
            }
        }
        leave(found.templates().stream()
                .filter(file -> !found.fixtures().containsKey(file) && isConfigured(file) && !isExcluded(file))
                .map(InputFile::display)
                .toList());
        if (given.isEmpty() && found.files().stream().anyMatch(this::namesRegistries)) {
            notices.add(REGISTRY_IGNORED);
        }
        left.forEach((fixtures, count) -> notices.add("left " + fixtures + ", test fixtures (" + count
                + (count == 1 ? " file" : " files") + "): name the directory, or use --include fixtures"));
        return files;
    }

    /** Few are named; of many only the number is told, and who wants to see them all asks for more words. */
    private void leave(List<String> templates) {
        boolean few = templates.size() <= MOST_NAMED;
        if (!few) {
            templates.forEach(template -> remarks.add("skipped " + template + ": a template"));
        }
        if (!templates.isEmpty()) {
            notices.add("left " + (few ? String.join(", ", templates) : templates.size() + " files")
                    + (templates.size() == 1
                            ? ": a template, not a file that Docker reads"
                            : ": templates, not files that Docker reads")
                    + (few ? "" : "; -v names them"));
        }
    }

    /**
     * Returns whether what holds for a file can be read, its configuration and its lock file. A broken one costs what it
     * holds for, and nothing else.
     */
    private boolean isConfigured(InputFile file) {
        try {
            configuration(folderOf(file));
            locks.of(folderOf(file), file.root());
            return true;
        } catch (Failure e) {
            broken.add(e.getMessage());
            return false;
        }
    }

    /** Returns whether the configuration that lies beside a file says how registries are reached, and not the user's. */
    private boolean namesRegistries(InputFile file) {
        try {
            RegistrySettings named = configurations.of(folderOf(file)).registry();
            return !named.isEmpty() && !named.equals(configurations.ofUser().registry());
        } catch (ConfigurationException e) {
            return false;
        }
    }

    /** Returns what is wrong with the configurations and lock files, one line each. Complete after {@link #files}. */
    Set<String> broken() {
        return broken;
    }

    private boolean isRoot(String path) {
        try {
            Path folder = surroundings.workingDirectory().resolve(path).normalize();
            return Files.isDirectory(folder) && ProjectRoots.of(folder).equals(folder);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private DiscoveryOptions discovery() {
        Path directory = surroundings.workingDirectory();
        return new DiscoveryOptions(
                directory,
                options.rules.exclude,
                directory,
                forceExclude(),
                !surroundings.flag(options.rules.noRespectGitignore, "no-respect-gitignore"));
    }

    /** Returns the work to do with these files, in order. */
    List<ProjectTask> tasks(List<InputFile> files, boolean write) {
        List<ProjectTask> tasks = new ArrayList<>();
        RunFiles runFiles = new RunFiles();
        for (FocusedGroup group : groups(files)) {
            byEngine(group.asked()).forEach((engine, part) -> {
                part.forEach(file -> runFiles.willJudge(file.file(), engine));
                tasks.add(new ProjectTask(group.part(part), engine, surroundings.workingDirectory(), write, runFiles));
            });
        }
        return tasks;
    }

    /** Returns these files with what belongs to them in the trees around them, whether that was named or not. */
    List<FocusedGroup> groups(List<InputFile> files) {
        return groups(files, isWhole ? found : Discovery.around(files, discovery()), Inputs::text);
    }

    private List<FocusedGroup> groups(
            List<InputFile> asked, List<InputFile> world, Function<InputFile, Optional<SourceText>> reader) {
        return FocusedGroup.of(new BuildGrouping(reader, facts.knowledge().secrets()::isSecretName), asked, world);
    }

    /** Returns the work to do with one file whose text is given, for which there is no room for further files. */
    ProjectTask task(InputFile file, SourceFile source) {
        FocusedGroup group = groups(
                        List.of(file),
                        Discovery.around(List.of(file), discovery()),
                        other -> other.equals(file) ? Optional.of(source.text()) : text(other))
                .get(0);
        return new ProjectTask(
                        group.withoutCreations(),
                        engine(folderOf(file), file.root()),
                        surroundings.workingDirectory(),
                        false,
                        new RunFiles())
                .with(file, source);
    }

    /** What different configurations hold for is judged apart. */
    private Map<Engine, List<InputFile>> byEngine(List<InputFile> asked) {
        Map<Engine, List<InputFile>> parts = new LinkedHashMap<>();
        for (InputFile file : asked) {
            parts.computeIfAbsent(engine(folderOf(file), file.root()), engine -> new ArrayList<>())
                    .add(file);
        }
        return parts;
    }

    private static Optional<SourceText> text(InputFile file) {
        try {
            return Optional.of(
                    SourceFile.read(() -> Files.newInputStream(file.file())).text());
        } catch (SourceFile.RefusedException e) {
            // Whoever judges the file says why it cannot be read.
            return Optional.empty();
        }
    }

    private boolean forceExclude() {
        return surroundings.flag(options.forceExclude, "force-exclude");
    }

    private boolean isExcluded(InputFile file) {
        if (file.named() && !forceExclude()) {
            return false;
        }
        boolean excluded = configuration(folderOf(file)).excludes().stream()
                .anyMatch(exclude ->
                        Exclusions.of(exclude.folder(), exclude.patterns()).contains(file.file()));
        if (excluded) {
            remarks.add("skipped " + file.display() + ": excluded");
        }
        return excluded;
    }

    private static Path folderOf(InputFile file) {
        return Optional.ofNullable(file.file().getParent()).orElse(file.file());
    }

    /**
     * Returns the engine for files in a folder: its selection comes from the options, then from the configuration; what
     * image tags and addresses stand for comes from the lock file.
     */
    Engine engine(Path folder, Path root) {
        EngineKey key =
                new EngineKey(configuration(folder), locks.of(folder, root).content(), evidence.of(folder, root));
        return engines.computeIfAbsent(
                key,
                wanted -> new Engine(
                        catalogue,
                        facts.withImages(wanted.lock().images())
                                .withChecksums(wanted.lock().checksums())
                                .withEvidence(wanted.evidence()),
                        options.rules.selection(wanted.configuration())));
    }

    /** Returns the lock file for a file. */
    LockFiles.Located lock(InputFile file) {
        return locks.of(folderOf(file), file.root());
    }

    LockFiles locks() {
        return locks;
    }

    Facts facts() {
        return facts;
    }

    /**
     * Returns how registries are reached. Credentials go where this says; so it comes from the user, never from a file
     * that was found beside what is scanned.
     */
    RegistrySettings registrySettings(PrintWriter err) {
        try {
            RegistrySettings settings = given.isPresent()
                    ? given.get().registry()
                    : configurations.ofUser().registry();
            Configuration here = configuration(surroundings.workingDirectory());
            if (!here.registry().isEmpty() && !here.registry().equals(settings)) {
                notices.remove(REGISTRY_IGNORED);
                err.print("drydock: " + REGISTRY_IGNORED + "\n");
            }
            return settings;
        } catch (ConfigurationException e) {
            throw new Failure(e.getMessage(), e);
        }
    }

    /** Returns what is configured for files in a folder. */
    Configuration configuration(Path folder) {
        try {
            return given.isPresent() ? given.get() : configurations.of(folder);
        } catch (ConfigurationException e) {
            throw new Failure(e.getMessage(), e);
        }
    }

    EvidenceFiles evidence() {
        return evidence;
    }

    /** Returns what is told to everybody, one line each. */
    List<String> warnings() {
        return warnings;
    }

    /** Returns what everybody should know who gets to see findings. */
    List<String> notices() {
        return notices;
    }

    List<String> remarks() {
        return remarks;
    }

    /** Returns the folders in which temporary files were seen. Complete after {@link #files}. */
    List<Path> temporary() {
        return temporary;
    }

    List<Found.Unreadable> errors() {
        return errors;
    }
}
