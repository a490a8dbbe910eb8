package dev.drydock.trial;

import dev.drydock.evidence.FindingKey;
import dev.drydock.project.BuiltImages;
import dev.drydock.project.MadeContainers;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Starts the containers that the command lines of one script, Makefile or unit start, in their order, and once more on the
 * same volumes. The script itself is never run.
 */
final class CommandRig implements Rig {
    private static final String NAME = "--name=";

    private final CommandLineEngine engine;
    private final Settings settings;
    private final ProjectCopy copy;
    private final Project project;
    private final ProjectPath file;
    private final Builds builds;
    private final Fleet fleet;
    private final Map<String, String> refused = new TreeMap<>();
    private final Set<String> compared = new HashSet<>();
    private final Map<String, ProjectPath> dockerfiles = new TreeMap<>();
    private final Set<String> originalImages = new HashSet<>();
    private Optional<Map.Entry<String, List<String>>> granted = Optional.empty();

    CommandRig(CommandLineEngine engine, Settings settings, ProjectCopy copy, Project project, ProjectPath file) {
        this.engine = engine;
        this.settings = settings;
        this.copy = copy;
        this.project = project;
        this.file = file;
        this.builds = new Builds(engine, settings);
        this.fleet = new Fleet(engine, settings.probes());
    }

    /** Returns the commands of a file that start something which goes on by itself. */
    static List<MadeContainers.Named> services(ProjectFile file) {
        boolean tried = switch (file.kind()) {
            case SHELL_SCRIPT, MAKEFILE, SYSTEMD_UNIT -> true;
            default -> false;
        };
        return tried
                ? MadeContainers.of(file).stream()
                        .filter(each -> RunLine.isService(each))
                        .toList()
                : List.of();
    }

    @Override
    public Map<String, Comparison> original(Project original) throws TrialFailedException {
        Map<String, Observation> first = start(original, true);
        fleet.learn(first);
        Map<String, Observation> second = start(original, true);
        Map<String, Comparison> comparisons = new TreeMap<>();
        first.forEach((container, seen) -> {
            Comparison comparison = new Comparison(seen, second.getOrDefault(container, seen));
            comparison
                    .useless()
                    .ifPresentOrElse(
                            reason -> refused.put(container, reason), () -> comparisons.put(container, comparison));
        });
        fleet.compare(comparisons);
        if (comparisons.isEmpty()) {
            List<String> reasons = new ArrayList<>();
            refused.forEach((container, reason) -> reasons.add(container + ": " + reason));
            throw new TrialFailedException(String.join("; ", reasons));
        }
        compared.addAll(comparisons.keySet());
        return comparisons;
    }

    @Override
    public Map<String, Observation> repaired(Project version) throws TrialFailedException {
        return start(version, false);
    }

    @Override
    public Map<String, String> refused() {
        return refused;
    }

    @Override
    public Map<String, ProjectPath> dockerfiles() {
        return dockerfiles;
    }

    @Override
    public boolean covers(FindingKey repair) {
        return repair.path().equals(file)
                ? compared.contains(container(repair.scope()))
                : dockerfiles.entrySet().stream()
                        .anyMatch(each -> each.getValue().equals(repair.path()) && compared.contains(each.getKey()));
    }

    @Override
    public Optional<Map<String, Observation>> withCapabilities(
            Project version, String container, List<String> capabilities) throws TrialFailedException {
        if (!compared.contains(container)) {
            return Optional.empty();
        }
        granted = Optional.of(Map.entry(container, capabilities));
        try {
            return Optional.of(start(version, false));
        } finally {
            granted = Optional.empty();
        }
    }

    private String container(String name) {
        return file + "#" + name;
    }

    /** A container that is made, and once more after it is gone. */
    private record Made(String container, ContainerEngine.RunOrder order, List<String> health) {}

    private Map<String, Observation> start(Project version, boolean original) throws TrialFailedException {
        copy.lay(project, version);
        ProjectFile now =
                version.file(file).orElseThrow(() -> new TrialFailedException(file + " is gone with the repairs"));
        RunLine.Place place = new RunLine.Place(
                engine, settings, copy, file.parent(), engine.session().prefix());
        Set<String> images = new TreeSet<>();
        List<String> running = new ArrayList<>();
        try {
            List<Made> all = new ArrayList<>();
            for (MadeContainers.Named each : services(now)) {
                String name = container(each.name());
                boolean known = original ? !refused.containsKey(name) : compared.contains(name);
                if (known) {
                    made(version, now, each, place, images).ifPresent(all::add);
                }
            }
            if (original) {
                originalImages.addAll(images);
            }
            Map<String, Observation> first = run(all, running);
            running.forEach(engine::removeContainer);
            running.clear();
            return Fleet.recreated(first, run(all, running));
        } finally {
            running.forEach(engine::removeContainer);
            place.close();
            images.stream().filter(image -> !originalImages.contains(image)).forEach(engine::removeImage);
        }
    }

    private Optional<Made> made(
            Project version, ProjectFile now, MadeContainers.Named each, RunLine.Place place, Set<String> images)
            throws TrialFailedException {
        String name = container(each.name());
        RunLine line = new RunLine(each, now, place);
        Optional<String> reason = line.refusal();
        if (reason.isPresent()) {
            refused.put(name, reason.get());
            return Optional.empty();
        }
        Optional<ProjectFile> dockerfile =
                BuiltImages.around(version, now).dockerfileOf(line.image()).filter(found -> copy.holds(found.path()));
        String image = line.image();
        if (dockerfile.isPresent()) {
            dockerfiles.put(name, dockerfile.get().path());
            image = builds.image(
                    dockerfile,
                    copy.at(dockerfile.get().path()),
                    copy.at(ImageRig.context(version, dockerfile.get())),
                    Optional.empty(),
                    Map.of(),
                    Map.of());
            images.add(image);
        } else if (!engine.isThere(image)) {
            refused.put(name, "its image cannot be pulled");
            return Optional.empty();
        }
        List<String> options = new ArrayList<>(line.options());
        granted.filter(grant -> grant.getKey().equals(name)).ifPresent(grant -> {
            options.removeIf(option -> option.startsWith("--cap-"));
            options.add("--cap-drop=ALL");
            grant.getValue().forEach(capability -> options.add("--cap-add=" + capability));
        });
        return Optional.of(new Made(
                name, new ContainerEngine.RunOrder(image, line.ports(), options, line.words()), line.health()));
    }

    private Map<String, Observation> run(List<Made> all, List<String> running) {
        Map<String, Fleet.Member> members = new TreeMap<>();
        for (Made each : all) {
            ContainerEngine.Started started = engine.start(each.order());
            // One that was made and did not start keeps its name.
            started.container().ifPresentOrElse(running::add, () -> nameOf(each).ifPresent(engine::removeContainer));
            members.put(
                    each.container(),
                    new Fleet.Member(
                            started.container(),
                            each.order().image(),
                            new TreeSet<>(each.order().ports()),
                            each.health(),
                            started.error()));
        }
        return fleet.watch(members);
    }

    private static Optional<String> nameOf(Made made) {
        return made.order().options().stream()
                .filter(option -> option.startsWith(NAME))
                .map(option -> option.substring(NAME.length()))
                .findFirst();
    }
}
