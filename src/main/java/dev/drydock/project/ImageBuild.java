package dev.drydock.project;

import dev.drydock.script.Fragment;
import dev.drydock.shell.CommandSubstitution;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A command line of a script, a Makefile or a workflow that builds an image.
 *
 * @param dockerfiles where its Dockerfile may lie. Nothing says in which folder the command is started: usually that of its
 *     file, or the top of the project. Empty if the command line leaves it open
 */
public record ImageBuild(ContainerCommand command, Fragment fragment, Set<ProjectPath> dockerfiles) {
    private static final Set<FileKind> KINDS = Set.of(FileKind.SHELL_SCRIPT, FileKind.MAKEFILE, FileKind.CI_WORKFLOW);
    private static final String DOCKERFILE = "Dockerfile";

    public ImageBuild {
        Objects.requireNonNull(command);
        Objects.requireNonNull(fragment);
        dockerfiles = Set.copyOf(dockerfiles);
    }

    /** Returns the builds of a file, in order; none for documents and units, which are not started to build. */
    public static List<ImageBuild> of(ProjectFile file) {
        if (!KINDS.contains(file.kind())) {
            return List.of();
        }
        Set<ProjectPath> folders = folders(file);
        List<ImageBuild> builds = new ArrayList<>();
        for (Fragment fragment : file.fragments()) {
            fragment.script()
                    .simpleCommands()
                    .flatMap(command -> ContainerCommand.from(command).stream())
                    .filter(command -> command.action() == ContainerCommand.Action.BUILD)
                    .map(command -> new ImageBuild(command, fragment, dockerfiles(command, folders)))
                    .forEach(builds::add);
        }
        return builds;
    }

    /** Returns the folders in which the commands of a file may be started; none if it goes to another one. */
    private static Set<ProjectPath> folders(ProjectFile file) {
        ProjectPath own = file.path().parent();
        Set<ProjectPath> folders = new LinkedHashSet<>(List.of(ProjectPath.ROOT));
        if (file.kind() == FileKind.CI_WORKFLOW) {
            return file.source().text().contains("working-directory")
                            || changesFolder(file).isPresent()
                    ? Set.of()
                    : folders;
        }
        folders.add(own);
        Optional<ShellWord> folder = changesFolder(file);
        if (folder.isEmpty()) {
            return folders;
        }
        // cd "$(dirname "$0")/..": whatever it is exactly, it is the folder of the script or the one above.
        boolean fromItself = folder.get()
                .descendants(CommandSubstitution.class)
                .flatMap(inner -> inner.descendants(SimpleCommand.class))
                .anyMatch(inner -> inner.name().filter("dirname"::equals).isPresent());
        folders.add(own.parent());
        return fromItself ? folders : Set.of();
    }

    /** Returns where the first command that changes the folder goes. */
    private static Optional<ShellWord> changesFolder(ProjectFile file) {
        return file.fragments().stream()
                .flatMap(fragment -> fragment.script().simpleCommands())
                .filter(command -> command.name()
                        .filter(name -> name.equals("cd") || name.equals("pushd"))
                        .isPresent())
                .flatMap(command -> command.words().stream().reduce((first, second) -> second).stream())
                .findFirst();
    }

    private static Set<ProjectPath> dockerfiles(ContainerCommand command, Set<ProjectPath> folders) {
        if (command.mayHideFlags() || command.operands().size() != 1) {
            return Set.of();
        }
        List<ContainerCommand.Flag> files = command.flags("file");
        List<String> paths = files.isEmpty()
                ? WrittenValue.of(command.operands().get(0))
                        .known()
                        .filter(context -> !context.contains(":") && !context.equals("-"))
                        .map(context -> defaultNames(command).stream()
                                .map(name -> context.endsWith("/") ? context + name : context + "/" + name)
                                .toList())
                        .orElse(List.of())
                : files
                        .get(files.size() - 1)
                        .value()
                        .flatMap(WrittenValue::known)
                        .filter(file -> !file.equals("-"))
                        .stream()
                        .toList();
        Set<ProjectPath> found = new LinkedHashSet<>();
        paths.forEach(
                relative -> folders.forEach(folder -> folder.resolve(relative).ifPresent(found::add)));
        return found;
    }

    /** Podman and buildah look for a Containerfile first (containers-common, containerfile(5)); docker does not know it. */
    private static List<String> defaultNames(ContainerCommand command) {
        return command.program().equals("docker") ? List.of(DOCKERFILE) : List.of("Containerfile", DOCKERFILE);
    }
}
