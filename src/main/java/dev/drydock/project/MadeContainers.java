package dev.drydock.project;

import dev.drydock.script.Fragment;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.ContainerCommand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The commands of docker and podman in a file, each with a name that stays when others are repaired. */
public final class MadeContainers {
    /**
     * One command.
     *
     * @param name its name in the file: "command 1" for the first one
     */
    public record Named(String name, Fragment fragment, ContainerCommand command) {}

    private MadeContainers() {}

    /** Returns the commands of a file, in order. */
    public static List<Named> of(ProjectFile file) {
        if (!file.kind().holdsCommands()) {
            return List.of();
        }
        List<Named> found = new ArrayList<>();
        for (Fragment fragment : file.fragments()) {
            fragment.script()
                    .simpleCommands()
                    .flatMap(command -> ContainerCommand.from(command).stream())
                    .forEach(command -> found.add(new Named("", fragment, command)));
        }
        found.sort(Comparator.comparingInt(each -> start(each.command().command())));
        List<Named> named = new ArrayList<>();
        found.forEach(each -> named.add(new Named("command " + (named.size() + 1), each.fragment(), each.command())));
        return List.copyOf(named);
    }

    /** Returns the name of a command of a file. */
    public static Optional<String> nameOf(ProjectFile file, SimpleCommand command) {
        return of(file).stream()
                .filter(each -> start(each.command().command()) == start(command))
                .map(Named::name)
                .findFirst();
    }

    /** Returns where a command starts in its file. */
    public static int start(SimpleCommand command) {
        return command.range().start();
    }
}
