package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Definition;
import dev.drydock.compose.Setting;
import dev.drydock.transform.builtin.ComposeSections;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * An internal network for some services, and for those that use them beside the networks that they have.
 *
 * @param servers the services that are on the internal network only
 * @param clients the services that are on it, too
 */
record NetworkPlan(ComposeFile file, List<ComposeService> servers, List<ComposeService> clients) {
    private static final String NAME = "backend";
    private static final String DEFAULT = "default";

    /** Returns the name of the network: one of the file that is internal already, or a new one. */
    String name() {
        List<Definition> networks = file.networks();
        Optional<String> present = networks.stream()
                .filter(network -> network.isOn("internal") && !network.isExternal())
                .map(Definition::name)
                .filter(name -> !name.equals(DEFAULT))
                .findFirst();
        boolean taken = networks.stream().anyMatch(network -> network.name().equals(NAME));
        return present.orElse(taken ? NAME + "_internal" : NAME);
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
        Optional<YamlEntry> section = file.section("networks");
        boolean strange = section.isPresent()
                && !(section.get().value() instanceof YamlMapping)
                && !section.get().value().isNull();
        return strange ? Optional.of("the networks of the file are no mapping of their own") : Optional.empty();
    }

    YamlEditor write(YamlEditor editor) {
        String name = name();
        servers.forEach(
                server -> editor.insertLast(server.mapping().orElseThrow(), "networks", YamlValue.strings(name)));
        for (ComposeService client : clients) {
            Optional<Setting> networks = client.setting("networks");
            if (client.networks().stream().anyMatch(link -> link.name().equals(name))) {
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
