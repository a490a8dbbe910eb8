package dev.drydock.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * What compose makes of its files ({@code compose config --format json}), rewritten so that it can be started beside
 * whatever runs on this machine: names and host ports of its own, nothing that starts again by itself, volumes that belong
 * to the trial, limits, and nothing of the host but the copy of the project.
 */
final class ComposeModel {
    private static final String SOCKET = ".sock";

    private final Map<String, Object> model;
    private final Path folder;
    private final Settings settings;
    private final Map<String, String> refused = new TreeMap<>();

    private ComposeModel(Map<String, Object> model, Path folder, Settings settings) {
        this.model = model;
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * Reads what compose printed.
     *
     * @param folder the copy of the project; nothing else of the host is mounted
     */
    static Optional<ComposeModel> read(String json, Path folder, Settings settings) {
        try {
            return JSON.std.anyFrom(json) instanceof Map<?, ?> map
                    ? Optional.of(new ComposeModel(copy(map), folder, settings))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) ->
                copy.put(String.valueOf(key), value instanceof Map<?, ?> inner ? copy(inner) : value));
        return copy;
    }

    /** Returns the services that are started, by name. */
    Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new TreeMap<>();
        mapping(model, "services").forEach((name, service) -> {
            if (service instanceof Map<?, ?>) {
                services.put(name, mapping(mapping(model, "services"), name));
            }
        });
        return services;
    }

    /** Returns the services that are not started, with the reason. */
    Map<String, String> refused() {
        return refused;
    }

    /**
     * Rewrites the model.
     *
     * @param project the name of the compose project
     * @param missing services that cannot be started, with the reason
     * @param label the label of the session: key and value
     */
    void prepare(String project, Map<String, String> missing, List<String> label, Limits limits) {
        model.put("name", project);
        refuse(missing);
        services().values().forEach(service -> prepareService(service, label, limits));
        for (String section : List.of("networks", "volumes")) {
            Map<String, Object> entries = mapping(model, section);
            for (String name : List.copyOf(entries.keySet())) {
                Map<String, Object> entry = mapping(entries, name);
                entry.remove("name");
                entry.remove("external");
                entry.remove("driver_opts");
                mapping(entry, "labels").put(label.get(0), label.get(1));
                entries.put(name, entry);
            }
        }
    }

    /** Gives a service these capabilities and no others. */
    void grant(String name, List<String> capabilities) {
        Optional.ofNullable(services().get(name)).ifPresent(service -> {
            service.put("cap_drop", List.of("ALL"));
            service.put("cap_add", capabilities);
        });
    }

    /** Returns the secrets that the build of a service asks for, by id: a file of the copy, or a variable that is set. */
    Map<String, String> buildSecrets(Map<String, Object> build) {
        Map<String, String> secrets = new TreeMap<>();
        for (Object each : list(build, "secrets")) {
            if (!(each instanceof Map<?, ?> grant) || !(grant.get("source") instanceof String source)) {
                continue;
            }
            String id = grant.get("target") instanceof String target ? target : source;
            Map<String, Object> definition = mapping(mapping(model, "secrets"), source);
            if (definition.get("file") instanceof String file
                    && Path.of(file).normalize().startsWith(folder)) {
                secrets.put(id, "src=" + file);
            } else if (definition.get("environment") instanceof String variable && System.getenv(variable) != null) {
                secrets.put(id, "env=" + variable);
            }
        }
        return secrets;
    }

    /** Takes services out, whatever they ask for. */
    void leaveOut(Set<String> names) {
        names.forEach(mapping(model, "services")::remove);
        services().values().forEach(service -> {
            Map<String, Object> needs = mapping(service, "depends_on");
            names.forEach(needs::remove);
        });
    }

    /**
     * Takes out what may not be started, and what cannot do without it.
     *
     * @param others services that cannot be started, with the reason
     */
    void refuse(Map<String, String> others) {
        refused.putAll(others);
        services()
                .forEach((name, service) ->
                        reason(name, service).ifPresent(reason -> refused.putIfAbsent(name, reason)));
        Set<String> gone = new TreeSet<>(refused.keySet());
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, Map<String, Object>> service : services().entrySet()) {
                Optional<String> missing = mapping(service.getValue(), "depends_on").keySet().stream()
                        .filter(gone::contains)
                        .findFirst();
                if (missing.isPresent() && gone.add(service.getKey())) {
                    refused.put(service.getKey(), "it depends on " + missing.get() + ", which is not started");
                    more = true;
                }
            }
        }
        gone.forEach(mapping(model, "services")::remove);
    }

    private Optional<String> reason(String name, Map<String, Object> service) {
        if (settings.leaveOut().contains(name)) {
            return Optional.of("the configuration leaves it out");
        }
        if (Boolean.TRUE.equals(service.get("privileged")) && !settings.allows(Settings.Reach.PRIVILEGED)) {
            return Optional.of(Settings.Reach.PRIVILEGED.refusal());
        }
        boolean host = List.of("network_mode", "pid", "ipc", "uts", "cgroup", "userns_mode").stream()
                .anyMatch(key -> "host".equals(service.get(key)));
        if (host && !settings.allows(Settings.Reach.NAMESPACES)) {
            return Optional.of(Settings.Reach.NAMESPACES.refusal());
        }
        boolean devices =
                List.of("devices", "device_cgroup_rules", "gpus").stream().anyMatch(service::containsKey);
        if (devices && !settings.allows(Settings.Reach.DEVICES)) {
            return Optional.of(Settings.Reach.DEVICES.refusal());
        }
        return mounts(service);
    }

    private Optional<String> mounts(Map<String, Object> service) {
        for (Object each : list(service, "volumes")) {
            if (!(each instanceof Map<?, ?> mount) || !"bind".equals(mount.get("type"))) {
                continue;
            }
            String source = String.valueOf(mount.get("source"));
            if (source.endsWith(SOCKET)) {
                if (!settings.allows(Settings.Reach.SOCKET)) {
                    return Optional.of(Settings.Reach.SOCKET.refusal());
                }
            } else if (!Path.of(source).normalize().startsWith(folder)
                    && !settings.allows(Settings.Reach.DIRECTORIES)) {
                return Optional.of(Settings.Reach.DIRECTORIES.refusal());
            }
        }
        return Optional.empty();
    }

    private static void prepareService(Map<String, Object> service, List<String> label, Limits limits) {
        service.remove("container_name");
        service.put("restart", "no");
        mapping(service, "labels").put(label.get(0), label.get(1));
        Map<String, Object> ulimits = mapping(service, "ulimits");
        ulimits.putIfAbsent("fsize", Limits.LARGEST_DISK);
        service.put("ulimits", ulimits);
        service.put("logging", Map.of("driver", "json-file", "options", Map.of("max-size", "20m")));
        List<Object> ports = new ArrayList<>();
        for (int port : ports(service)) {
            Map<String, Object> published = new LinkedHashMap<>();
            published.put("target", port);
            published.put("protocol", "tcp");
            published.put("host_ip", "127.0.0.1");
            ports.add(published);
        }
        service.remove("ports");
        if (!ports.isEmpty() && !"host".equals(service.get("network_mode"))) {
            service.put("ports", ports);
        }
        Map<String, Object> deploy = mapping(service, "deploy");
        // What places and repeats containers is for a cluster.
        List.of("replicas", "placement", "restart_policy", "update_config", "mode")
                .forEach(deploy::remove);
        Map<String, Object> limited = mapping(mapping(deploy, "resources"), "limits");
        if (!limited.containsKey("memory") && !service.containsKey("mem_limit")) {
            service.put("mem_limit", limits.memory());
        }
        if (!limited.containsKey("pids") && !service.containsKey("pids_limit")) {
            service.put("pids_limit", limits.processes());
        }
        if (deploy.isEmpty()) {
            service.remove("deploy");
        }
    }

    /** Returns the TCP ports that a service publishes or exposes. */
    static Set<Integer> ports(Map<String, Object> service) {
        Set<Integer> ports = new TreeSet<>();
        for (Object each : list(service, "ports")) {
            if (each instanceof Map<?, ?> port
                    && port.get("target") instanceof Number target
                    && !"udp".equals(port.get("protocol"))) {
                ports.add(target.intValue());
            }
        }
        return ports;
    }

    /** Returns the health check of a service as words; empty if it says nothing. */
    static List<String> health(Map<String, Object> service) {
        Map<String, Object> check = mapping(service, "healthcheck");
        if (Boolean.TRUE.equals(check.get("disable"))) {
            return List.of("NONE");
        }
        return list(check, "test").stream().map(String::valueOf).toList();
    }

    /** Returns the mapping below a key, made and put there if there is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> mapping(Map<String, Object> parent, String key) {
        Object value = parent.get(key);
        if (value instanceof LinkedHashMap<?, ?>) {
            return (Map<String, Object>) value;
        }
        Map<String, Object> made = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> other) {
            made.putAll(copy(other));
        }
        if (value != null || List.of("labels", "services").contains(key)) {
            parent.put(key, made);
        }
        return made;
    }

    static List<?> list(Map<String, Object> parent, String key) {
        return parent.get(key) instanceof List<?> list ? list : List.of();
    }

    String text() {
        try {
            return JSON.std.asString(model);
        } catch (JacksonException e) {
            throw new EngineException("the model of compose cannot be written");
        }
    }
}
