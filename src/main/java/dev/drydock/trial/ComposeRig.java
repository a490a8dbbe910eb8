package dev.drydock.trial;

import dev.drydock.evidence.FindingKey;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Builds and starts the services of a compose project together, and once more in new containers on the same volumes. */
final class ComposeRig implements Rig {
    private static final Duration CONFIG = Duration.ofSeconds(60);
    /** How the part of a compose file is called that is one service. */
    private static final String SERVICE = "service ";

    private static final String PORTS_OF_HOST = "ports";

    private final CommandLineEngine engine;
    private final Settings settings;
    private final ProjectCopy copy;
    private final Project project;
    private final List<ProjectPath> files;
    private final Builds builds;
    private final Map<String, Set<Integer>> ports = new TreeMap<>();
    private final Map<String, Map<Integer, String>> expected = new TreeMap<>();
    private final Map<String, String> helpers = new HashMap<>();
    private final Set<String> originalImages = new HashSet<>();
    /** Containers of which nothing can be said, with the reason. */
    private final Map<String, String> refused = new TreeMap<>();

    /** Services that may not be started. */
    private final Set<String> notStarted = new TreeSet<>();

    private final Set<String> compared = new HashSet<>();
    /** What each container is built from. */
    private final Map<String, ProjectPath> dockerfiles = new TreeMap<>();

    /** The service that is given other capabilities than its file says, and which. */
    private Optional<Map.Entry<String, List<String>>> granted = Optional.empty();

    private int starts;

    /** @param files the compose files that are given to compose together, the main one first */
    ComposeRig(
            CommandLineEngine engine, Settings settings, ProjectCopy copy, Project project, List<ProjectPath> files) {
        this.engine = engine;
        this.settings = settings;
        this.copy = copy;
        this.project = project;
        this.files = List.copyOf(files);
        this.builds = new Builds(engine, settings);
    }

    @Override
    public Map<String, Comparison> original(Project original) throws TrialFailedException {
        Map<String, Observation> first = start(original, true);
        first.forEach((service, seen) -> {
            ports.computeIfAbsent(service, name -> new TreeSet<>())
                    .addAll(seen.seen().ports());
            expected.put(service, answering(seen, seen));
        });
        Map<String, Observation> second = start(original, true);
        Map<String, Comparison> comparisons = new TreeMap<>();
        first.forEach((service, seen) -> {
            Observation again = second.getOrDefault(service, seen);
            expected.put(service, answering(seen, again));
            Comparison comparison = new Comparison(seen, again);
            // What others need may fail all the same; it is started with them, and nothing is said of it.
            comparison
                    .useless()
                    .ifPresentOrElse(
                            reason -> refused.put(service, reason), () -> comparisons.put(service, comparison));
        });
        if (comparisons.isEmpty()) {
            throw new TrialFailedException(
                    "none of the services of " + files.get(0) + " can be tried: " + reasons(refused));
        }
        comparisons.keySet().forEach(service -> compared.add(service));
        return comparisons;
    }

    private static String reasons(Map<String, String> refused) {
        List<String> lines = new ArrayList<>();
        refused.forEach((container, reason) -> lines.add(service(container) + ": " + reason));
        return String.join("; ", lines);
    }

    @Override
    public boolean covers(FindingKey repair) {
        if (!files.contains(repair.path())) {
            return dockerfiles.entrySet().stream()
                    .anyMatch(each -> each.getValue().equals(repair.path()) && compared.contains(each.getKey()));
        }
        return !repair.scope().startsWith(SERVICE)
                || compared.contains(container(repair.scope().substring(SERVICE.length())));
    }

    private static Map<Integer, String> answering(Observation one, Observation other) {
        Map<Integer, String> same = new TreeMap<>();
        one.answers().forEach((port, answer) -> {
            if (!answer.equals(PortProbe.CLOSED)
                    && answer.equals(other.answers().getOrDefault(port, answer))) {
                same.put(port, answer);
            }
        });
        return same;
    }

    @Override
    public Map<String, Observation> repaired(Project version) throws TrialFailedException {
        return start(version, false);
    }

    @Override
    public Map<String, ProjectPath> dockerfiles() {
        return dockerfiles;
    }

    @Override
    public Optional<Map<String, Observation>> withCapabilities(
            Project version, String container, List<String> capabilities) throws TrialFailedException {
        if (!compared.contains(container)) {
            return Optional.empty();
        }
        granted = Optional.of(Map.entry(service(container), capabilities));
        try {
            return Optional.of(start(version, false));
        } finally {
            granted = Optional.empty();
        }
    }

    @Override
    public Map<String, String> refused() {
        return refused;
    }

    private Map<String, Observation> start(Project version, boolean original) throws TrialFailedException {
        copy.lay(project, version);
        ComposeModel model = model();
        String name = "drydock-trial-" + ProcessHandle.current().pid() + "-" + ++starts;
        String label = engine.session().label();
        int equals = label.indexOf('=');
        if (!original) {
            // What could not be started before cannot be compared now.
            model.leaveOut(notStarted);
        }
        model.prepare(name, List.of(label.substring(0, equals), label.substring(equals + 1)), engine.limits());
        if (original) {
            model.refused().forEach((service, reason) -> refused.put(container(service), reason));
            notStarted.addAll(model.refused().keySet());
        }
        granted.ifPresent(grant -> model.grant(grant.getKey(), grant.getValue()));
        if (model.services().isEmpty()) {
            throw new TrialFailedException(
                    "none of the services of " + files.get(0) + " can be started: " + reasons(model.refused()));
        }
        List<String> images = new ArrayList<>();
        Path file = engine.session().file("compose.json");
        try {
            for (Map.Entry<String, Map<String, Object>> service :
                    model.services().entrySet()) {
                built(version, service.getKey(), service.getValue()).ifPresent(image -> {
                    images.add(image);
                    service.getValue().remove("build");
                    service.getValue().put("image", image);
                    service.getValue().put("pull_policy", "never");
                });
                if (original) {
                    helpers.putIfAbsent(
                            container(service.getKey()),
                            String.valueOf(service.getValue().get("image")));
                }
            }
            if (original) {
                originalImages.addAll(images);
            }
            Files.writeString(file, model.text(), StandardCharsets.UTF_8);
            return run(name, file, model);
        } catch (IOException e) {
            throw new TrialFailedException("its copy cannot be written");
        } finally {
            compose(CONFIG, name, file, "down", "--volumes", "--timeout", "1", "--remove-orphans");
            images.stream().filter(image -> !originalImages.contains(image)).forEach(engine::removeImage);
        }
    }

    private static String service(String container) {
        return container.substring(container.indexOf('#') + 1);
    }

    private String container(String service) {
        return files.get(0) + "#" + service;
    }

    private ComposeModel model() throws TrialFailedException {
        Path main = copy.at(files.get(0));
        List<String> words = new ArrayList<>(List.of(engine.program(), "compose"));
        files.forEach(path -> words.addAll(List.of("-f", copy.at(path).toString())));
        words.addAll(List.of("config", "--format", "json"));
        Command.Outcome outcome =
                new Command(words, CONFIG).in(main.getParent()).run();
        if (!outcome.isOk()) {
            throw new TrialFailedException("compose does not take " + files.get(0) + ": "
                    + Lines.brief(Lines.last(outcome.err()), Complaints.LENGTH));
        }
        return ComposeModel.read(outcome.out(), copy.folder(), settings)
                .orElseThrow(
                        () -> new TrialFailedException("what compose makes of " + files.get(0) + " cannot be read"));
    }

    private Optional<String> built(Project version, String name, Map<String, Object> service)
            throws TrialFailedException {
        if (!service.containsKey("build")) {
            return Optional.empty();
        }
        Map<String, Object> build = ComposeModel.mapping(service, "build");
        Path context = Path.of(String.valueOf(build.get("context"))).normalize();
        if (!context.startsWith(copy.folder())) {
            throw new TrialFailedException("the service " + name + " is built from outside of the project");
        }
        Path dockerfile;
        if (build.get("dockerfile_inline") instanceof String text) {
            dockerfile = engine.session().file("Dockerfile");
            try {
                Files.writeString(dockerfile, text, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new TrialFailedException("its copy cannot be written");
            }
        } else {
            dockerfile = context.resolve(String.valueOf(build.getOrDefault("dockerfile", "Dockerfile")));
        }
        Map<String, String> arguments = new TreeMap<>();
        ComposeModel.mapping(build, "args").forEach((key, value) -> {
            if (value != null) {
                arguments.put(key, String.valueOf(value));
            }
        });
        Optional<ProjectFile> parsed = copy.pathOf(dockerfile).flatMap(version::file);
        parsed.ifPresent(file -> dockerfiles.put(container(name), file.path()));
        Optional<String> target = Optional.ofNullable(build.get("target")).map(String::valueOf);
        return Optional.of(builds.image(parsed, dockerfile, context, target, arguments));
    }

    private Map<String, Observation> run(String name, Path file, ComposeModel model) throws TrialFailedException {
        Duration patience =
                engine.limits().start().multipliedBy(1 + model.services().size());
        Command.Outcome up = compose(patience, name, file, "up", "--detach", "--no-build", "--quiet-pull");
        Map<String, Observation> seen = watch(name, model, up);
        compose(patience, name, file, "up", "--detach", "--no-build", "--force-recreate", "--timeout", "3");
        Map<String, Observation> again = watch(name, model, up);
        Map<String, Observation> both = new TreeMap<>();
        seen.forEach((service, observation) -> {
            Observation later = again.get(service);
            String restarted =
                    later.state() + (later.answers().isEmpty() ? "" : ", " + PORTS_OF_HOST + " " + later.answers());
            List<String> log = new ArrayList<>(observation.log());
            log.addAll(later.log());
            both.put(
                    service,
                    new Observation(
                            observation.state(),
                            observation.answers(),
                            observation.probes(),
                            observation.healthy(),
                            restarted,
                            observation.seen(),
                            log));
        });
        return both;
    }

    private Command.Outcome compose(Duration limit, String name, Path file, String... words) {
        List<String> all = new ArrayList<>(List.of(
                engine.program(), "compose", "--project-name", name, "--file", file.toString(), "--progress", "plain"));
        all.addAll(List.of(words));
        return new Command(all, limit).in(copy.folder()).run();
    }

    /** Watches all services at once: what one waits for may be what another one does. */
    private Map<String, Observation> watch(String name, ComposeModel model, Command.Outcome up) {
        Map<String, Observation> seen = new ConcurrentSkipListMap<>();
        List<Thread> watchers = new ArrayList<>();
        List<RuntimeException> problems = new CopyOnWriteArrayList<>();
        model.services().forEach((service, what) -> {
            String container = container(service);
            Set<Integer> asked = ports.computeIfAbsent(container, none -> new TreeSet<>());
            asked.addAll(ComposeModel.ports(what));
            watchers.add(new Thread(() -> {
                try {
                    seen.put(container, watch(name, service, what, up));
                } catch (RuntimeException e) {
                    problems.add(e);
                }
            }));
        });
        watchers.forEach(Thread::start);
        for (Thread watcher : watchers) {
            try {
                watcher.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EngineException("interrupted");
            }
        }
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
        return seen;
    }

    private Observation watch(String name, String service, Map<String, Object> what, Command.Outcome up) {
        String container = container(service);
        Optional<String> id = id(name, service);
        if (id.isEmpty()) {
            return Observation.notStarted(Lines.last(up.err()));
        }
        List<String> health = ComposeModel.health(what);
        List<List<String>> probes = settings.probes().stream()
                .map(probe -> List.of("/bin/sh", "-c", probe))
                .toList();
        Watch.Plan plan = new Watch.Plan(
                helpers.getOrDefault(container, ""),
                List.copyOf(ports.get(container)),
                expected.getOrDefault(container, Map.of()),
                health.isEmpty() ? ofImage(id.get()) : health,
                probes,
                false,
                health.isEmpty() && !expected.containsKey(container));
        return new Watch(engine, engine.limits().start(), id.get(), plan).observe();
    }

    private List<String> ofImage(String container) {
        return engine.container(container)
                .map(json -> json.at("Config", "Healthcheck").texts("Test"))
                .orElse(List.of());
    }

    private Optional<String> id(String name, String service) {
        Command.Outcome outcome = engine.call(
                "ps",
                "--all",
                "--quiet",
                "--no-trunc",
                "--filter",
                "label=com.docker.compose.project=" + name,
                "--filter",
                "label=com.docker.compose.service=" + service);
        return outcome.out().lines().filter(line -> !line.isBlank()).findFirst().map(String::strip);
    }
}
