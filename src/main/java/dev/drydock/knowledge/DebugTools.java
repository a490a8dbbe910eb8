package dev.drydock.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Packages that a running container seldom needs. */
public final class DebugTools {
    private final Map<String, DebugTool> tools = new LinkedHashMap<>();
    private final Map<String, List<String>> libraries;

    /** Why the package is seldom needed. */
    public enum Group {
        EDITORS,
        NETWORK,
        DEBUGGERS,
        READING,
        /** Servers and clients for remote login. */
        REMOTE,
        /** Seldom needed, and started by other programs that do not say so. */
        RISKY,
        /** Too often needed to be removed without being asked. */
        OPTIONAL
    }

    /**
     * One package.
     *
     * @param commands the commands that prove a use when a script names them
     */
    public record DebugTool(String name, Group group, List<String> commands) {}

    DebugTools(Fields fields) {
        for (Group group : Group.values()) {
            fields.fields(group.name().toLowerCase(Locale.ROOT))
                    .ifPresent(each -> each.names()
                            .forEach(name -> tools.put(name, new DebugTool(name, group, each.texts(name)))));
        }
        libraries = fields.textsMap("libraries");
        fields.text("source");
        fields.end();
    }

    /** The package, empty when it is none of these tools. */
    public Optional<DebugTool> find(String packageName) {
        return Optional.ofNullable(tools.get(packageName));
    }

    /** The libraries that start a command of a package, which their names do not say. */
    public List<String> startersOf(DebugTool tool) {
        return libraries.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(tool.commands()::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names of all packages. */
    public Set<String> names() {
        return Collections.unmodifiableSet(tools.keySet());
    }
}
