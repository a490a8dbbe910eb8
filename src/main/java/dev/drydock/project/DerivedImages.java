package dev.drydock.project;

import dev.drydock.compose.ComposeFile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.knowledge.Images;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.InlineDockerfile;
import dev.drydock.text.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Dockerfiles around a project that start from the image that one of its own builds. They inherit its user, its files and its
 * settings, and their build steps rely on them.
 *
 * <pre>{@code
 * DerivedImages.of(project, dockerfile, images);   // worker/Dockerfile:1
 * }</pre>
 */
public final class DerivedImages {
    private DerivedImages() {}

    /**
     * A stage that starts from the image.
     *
     * @param file the Dockerfile that it stands in, under the path of the compose file if that holds it
     * @param above how many lines of that stand above its text
     */
    public record Derived(ProjectFile file, int above, BuildStage stage) {
        public ProjectPath path() {
            return file.path();
        }

        /** Returns the line of an instruction of it, from 1. */
        public int line(Instruction instruction) {
            return above + instruction.line();
        }

        /** Returns where it stands, for a person: {@code worker/Dockerfile:1}. */
        public String place() {
            return path() + ":" + line(stage.stage().from());
        }
    }

    /** A Dockerfile, and how many lines stand above its text. */
    private record Text(ProjectFile file, int above) {}

    /** Returns the stages that start from what a Dockerfile builds, or from one of these, in the order of the files. */
    public static List<Derived> of(Project project, ProjectFile dockerfile, Images images) {
        return project.derivedFrom(dockerfile, images);
    }

    /** Looks for the stages; {@link Project#derivedFrom} remembers them. */
    static List<Derived> find(Project project, ProjectFile dockerfile, Images images) {
        List<Derived> found = new ArrayList<>();
        List<Text> all = null;
        Deque<ProjectFile> open = new ArrayDeque<>(List.of(dockerfile));
        Set<ProjectFile> seen = new HashSet<>(List.of(dockerfile));
        while (!open.isEmpty()) {
            List<ImageName> names = ImageNames.of(project, open.poll());
            if (names.isEmpty()) {
                continue;
            }
            all = all == null ? dockerfiles(project) : all;
            for (Text other : all) {
                List<Derived> own = seen.contains(other.file()) || isItself(other, dockerfile)
                        ? List.of()
                        : based(project, other, images, names);
                if (!own.isEmpty()) {
                    seen.add(other.file());
                    found.addAll(own);
                    open.add(other.file());
                }
            }
        }
        return List.copyOf(found);
    }

    /** A Dockerfile within a compose file is judged as a file of its own. */
    private static boolean isItself(Text other, ProjectFile dockerfile) {
        return other.above() > 0
                && other.file().source().text().equals(dockerfile.source().text());
    }

    private static List<Derived> based(Project project, Text text, Images images, List<ImageName> names) {
        ProjectFile other = text.file();
        Build build = other.build(images);
        List<Build> builds = new ArrayList<>(List.of(build));
        if (build.stages().stream()
                .anyMatch(stage -> !stage.stage().from().image().variables().isEmpty())) {
            builds.addAll(PassedBases.others(project, other, images));
        }
        List<Derived> found = new ArrayList<>();
        for (int i = 0; i < build.stages().size(); i++) {
            BuildStage stage = build.stages().get(i);
            int index = i;
            boolean based = stage.parent().isEmpty()
                    && builds.stream()
                            .map(each -> each.stages().get(index).image().text())
                            .map(name -> ImageName.of(name, unused -> Optional.empty()))
                            .anyMatch(image -> names.stream().anyMatch(image::maySame));
            if (based) {
                found.add(new Derived(other, text.above(), stage));
            }
        }
        return found;
    }

    private static List<Text> dockerfiles(Project project) {
        List<Text> files = new ArrayList<>();
        project.files(FileKind.DOCKERFILE).forEach(file -> files.add(new Text(file, 0)));
        DockerfileSurvey survey = DockerfileSurvey.of(project);
        survey.paths().stream()
                .filter(path -> project.file(path).isEmpty())
                .flatMap(path -> survey.file(path).stream())
                .forEach(file -> files.add(new Text(file, 0)));
        Stream.concat(project.files(FileKind.COMPOSE).map(ProjectFile::path), survey.composePaths().stream())
                .distinct()
                .forEach(path -> project.composeAt(path).ifPresent(compose -> inline(path, compose, files)));
        files.removeIf(text -> !text.file().dockerfile().isSound());
        return files;
    }

    private static void inline(ProjectPath path, ComposeFile compose, List<Text> files) {
        if (compose.hasErrors()) {
            return;
        }
        compose.services().stream()
                .flatMap(service -> service.build().stream())
                .flatMap(build -> build.dockerfileInline().stream())
                .forEach(scalar -> InlineDockerfile.of(scalar).ifPresent(inline -> {
                    ProjectFile file = new ProjectFile(path, FileKind.DOCKERFILE, SourceText.of(inline.text()));
                    files.add(new Text(file, scalar.line()));
                }));
    }
}
