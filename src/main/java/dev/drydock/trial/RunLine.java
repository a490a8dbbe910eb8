package dev.drydock.trial;

import dev.drydock.compose.DotEnv;
import dev.drydock.project.MadeContainers;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.script.Fragment;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A command line that starts a container, rewritten so that it can be started beside whatever runs on this machine: names,
 * networks, volumes and host ports of the trial's own, and nothing of the host but the copy of the project.
 */
final class RunLine {
    // What names the container, or ties it to a terminal, the boot of the host, or a log of its own.
    private static final Set<String> LEFT_OUT = Set.of(
            "detach",
            "name",
            "rm",
            "restart",
            "interactive",
            "tty",
            "attach",
            "publish",
            "publish-all",
            "cidfile",
            "pidfile",
            "conmon-pidfile",
            "pull",
            "label",
            "label-file",
            "ip",
            "ip6",
            "mac-address",
            "detach-keys",
            "sig-proxy",
            "log-driver",
            "log-opt",
            "replace",
            "rmi",
            "sdnotify",
            "quiet",
            "health-cmd",
            "health-interval",
            "health-retries",
            "health-timeout",
            "health-start-period",
            "health-start-interval",
            "no-healthcheck");

    private static final List<String> NAMESPACES = List.of("network", "net", "pid", "ipc", "uts", "userns", "cgroupns");
    private static final Set<String> OF_ENGINE = Set.of("bridge", "default", "none", "private", "host", "slirp4netns");
    private static final String CONTAINER = "container:";
    private static final int MOST_VOLUME_PARTS = 3;

    private final ContainerCommand command;
    private final Place place;
    private final Map<String, String> variables = new HashMap<>();
    private boolean unknown;

    RunLine(MadeContainers.Named named, ProjectFile file, Place place) {
        this.command = named.command();
        this.place = place;
        // What the file itself sets, as long as it is one value that stands there.
        Set<String> twice = new HashSet<>();
        file.fragments().stream()
                .flatMap(fragment -> fragment.script().simpleCommands())
                .flatMap(each -> each.assignments().stream())
                .forEach(assignment -> {
                    Optional<String> value = assignment.staticValue().filter(text -> !assignment.isAppend());
                    if (value.isEmpty() || variables.put(assignment.name(), value.get()) != null) {
                        twice.add(assignment.name());
                    }
                });
        variables.keySet().removeAll(twice);
        variables.putAll(place.environment());
    }

    /** Returns whether a command starts something that goes on by itself. */
    static boolean isService(MadeContainers.Named named) {
        ContainerCommand command = named.command();
        boolean restarts = command.flags("restart").stream()
                .anyMatch(flag -> !flag.text().equals("no") && !flag.text().isEmpty());
        return command.action() == ContainerCommand.Action.RUN
                && (command.has("detach") || restarts || named.fragment().host() == Fragment.Host.UNIT);
    }

    /** Where the command is started: the copy of the project, and what the trial made for it. */
    static final class Place {
        private final CommandLineEngine engine;
        private final Settings settings;
        private final ProjectCopy copy;
        private final ProjectPath folder;
        private final String prefix;
        private final Set<String> volumes = new TreeSet<>();
        private final Set<String> networks = new TreeSet<>();

        Place(CommandLineEngine engine, Settings settings, ProjectCopy copy, ProjectPath folder, String prefix) {
            this.engine = engine;
            this.settings = settings;
            this.copy = copy;
            this.folder = folder;
            this.prefix = prefix;
        }

        String named(String name) {
            return prefix + "-" + name;
        }

        /** Returns what the configuration hands to the containers. */
        private Map<String, String> environment() {
            try {
                return settings.environment().isPresent()
                        ? DotEnv.parse(Files.readString(settings.environment().get()))
                        : Map.of();
            } catch (IOException e) {
                return Map.of();
            }
        }

        String volume(String name) {
            if (volumes.add(name)) {
                engine.call("volume", "create", "--label", engine.session().label(), named(name));
            }
            return named(name);
        }

        String network(String name) {
            if (networks.add(name)) {
                engine.call("network", "create", "--label", engine.session().label(), named(name));
            }
            return named(name);
        }

        /**
         * Returns the place in the copy of a relative path: from the folder of the file or one above it, as nobody knows
         * where a script is started; empty if it leads out of the project.
         */
        Optional<Path> inCopy(String path) {
            for (ProjectPath start = folder; copy.holds(start); start = start.parent()) {
                Path found = copy.at(start).resolve(path).normalize();
                if (found.startsWith(copy.folder()) && Files.exists(found)) {
                    return Optional.of(found);
                }
                if (start.value().isEmpty()) {
                    break;
                }
            }
            return Optional.of(copy.at(folder).resolve(path).normalize())
                    .filter(found -> found.startsWith(copy.folder()));
        }

        void close() {
            volumes.forEach(name -> engine.call("volume", "rm", "--force", named(name)));
            networks.forEach(name -> engine.call("network", "rm", named(name)));
        }
    }

    /** Returns why the command is not started, or empty. */
    Optional<String> refusal() {
        if (command.isRemote()) {
            return Optional.of("it is for an engine on another machine");
        }
        if (command.mayHideFlags()) {
            return Optional.of("a variable may hold more options");
        }
        if (command.has("privileged") && !place.settings.allows(Settings.Reach.PRIVILEGED)) {
            return Optional.of(Settings.Reach.PRIVILEGED.refusal());
        }
        boolean host = NAMESPACES.stream()
                .flatMap(name -> command.flags(name).stream())
                .anyMatch(flag -> flag.text().equals("host"));
        if (host && !place.settings.allows(Settings.Reach.NAMESPACES)) {
            return Optional.of(Settings.Reach.NAMESPACES.refusal());
        }
        if (command.hasAny("device", "device-cgroup-rule", "gpus") && !place.settings.allows(Settings.Reach.DEVICES)) {
            return Optional.of(Settings.Reach.DEVICES.refusal());
        }
        if (command.hasAny("volumes-from", "pod", "link")) {
            return Optional.of("it shares what belongs to another container");
        }
        Optional<String> mounts = mounts();
        if (mounts.isPresent()) {
            return mounts;
        }
        unknown = false;
        options();
        words();
        image();
        return unknown
                ? Optional.of("it is started with values that are known only when it runs; the key environment of the"
                        + " configuration can supply them")
                : Optional.empty();
    }

    private Optional<String> mounts() {
        for (ContainerCommand.Flag flag : command.flags("volume", "mount")) {
            String text = text(flag.text());
            String source = flag.name().equals("mount") ? ofMount(text) : text.split(":", -1)[0];
            boolean ofHost =
                    flag.name().equals("mount") ? text.contains("type=bind") : text.indexOf(':') > 0 && isPath(source);
            if (!ofHost) {
                continue;
            }
            if (source.endsWith(".sock")) {
                if (!place.settings.allows(Settings.Reach.SOCKET)) {
                    return Optional.of(Settings.Reach.SOCKET.refusal());
                }
            } else if (host(source).isEmpty() && !place.settings.allows(Settings.Reach.DIRECTORIES)) {
                return Optional.of(Settings.Reach.DIRECTORIES.refusal());
            }
        }
        return Optional.empty();
    }

    private static String ofMount(String text) {
        for (String field : text.split(",", -1)) {
            if (field.startsWith("source=") || field.startsWith("src=")) {
                return field.substring(field.indexOf('=') + 1);
            }
        }
        return "";
    }

    private static boolean isPath(String source) {
        return source.startsWith("/") || source.startsWith(".") || source.startsWith("~");
    }

    /** Returns where a path of the host lies in the copy. */
    private Optional<Path> host(String source) {
        if (source.startsWith("~")) {
            return Optional.empty();
        }
        Path path = Path.of(source);
        return path.isAbsolute()
                ? Optional.of(path.normalize()).filter(each -> each.startsWith(place.copy.folder()))
                : place.inCopy(source);
    }

    /** Returns a text with the variables that are known put in. */
    private String text(String written) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < written.length()) {
            int open = written.indexOf("${", at);
            int close = open < 0 ? -1 : written.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = written.substring(open + 2, close);
            out.append(written, at, open);
            // $(pwd) is what people write as well, and stands as an expansion without a name.
            if (name.equals("PWD") || name.equals("CURDIR") || (name.isEmpty() && open == 0)) {
                out.append(place.copy.at(place.folder));
            } else if (variables.containsKey(name)) {
                out.append(variables.get(name));
            } else {
                unknown = true;
            }
            at = close + 1;
        }
        return out.append(written.substring(at)).toString();
    }

    private String text(ShellWord word) {
        return text(WrittenValue.of(word).text());
    }

    String image() {
        return command.image().map(this::text).orElse("");
    }

    /** Returns the words behind the image. */
    List<String> words() {
        return command.operands().stream().map(this::text).toList();
    }

    /** Returns the ports of the container that are published. */
    List<Integer> ports() {
        Set<Integer> ports = new TreeSet<>();
        for (ContainerCommand.Flag flag : command.flags("publish", "expose")) {
            String inside = text(flag.text());
            inside = inside.substring(inside.lastIndexOf(':') + 1);
            inside = inside.endsWith("/tcp") ? inside.substring(0, inside.length() - "/tcp".length()) : inside;
            if (!inside.isEmpty() && inside.length() <= 5 && inside.chars().allMatch(c -> c >= '0' && c <= '9')) {
                ports.add(Integer.valueOf(inside));
            }
        }
        return List.copyOf(ports);
    }

    /** Returns the health check of the command line as words; empty if it has none. */
    List<String> health() {
        return command.has("no-healthcheck")
                ? List.of("NONE")
                : command.flags("health-cmd").stream()
                        .map(flag -> List.of("CMD-SHELL", text(flag.text())))
                        .reduce((one, other) -> other)
                        .orElse(List.of());
    }

    /** Returns the options of {@code run} that stay. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        command.flags("name").stream().reduce((one, other) -> other).ifPresent(flag -> {
            options.add("--name=" + place.named(text(flag.text())));
            boolean network = command.flags("network", "net").stream().anyMatch(each -> !isOfEngine(text(each.text())));
            if (network) {
                // Others of the file find it under the name that it has there.
                options.add("--network-alias=" + text(flag.text()));
            }
        });
        for (ContainerCommand.Flag flag : command.flags()) {
            if (LEFT_OUT.contains(flag.name())) {
                continue;
            }
            Optional<String> value = flag.value().map(WrittenValue::text).map(this::text);
            options.add("--" + flag.name()
                    + value.map(text -> "=" + placed(flag.name(), text)).orElse(""));
        }
        return options;
    }

    private static boolean isOfEngine(String network) {
        return OF_ENGINE.contains(network) || network.startsWith(CONTAINER);
    }

    private String placed(String flag, String value) {
        return switch (flag) {
            case "network", "net", "pid", "ipc" ->
                value.startsWith(CONTAINER)
                        ? CONTAINER + place.named(value.substring(CONTAINER.length()))
                        : flag.startsWith("net") && !isOfEngine(value) ? place.network(value) : value;
            case "volume" -> volume(value);
            case "mount" -> mount(value);
            case "env-file" -> host(value).map(Path::toString).orElse(value);
            default -> value;
        };
    }

    private String volume(String value) {
        String[] parts = value.split(":", MOST_VOLUME_PARTS);
        if (parts.length < 2) {
            return value;
        }
        parts[0] = isPath(parts[0]) ? host(parts[0]).map(Path::toString).orElse(parts[0]) : place.volume(parts[0]);
        return String.join(":", parts);
    }

    private String mount(String value) {
        List<String> fields = new ArrayList<>();
        boolean bind = value.contains("type=bind");
        for (String field : value.split(",", -1)) {
            if (field.startsWith("source=") || field.startsWith("src=")) {
                String source = field.substring(field.indexOf('=') + 1);
                fields.add("source=" + (bind ? host(source).map(Path::toString).orElse(source) : place.volume(source)));
            } else {
                fields.add(field);
            }
        }
        return String.join(",", fields);
    }
}
