package dev.drydock.trial;

import dev.drydock.compose.ComposeService;
import dev.drydock.engine.Engine;
import dev.drydock.engine.RunResult;
import dev.drydock.evidence.Proof;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Tries projects with one engine. Whatever it made is gone when it is closed, or the process ends. */
public final class Prover implements AutoCloseable {
    /** The names that compose looks for by itself, in its order. */
    private static final List<String> USUAL =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

    private final CommandLineEngine engine;
    private Optional<KeptLogs> kept = Optional.empty();

    private Prover(CommandLineEngine engine) {
        this.engine = engine;
    }

    /**
     * Returns a prover.
     *
     * @param program the engine's program; empty: docker, or podman where that does not answer
     * @throws EngineException if no engine can be used
     */
    public static Prover open(Optional<String> program, Limits limits) {
        return new Prover(CommandLineEngine.open(program, limits));
    }

    /** Hands nothing of the environment of this process to what repositories say, but what the engine itself needs. */
    public void hideEnvironment() {
        engine.hideEnvironment();
    }

    /**
     * Keeps what builds and containers print.
     *
     * @param folder made if it is not there
     * @throws EngineException if it cannot be made
     */
    public void keepLogs(Path folder) {
        KeptLogs logs = new KeptLogs(folder);
        kept = Optional.of(logs);
        engine.keepLogs(logs);
    }

    /**
     * What is tried.
     *
     * @param root the folder of the project
     * @param judge what repairs it, with the levels that will be written
     * @param commit the commit that is checked out there, if it is a repository
     * @param comparesImages whether the images are compared at the end, which takes a while
     */
    public record Subject(
            Path root,
            Project project,
            Engine judge,
            Settings settings,
            Optional<String> commit,
            boolean comparesImages) {
        public Subject {
            Objects.requireNonNull(root);
            Objects.requireNonNull(project);
            Objects.requireNonNull(judge);
            Objects.requireNonNull(settings);
        }

        /** Returns what would be built and started, one line each; nothing if there is nothing to try. */
        public List<String> plan() {
            List<String> lines = new ArrayList<>();
            composed(project)
                    .forEach(files -> lines.add("build and start the services of "
                            + String.join(
                                    ", ", files.stream().map(ProjectPath::value).toList())));
            commanded(project)
                    .forEach(file ->
                            lines.add("start the containers that " + file.path() + " starts, not the file itself"));
            dockerfiles(project).forEach(file -> lines.add("build " + file.path() + " and start the image"));
            return lines;
        }
    }

    /**
     * What came of a project.
     *
     * @param proof what it showed; empty if it could not be tried
     * @param problem why it could not be tried, one line; empty if it could
     * @param result what will be written with the proof
     * @param trials how many versions were built and started
     * @param untried the parts of it that could not be tried and why, one line each
     * @param images how the images differ, if that was asked for
     */
    public record Result(
            Optional<Proof> proof,
            String problem,
            Optional<RunResult> result,
            int trials,
            List<String> untried,
            List<ImageComparison> images,
            Duration time) {}

    /**
     * Tries a project.
     *
     * @param progress told what is tried now
     * @throws EngineException if the engine no longer answers
     */
    public Result prove(Subject subject, LocalDate today, Consumer<String> progress) {
        long start = System.nanoTime();
        Discretion discretion = new Discretion(subject.judge().confidential(subject.project()), subject.settings());
        UnaryOperator<String> mask = discretion::mask;
        kept.ifPresent(logs -> logs.mask(discretion::maskText));
        try {
            ProjectTrial.Proven proven = trial(subject, today, mask, progress).run(subject.comparesImages());
            return new Result(
                    Optional.of(proven.proof()),
                    "",
                    Optional.of(proven.result()),
                    proven.trials(),
                    proven.problems(),
                    proven.images(),
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (TrialFailedException e) {
            String reason = mask.apply(e.getMessage());
            return new Result(
                    Optional.empty(),
                    reason,
                    Optional.empty(),
                    1,
                    List.of(),
                    List.of(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private ProjectTrial trial(Subject subject, LocalDate today, UnaryOperator<String> mask, Consumer<String> progress)
            throws TrialFailedException {
        Project project = subject.project();
        List<ProjectFile> dockerfiles = dockerfiles(project);
        List<List<ProjectPath>> composed = composed(project);
        List<ProjectFile> commanded = commanded(project);
        if (dockerfiles.isEmpty() && composed.isEmpty() && commanded.isEmpty()) {
            throw new TrialFailedException("there is nothing in it to build or start");
        }
        List<ProjectPath> folders = new ArrayList<>();
        project.files().forEach(file -> folders.add(file.path().parent()));
        dockerfiles.forEach(file -> folders.add(ImageRig.context(project, file)));
        ProjectCopy copy =
                ProjectCopy.of(subject.root(), common(folders), engine.session().file("project"));
        List<Rig> rigs = new ArrayList<>();
        composed.forEach(files -> rigs.add(new ComposeRig(engine, subject.settings(), copy, project, files)));
        commanded.forEach(file -> rigs.add(new CommandRig(engine, subject.settings(), copy, project, file.path())));
        dockerfiles.forEach(file -> rigs.add(new ImageRig(engine, subject.settings(), copy, project, file)));
        return new ProjectTrial(
                project, subject.judge(), rigs, engine.version(), today, subject.commit(), mask, progress);
    }

    /** Returns the files whose command lines start containers that go on by themselves. */
    private static List<ProjectFile> commanded(Project project) {
        return project.files().stream()
                .filter(file -> !CommandRig.services(file).isEmpty())
                .toList();
    }

    private static List<ProjectFile> dockerfiles(Project project) {
        return project.files(FileKind.DOCKERFILE)
                .filter(file -> file.dockerfile().isSound())
                .filter(file -> !file.dockerfile().stages().isEmpty())
                .filter(file -> !isBuiltByService(project, file))
                .toList();
    }

    private static boolean isBuiltByService(Project project, ProjectFile dockerfile) {
        return composed(project).stream()
                .flatMap(List::stream)
                .flatMap(path -> project.file(path).stream())
                .anyMatch(file -> project.compose(file).services().stream()
                        .flatMap(service -> service.build().stream())
                        .flatMap(build -> build.dockerfilePath().stream())
                        .flatMap(path -> file.path().parent().resolve(path).stream())
                        .anyMatch(dockerfile.path()::equals));
    }

    /**
     * Returns the compose files that are started, those together that compose takes together: the one with a usual name and
     * its override. Where no file has a usual name, each is started by itself.
     */
    private static List<List<ProjectPath>> composed(Project project) {
        List<ProjectFile> files = project.files(FileKind.COMPOSE)
                .filter(file -> !project.compose(file).hasErrors())
                .filter(file -> project.compose(file).services().stream().anyMatch(ComposeService::isComplete))
                .toList();
        List<List<ProjectPath>> groups = new ArrayList<>();
        Set<ProjectPath> folders = new LinkedHashSet<>();
        files.forEach(file -> folders.add(file.path().parent()));
        for (ProjectPath folder : folders) {
            List<ProjectFile> here = files.stream()
                    .filter(file -> file.path().parent().equals(folder))
                    .toList();
            Optional<ProjectFile> main = USUAL.stream()
                    .flatMap(name ->
                            here.stream().filter(file -> file.path().fileName().equals(name)))
                    .findFirst();
            if (main.isEmpty()) {
                here.forEach(file -> groups.add(List.of(file.path())));
                continue;
            }
            List<ProjectPath> group = new ArrayList<>(List.of(main.get().path()));
            String name = main.get().path().fileName();
            String stem = name.substring(0, name.lastIndexOf('.'));
            for (String ending : List.of(".yml", ".yaml")) {
                folder.resolve(stem + ".override" + ending)
                        .filter(path -> project.file(path).isPresent())
                        .ifPresent(group::add);
            }
            groups.add(group);
        }
        return groups;
    }

    /** Returns the deepest folder that holds all of these. */
    private static ProjectPath common(List<ProjectPath> folders) {
        ProjectPath common = folders.get(0);
        for (ProjectPath folder : folders) {
            while (!folder.isWithin(common)) {
                common = common.parent();
            }
        }
        return common;
    }

    @Override
    public void close() {
        engine.close();
    }
}
