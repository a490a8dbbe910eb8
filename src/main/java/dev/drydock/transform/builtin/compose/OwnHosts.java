package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The names and addresses under which the services of a project find each other. */
final class OwnHosts {
    private static final Set<String> IN_NETWORKS = Set.of("ipv4_address", "aliases");

    private OwnHosts() {}

    static Set<String> of(Project project) {
        Set<String> hosts = new HashSet<>();
        project.files(FileKind.COMPOSE)
                .flatMap(file -> project.compose(file).services().stream())
                .forEach(service -> add(service, hosts));
        return hosts;
    }

    private static void add(ComposeService service, Set<String> hosts) {
        hosts.add(service.name());
        Stream.of("container_name", "hostname")
                .flatMap(key -> service.setting(key).stream())
                .flatMap(setting -> setting.text().stream())
                .forEach(hosts::add);
        service.setting("networks").map(Setting::value).ifPresent(networks -> collect(networks, false, hosts));
    }

    private static void collect(YamlNode node, boolean named, Set<String> hosts) {
        if (node instanceof YamlMapping mapping) {
            mapping.entries()
                    .forEach(entry -> collect(
                            entry.value(),
                            named || IN_NETWORKS.contains(entry.keyText().orElse("")),
                            hosts));
        } else if (node instanceof YamlSequence sequence) {
            sequence.items().forEach(item -> collect(item.value(), named, hosts));
        } else if (named && node instanceof YamlScalar scalar) {
            hosts.add(scalar.value());
        }
    }
}
