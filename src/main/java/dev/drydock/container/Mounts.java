package dev.drydock.container;

import dev.drydock.shell.commands.ContainerCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command line mounts into its container.
 *
 * @param mounts in the order of the line
 * @param areKnown whether nothing else is mounted, and each target is written on the line
 */
public record Mounts(List<Entry> mounts, boolean areKnown) {

    public Mounts {
        mounts = List.copyOf(mounts);
    }

    /**
     * One mount as it is written.
     *
     * @param source a path or the name of a volume, expansions as {@code ${name}}; empty for an anonymous volume or a tmpfs
     * @param target where it is seen; empty if that is known only when the command runs
     */
    public record Entry(
            ContainerCommand.Flag flag, Optional<String> source, Optional<String> target, boolean readOnly) {
        /** Returns the mount as the judges of containers see it; empty if its target is known only when the command runs. */
        public Optional<Mount> asked() {
            return target.map(path -> new Mount(kind(), path, source, readOnly));
        }

        private Mount.Kind kind() {
            if (flag.name().equals("tmpfs")) {
                return Mount.Kind.TMPFS;
            }
            return isOfHost() ? Mount.Kind.BIND : Mount.Kind.VOLUME;
        }

        /** Returns whether the source is a path of the host. */
        public boolean isOfHost() {
            return source.filter(text -> text.startsWith("/")
                            || text.startsWith(".")
                            || text.startsWith("~")
                            || text.startsWith("${"))
                    .isPresent();
        }
    }

    /** Reads the flags of a command that makes a container. */
    public static Mounts of(ContainerCommand command) {
        List<Entry> mounts = new ArrayList<>();
        boolean known = !command.hasAny("volumes-from");
        for (ContainerCommand.Flag flag : command.flags("volume", "mount", "tmpfs")) {
            Optional<Entry> mount = switch (flag.name()) {
                case "volume" -> volume(flag);
                case "mount" -> mount(flag);
                default ->
                    Optional.of(
                            new Entry(flag, Optional.empty(), path(flag.text().split(":", -1)[0]), false));
            };
            mount.ifPresent(mounts::add);
            known &= mount.flatMap(Entry::target).isPresent();
        }
        return new Mounts(mounts, known);
    }

    /** Reads {@code [source:]target[:options]}. */
    private static Optional<Entry> volume(ContainerCommand.Flag flag) {
        String[] parts = flag.text().split(":", -1);
        if (parts.length > 3) {
            return Optional.empty();
        }
        boolean readOnly = parts.length == 3 && List.of(parts[2].split(",", -1)).contains("ro");
        Optional<String> source = parts.length > 1 ? Optional.of(parts[0]) : Optional.empty();
        return Optional.of(new Entry(flag, source, path(parts.length > 1 ? parts[1] : parts[0]), readOnly));
    }

    /** Reads {@code type=bind,source=...,target=...,readonly}. */
    private static Optional<Entry> mount(ContainerCommand.Flag flag) {
        Optional<String> source = Optional.empty();
        Optional<String> target = Optional.empty();
        boolean readOnly = false;
        for (String field : flag.text().split(",", -1)) {
            int equals = field.indexOf('=');
            String key = equals < 0 ? field : field.substring(0, equals);
            String value = equals < 0 ? "true" : field.substring(equals + 1);
            switch (key) {
                case "source", "src" -> source = Optional.of(value);
                case "target", "dst", "destination" -> target = path(value);
                case "readonly", "ro" -> readOnly = value.equals("true") || value.equals("1");
                default -> {
                    // Types and options of propagation do not matter here.
                }
            }
        }
        return target.isEmpty() && source.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entry(flag, source, target, readOnly));
    }

    private static Optional<String> path(String text) {
        boolean absolute = text.startsWith("/") && text.indexOf('$') < 0;
        int end = text.length();
        while (end > 1 && text.charAt(end - 1) == '/') {
            end--;
        }
        return absolute ? Optional.of(text.substring(0, end)) : Optional.empty();
    }
}
