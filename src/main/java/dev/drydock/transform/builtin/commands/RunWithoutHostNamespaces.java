package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import dev.drydock.container.ListeningPorts;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.script.Fragment;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.TextEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drops the namespaces of the host where the image is known to work without them; reports the network of the host. */
public final class RunWithoutHostNamespaces extends CommandTransform {
    /** What most programs that share memory among their own processes get along with. */
    private static final String SHARED_MEMORY = "1g";

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
        if (subject.command().action() == ContainerCommand.Action.NETWORK_CREATE) {
            create(subject);
            return;
        }
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

    /** A network that nothing has to leave needs no way out. */
    private static void create(Subject subject) {
        ContainerCommand command = subject.command();
        boolean local =
                command.flags("driver").stream().allMatch(flag -> flag.text().equals("bridge"));
        boolean other = command.has("internal")
                || command.has("ingress")
                || command.has("config-only")
                || command.has("attachable")
                || command.hasAny("config-from", "gateway", "route")
                || subject.fragment().host() == Fragment.Host.DOCUMENT;
        Optional<String> name = command.operands().size() == 1
                ? WrittenValue.of(command.operands().get(0)).known()
                : Optional.empty();
        if (!local || other || command.mayHideFlags() || name.isEmpty()) {
            return;
        }
        String message = "everything on the network " + name.get() + " reaches the internet";
        NetworkMembers members = new NetworkMembers(
                name.get(), subject.commands(), subject.knowledge().images());
        Optional<String> obstacle = members.obstacle(subject.inspection().project(), subject.file());
        Optional<TextEdit> edit = subject.editor().addFlags(List.of("--internal"));
        if (obstacle.isPresent() || edit.isEmpty()) {
            subject.abstain(
                    subject.place(), message, obstacle.orElse("something stands between the words of the command"));
            return;
        }
        Rewrite rewrite =
                Rewrite.of("make it internal", Safety.SUGGEST, subject.file().path(), List.of(edit.get()));
        subject.repair(
                subject.place(),
                message,
                rewrite.withAssumptions(
                                List.of("Nothing else joins it, and nothing on it needs a connection to the outside."))
                        .withNotes(List.of("A network that is there already stays as it is until it is made anew.")));
    }

    private static void inspect(Subject subject, StartedContainer container, ContainerCommand.Flag flag) {
        String name = flag.name().equals("net") ? "network" : flag.name();
        String message = MESSAGES.get(name);
        switch (name) {
            case "network" -> network(subject, container, flag, message);
            case "userns" ->
                subject.advise(
                        Subject.place(flag),
                        message,
                        "drop it if the daemon maps users and nothing needs those of the host");
            default ->
                Removal.report(
                        subject,
                        flag,
                        name.equals("ipc") && container.facts().isEmpty()
                                ? Optional.of("--shm-size=" + SHARED_MEMORY)
                                : Optional.empty(),
                        message,
                        answer(container, name),
                        "drop it if the container is not there to watch the host",
                        "The container does not work with other processes of the host.");
        }
    }

    private static void network(
            Subject subject, StartedContainer container, ContainerCommand.Flag flag, String message) {
        String advice = "publish the ports that are needed with -p; to reach the host itself,"
                + " --add-host=host.docker.internal:host-gateway names it";
        Answer<Boolean> answer = answer(container, "network");
        boolean document = subject.fragment().host() == Fragment.Host.DOCUMENT;
        if (answer instanceof Answer.None<Boolean> none) {
            subject.advise(Subject.place(flag), message, none.reason() + "; " + advice);
            return;
        }
        Optional<String> inside = container.wordOfHost();
        boolean administers = container.facts().isEmpty()
                && container
                        .hints(subject.knowledge().capabilities())
                        .filter(hints -> !hints.capabilities().isEmpty())
                        .isPresent();
        if (administers) {
            subject.advise(
                    Subject.place(flag), message, "it looks as if it worked with the network of the host; " + advice);
            return;
        }
        if (inside.isPresent() || document) {
            String reason = inside.map(word -> "it reaches the host itself, as " + word + " says; ")
                    .orElse("");
            subject.advise(Subject.place(flag), message, reason + advice);
            return;
        }
        List<String> ports = container.ports();
        boolean published = container.command().hasAny("publish", "publish-all");
        boolean unknown = ports.isEmpty() && !published;
        String flags = published
                ? ""
                : String.join(
                        " ",
                        ports.stream()
                                .map(ListeningPorts::published)
                                .map(port -> "-p " + port)
                                .toList());
        Optional<TextEdit> edit = flags.isEmpty()
                ? subject.editor().remove(flag)
                : subject.editor().replace(flag, flags);
        if (edit.isEmpty()) {
            subject.abstain(
                    Subject.place(flag), message, "something stands between the words of the command; " + advice);
            return;
        }
        Rewrite rewrite = Rewrite.of(
                flags.isEmpty() ? "drop --network=host" : "publish its ports instead: " + flags,
                Safety.SUGGEST,
                subject.file().path(),
                List.of(edit.get()));
        subject.repair(
                Subject.place(flag),
                message,
                rewrite.withAssumptions(List.of(
                        "Nothing reaches it at localhost, and it reaches nothing there.",
                        unknown
                                ? "Nobody has to reach it from outside; a port that somebody needs is published with -p PORT:PORT."
                                : "It listens on no other ports than those that are published.")));
    }

    private static Answer<Boolean> answer(StartedContainer container, String name) {
        boolean needed = container
                .facts()
                .filter(facts -> facts.needs().contains("host-" + name)
                        || facts.needs().contains("host-mounts")
                        || (name.equals("ipc") && facts.needs().contains("shm")))
                .isPresent();
        return needed ? Answer.none("the image is made to watch the host") : Removal.withoutHost(container);
    }
}
