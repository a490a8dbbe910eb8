package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Mounts;
import dev.drydock.shell.commands.ContainerCommand;
import java.util.Optional;

/** Drops --privileged where the image is known to work without it. */
public final class RunWithoutPrivileged extends CommandTransform {
    public RunWithoutPrivileged() {
        super("run-without-privileged");
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<StartedContainer> container = subject.container();
        if (container.isPresent() && container.get().command().has("privileged")) {
            ContainerCommand.Flag flag =
                    container.get().command().flags("privileged").get(0);
            Removal.report(
                    subject,
                    flag,
                    "a privileged container is root on the host",
                    obstacle(container.get()),
                    "what it needs can be given by itself: --device, --cap-add, a mount",
                    "The container uses no device of the host and changes no setting of its kernel.");
        }
    }

    private static Optional<String> obstacle(StartedContainer container) {
        ContainerCommand command = container.command();
        if (command.flags("privileged").size() > 1) {
            return Optional.of("it stands twice");
        }
        boolean needed = container
                .facts()
                .filter(facts -> facts.needs().contains("privileged"))
                .isPresent();
        if (needed) {
            return Optional.of("the image is made to run so");
        }
        boolean hardware = command.hasAny("device", "cap-add", "gpus", "cgroupns", "sysctl", "pid")
                || Mounts.of(command).mounts().stream()
                        .anyMatch(mount -> mount.source()
                                .filter(RunWithoutPrivileged::isOfKernel)
                                .isPresent());
        return hardware ? Optional.of("it is given more of the host as well") : Removal.obstacle(container);
    }

    private static boolean isOfKernel(String source) {
        return source.equals("/")
                || source.startsWith("/dev")
                || source.startsWith("/sys")
                || source.startsWith("/proc")
                || source.startsWith("/lib");
    }
}
