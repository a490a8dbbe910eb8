package dev.drydock.checklist;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.ImageClass;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.knowledge.StepDown;
import dev.drydock.model.BaseImage;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.DockerfileImages;
import dev.drydock.model.ImagePlace;
import dev.drydock.model.UserName;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What Dockerfiles say: users, digests, stages, base images. */
final class BuildObservations {
    /** Parts of names and tags of images that hold little more than an application needs. */
    private static final List<String> MINIMAL = List.of(
            "slim",
            "alpine",
            "distroless",
            "chainguard",
            "chiseled",
            "minimal",
            "micro",
            "busybox",
            "wolfi",
            "-jre",
            "unprivileged");

    private final Project project;
    private final Knowledge knowledge;

    BuildObservations(Project project, Knowledge knowledge) {
        this.project = project;
        this.knowledge = knowledge;
    }

    /** One Dockerfile and the stage that is its result. */
    private record Result(ProjectFile file, Build build, BuildStage stage) {
        int line() {
            return stage.stage().from().line();
        }

        Observation seen(int line, String text, boolean good) {
            Evidence evidence = new Evidence(Optional.of(file.path()), line, text, good);
            // A rule may tell it at any instruction of the stage.
            return new Observation(evidence, Integer.MAX_VALUE);
        }
    }

    private Stream<Result> results() {
        return project.files(FileKind.DOCKERFILE)
                .filter(file -> file.dockerfile().isSound())
                .flatMap(file -> {
                    Build build = file.build(knowledge.images());
                    return build.finalStage().stream().map(stage -> new Result(file, build, stage));
                });
    }

    List<Observation> users() {
        return results().map(BuildObservations::user).toList();
    }

    private static Observation user(Result result) {
        Optional<String> user = result.stage().user();
        int line = result.stage().userInstruction().map(Instruction::line).orElse(result.line());
        if (user.isEmpty()) {
            return result.seen(line, "the user of the image is unknown", false);
        }
        if (!UserName.isRoot(user.get())) {
            return result.seen(line, "runs as " + user.get(), true);
        }
        Optional<StepDown> stepDown = result.stage()
                .facts()
                .flatMap(ImageFacts::stepDown)
                .filter(known -> result.stage().startCommand().entrypoint().isEmpty());
        return stepDown.map(
                        known -> result.seen(line, "starts as root, and its entrypoint goes on as " + known.to(), true))
                .orElseGet(() -> result.seen(line, "runs as root", false));
    }

    List<Observation> digests() {
        List<Observation> seen = new ArrayList<>();
        results().forEach(result -> {
            for (ImagePlace place : DockerfileImages.of(result.build()).all()) {
                place.reference().ifPresent(reference -> {
                    int line = result.file().source().line(place.range().start());
                    String tag = reference.tag().map(name -> ":" + name).orElse("");
                    String text = reference.familiarName()
                            + tag
                            + (reference.digest().isPresent() ? " has a digest" : " has no digest");
                    seen.add(Observation.of(new Evidence(
                            Optional.of(result.file().path()),
                            line,
                            text,
                            reference.digest().isPresent())));
                });
            }
        });
        return seen;
    }

    List<Observation> stages() {
        return results()
                .map(result -> {
                    int stages = result.build().stages().size();
                    String base = result.stage().image().text();
                    return result.seen(
                            result.line(),
                            stages > 1
                                    ? Observations.count(stages, "stage") + ", the last one from " + base
                                    : "one stage, and no rule finds a build in it",
                            true);
                })
                .toList();
    }

    List<Observation> bases() {
        return results().flatMap(result -> base(result).stream()).toList();
    }

    private static Optional<Observation> base(Result result) {
        BaseImage image = result.stage().image();
        if (image.isScratch()) {
            return Optional.of(result.seen(result.line(), "starts from scratch", true));
        }
        if (image.reference().isEmpty()) {
            return Optional.of(result.seen(result.line(), "the base image is unknown", false));
        }
        ImageReference reference = image.reference().get();
        String name = (reference.familiarName() + ":" + reference.effectiveTag().orElse("")).toLowerCase(Locale.ROOT);
        if (MINIMAL.stream().anyMatch(name::contains)) {
            return Optional.of(result.seen(result.line(), "starts from the small image " + name, true));
        }
        boolean large = image.facts()
                .map(ImageFacts::imageClass)
                .filter(known -> known == ImageClass.LANGUAGE)
                .isPresent();
        return Optional.of(
                large
                        ? result.seen(result.line(), "starts from " + image.text() + ", which holds build tools", false)
                        : result.seen(result.line(), "no smaller variant of " + image.text() + " is known", true));
    }

    List<Observation> runs() {
        int runs = results()
                .mapToInt(result -> (int) result.build().stages().stream()
                        .flatMap(stage -> stage.stage().instructions(RunInstruction.class))
                        .count())
                .sum();
        return runs == 0
                ? List.of()
                : List.of(Observation.of(Evidence.ofProject(
                        "no rule about caches finds one in " + Observations.count(runs, "RUN instruction"), true)));
    }

    List<Observation> ignoreFiles() {
        return results().flatMap(result -> ignoreFile(result).stream()).toList();
    }

    private Optional<Observation> ignoreFile(Result result) {
        ProjectPath file = result.file().path();
        return Stream.of(
                        Optional.of(ProjectPath.of(file.value() + ".dockerignore")),
                        file.parent().resolve(".dockerignore"),
                        Optional.of(ProjectPath.of(".dockerignore")))
                .flatMap(Optional::stream)
                .filter(path ->
                        project.file(path).isPresent() || project.workspace().kind(path) == Workspace.Kind.FILE)
                .findFirst()
                .map(path -> Observation.of(new Evidence(Optional.of(path), 0, "holds for " + file, true)));
    }
}
