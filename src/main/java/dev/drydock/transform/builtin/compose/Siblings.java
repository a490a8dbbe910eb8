package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.knowledge.Images;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.util.List;
import java.util.stream.Stream;

/**
 * The other compose files of the folder, which may be given to compose together with one, and those elsewhere that a command
 * gives so: what they say of a service of the same name is merged with what this file says.
 */
record Siblings(List<ComposeFile> files) {

    static Siblings of(Project project, ProjectFile file) {
        ProjectPath folder = file.path().parent();
        Stream<ComposeFile> beside = project.files(FileKind.COMPOSE)
                .filter(other -> !other.path().equals(file.path()))
                .filter(other -> other.path().parent().equals(folder))
                .map(project::compose);
        Stream<ComposeFile> elsewhere =
                new ContainerUses(project, file).together().stream().flatMap(path -> project.composeAt(path).stream());
        return new Siblings(Stream.concat(beside, elsewhere).toList());
    }

    /** Returns the services of that name in the other files. */
    Stream<ComposeService> named(String name) {
        return files.stream().flatMap(file -> file.service(name).stream());
    }

    /**
     * Returns whether a service of another file stands in the place of one, and is not merged with it: both run images of which
     * it is known that they are not the same program, as where one file is for MariaDB and one for PostgreSQL.
     */
    static boolean isAlternative(ComposeService one, ComposeService other, Images images) {
        RunImage first = RunImage.of(one, images);
        RunImage second = RunImage.of(other, images);
        return first.facts().isPresent()
                && second.facts().isPresent()
                && !first.display().equals(second.display());
    }

    /** Returns whether another file says something under one of the keys of a service of that name. */
    boolean say(String name, String... keys) {
        return named(name)
                .anyMatch(service ->
                        Stream.of(keys).anyMatch(key -> service.setting(key).isPresent()));
    }
}
