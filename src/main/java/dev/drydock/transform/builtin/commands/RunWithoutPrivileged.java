package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import dev.drydock.container.HostHints;
import dev.drydock.knowledge.Capabilities;
import dev.drydock.shell.commands.ContainerCommand;
import java.util.List;
import java.util.Optional;

/** Drops --privileged where the image is known to work without it, and gives what hints say that it uses instead. */
public final class RunWithoutPrivileged extends CommandTransform {
    private static final String ADVICE = "what it needs can be given by itself: --device, --cap-add, a mount";

    public RunWithoutPrivileged() {
        super("run-without-privileged");
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<StartedContainer> container = subject.container();
        if (container.isEmpty() || !container.get().command().has("privileged")) {
            return;
        }
        Capabilities known = subject.knowledge().capabilities();
        Optional<HostHints> hints = container.get().hints(known);
        ContainerCommand.Flag flag =
                container.get().command().flags("privileged").get(0);
        List<String> grants =
                hints.map(found -> List.copyOf(found.capabilities())).orElse(List.of());
        Removal.report(
                subject,
                flag,
                grants.size() == 1 ? Optional.of("--cap-add=" + grants.get(0)) : Optional.empty(),
                "a privileged container is root on the host",
                answer(container.get(), hints, known),
                ADVICE,
                "The container uses no device of the host and changes no setting of its kernel.");
    }

    private static Answer<Boolean> answer(StartedContainer container, Optional<HostHints> hints, Capabilities known) {
        ContainerCommand command = container.command();
        if (command.flags("privileged").size() > 1) {
            return Answer.none("it stands twice");
        }
        boolean needed = container
                .facts()
                .filter(facts -> facts.needs().contains("privileged"))
                .isPresent();
        if (needed) {
            return Answer.none("the image is made to run so");
        }
        if (command.hasAny("cgroupns", "pid")) {
            return Answer.none("it is given more of the host as well");
        }
        if (hints.isEmpty()) {
            return Removal.withoutHost(container);
        }
        Optional<String> why = hints.get().whyPrivileged(known);
        if (why.isPresent()) {
            return Answer.none(why.get());
        }
        Answer<Boolean> answer = Removal.withoutHost(container);
        boolean given = command.hasAny("device", "cap-add", "gpus", "sysctl")
                || !hints.get().capabilities().isEmpty();
        return given ? answer.doubted("It needs no more of the host than the other flags give it.") : answer;
    }
}
