package dev.drydock.model;

import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.parse.YamlParser;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code package.json}, as far as it says what a Node application runs. JSON is read as the subset of YAML that it is.
 *
 * @param scripts the commands of {@code scripts} by name
 * @param dependencies the names of what it depends on at run time
 * @param developmentDependencies the names of what it depends on while it is built
 */
public record PackageManifest(
        Map<String, String> scripts, Set<String> dependencies, Set<String> developmentDependencies) {
    public PackageManifest {
        scripts = Map.copyOf(scripts);
        dependencies = Set.copyOf(dependencies);
        developmentDependencies = Set.copyOf(developmentDependencies);
    }

    /** Returns what the file says, or empty if it cannot be read. */
    public static Optional<PackageManifest> parse(SourceText source) {
        YamlStream stream = YamlParser.parse(source);
        if (stream.hasErrors()) {
            return Optional.empty();
        }
        return stream.onlyDocument()
                .flatMap(document -> document.mapping())
                .map(root -> new PackageManifest(
                        texts(root, "scripts"),
                        texts(root, "dependencies").keySet(),
                        texts(root, "devDependencies").keySet()));
    }

    private static Map<String, String> texts(YamlMapping root, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Optional<YamlNode> section = root.value(key);
        if (section.isPresent() && section.get() instanceof YamlMapping mapping) {
            mapping.entries()
                    .forEach(entry -> entry.keyText().ifPresent(name -> {
                        if (entry.value() instanceof YamlScalar scalar) {
                            texts.put(name, scalar.value());
                        }
                    }));
        }
        return texts;
    }

    /** Returns whether a package is used at all. */
    public boolean uses(String name) {
        Set<String> all = new HashSet<>(dependencies);
        all.addAll(developmentDependencies);
        return all.contains(name);
    }
}
