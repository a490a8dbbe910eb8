package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Container;
import dev.drydock.container.ContainerImage;
import dev.drydock.container.ContainerNeeds;
import dev.drydock.container.Guest;
import dev.drydock.container.HostHints;
import dev.drydock.container.ListeningPorts;
import dev.drydock.container.Mount;
import dev.drydock.container.Mounts;
import dev.drydock.container.NetworkUse;
import dev.drydock.container.PeerAddress;
import dev.drydock.evidence.Observed;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.Capabilities;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Images;
import dev.drydock.knowledge.Ports;
import dev.drydock.script.Fragment;
import dev.drydock.shell.CommandContext;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The container that a command line makes: its image with what is known of it, and how it is started.
 *
 * @param inside the commands of the file that work inside of containers
 * @param image the image as the command line names it; empty if the word in its place may hide flags, or is a variable
 * @param settings the files of the project that are mounted
 * @param built the image, if commands of the project build one of that name
 * @param observed what was seen of it when it was tried
 * @param guests what else works in it
 */
record StartedContainer(
        ContainerCommand command,
        Fragment.Host host,
        InsideUses inside,
        Optional<ContainerImage.Pulled> image,
        MountedSettings settings,
        Optional<ContainerImage.Built> built,
        Optional<Observed> observed,
        List<Guest> guests) {
    static StartedContainer of(
            ContainerCommand command,
            Fragment fragment,
            InsideUses inside,
            Images images,
            MountedSettings settings,
            Function<String, Optional<ContainerImage.Built>> builder) {
        Optional<ContainerImage.Pulled> image = command.image()
                .map(WrittenValue::of)
                .map(WrittenValue::text)
                .map(text -> ContainerImage.pulled(text, images))
                .filter(ContainerImage.Pulled.class::isInstance)
                .map(ContainerImage.Pulled.class::cast)
                .filter(pulled -> isNamed(pulled.text()));
        return new StartedContainer(
                command,
                fragment.host(),
                inside,
                image,
                settings,
                image.flatMap(pulled -> builder.apply(pulled.text())),
                Optional.empty(),
                List.of());
    }

    /** A variable may stand for the tag, or for a part of the name of an image that nobody knows anyway. */
    private static boolean isNamed(String text) {
        return text.indexOf('$') < 0 ? ImageReference.parse(text).isPresent() : !text.startsWith("$");
    }

    /** Returns the same container with what was seen of it when it was tried. */
    StartedContainer seen(Optional<Observed> trial) {
        return new StartedContainer(command, host, inside, image, settings, built, trial, guests);
    }

    /** Returns the same container with what else works in it. */
    StartedContainer beside(List<Guest> others) {
        return new StartedContainer(command, host, inside, image, settings, built, observed, others);
    }

    /** Returns what the knowledge base says of the image. */
    Optional<ImageFacts> facts() {
        return built.isPresent() ? Optional.empty() : image.flatMap(ContainerImage.Pulled::facts);
    }

    /** Returns how messages call the image. */
    String imageName() {
        String text = image.map(ContainerImage.Pulled::text).orElse("the image");
        return ImageReference.parse(text).map(ImageReference::familiarName).orElse(text);
    }

    /** Returns whether the container is meant to go on by itself, and not to do one thing for a person or a script. */
    boolean isService() {
        boolean restarts = command.flags("restart").stream()
                .anyMatch(flag -> !flag.text().equals("no") && !flag.text().isEmpty());
        return command.has("detach")
                || restarts
                || host == Fragment.Host.UNIT
                || command.action() == ContainerCommand.Action.CREATE;
    }

    /**
     * Returns whether a container in the foreground may be one that goes on by itself: nobody types into it, nothing reads what
     * it prints, it is not thrown away afterwards, and it starts what its image starts.
     */
    boolean mayGoOn() {
        CommandContext context = command.command().context();
        return command.action() == ContainerCommand.Action.RUN
                && !command.hasAny("interactive", "tty", "rm", "entrypoint", "attach")
                && command.operands().isEmpty()
                && command.command().redirects().isEmpty()
                && !context.inPipeline()
                && !context.inSubstitution()
                && !context.inCondition()
                && !context.inLoop();
    }

    /** Returns whether a person types into the container. */
    private boolean isInteractive() {
        return command.has("interactive") && command.has("tty") && !command.has("detach");
    }

    /** Returns why it cannot be said what the container is, or empty. */
    Optional<String> obstacle() {
        if (command.mayHideFlags()) {
            return Optional.of("a variable may hold more options");
        }
        if (image.isEmpty()) {
            return Optional.of("the image is known only when the command runs");
        }
        if (isInteractive()) {
            return Optional.of("a person works in the container");
        }
        boolean entrypoint = command.flags("entrypoint").stream()
                .anyMatch(flag -> flag.value().flatMap(WrittenValue::known).isEmpty());
        return entrypoint ? Optional.of("--entrypoint is known only when the command runs") : otherUse();
    }

    /** Returns what its mounts, devices and programs hint at; empty if it is known only when the command runs. */
    Optional<HostHints> hints(Capabilities known) {
        List<String> devices = command.flags("device").stream()
                .map(ContainerCommand.Flag::text)
                .toList();
        return obstacle().isPresent() ? Optional.empty() : Optional.of(HostHints.of(asked(), devices, known));
    }

    /** Returns what the container needs; of a container without an obstacle. */
    ContainerNeeds needs() {
        return ContainerNeeds.of(asked());
    }

    /** Returns the ports that it is known to listen on; of a container without an obstacle. */
    List<String> ports() {
        return ListeningPorts.of(asked());
    }

    /**
     * Returns the variable or option that names the host itself, from where only its own network leads there; of a container
     * without an obstacle.
     */
    Optional<String> wordOfHost() {
        Container container = asked();
        return container
                .variableOfHost()
                .or(() -> container.command().orElse(List.of()).stream()
                        .filter(Container::namesHost)
                        .findFirst()
                        .map(word -> "its command"));
    }

    /** Returns the setting that names another machine of a cluster; of a container without an obstacle. */
    Optional<String> peer(Ports ports) {
        return PeerAddress.named(asked(), ports, Set.of());
    }

    private Container asked() {
        List<Mount> mounts = new ArrayList<>();
        Mounts.of(command)
                .mounts()
                .forEach(mount -> mount.asked().map(settings::judged).ifPresent(mounts::add));
        Map<String, String> variables = new HashMap<>();
        command.flags("env").forEach(flag -> {
            String[] setting = flag.text().split("=", 2);
            variables.put(setting[0], setting.length > 1 && setting[1].indexOf('$') < 0 ? setting[1] : "");
        });
        List<String> words = command.operands().stream()
                .map(word -> WrittenValue.of(word).text())
                .toList();
        return new Container(
                built.<ContainerImage>map(own -> own).orElseGet(image::orElseThrow),
                last("entrypoint").map(word -> word.isEmpty() ? List.<String>of() : List.of(word)),
                Optional.of(words).filter(all -> !all.isEmpty()),
                last("user"),
                mounts,
                network(),
                List.of(),
                variables,
                settings.files(variables),
                observed,
                guests);
    }

    /** Returns the name that the command gives the container. */
    Optional<String> name() {
        return last("name");
    }

    private Optional<String> last(String name) {
        return command.flags(name).stream().map(ContainerCommand.Flag::text).reduce((first, second) -> second);
    }

    private NetworkUse network() {
        Optional<String> network = last("network").or(() -> last("net"));
        if (network.filter("host"::equals).isPresent()) {
            return NetworkUse.HOST;
        }
        boolean other = network.filter(
                        name -> name.startsWith("container:") || name.equals("none") || name.contains("$"))
                .isPresent();
        boolean closed = command.flags("sysctl").stream()
                .map(ContainerCommand.Flag::text)
                .anyMatch(NetworkUse::keepsLowPorts);
        return other || closed ? NetworkUse.OTHER : NetworkUse.OWN;
    }

    /** Returns why something else in the file may need more than the program of the container does, or empty. */
    private Optional<String> otherUse() {
        List<String> names = new ArrayList<>();
        command.flags("name")
                .forEach(flag -> flag.value().map(WrittenValue::text).ifPresent(names::add));
        return inside.mayConcern(names)
                ? Optional.of("the file also works inside of the container (docker exec or docker cp)")
                : Optional.empty();
    }
}
