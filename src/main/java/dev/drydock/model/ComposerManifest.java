package dev.drydock.model;

import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.parse.YamlParser;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code composer.json} of PHP, as far as it says what an installation does besides unpacking packages. JSON is read as the
 * subset of YAML that it is.
 *
 * @param eventScripts the names of the scripts that composer runs by itself, such as {@code post-install-cmd}
 * @param movesFolders whether packages or their programs go to other folders than usual
 */
public record ComposerManifest(Set<String> eventScripts, boolean movesFolders) {
    public ComposerManifest {
        eventScripts = Set.copyOf(eventScripts);
    }

    /** Returns what the file says, or empty if it cannot be read. */
    public static Optional<ComposerManifest> parse(SourceText source) {
        YamlStream stream = YamlParser.parse(source);
        if (stream.hasErrors()) {
            return Optional.empty();
        }
        return stream.onlyDocument()
                .flatMap(document -> document.mapping())
                .map(root -> new ComposerManifest(eventScripts(root), movesFolders(root)));
    }

    private static Set<String> eventScripts(YamlMapping root) {
        Set<String> names = keys(root, "scripts");
        names.removeIf(name -> !name.startsWith("pre-") && !name.startsWith("post-"));
        return names;
    }

    private static boolean movesFolders(YamlMapping root) {
        Set<String> settings = keys(root, "config");
        return settings.contains("vendor-dir") || settings.contains("bin-dir");
    }

    private static Set<String> keys(YamlMapping root, String section) {
        Set<String> keys = new HashSet<>();
        root.value(section)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .ifPresent(mapping ->
                        mapping.entries().forEach(entry -> entry.keyText().ifPresent(keys::add)));
        return keys;
    }
}
