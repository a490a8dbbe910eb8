package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import dev.drydock.container.Mounts;
import dev.drydock.knowledge.Capabilities;
import dev.drydock.shell.commands.ContainerCommand;
import java.util.Map;
import java.util.Optional;

/** Drops options that turn off seccomp, AppArmor or SELinux for a container, where its image is known to work with them. */
public final class RunWithoutDisabledProfiles extends CommandTransform {
    private static final Map<String, String> MESSAGES = Map.of(
            "seccomp=unconfined", "the container may make every system call",
            "apparmor=unconfined", "AppArmor does not confine the container",
            "label=disable", "SELinux does not confine the container",
            "systempaths=unconfined", "the container sees and changes settings of the kernel in /proc and /sys");

    public RunWithoutDisabledProfiles() {
        super("run-without-disabled-profiles");
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<StartedContainer> container = subject.container();
        if (container.isEmpty() || container.get().command().has("privileged")) {
            return;
        }
        for (ContainerCommand.Flag flag : container.get().command().flags("security-opt")) {
            // Old engines took a colon.
            String option = flag.text().replaceFirst(":", "=");
            String message = MESSAGES.get(option);
            if (message != null) {
                Removal.report(
                        subject,
                        flag,
                        message,
                        answer(container.get(), option, subject.knowledge().capabilities()),
                        "a profile of its own can allow the one thing that it needs",
                        "The container makes no system call that the default profile forbids.");
            }
        }
    }

    private static Answer<Boolean> answer(StartedContainer container, String option, Capabilities known) {
        boolean mounts = option.equals("label=disable")
                && Mounts.of(container.command()).mounts().stream().anyMatch(Mounts.Entry::isOfHost);
        if (mounts) {
            return Answer.none("files of the host that are mounted may have no label for containers (:z)");
        }
        boolean own = container
                .facts()
                .filter(facts -> facts.needs().contains("seccomp-profile"))
                .isPresent();
        if (own) {
            return Answer.none("the image needs a profile of its own");
        }
        Optional<String> hinted = container.facts().isPresent()
                ? Optional.empty()
                : container
                        .hints(known)
                        .flatMap(hints -> hints.capabilities().stream().findFirst());
        return hinted.isPresent()
                ? Answer.none("it looks as if it used what needs " + hinted.get())
                : Removal.withoutHost(container);
    }
}
