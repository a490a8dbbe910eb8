package dev.drydock.transform.builtin.user;

import dev.drydock.compose.CommandValue;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.PortMapping;
import dev.drydock.compose.VolumeMount;
import dev.drydock.compose.Watch;
import dev.drydock.container.RootPrograms;
import dev.drydock.model.PrivilegedPort;
import dev.drydock.project.BuildingServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the services that run an image say about the account that it may run under. */
final class ServiceNeeds {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "/bin/sh", "/bin/bash", "/bin/ash");
    private static final String PREFIX = "CAP_";
    /** What root needs to use the files, accounts and processes of others, which Docker gives to every container. */
    private static final Set<String> KEPT = Set.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "KILL", "SETGID", "SETUID");

    private static final String SOCKET = "/var/run/docker.sock";

    private final List<ComposeService> services;

    ServiceNeeds(BuildingServices building) {
        // A service with a user of its own does not ask the image for one.
        this.services = building.services().stream()
                .filter(service -> service.user().isEmpty())
                .toList();
    }

    /** Returns why the image has to run as root, or empty. */
    Optional<String> reason() {
        return services.stream().flatMap(service -> reason(service).stream()).findFirst();
    }

    private static Optional<String> reason(ComposeService service) {
        String name = "the service " + service.name() + " ";
        if (service.volumes().stream().anyMatch(mount -> mount.target().equals(SOCKET))) {
            return Optional.of(name + "uses the socket of the engine, which belongs to root");
        }
        Optional<PortMapping> port = service.ports().stream()
                .filter(each -> each.targetPorts()
                        .filter(range -> PrivilegedPort.is(range.first()))
                        .isPresent())
                .findFirst();
        if (port.isPresent()) {
            return Optional.of(name + "listens on port " + port.get().target() + ", below 1024");
        }
        if (service.isOn("privileged")
                || addsCapabilities(service)
                || service.setting("devices").isPresent()) {
            return Optional.of(name + "has privileges that only root can use");
        }
        Optional<String> need = Stream.of(service.entrypoint(), service.command())
                .flatMap(Optional::stream)
                .flatMap(command -> command.words().stream())
                .flatMap(word -> Stream.of(word.strip().split(" ")))
                .map(RootPrograms::name)
                .filter(word -> !RootPrograms.isStarter(word) && !word.startsWith("-"))
                .findFirst()
                .map(RootPrograms::needOf)
                .filter(why -> !why.isEmpty());
        if (need.isPresent()) {
            return Optional.of(name + "runs another program: " + need.get());
        }
        return Stream.of(service.entrypoint(), service.command())
                .flatMap(Optional::stream)
                .filter(ServiceNeeds::isScript)
                .findFirst()
                .map(command -> name + "starts a script of its own in the compose file");
    }

    /**
     * Returns whether a service has more capabilities than one that says nothing of them. What root keeps of the usual ones
     * beside {@code cap_drop: [ALL]} is less than that, and no sign that the program uses it.
     */
    private static boolean addsCapabilities(ComposeService service) {
        boolean dropsAll = service.strings("cap_drop").stream().anyMatch("ALL"::equalsIgnoreCase);
        return service.strings("cap_add").stream().anyMatch(name -> !dropsAll || !isKept(name));
    }

    private static boolean isKept(String capability) {
        String name = capability.toUpperCase(Locale.ROOT);
        return KEPT.contains(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name);
    }

    private static boolean isScript(CommandValue command) {
        String text = String.join(" ", command.words());
        String first = text.indexOf(' ') < 0 ? text : text.substring(0, text.indexOf(' '));
        return SHELLS.contains(first) || text.contains("&&") || text.contains(";") || text.contains("apt");
    }

    /**
     * Returns what has to be true of mounts and capabilities for another account to work; with any of it, it is for a person
     * to say.
     */
    List<String> assumptions() {
        List<String> sentences = new ArrayList<>();
        for (ComposeService service : services) {
            List<String> kept = service.strings("cap_add");
            if (!kept.isEmpty()) {
                sentences.add("The service " + service.name() + " works without " + String.join(", ", kept)
                        + ", which only root has.");
            }
            service.hooks().stream()
                    .filter(hook -> hook.user().isEmpty())
                    .forEach(hook -> sentences.add("What " + hook.name() + " runs in the service " + service.name()
                            + " works with the account, too."));
            service.watches().stream()
                    .filter(Watch::copies)
                    .flatMap(watch -> watch.target().stream())
                    .forEach(target -> sentences.add("The account may write to " + target + " of the service "
                            + service.name() + ", where develop.watch deletes files as it."));
            for (VolumeMount mount : service.volumes()) {
                if (!mount.readOnly() && mount.type() != VolumeMount.Type.TMPFS) {
                    sentences.add(
                            mount.type() == VolumeMount.Type.BIND
                                    ? "The account may read, and write where it must, what the host mounts at "
                                            + mount.target() + "."
                                    : "The volume at " + mount.target()
                                            + " is new, or its files belong to the account: a volume keeps the owner that it has.");
                }
            }
        }
        return sentences.stream().distinct().toList();
    }
}
