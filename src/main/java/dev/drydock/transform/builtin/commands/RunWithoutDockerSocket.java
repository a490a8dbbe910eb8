package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Mounts;
import dev.drydock.knowledge.HostPaths;
import dev.drydock.shell.commands.ContainerCommand;
import java.util.Optional;

/** Reports containers that can command the daemon, and so the host. Only a person knows what they want of it. */
public final class RunWithoutDockerSocket extends CommandTransform {
    private static final String ID = "run-without-docker-socket";
    private static final String MESSAGE = "the container can start containers that own the host";

    public RunWithoutDockerSocket() {
        super(ID);
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<StartedContainer> container = subject.container();
        if (container.isEmpty()) {
            return;
        }
        HostPaths paths = subject.knowledge().hostPaths();
        boolean made = container
                .get()
                .image()
                .filter(image -> paths.usesDaemonSocket(container.get().imageName()))
                .isPresent();
        String advice = made
                ? "the image is made to use the socket: put a proxy that allows only the calls it needs in between;"
                        + " a read-only mount does not restrict what is sent; drydock explain " + ID
                        + " has the commands"
                : "drop the mount, or put a proxy that allows only the calls it needs in between;"
                        + " a read-only mount does not restrict what is sent; drydock explain " + ID
                        + " has the commands";
        for (Mounts.Entry mount : Mounts.of(container.get().command()).mounts()) {
            if (mount.source().filter(paths::isDaemonSocket).isPresent()) {
                subject.advise(Subject.place(mount.flag()), MESSAGE, advice);
            }
        }
        for (ContainerCommand.Flag flag : container.get().command().flags("use-api-socket")) {
            subject.advise(Subject.place(flag), MESSAGE, advice);
        }
    }
}
