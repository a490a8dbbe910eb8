package dev.drydock.trial;

import dev.drydock.dockerfile.Dockerfile;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds and starts the services of a compose project together, and once more in new containers on the same volumes. */
final class ComposeRig extends FleetRig {
    private static final Duration CONFIG = Duration.ofSeconds(60);
    /** How the part of a compose file is called that is one service. */
    private static final String SERVICE = "service ";

    private final List<ProjectPath> files;
    /** Services that may not be started. */
    private final Set<String> notStarted = new TreeSet<>();

    /** @param files the compose files that are given to compose together, the main one first */
    ComposeRig(
            CommandLineEngine engine, Settings settings, ProjectCopy copy, Project project, List<ProjectPath> files) {
        super(engine, settings, copy, project);
        this.files = List.copyOf(files);
    }

    @Override
    String allRefused() {
        Map<String, String> byService = new TreeMap<>();
        refused.forEach((container, reason) -> byService.put(service(container), reason));
        return "none of the services of " + files.get(0) + " can be tried: " + joined(byService);
    }

    @Override
    public Map<String, ImageContent> contents(Project version) throws TrialFailedException {
        copy.lay(project, version);
        Map<String, ImageContent> contents = new TreeMap<>();
        ComposeModel model = model();
        for (Map.Entry<String, Map<String, Object>> service : model.services().entrySet()) {
            String container = container(service.getKey());
            if (!isCompared(container)) {
                continue;
            }
            Optional<String> image = built(version, service.getKey(), model, service.getValue());
            image.flatMap(engine::content).ifPresent(content -> contents.put(container, content));
            image.map(Set::of).ifPresent(this::removeUnlessKept);
        }
        return contents;
    }

    @Override
    public boolean covers(FindingKey repair) {
        if (!files.contains(repair.path())) {
            return coversBuild(repair);
        }
        return !repair.scope().startsWith(SERVICE)
                || isCompared(container(repair.scope().substring(SERVICE.length())));
    }

    @Override
    Map<String, Observation> start(Project version, boolean original) throws TrialFailedException {
        copy.lay(project, version);
        ComposeModel model = model();
        String name = engine.session().prefix();
        String label = engine.session().label();
        int equals = label.indexOf('=');
        // What could not be started before cannot be compared now.
        model.leaveOut(notStarted);
        model.prepare(
                name,
                original ? unfetched(model) : Map.of(),
                List.of(label.substring(0, equals), label.substring(equals + 1)),
                engine.limits());
        if (original) {
            remember(model.refused());
        }
        granted().ifPresent(grant -> model.grant(service(grant.getKey()), grant.getValue()));
        requireServices(model);
        List<String> images = new ArrayList<>();
        Path file = engine.session().file("compose.json");
        try {
            Map<String, String> unbuilt = new TreeMap<>();
            for (Map.Entry<String, Map<String, Object>> service :
                    model.services().entrySet()) {
                try {
                    built(version, service.getKey(), model, service.getValue()).ifPresent(image -> {
                        images.add(image);
                        supply(version, container(service.getKey()), image, service.getValue(), original);
                        service.getValue().remove("build");
                        service.getValue().put("image", image);
                        service.getValue().put("pull_policy", "never");
                    });
                } catch (TrialFailedException e) {
                    if (!original) {
                        throw e;
                    }
                    unbuilt.put(service.getKey(), e.getMessage());
                }
            }
            if (original) {
                keep(images);
                model.refuse(unbuilt);
                remember(model.refused());
                requireServices(model);
            }
            Files.writeString(file, model.text(), StandardCharsets.UTF_8);
            return run(name, file, model);
        } catch (IOException e) {
            throw new TrialFailedException("its copy cannot be written");
        } finally {
            if (engine.keepsLogs()) {
                model.services().keySet().forEach(service -> id(name, service).ifPresent(engine::keepLogOf));
            }
            compose(CONFIG, name, file, "down", "--volumes", "--timeout", "1", "--remove-orphans");
            removeUnlessKept(images);
        }
    }

    /** Gives a service the variables that its image no longer sets. */
    private void supply(
            Project version, String container, String image, Map<String, Object> service, boolean original) {
        Optional<Dockerfile> dockerfile = Optional.ofNullable(dockerfiles.get(container))
                .flatMap(version::file)
                .map(ProjectFile::dockerfile);
        if (dockerfile.isEmpty()) {
            return;
        }
        List<String> variables = engine.variables(image);
        if (original) {
            ofImages.remember(container, variables, dockerfile.get());
        }
        Map<String, String> missing = ofImages.takenOut(container, variables, dockerfile.get());
        if (!missing.isEmpty()) {
            Map<String, Object> environment = ComposeModel.mapping(service, "environment");
            // The text of the model is read by compose once more.
            missing.forEach((name, value) -> environment.putIfAbsent(name, value.replace("$", "$$")));
            service.put("environment", environment);
        }
    }

    private void remember(Map<String, String> reasons) {
        reasons.forEach((service, reason) -> refused.put(container(service), reason));
        notStarted.addAll(reasons.keySet());
    }

    private void requireServices(ComposeModel model) throws TrialFailedException {
        if (model.services().isEmpty()) {
            throw new TrialFailedException(
                    "none of the services of " + files.get(0) + " can be started: " + joined(model.refused()));
        }
    }

    /** Returns the services whose image is not there and cannot be fetched. */
    private Map<String, String> unfetched(ComposeModel model) {
        Map<String, String> missing = new TreeMap<>();
        model.services().forEach((name, service) -> {
            if (!service.containsKey("build") && service.get("image") instanceof String image) {
                if (engine.isThere(image)) {
                    builds.bases().add(image);
                } else {
                    missing.put(name, "its image cannot be pulled");
                }
            }
        });
        return missing;
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
                engine.command(words, CONFIG).in(main.getParent()).run();
        if (!outcome.isOk()) {
            throw new TrialFailedException("compose does not take " + files.get(0) + ": "
                    + Lines.brief(Lines.last(outcome.err()), Complaints.LENGTH));
        }
        return ComposeModel.read(outcome.out(), copy.folder(), settings)
                .orElseThrow(
                        () -> new TrialFailedException("what compose makes of " + files.get(0) + " cannot be read"));
    }

    private Optional<String> built(Project version, String name, ComposeModel model, Map<String, Object> service)
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
        Map<String, String> secrets = model.buildSecrets(build);
        Optional<ProjectFile> parsed = copy.pathOf(dockerfile).flatMap(version::file);
        parsed.ifPresent(file -> dockerfiles.put(container(name), file.path()));
        Optional<String> target = Optional.ofNullable(build.get("target")).map(String::valueOf);
        return Optional.of(builds.image(parsed, dockerfile, context, target, arguments, secrets));
    }

    private Map<String, Observation> run(String name, Path file, ComposeModel model) throws TrialFailedException {
        Duration patience =
                engine.limits().start().multipliedBy(1 + model.services().size());
        Command.Outcome up = compose(patience, name, file, "up", "--detach", "--no-build", "--quiet-pull");
        Map<String, Observation> seen = watch(name, model, up);
        compose(patience, name, file, "up", "--detach", "--no-build", "--force-recreate", "--timeout", "3");
        Map<String, Observation> again = watch(name, model, up);
        return Fleet.recreated(seen, again);
    }

    private Command.Outcome compose(Duration limit, String name, Path file, String... words) {
        List<String> all = new ArrayList<>(List.of(
                engine.program(), "compose", "--project-name", name, "--file", file.toString(), "--progress", "plain"));
        all.addAll(List.of(words));
        return engine.command(all, limit).in(copy.folder()).run();
    }

    private Map<String, Observation> watch(String name, ComposeModel model, Command.Outcome up) {
        Map<String, Fleet.Member> members = new TreeMap<>();
        model.services()
                .forEach((service, what) -> members.put(
                        container(service),
                        new Fleet.Member(
                                id(name, service),
                                String.valueOf(what.get("image")),
                                ComposeModel.ports(what),
                                ComposeModel.health(what),
                                Lines.last(up.err()))));
        return fleet.watch(members);
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
