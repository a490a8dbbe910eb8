package dev.drydock.trial;

import dev.drydock.evidence.FindingKey;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Starts several containers together: twice as they are, and with each set of repairs those that did the same twice. */
abstract class FleetRig implements Rig {
    final CommandLineEngine engine;
    final Settings settings;
    final ProjectCopy copy;
    final Project project;
    final Builds builds;
    final Fleet fleet;
    /** Containers of which nothing can be said, with the reason. */
    final Map<String, String> refused = new TreeMap<>();
    /** What each container is built from. */
    final Map<String, ProjectPath> dockerfiles = new TreeMap<>();

    /** The variables of the images that were built, and of the command lines. */
    final GivenVariables ofImages = new GivenVariables();

    final GivenVariables ofLines = new GivenVariables();

    private final Set<String> compared = new HashSet<>();
    private final Set<String> originalImages = new HashSet<>();
    private Optional<Map.Entry<String, List<String>>> granted = Optional.empty();

    FleetRig(CommandLineEngine engine, Settings settings, ProjectCopy copy, Project project) {
        this.engine = engine;
        this.settings = settings;
        this.copy = copy;
        this.project = project;
        this.builds = new Builds(engine, settings);
        this.fleet = new Fleet(engine, settings.probes());
    }

    /**
     * Starts a version and once more in new containers on the same volumes, and leaves nothing behind.
     *
     * @param original whether it is the one that repairs are measured by
     */
    abstract Map<String, Observation> start(Project version, boolean original) throws TrialFailedException;

    /** Returns why nothing can be compared, where every container is refused. */
    abstract String allRefused();

    @Override
    public Map<String, Comparison> original(Project original) throws TrialFailedException {
        Map<String, Observation> first = start(original, true);
        fleet.learn(first);
        Map<String, Observation> second = start(original, true);
        Map<String, Comparison> comparisons = new TreeMap<>();
        first.forEach((container, seen) -> {
            Comparison comparison = new Comparison(seen, second.getOrDefault(container, seen));
            // What others need may fail all the same; it is started with them, and nothing is said of it.
            comparison
                    .useless()
                    .ifPresentOrElse(
                            reason -> refused.put(container, reason), () -> comparisons.put(container, comparison));
        });
        if (comparisons.isEmpty()) {
            throw new TrialFailedException(allRefused());
        }
        fleet.compare(comparisons);
        compared.addAll(comparisons.keySet());
        return comparisons;
    }

    @Override
    public Map<String, String> bases() {
        return builds.bases().digests();
    }

    @Override
    public Map<String, Observation> repaired(Project version) throws TrialFailedException {
        return start(version, false);
    }

    @Override
    public Optional<Map<String, Observation>> withCapabilities(
            Project version, String container, List<String> capabilities) throws TrialFailedException {
        if (!isCompared(container)) {
            return Optional.empty();
        }
        granted = Optional.of(Map.entry(container, capabilities));
        try {
            return Optional.of(start(version, false));
        } finally {
            granted = Optional.empty();
        }
    }

    /** Returns the container that is given other capabilities now than its file says, and which. */
    Optional<Map.Entry<String, List<String>>> granted() {
        return granted;
    }

    @Override
    public Map<String, String> refused() {
        return refused;
    }

    @Override
    public Map<String, ProjectPath> dockerfiles() {
        return dockerfiles;
    }

    boolean isCompared(String container) {
        return compared.contains(container);
    }

    /** Returns whether a repair changes a Dockerfile from which something is built that is compared. */
    boolean coversBuild(FindingKey repair) {
        return dockerfiles.entrySet().stream()
                .anyMatch(each -> each.getValue().equals(repair.path()) && isCompared(each.getKey()));
    }

    /** Keeps images of the original until the end. */
    void keep(Collection<String> images) {
        originalImages.addAll(images);
    }

    void removeUnlessKept(Collection<String> images) {
        images.stream().filter(image -> !originalImages.contains(image)).forEach(engine::removeImage);
    }

    /** Returns the reasons in one line. */
    static String joined(Map<String, String> reasons) {
        List<String> lines = new ArrayList<>();
        reasons.forEach((name, reason) -> lines.add(name + ": " + reason));
        return String.join("; ", lines);
    }
}
