package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Definition;
import dev.drydock.compose.Link;
import dev.drydock.compose.Setting;
import dev.drydock.transform.builtin.ComposeSections;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An internal network for some services, and for those that use them beside the networks that they have.
 *
 * @param servers the services that are on the internal network only
 * @param clients the services that are on it, too
 * @param own the name of a network that nobody else is on; without one, any internal network will do
 */
record NetworkPlan(ComposeFile file, List<ComposeService> servers, List<ComposeService> clients, Optional<String> own) {
    private static final String NAME = "private";
    private static final String DEFAULT = "default";

    NetworkPlan(ComposeFile file, List<ComposeService> servers, List<ComposeService> clients) {
        this(file, servers, clients, Optional.empty());
    }

    /** Returns the name of the network: one of the file that is internal already, or a new one. */
    String name() {
        if (own.isPresent()) {
            return own.get();
        }
        List<Definition> networks = file.networks();
        Optional<String> present = networks.stream()
                .filter(network -> network.isOn("internal") && !network.isExternal())
                .map(Definition::name)
                .filter(name -> !name.equals(DEFAULT))
                .findFirst();
        return present.orElseGet(this::newName);
    }

    /**
     * Returns a name behind those of the networks that the clients have. Compose connects a container to its networks in the order
     * of their names (compose-go, NetworksByPriority); the first of them is the one whose gateway and published ports it gets.
     */
    private String newName() {
        String last = clients.stream()
                .flatMap(client -> client.setting("networks").isEmpty()
                        ? Stream.of(DEFAULT)
                        : client.networks().stream().map(Link::name))
                .max(Comparator.naturalOrder())
                .orElse(DEFAULT);
        String name = NAME.compareTo(last) > 0 ? NAME : last + "_" + NAME;
        Set<String> taken = file.networks().stream().map(Definition::name).collect(Collectors.toSet());
        while (taken.contains(name)) {
            name += "_" + NAME;
        }
        return name;
    }

    /** Returns why the networks cannot be written, or empty. */
    Optional<String> obstacle() {
        for (ComposeService client : clients) {
            Optional<Setting> networks = client.setting("networks");
            if (client.mapping().isEmpty()) {
                return Optional.of("the service " + client.name() + " has no mapping of its own");
            }
            if (networks.isPresent()
                    && (!networks.get().provenance().isOwn()
                            || networks.get().isAliased()
                            || networks.get().value().isNull())) {
                return Optional.of("the networks of the service " + client.name() + " come from another place");
            }
        }
        for (ComposeService member : members().toList()) {
            Optional<ComposeService> outsider = heirs(member)
                    .filter(heir -> heir.setting("networks").isEmpty())
                    .filter(heir -> members().noneMatch(heir::equals))
                    .findFirst();
            if (outsider.isPresent()) {
                return Optional.of("the service " + outsider.get().name() + " takes over what " + member.name()
                        + " says, and would change its networks with it");
            }
        }
        Optional<YamlEntry> section = file.section("networks");
        boolean strange = section.isPresent()
                && !(section.get().value() instanceof YamlMapping)
                && !section.get().value().isNull();
        return strange ? Optional.of("the networks of the file are no mapping of their own") : Optional.empty();
    }

    private Stream<ComposeService> members() {
        return Stream.concat(servers.stream(), clients.stream());
    }

    /** Returns the services that take over a new key of a service, by merging or extending it. */
    private Stream<ComposeService> heirs(ComposeService service) {
        Set<String> merging = service.reaches();
        return file.services().stream()
                .filter(other -> !other.equals(service))
                .filter(other -> merging.contains(other.name()) || other.bases().contains(service));
    }

    /** Returns whether a service gets the same networks from another one of its kind, and from none of the other kind. */
    private boolean isGiven(ComposeService service, List<ComposeService> same, List<ComposeService> others) {
        return givers(service, same) && !givers(service, others);
    }

    private boolean givers(ComposeService service, List<ComposeService> from) {
        return from.stream()
                .filter(giver -> giver.setting("networks").isEmpty())
                .anyMatch(giver -> heirs(giver).anyMatch(service::equals));
    }

    YamlEditor write(YamlEditor editor) {
        String name = name();
        servers.stream()
                .filter(server -> !isGiven(server, servers, clients))
                .forEach(server ->
                        editor.insertLast(server.mapping().orElseThrow(), "networks", YamlValue.strings(name)));
        for (ComposeService client : clients) {
            Optional<Setting> networks = client.setting("networks");
            boolean there = networks.isPresent()
                    && client.networks().stream().anyMatch(link -> link.name().equals(name));
            if (there || (networks.isEmpty() && isGiven(client, clients, servers))) {
                continue; // compose refuses a network that is named twice
            }
            if (networks.isEmpty()) {
                editor.insertLast(client.mapping().orElseThrow(), "networks", YamlValue.strings(DEFAULT, name));
            } else if (networks.get().value() instanceof YamlSequence sequence) {
                editor.appendItem(sequence, YamlValue.string(name));
            } else {
                editor.insertInto(networks.get().entry(), name, YamlValue.missing());
            }
        }
        if (file.networks().stream().anyMatch(network -> network.name().equals(name))) {
            return editor;
        }
        YamlValue internal = YamlValue.map("internal", YamlValue.bool(true));
        Optional<YamlEntry> section = file.section("networks");
        if (section.isPresent()) {
            return editor.insertInto(section.get(), name, internal);
        }
        ComposeSections.add(editor, file, "networks", YamlValue.map(name, internal));
        return editor;
    }
}
