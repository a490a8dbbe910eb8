package dev.drydock.transform.builtin.shell;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether the kernel can start a file. A shell also runs a script that does not name its interpreter in a first
 * line {@code #!}; without the shell it is an "exec format error".
 */
final class StartedFile {
    private static final List<String> SYSTEM = List.of("/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/", "/usr/lib/");

    private StartedFile() {}

    /** Returns why the program might be startable by a shell only; empty if it surely is not. */
    static Optional<String> obstacle(Project project, ProjectFile file, BuildStage stage, String program) {
        String name = program.substring(program.lastIndexOf('/') + 1);
        List<Argument> copied = sources(stage, name);
        boolean own = !copied.isEmpty() || isWritten(stage, name);
        boolean bare = program.indexOf('/') < 0;
        boolean system = bare || (SYSTEM.stream().anyMatch(program::startsWith) && !mayBeCopied(stage, program));
        if (system && !own && !name.endsWith(".sh")) {
            return Optional.empty();
        }
        boolean proven = copied.stream()
                .flatMap(source -> source.staticValue().stream())
                .flatMap(source -> ContextSearch.read(project, file, source).stream())
                .reduce((first, second) -> second)
                .filter(StartedFile::isStartable)
                .isPresent();
        return proven
                ? Optional.empty()
                : Optional.of(
                        "cannot tell whether " + program + " is a program, or a script that names its interpreter");
    }

    /** Returns whether a folder is copied over the one in which the program is. */
    private static boolean mayBeCopied(BuildStage stage, String program) {
        return stage.history().stream()
                .filter(FileTransfer.class::isInstance)
                .flatMap(transfer -> ((FileTransfer) transfer).destination().stream())
                .flatMap(destination -> destination.staticValue().stream())
                .anyMatch(destination -> destination.startsWith("/")
                        && ContainerPath.isWithin(program, ContainerPath.normalise(destination)));
    }

    /** Returns what is copied under this name. */
    private static List<Argument> sources(BuildStage stage, String name) {
        List<Argument> sources = new ArrayList<>();
        for (Instruction instruction : stage.history()) {
            if (instruction instanceof FileTransfer transfer) {
                boolean renamed = transfer.destination()
                        .filter(destination -> isNamed(destination, name))
                        .isPresent();
                transfer.sources().stream()
                        .filter(source -> renamed || isNamed(source, name))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private static boolean isNamed(Argument path, String name) {
        return path.value().equals(name) || path.value().endsWith("/" + name);
    }

    /** Returns whether a RUN names a file of this name, which it may write. */
    private static boolean isWritten(BuildStage stage, String name) {
        return stage.history().stream()
                .filter(instruction -> instruction.name().equals("RUN"))
                .anyMatch(run -> run.text().contains("/" + name));
    }

    private static boolean isStartable(byte[] bytes) {
        boolean script = bytes.length > 2 && bytes[0] == '#' && bytes[1] == '!';
        boolean program = bytes.length > 4 && bytes[0] == 0x7f && bytes[1] == 'E' && bytes[2] == 'L' && bytes[3] == 'F';
        return script || program;
    }
}
