package dev.drydock.trial;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.evidence.FindingKey;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Builds one Dockerfile and starts the image with its own command. */
final class ImageRig implements Rig {
    private final CommandLineEngine engine;
    private final Settings settings;
    private final ProjectCopy copy;
    private final Project project;
    private final ProjectPath dockerfile;
    private final ProjectPath context;
    private final Builds builds;
    private final Set<Integer> ports = new TreeSet<>();
    private Map<Integer, String> expected = Map.of();
    private String helper = "";
    private final GivenVariables given = new GivenVariables();

    ImageRig(CommandLineEngine engine, Settings settings, ProjectCopy copy, Project project, ProjectFile dockerfile) {
        this.engine = engine;
        this.settings = settings;
        this.copy = copy;
        this.project = project;
        this.dockerfile = dockerfile.path();
        this.context = context(project, dockerfile);
        this.builds = new Builds(engine, settings);
    }

    /** Returns the folder of the build context, as far as the file shows which one it is. */
    static ProjectPath context(Project project, ProjectFile dockerfile) {
        return ContextSearch.root(project, dockerfile, sources(dockerfile.dockerfile()))
                .orElse(dockerfile.path().parent());
    }

    private static List<String> sources(Dockerfile file) {
        List<String> sources = new ArrayList<>();
        file.stages().stream().flatMap(stage -> stage.instructions().stream()).forEach(instruction -> {
            if (instruction instanceof FileTransfer transfer
                    && transfer.flag("from").isEmpty()) {
                transfer.sources().stream()
                        .map(argument -> argument.value())
                        .filter(value -> !value.startsWith("<<") && !value.contains("://"))
                        .forEach(sources::add);
            }
        });
        return sources;
    }

    @Override
    public Map<String, Comparison> original(Project original) throws TrialFailedException {
        String image = build(original);
        helper = image;
        given.remember(dockerfile.value(), engine.variables(image), parsed(original));
        List<String> none = List.of();
        ports.addAll(exposed(image));
        Observation first = watch(image, true, none);
        // What it listens on without saying so is asked from now on, too.
        boolean complete = first.answers().keySet().containsAll(first.seen().ports());
        ports.addAll(first.seen().ports());
        expected = new Comparison(first, first).steady();
        Observation second = watch(image, false, none);
        // A port that was not known is asked from the second start on; it takes a third one to see whether it is
        // steady.
        Comparison comparison = complete
                ? new Comparison(first, second)
                : new Comparison(second.with(first.seen()), watch(image, false, none));
        expected = comparison.steady();
        Optional<String> useless = comparison.useless();
        if (useless.isPresent()) {
            throw new TrialFailedException(dockerfile + ": " + useless.get());
        }
        return Map.of(dockerfile.value(), comparison);
    }

    @Override
    public Map<String, String> bases() {
        return builds.bases().digests();
    }

    @Override
    public Map<String, Observation> repaired(Project version) throws TrialFailedException {
        String image = build(version);
        try {
            return Map.of(dockerfile.value(), watch(image, false, supplied(image, parsed(version))));
        } finally {
            if (!image.equals(helper)) {
                engine.removeImage(image);
            }
        }
    }

    @Override
    public Map<String, ImageContent> contents(Project version) throws TrialFailedException {
        String image = build(version);
        try {
            return engine.content(image)
                    .map(content -> Map.of(dockerfile.value(), content))
                    .orElse(Map.of());
        } finally {
            if (!image.equals(helper)) {
                engine.removeImage(image);
            }
        }
    }

    @Override
    public boolean covers(FindingKey repair) {
        return repair.path().equals(dockerfile);
    }

    private String build(Project version) throws TrialFailedException {
        copy.lay(project, version);
        return builds.image(
                version.file(dockerfile), copy.at(dockerfile), copy.at(context), Optional.empty(), Map.of(), Map.of());
    }

    private List<Integer> exposed(String image) {
        List<Integer> exposed = new ArrayList<>();
        for (String name : config(image).at("ExposedPorts").names()) {
            if (name.endsWith("/tcp")) {
                exposed.add(Integer.valueOf(name.substring(0, name.length() - "/tcp".length())));
            }
        }
        return exposed;
    }

    private Json config(String image) {
        return engine.image(image).map(json -> json.at("Config")).orElseGet(() -> new Json(Map.of()));
    }

    /** Returns options with the variables that the image no longer sets; in a file, so that no list of processes shows them. */
    private List<String> supplied(String image, Dockerfile now) throws TrialFailedException {
        List<String> lines = new ArrayList<>();
        given.takenOut(dockerfile.value(), engine.variables(image), now).forEach((name, value) -> {
            if (value.indexOf('\n') < 0) {
                lines.add(name + "=" + value);
            }
        });
        if (lines.isEmpty()) {
            return List.of();
        }
        try {
            return List.of(
                    "--env-file",
                    Files.write(engine.session().file("variables"), lines).toString());
        } catch (IOException e) {
            throw new TrialFailedException("the variables of the container cannot be written");
        }
    }

    private Dockerfile parsed(Project version) throws TrialFailedException {
        return version.file(dockerfile)
                .map(ProjectFile::dockerfile)
                .orElseThrow(() -> new TrialFailedException(dockerfile + " is gone with the repairs"));
    }

    private Observation watch(String image, boolean learns, List<String> supplied) {
        List<String> options = new ArrayList<>(supplied);
        settings.environment().ifPresent(file -> options.addAll(List.of("--env-file", file.toString())));
        ContainerEngine.Started started =
                engine.start(new ContainerEngine.RunOrder(image, List.copyOf(ports), options, List.of()));
        if (started.container().isEmpty()) {
            return Observation.notStarted(started.error());
        }
        String container = started.container().get();
        try {
            List<List<String>> probes = settings.probes().stream()
                    .map(probe -> List.of("/bin/sh", "-c", probe))
                    .toList();
            Duration patience = engine.limits().start();
            List<String> health = config(image).at("Healthcheck").texts("Test");
            return new Watch(
                            engine,
                            patience,
                            container,
                            new Watch.Plan(helper, List.copyOf(ports), expected, health, probes, true, learns))
                    .observe();
        } finally {
            engine.removeContainer(container);
        }
    }
}
