package dev.drydock.transform.builtin.commands;

import dev.drydock.shell.commands.ContainerCommand;
import java.util.Map;
import java.util.Optional;

/** Drops the namespaces of the host where the image is known to work without them; reports the network of the host. */
public final class RunWithoutHostNamespaces extends CommandTransform {
    private static final Map<String, String> MESSAGES = Map.of(
            "network", "the container can reach every port of the host, its loopback included",
            "pid", "the container sees the processes of the host",
            "ipc", "the container shares the memory of programs of the host",
            "uts", "the container can change the name of the host",
            "userns", "root in the container is root on the host");

    public RunWithoutHostNamespaces() {
        super("run-without-host-namespaces");
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<StartedContainer> container = subject.container();
        if (container.isEmpty()) {
            return;
        }
        for (ContainerCommand.Flag flag :
                container.get().command().flags("network", "net", "pid", "ipc", "uts", "userns")) {
            if (flag.text().equals("host")) {
                inspect(subject, container.get(), flag);
            }
        }
    }

    private static void inspect(Subject subject, StartedContainer container, ContainerCommand.Flag flag) {
        String name = flag.name().equals("net") ? "network" : flag.name();
        String message = MESSAGES.get(name);
        switch (name) {
            case "network" ->
                subject.advise(
                        Subject.place(flag),
                        message,
                        "publish the ports that are needed with -p; to reach the host itself,"
                                + " --add-host=host.docker.internal:host-gateway names it");
            case "userns" ->
                subject.advise(
                        Subject.place(flag),
                        message,
                        "drop it if the daemon maps users and nothing needs those of the host");
            default ->
                Removal.report(
                        subject,
                        flag,
                        message,
                        obstacle(container, name),
                        "drop it if the container is not there to watch the host",
                        "The container does not work with other processes of the host.");
        }
    }

    private static Optional<String> obstacle(StartedContainer container, String name) {
        boolean needed = container
                .facts()
                .filter(facts -> facts.needs().contains("host-" + name)
                        || facts.needs().contains("host-mounts")
                        || (name.equals("ipc") && facts.needs().contains("shm")))
                .isPresent();
        return needed ? Optional.of("the image is made to watch the host") : Removal.obstacle(container);
    }
}
