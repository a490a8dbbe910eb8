package dev.drydock.model.npm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code package.json} asks for.
 *
 * @param dependencies names and what is asked for, of all kinds that are installed without being asked for by others
 * @param peers what must be there beside it
 * @param workspaces the folders of other packages of the same project, as patterns
 * @param overrides whether it changes what others ask for
 */
public record NpmManifest(
        Map<String, String> dependencies, Map<String, String> peers, List<String> workspaces, boolean overrides) {
    public NpmManifest {
        dependencies = Map.copyOf(dependencies);
        peers = Map.copyOf(peers);
        workspaces = List.copyOf(workspaces);
    }

    /** Returns what the file says, or empty if it is not JSON. */
    public static Optional<NpmManifest> parse(byte[] file) {
        return JsonFile.object(file).map(NpmManifest::of);
    }

    static NpmManifest of(Map<String, Object> root) {
        Map<String, String> dependencies = new LinkedHashMap<>();
        for (String kind : List.of("dependencies", "devDependencies", "optionalDependencies")) {
            dependencies.putAll(JsonFile.texts(root.get(kind)));
        }
        Map<String, String> peers = new LinkedHashMap<>(JsonFile.texts(root.get("peerDependencies")));
        Map<String, Object> about = JsonFile.members(root.get("peerDependenciesMeta"));
        peers.keySet()
                .removeIf(name -> dependencies.containsKey(name)
                        || Boolean.TRUE.equals(JsonFile.members(about.get(name)).get("optional")));
        return new NpmManifest(dependencies, peers, workspaces(root.get("workspaces")), root.containsKey("overrides"));
    }

    private static List<String> workspaces(Object value) {
        Object list = value instanceof Map<?, ?> detailed ? detailed.get("packages") : value;
        List<String> patterns = new ArrayList<>();
        if (list instanceof List<?> items) {
            items.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .map(text -> text.startsWith("./") ? text.substring(2) : text)
                    .map(text -> text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                    .forEach(patterns::add);
        }
        return patterns;
    }
}
