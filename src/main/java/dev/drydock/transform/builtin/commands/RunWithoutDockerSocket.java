package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Mounts;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.HostPaths;
import dev.drydock.knowledge.SocketClient;
import dev.drydock.script.Fragment;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.transform.builtin.SocketUser;
import java.util.List;
import java.util.Optional;

/** Finds containers that can command the daemon, and so the host; a service that may only read gets a proxy in between. */
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
        SocketUser user =
                new SocketUser(container.get().imageName(), container.get().facts(), paths);
        if (user.isProxy()) {
            return;
        }
        String advice = user.isMadeForIt()
                ? "the image is made to use the socket: put a proxy that allows only the calls it needs in between;"
                        + " a read-only mount does not restrict what is sent; drydock explain " + ID
                        + " has the commands"
                : "drop the mount, or put a proxy that allows only the calls it needs in between;"
                        + " a read-only mount does not restrict what is sent; drydock explain " + ID
                        + " has the commands";
        for (Mounts.Entry mount : Mounts.of(container.get().command()).mounts()) {
            if (mount.source().filter(paths::isDaemonSocket).isPresent()) {
                proxied(subject, container.get(), user, mount)
                        .ifPresentOrElse(
                                rewrite -> subject.repair(Subject.place(mount.flag()), MESSAGE, rewrite),
                                () -> subject.advise(Subject.place(mount.flag()), MESSAGE, advice));
            }
        }
        for (ContainerCommand.Flag flag : container.get().command().flags("use-api-socket")) {
            subject.advise(Subject.place(flag), MESSAGE, advice);
        }
    }

    /** Returns what asks a proxy instead, for a service that only reads, or may well do no more. */
    private static Optional<Rewrite> proxied(
            Subject subject, StartedContainer container, SocketUser user, Mounts.Entry mount) {
        Optional<SocketClient> client = user.client();
        boolean plain = container.isService()
                && subject.fragment().host() != Fragment.Host.DOCUMENT
                && mount.source()
                        .filter(source -> source.endsWith("docker.sock"))
                        .isPresent()
                && !subject.command().hasAny("network", "net");
        Optional<String> variable = client.flatMap(SocketClient::variable)
                .filter(name -> plain && !subject.command().command().text().contains(name + "="));
        if (variable.isEmpty()) {
            return Optional.empty();
        }
        String allowed = String.join(
                " ",
                client.get().allows().stream()
                        .map(group -> "-e " + group + "=1")
                        .toList());
        return subject.editor()
                .replace(
                        mount.flag(),
                        "--network=" + SocketUser.NETWORK + " -e " + variable.get() + "=" + SocketUser.ADDRESS)
                .map(edit -> Rewrite.of(
                                "ask a proxy instead",
                                Safety.SUGGEST,
                                subject.file().path(),
                                List.of(edit))
                        .withAssumptions(List.of(SocketUser.assumption("The container", client.get())))
                        .withNotes(List.of("Start the proxy first: docker network create " + SocketUser.NETWORK
                                + "; docker run -d --name " + SocketUser.PROXY + " --network=" + SocketUser.NETWORK
                                + " " + allowed
                                + " -v /var/run/docker.sock:/var/run/docker.sock:ro "
                                + user.paths().socketProxy())));
    }
}
