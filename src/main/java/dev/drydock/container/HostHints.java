package dev.drydock.container;

import dev.drydock.knowledge.Capabilities;
import dev.drydock.knowledge.Capabilities.Capability;
import dev.drydock.model.ContainerPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the mounts, devices and programs of a container say that it wants of the host, where nothing is known of its image.
 *
 * @param capabilities which it uses, {@code NET_ADMIN} for a program that sets up routes
 * @param kernel the part of the host's kernel or hardware that it is given as a directory; empty if it is given none
 */
public record HostHints(Set<String> capabilities, Optional<String> kernel) {
    /** Directories through which the kernel and its devices are worked with. */
    private static final List<String> KERNEL = List.of("/dev", "/sys", "/proc", "/lib/modules", "/boot", "/run/udev");

    /**
     * Returns the hints.
     *
     * @param devices as they are written, {@code /dev/net/tun:/dev/net/tun:rwm}
     */
    public static HostHints of(Container container, List<String> devices, Capabilities known) {
        Set<String> wanted = new TreeSet<>();
        Set<String> programs = programs(container);
        for (String name : known.names()) {
            boolean used = known.find(name)
                    .filter(capability -> !capability.byDefault())
                    .filter(capability -> capability.users().stream().anyMatch(programs::contains))
                    .isPresent();
            if (used) {
                wanted.add(name);
            }
        }
        for (String device : devices) {
            known.names().stream()
                    .filter(name -> known.find(name)
                            .filter(capability -> capability.devices().contains(device.split(":", -1)[0]))
                            .isPresent())
                    .forEach(wanted::add);
        }
        Optional<String> kernel = container.mounts().stream()
                .filter(mount -> mount.kind() == Mount.Kind.BIND)
                .flatMap(mount -> mount.source().stream())
                .filter(HostHints::isOfKernel)
                .findFirst();
        return new HostHints(Collections.unmodifiableSet(wanted), kernel);
    }

    /** Returns why a container that is privileged may need all of it, a clause; empty if one capability at most would do. */
    public Optional<String> whyPrivileged(Capabilities known) {
        if (kernel.isPresent()) {
            return Optional.of("it is given " + kernel.get() + " of the host as well");
        }
        boolean open = capabilities.size() > 1
                || capabilities.stream()
                        .anyMatch(name -> known.find(name)
                                .filter(Capability::isAsGoodAsRoot)
                                .isPresent());
        return open ? Optional.of("it looks as if it used " + String.join(", ", capabilities)) : Optional.empty();
    }

    private static boolean isOfKernel(String source) {
        return source.equals("/")
                || (source.startsWith("/") && KERNEL.stream().anyMatch(path -> ContainerPath.isWithin(source, path)));
    }

    /** The programs that it starts, and the words of the last part of its image's name. */
    private static Set<String> programs(Container container) {
        List<String> names = new ArrayList<>();
        container.start().ifPresent(start -> {
            start.words().stream().limit(1).map(RootPrograms::name).forEach(names::add);
            start.programsOfScripts().forEach(names::add);
        });
        if (container.image() instanceof ContainerImage.Pulled pulled) {
            String text = pulled.text().toLowerCase(Locale.ROOT);
            String last = text.substring(text.lastIndexOf('/') + 1);
            int end = last.indexOf(':') < 0 ? last.length() : last.indexOf(':');
            names.add(last.substring(0, end));
            // A part of two letters, such as "ip", says nothing in the name of an image.
            Stream.of(last.substring(0, end).split("[-_.]", -1))
                    .filter(part -> part.length() > 2)
                    .forEach(names::add);
        }
        return new LinkedHashSet<>(names);
    }
}
