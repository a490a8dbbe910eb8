package dev.drydock.compose;

import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;

/**
 * A network, volume, secret or config at the top of a file.
 *
 * @param name its name in the file
 * @param entry the entry that defines it
 * @param mapping its settings; empty if it has none ({@code data:})
 */
public record Definition(String name, YamlEntry entry, Optional<YamlMapping> mapping, Merges merges) {

    private Texts texts() {
        return new Texts(mapping.map(merges::entries).orElse(Map.of()));
    }

    /** Returns the text of one of its keys, such as {@code file}, {@code environment}, {@code driver} or {@code name}. */
    public Optional<String> text(String key) {
        return texts().text(key);
    }

    public Optional<YamlNode> node(String key) {
        return texts().node(key);
    }

    public boolean isOn(String key) {
        return texts().isOn(key);
    }

    /** Returns whether it is made outside of compose: {@code external: true} or the older mapping. */
    public boolean isExternal() {
        return isOn("external") || node("external").flatMap(YamlNode::asMapping).isPresent();
    }
}
