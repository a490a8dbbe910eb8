package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Limits;
import dev.drydock.compose.Setting;
import dev.drydock.knowledge.ResourceLimits;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import dev.drydock.yaml.edit.YamlValue.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which limits a service lacks, and where they go. A file that uses {@code deploy} anywhere may be meant for a swarm, which
 * knows only {@code deploy.resources.limits}; a service may not use both forms.
 */
final class ServiceLimits {
    private static final int PIDS_SINCE_MAJOR = 3;
    private static final int PIDS_SINCE_MINOR = 9;

    private final ComposeService service;
    private final boolean deploy;
    private final List<String> missing = new ArrayList<>();

    /** @param stack whether the file is given to a swarm, whether it says so itself or not */
    ServiceLimits(ComposeService service, boolean stack) {
        this.service = service;
        this.deploy = stack || service.file().usesDeploy();
        Limits limits = service.limits();
        if (limits.memory().isEmpty() && service.setting("memswap_limit").isEmpty()) {
            missing.add("memory");
        }
        boolean cpuQuota = Stream.of("cpu_quota", "cpu_count", "cpu_percent", "cpuset")
                .anyMatch(key -> service.setting(key).isPresent());
        if (limits.cpus().isEmpty() && !cpuQuota) {
            missing.add("cpus");
        }
        if (limits.pids().isEmpty() && !(deploy && isOlderStack(service.file()))) {
            missing.add("pids");
        }
    }

    /** The schema of a stack file knows {@code limits.pids} since version 3.9; without a version the newest holds. */
    private static boolean isOlderStack(ComposeFile file) {
        Optional<String> version = file.version().map(scalar -> scalar.value());
        if (version.isEmpty()) {
            return false;
        }
        String[] parts = version.get().split("\\.", 2);
        try {
            int major = Integer.parseInt(parts[0]);
            int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            return major < PIDS_SINCE_MAJOR || (major == PIDS_SINCE_MAJOR && minor < PIDS_SINCE_MINOR);
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** Returns what is not limited, of {@code memory}, {@code cpus} and {@code pids}. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    /** Leaves the limit out of {@link #missing}. */
    void leave(String limit) {
        missing.remove(limit);
    }

    /** Returns why the limits cannot be written, or empty. */
    Optional<String> obstacle(Siblings siblings) {
        if (service.mapping().isEmpty()) {
            return Optional.of("the service is an alias and has no mapping of its own");
        }
        if (service.hasUnknownBase()) {
            return Optional.of("it extends a service that is not there to read");
        }
        boolean old = Stream.of("mem_limit", "cpus", "pids_limit")
                .anyMatch(key -> service.setting(key).isPresent());
        if (deploy && old) {
            return Optional.of(
                    "it uses mem_limit, cpus or pids_limit in a file with deploy: either of them may be meant");
        }
        if (deploy && deployMapping().isEmpty() && service.setting("deploy").isPresent()) {
            return Optional.of(
                    "its key deploy comes from another place, and a key of its own would replace all of that");
        }
        if (siblings.say(service.name(), "deploy", "mem_limit", "cpus", "pids_limit")) {
            return Optional.of("another compose file of the directory sets limits for it");
        }
        boolean extended = service.file().services().stream()
                .filter(other -> other != service)
                .anyMatch(other -> other.base().filter(base -> base == service).isPresent()
                        && other.ownSetting(deploy ? "mem_limit" : "deploy").isPresent());
        return extended ? Optional.of("a service that extends it sets limits in another form") : Optional.empty();
    }

    private Optional<YamlEntry> deployMapping() {
        return service.ownEntry("deploy")
                .filter(entry -> entry.value() instanceof YamlMapping mapping
                        && mapping.entries().stream().noneMatch(YamlEntry::isMerge)
                        && isPlain(mapping, "resources")
                        && mapping.value("resources")
                                .flatMap(value -> value.asMapping())
                                .map(resources -> isPlain(resources, "limits"))
                                .orElse(true));
    }

    private static boolean isPlain(YamlMapping mapping, String key) {
        return mapping.value(key)
                .map(value -> value instanceof YamlMapping inner
                        && inner.entries().stream().noneMatch(YamlEntry::isMerge))
                .orElse(true);
    }

    /** Puts the missing limits into the service. */
    YamlEditor write(YamlEditor editor, ResourceLimits.Limits values) {
        YamlMapping mapping = service.mapping().orElseThrow();
        if (!deploy) {
            missing.forEach(limit -> editor.insertLast(mapping, key(limit), value(limit, values)));
            return editor;
        }
        MapValue limits = YamlValue.map();
        for (String limit : missing) {
            limits = limits.with(limit, value(limit, values));
        }
        Optional<YamlEntry> own = deployMapping();
        if (own.isEmpty()) {
            return editor.insertLast(mapping, "deploy", YamlValue.map("resources", YamlValue.map("limits", limits)));
        }
        YamlMapping deployed = own.get().value().asMapping().orElseThrow();
        Optional<YamlMapping> resources = deployed.value("resources").flatMap(value -> value.asMapping());
        if (resources.isEmpty()) {
            return editor.insertLast(deployed, "resources", YamlValue.map("limits", limits));
        }
        Optional<YamlMapping> present = resources.get().value("limits").flatMap(value -> value.asMapping());
        if (present.isEmpty()) {
            return editor.insertFirst(resources.get(), "limits", limits);
        }
        limits.entries().forEach(entry -> editor.insertLast(present.get(), entry.getKey(), entry.getValue()));
        return editor;
    }

    private static String key(String limit) {
        return switch (limit) {
            case "memory" -> "mem_limit";
            case "pids" -> "pids_limit";
            default -> limit;
        };
    }

    private YamlValue value(String limit, ResourceLimits.Limits values) {
        return switch (limit) {
            case "memory" -> YamlValue.literal(values.memory());
            case "pids" -> YamlValue.number(values.pids());
            // A number beside mem_limit, a string in deploy (compose-spec, deploy).
            default -> deploy ? YamlValue.string(values.cpus()) : YamlValue.literal(values.cpus());
        };
    }

    /** Returns the reservation of memory, wherever it is written. */
    Optional<Setting> memoryReservation() {
        return service.setting("mem_reservation")
                .or(() -> service.setting("deploy")
                        .flatMap(setting -> service.inside(setting, "resources"))
                        .flatMap(resources -> service.inside(resources, "reservations"))
                        .flatMap(reservations -> service.inside(reservations, "memory")));
    }

    Optional<Setting> cpuReservation() {
        return service.setting("deploy")
                .flatMap(setting -> service.inside(setting, "resources"))
                .flatMap(resources -> service.inside(resources, "reservations"))
                .flatMap(reservations -> service.inside(reservations, "cpus"));
    }
}
