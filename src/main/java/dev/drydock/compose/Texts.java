package dev.drydock.compose;

import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import java.util.Map;
import java.util.Optional;

/** The values of a small mapping by key, aliases resolved. */
record Texts(Map<String, YamlEntry> entries) {

    Optional<YamlNode> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(YamlEntry::value).flatMap(YamlNode::resolved);
    }

    Optional<String> text(String key) {
        return node(key)
                .flatMap(YamlNode::asScalar)
                .filter(scalar -> !scalar.isNull())
                .map(YamlScalar::value);
    }

    boolean isOn(String key) {
        return node(key)
                .flatMap(YamlNode::asScalar)
                .flatMap(YamlScalar::asBoolean)
                .orElse(false);
    }
}
