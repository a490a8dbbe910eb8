package dev.drydock.container;

import dev.drydock.evidence.Observed;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.StepDown;
import dev.drydock.model.PrivilegedPort;
import dev.drydock.model.UserName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A container as somebody asks for it, by a compose file or a command line.
 *
 * @param entrypoint the words that replace ENTRYPOINT, if somebody asks for that; no words mean that there is none
 * @param command the words that replace CMD, if somebody asks for that
 * @param user who it runs as, if somebody asks for that; a text with a dollar sign is not known
 * @param ports the ports that are published, or that the container is known to listen on
 * @param variables the environment variables that are set, by name; the value is empty where it is not known
 * @param mounted the files of the project that are mounted, as far as they can be read
 * @param observed what was seen of it when it was tried
 * @param guests what else works in it
 */
public record Container(
        ContainerImage image,
        Optional<List<String>> entrypoint,
        Optional<List<String>> command,
        Optional<String> user,
        List<Mount> mounts,
        NetworkUse network,
        List<Integer> ports,
        Map<String, String> variables,
        MountedFiles mounted,
        Optional<Observed> observed,
        List<Guest> guests) {

    /** Returns a container of which nothing was seen, and in which nothing else works. */
    public Container(
            ContainerImage image,
            Optional<List<String>> entrypoint,
            Optional<List<String>> command,
            Optional<String> user,
            List<Mount> mounts,
            NetworkUse network,
            List<Integer> ports,
            Map<String, String> variables,
            MountedFiles mounted) {
        this(image, entrypoint, command, user, mounts, network, ports, variables, mounted, Optional.empty(), List.of());
    }

    public Container {
        Objects.requireNonNull(observed);
        entrypoint = entrypoint.map(List::copyOf);
        command = command.map(List::copyOf);
        mounts = List.copyOf(mounts);
        ports = List.copyOf(ports);
        variables = Map.copyOf(variables);
        Objects.requireNonNull(mounted);
        guests = List.copyOf(guests);
    }

    /** Returns a container that is asked for with nothing but its image. */
    public static Container of(ContainerImage image) {
        return new Container(
                image,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                NetworkUse.OWN,
                List.of(),
                Map.of(),
                MountedFiles.NONE);
    }

    /** Returns the same container with what was seen of it. */
    public Container seen(Optional<Observed> trial) {
        return new Container(
                image, entrypoint, command, user, mounts, network, ports, variables, mounted, trial, guests);
    }

    /** Returns the same container with others that work in it. */
    public Container beside(List<Guest> others) {
        List<Guest> all = new ArrayList<>(guests);
        all.addAll(others);
        return new Container(
                image, entrypoint, command, user, mounts, network, ports, variables, mounted, observed, all);
    }

    /** Returns the files of the project that are mounted, as far as they can be read. */
    public List<SettingsFile> settings() {
        return mounted.settings();
    }

    /** Returns the same container without what is mounted at a path. */
    Container withoutMount(String target) {
        List<Mount> others =
                mounts.stream().filter(mount -> !mount.target().equals(target)).toList();
        return new Container(
                image, entrypoint, command, user, others, network, ports, variables, mounted, observed, guests);
    }

    /** Returns the variable that names the host itself, the first by its name. */
    public Optional<String> variableOfHost() {
        return variables.entrySet().stream()
                .filter(entry -> namesHost(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** Returns whether a text speaks of the loopback, which is that of the host only in its own network. */
    public static boolean namesHost(String text) {
        return text.contains("localhost") || text.contains("127.0.0.1");
    }

    /** Returns whom the first process runs as; empty if that is not known. */
    public Optional<String> effectiveUser() {
        Optional<String> found = user.isPresent() ? user : userOfImage();
        return found.filter(name -> name.indexOf('$') < 0);
    }

    /** Returns whom the image says; empty if that is not known. */
    public Optional<String> userOfImage() {
        return image instanceof ContainerImage.Built built
                ? built.stage().user()
                : image.facts().map(ImageFacts::defaultUser);
    }

    /** Returns whether the first process is known to be another than root. */
    public boolean isKnownNonRoot() {
        return effectiveUser().filter(name -> !UserName.isRoot(name)).isPresent();
    }

    /** Returns whether the entrypoint that the knowledge base speaks of is what starts. */
    public boolean keepsEntrypoint() {
        if (entrypoint.isPresent()) {
            return isImageEntrypoint(entrypoint.get());
        }
        if (image instanceof ContainerImage.Built built) {
            return built.stage().startCommand().entrypoint().isEmpty() || isImageEntrypoint(image.ownWords());
        }
        return true;
    }

    /** Returns whether a program that the image is made to run starts, although another entrypoint is asked for. */
    boolean runsProgramOfImage() {
        List<String> words = start().map(Start::words).orElse(List.of());
        return image.facts().isPresent()
                && words.stream()
                        .map(RootPrograms::name)
                        .filter(word -> !RootPrograms.isStarter(word) && !word.startsWith("-"))
                        .findFirst()
                        .filter(image.facts().get().commands()::contains)
                        .isPresent();
    }

    private boolean isImageEntrypoint(List<String> words) {
        Optional<String> known = image.facts().flatMap(ImageFacts::stepDown).flatMap(StepDown::entrypoint);
        return known.isPresent()
                && !words.isEmpty()
                && RootPrograms.name(words.get(0)).equals(RootPrograms.name(known.get()));
    }

    /** Returns the command if it is another one than that of the image the knowledge base speaks of. */
    Optional<List<String>> foreignCommand() {
        if (command.isPresent()) {
            return command.filter(words -> !words.isEmpty());
        }
        if (!(image instanceof ContainerImage.Built built)) {
            return Optional.empty();
        }
        return built.stage()
                .startCommand()
                .command()
                .map(found -> found.exec()
                        .map(array -> array.values())
                        .orElseGet(() -> List.of(
                                "/bin/sh", "-c", found.shell().orElseThrow().value())));
    }

    /** Returns what starts, as far as it is written somewhere; empty if the image alone knows. */
    Optional<Start> start() {
        List<String> words = new ArrayList<>();
        if (entrypoint.isPresent()) {
            words.addAll(entrypoint.get());
            words.addAll(command.orElse(List.of()));
            return words.isEmpty() ? Optional.empty() : Optional.of(Start.of(words));
        }
        if (image instanceof ContainerImage.Built built) {
            if (command.isEmpty()) {
                return built.stage().startCommand().isInherited()
                        ? Optional.empty()
                        : Optional.of(Start.of(built.stage().startCommand()));
            }
            built.stage()
                    .startCommand()
                    .entrypoint()
                    .flatMap(found -> found.exec())
                    .ifPresent(array -> words.addAll(array.values()));
        }
        words.addAll(command.orElse(List.of()));
        return words.isEmpty() ? Optional.empty() : Optional.of(Start.of(words));
    }

    /** Returns where settings are mounted that are not there to be read; empty if all are. */
    Optional<String> unreadSettings() {
        return mounts.stream()
                .filter(mount -> mount.nature() == Mount.Nature.UNREAD_SETTINGS)
                .map(Mount::target)
                .findFirst();
    }

    /** Returns the mount that a path lies in, the deepest one. */
    Optional<Mount> mountOf(String path) {
        return Mount.of(path, mounts);
    }

    /** Returns whether a port below 1024 is opened. */
    boolean opensLowPort() {
        return ports.stream().anyMatch(PrivilegedPort::is)
                || (keepsEntrypoint()
                        && image.facts().map(ImageFacts::ports).orElse(List.of()).stream()
                                .anyMatch(port -> PrivilegedPort.is(port.number())));
    }
}
