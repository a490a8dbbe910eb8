package dev.drydock.model;

import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells the distribution of an image of which nothing is known from the package managers that its RUNs call: what a RUN calls
 * plainly is there, or the build would end.
 */
public enum CalledManagers {
    DEBIAN("debian"),
    ALPINE("alpine"),
    RPM("fedora");

    private final String image;

    CalledManagers(String image) {
        this.image = image;
    }

    private boolean has(String program) {
        return switch (this) {
            case DEBIAN -> program.equals("apt-get") || program.equals("apt") || program.equals("dpkg");
            case ALPINE -> program.equals("apk");
            case RPM ->
                program.equals("yum") || program.equals("dnf") || program.equals("microdnf") || program.equals("rpm");
        };
    }

    /** Returns the image of the distribution, or of one like it. */
    public String image() {
        return image;
    }

    /** Returns the distribution of a stage; empty if its RUNs call no package manager, or those of several. */
    public static Optional<CalledManagers> of(BuildStage stage) {
        List<CalledManagers> found = among(stage, command -> command.context().isPlain());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Returns whether the RUNs of a stage call, anywhere, package managers that no single distribution is known for. */
    public static boolean contradict(BuildStage stage) {
        return among(stage, command -> true).size() > 1;
    }

    private static List<CalledManagers> among(BuildStage stage, Predicate<SimpleCommand> chosen) {
        Set<String> called = stage.inheritedScripts().stream()
                .flatMap(script -> script.commands().stream())
                .filter(chosen)
                .flatMap(command -> Invocation.of(command).program().stream())
                .collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(manager -> called.stream().anyMatch(manager::has))
                .toList();
    }
}
