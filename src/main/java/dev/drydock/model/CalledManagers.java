package dev.drydock.model;

import dev.drydock.shell.commands.Invocation;
import java.util.List;
import java.util.Optional;

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
        List<String> called = stage.inheritedScripts().stream()
                .flatMap(script -> script.commands().stream())
                .filter(command -> command.context().isPlain())
                .flatMap(command -> Invocation.of(command).program().stream())
                .toList();
        CalledManagers found = null;
        for (CalledManagers each : values()) {
            if (called.stream().anyMatch(each::has)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = each;
            }
        }
        return Optional.ofNullable(found);
    }
}
