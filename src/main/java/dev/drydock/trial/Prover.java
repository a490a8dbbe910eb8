package dev.drydock.trial;

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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Tries projects with one engine. Whatever it made is gone when it is closed, or the process ends. */
public final class Prover implements AutoCloseable {
    private final CommandLineEngine engine;

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

    /**
     * What is tried.
     *
     * @param root the folder of the project
     * @param judge what repairs it, with the levels that will be written
     */
    public record Subject(Path root, Project project, Engine judge, Settings settings) {
        public Subject {
            Objects.requireNonNull(root);
            Objects.requireNonNull(project);
            Objects.requireNonNull(judge);
            Objects.requireNonNull(settings);
        }

        /** Returns what would be built and started, one line each; nothing if there is nothing to try. */
        public List<String> plan() {
            return dockerfiles(project).stream()
                    .map(file -> "build " + file.path() + " and start the image")
                    .toList();
        }
    }

    /**
     * What came of a project.
     *
     * @param proof what it showed; empty if it could not be tried
     * @param problem why it could not be tried, one line; empty if it could
     * @param result what will be written with the proof
     * @param trials how many versions were built and started
     */
    public record Result(
            Optional<Proof> proof, String problem, Optional<RunResult> result, int trials, Duration time) {}

    /** Returns the engine and its version. */
    public String version() {
        return engine.version();
    }

    /**
     * Tries a project.
     *
     * @param progress told what is tried now
     * @throws EngineException if the engine no longer answers
     */
    public Result prove(Subject subject, LocalDate today, Consumer<String> progress) {
        long start = System.nanoTime();
        try {
            ProjectTrial.Proven proven = trial(subject, today, progress).run();
            return new Result(
                    Optional.of(proven.proof()),
                    "",
                    Optional.of(proven.result()),
                    proven.trials(),
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (TrialFailedException e) {
            String reason = subject.judge().confidential(subject.project()).mask(e.getMessage());
            return new Result(
                    Optional.empty(), reason, Optional.empty(), 1, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private ProjectTrial trial(Subject subject, LocalDate today, Consumer<String> progress)
            throws TrialFailedException {
        Project project = subject.project();
        List<ProjectFile> dockerfiles = dockerfiles(project);
        if (dockerfiles.isEmpty()) {
            throw new TrialFailedException("there is nothing in it to build or start");
        }
        List<ProjectPath> folders = new ArrayList<>();
        project.files().forEach(file -> folders.add(file.path().parent()));
        dockerfiles.forEach(file -> folders.add(ImageRig.context(project, file)));
        ProjectCopy copy =
                ProjectCopy.of(subject.root(), common(folders), engine.session().file("project"));
        List<Rig> rigs = new ArrayList<>();
        dockerfiles.forEach(file -> rigs.add(new ImageRig(engine, subject.settings(), copy, project, file)));
        return new ProjectTrial(project, subject.judge(), rigs, engine.version(), today, progress);
    }

    private static List<ProjectFile> dockerfiles(Project project) {
        return project.files(FileKind.DOCKERFILE)
                .filter(file -> file.dockerfile().isSound())
                .filter(file -> !file.dockerfile().stages().isEmpty())
                .toList();
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
