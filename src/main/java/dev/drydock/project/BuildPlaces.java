package dev.drydock.project;

import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.text.WholeWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Where a project builds a Dockerfile, compose files aside: commands of scripts, Makefiles and workflows, and what names it by keys. */
public final class BuildPlaces {
    private static final int LARGEST = 1 << 20;

    private BuildPlaces() {}

    /**
     * Returns the places that build it without an option, {@code Makefile:3}, in order. Documents are none: they are read, not run.
     *
     * @param option {@code secret} or {@code ssh}
     * @param id what the value of the option names; empty if any value will do
     */
    public static List<String> without(Project project, ProjectFile dockerfile, String option, String id) {
        Stream<String> commands = project.imagesAround(dockerfile).buildsOf(dockerfile.path()).stream()
                .filter(build -> !BuildCallers.isDocument(build.file()))
                .filter(build -> !passes(build.command(), option, id))
                .map(BuiltImages.Command::place);
        Stream<String> keys = project.declaredAround(dockerfile).builds().stream()
                .filter(build -> build.dockerfile().equals(dockerfile.path()))
                .map(DeclaredBuilds.DeclaredBuild::file)
                .distinct()
                .filter(file ->
                        FileKind.of(file).filter(FileKind.COMPOSE::equals).isEmpty())
                .filter(file -> !says(project, file, id.isEmpty() ? option : id))
                .map(ProjectPath::toString);
        return Stream.concat(commands, keys).distinct().sorted().toList();
    }

    private static boolean passes(ContainerCommand command, String option, String id) {
        return command.mayHideFlags()
                || command.flags(option).stream()
                        .anyMatch(flag -> id.isEmpty() || flag.text().contains("id=" + id));
    }

    private static boolean says(Project project, ProjectPath file, String word) {
        return project.workspace()
                .read(file, LARGEST)
                .filter(bytes -> WholeWords.contains(new String(bytes, StandardCharsets.UTF_8), word))
                .isPresent();
    }
}
