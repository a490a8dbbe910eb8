package dev.drydock.transform.builtin.commands;

import dev.drydock.edit.Rewrite;
import dev.drydock.project.FileKind;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.NetworkSharers;
import dev.drydock.transform.builtin.PortAudience;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Publishes the ports of databases, caches and consoles on the loopback interface only. */
public final class RunPortsLocally extends CommandTransform {
    /** Names by which others reach the published ports of this host through another interface. */
    private static final List<String> OTHER_WAYS =
            List.of("host.docker.internal", "host.containers.internal", "host-gateway", "172.17.0.1");

    public RunPortsLocally() {
        super("run-ports-locally");
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<StartedContainer> container = subject.container();
        if (container.isEmpty() || container.get().image().isEmpty()) {
            return;
        }
        for (ContainerCommand.Flag flag : container.get().command().flags("publish")) {
            flag.value()
                    .flatMap(WrittenValue::known)
                    .flatMap(RunPortsLocally::target)
                    .ifPresent(target -> inspect(subject, container.get(), flag, target));
        }
    }

    /** Returns the port of the container of a mapping on all interfaces: {@code 15432:5432/tcp}. */
    private static Optional<Integer> target(String mapping) {
        String[] parts = mapping.split(":", -1);
        if (parts.length != 2 || parts[0].isEmpty()) {
            return Optional.empty();
        }
        int end = 0;
        while (end < parts[1].length() && end < 5 && Character.isDigit(parts[1].charAt(end))) {
            end++;
        }
        return end == 0 ? Optional.empty() : Optional.of(Integer.valueOf(parts[1].substring(0, end)));
    }

    private static void inspect(Subject subject, StartedContainer container, ContainerCommand.Flag flag, int target) {
        TextRange place = Subject.place(flag);
        Optional<PortAudience> audience = PortAudience.notForOthers(
                container.facts(),
                container.imageName(),
                container.name().orElse(""),
                Optional.of(target),
                subject.knowledge().ports());
        if (audience.isEmpty()) {
            subject.notNeeded(
                    place,
                    "port " + target + " is published on all interfaces",
                    "nothing says that it is not meant for other machines");
            return;
        }
        String message =
                "port " + target + ", " + audience.get().purpose() + ", is open to every machine that reaches the host";
        Optional<String> obstacle = sharer(subject, container, target)
                .or(() -> PortAudience.agents(container.facts(), target, published(container)))
                .or(() -> obstacle(subject, container));
        if (obstacle.isPresent()) {
            subject.abstain(place, message, obstacle.get());
            return;
        }
        Optional<TextEdit> edit =
                subject.editor().insertBeforeValue(flag.value().orElseThrow(), "127.0.0.1:");
        if (edit.isEmpty()) {
            subject.abstain(place, message, "the value starts within a quotation");
            return;
        }
        Rewrite rewrite = Rewrite.of(
                "publish it on 127.0.0.1 only",
                audience.get().certainty(),
                subject.file().path(),
                List.of(edit.get()));
        subject.repair(
                place, message, rewrite.withAssumptions(List.of("No other machine connects to port " + target + ".")));
    }

    private static Stream<Integer> published(StartedContainer container) {
        return container.command().flags("publish").stream()
                .flatMap(flag -> flag.value().flatMap(WrittenValue::known).stream())
                .flatMap(mapping -> target(mapping).stream());
    }

    /** Another container may listen in its network; the port that the image itself has is not theirs. */
    private static Optional<String> sharer(Subject subject, StartedContainer container, int target) {
        boolean own = container.facts().stream()
                .flatMap(facts -> facts.ports().stream())
                .anyMatch(port -> port.number() == target);
        return own
                ? Optional.empty()
                : container
                        .name()
                        .flatMap(new NetworkSharers(subject.inspection().project(), subject.file())::ofContainer)
                        .map(place -> place + " starts another container in its network, which may listen on the port");
    }

    private static Optional<String> obstacle(Subject subject, StartedContainer container) {
        boolean hostNetwork = container.command().flags("network", "net").stream()
                .anyMatch(flag -> flag.text().equals("host"));
        if (hostNetwork) {
            return Optional.of("with the network of the host, nothing is published");
        }
        Optional<String> peer = container.obstacle().isPresent()
                ? Optional.empty()
                : container.peer(subject.knowledge().ports());
        if (peer.isPresent()) {
            return peer;
        }
        String text = subject.file().source().text();
        if (OTHER_WAYS.stream().anyMatch(text::contains)) {
            return Optional.of("something connects by the address of the host, which does not reach its loopback");
        }
        boolean remote = text.contains("DOCKER_HOST")
                || text.contains("docker-machine")
                || container.command().isRemote()
                || (subject.file().kind() == FileKind.CI_WORKFLOW
                        && (text.contains("dind") || text.contains("container:")));
        return remote ? Optional.of("the engine may run on another machine") : Optional.empty();
    }
}
