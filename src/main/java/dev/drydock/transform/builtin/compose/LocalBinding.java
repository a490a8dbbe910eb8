package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.Interpolation;
import dev.drydock.compose.PortMapping;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.Optional;
import java.util.Set;

/** A published port, bound to the loopback interface of the host. */
final class LocalBinding {
    private static final String LOOPBACK = "127.0.0.1";

    private LocalBinding() {}

    /** Returns whether two mappings publish the same port of the same container port, so that both change or none. */
    static boolean isSame(PortMapping one, PortMapping other) {
        return one.published().equals(other.published())
                && one.target().equals(other.target())
                && one.protocol().equals(other.protocol())
                && one.isOnAllInterfaces()
                && other.isOnAllInterfaces();
    }

    /** Returns the variables of which one could bring an address of its own with it. */
    static Set<String> doubtful(PortMapping port) {
        return port.unknown()
                ? Interpolation.of(port.published().orElse("") + port.target()).variables()
                : Set.of();
    }

    /** Writes the address of a port that has none. */
    static YamlEditor write(YamlEditor editor, PortMapping port) {
        if (port.node() instanceof YamlScalar scalar) {
            return editor.replaceScalar(scalar, spelled(scalar.value(), port));
        }
        YamlMapping mapping = (YamlMapping) port.node();
        Optional<YamlEntry> published = mapping.entry("published").or(() -> mapping.entry("target"));
        return published.isPresent()
                ? editor.insertAfter(published.get(), "host_ip", YamlValue.string(LOOPBACK))
                : editor.insertLast(mapping, "host_ip", YamlValue.string(LOOPBACK));
    }

    /** The text keeps its spelling, the protocol too; a port without host port gets two colons. */
    private static String spelled(String text, PortMapping port) {
        boolean bare = port.published().isEmpty() && !text.startsWith(":");
        return LOOPBACK + (bare ? "::" : ":") + text;
    }
}
