package dev.drydock.compose;

import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import java.util.Map;
import java.util.Optional;

/**
 * A secret or config that a service, or a build, may read: {@code - name}, or the long form.
 *
 * @param source the name at the top of the file
 * @param target where it appears: a file name below {@code /run/secrets}, or an absolute path; empty means the default
 * @param uid the owner as it is written
 * @param gid the group as it is written
 * @param mode the permissions as they are written
 * @param item the item of the list
 * @param node the scalar of the short form, the mapping of the long form
 */
public record Grant(
        String source,
        Optional<String> target,
        Optional<String> uid,
        Optional<String> gid,
        Optional<String> mode,
        YamlItem item,
        YamlNode node,
        Provenance provenance) {

    static Optional<Grant> of(YamlItem item, YamlNode node, Merges merges, Provenance provenance) {
        if (node instanceof YamlScalar scalar) {
            return Optional.of(new Grant(
                    scalar.value(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    item,
                    node,
                    provenance));
        }
        return node.asMapping().map(mapping -> {
            Texts texts = new Texts(Map.copyOf(merges.entries(mapping)));
            return new Grant(
                    texts.text("source").orElse(""),
                    texts.text("target"),
                    texts.text("uid"),
                    texts.text("gid"),
                    texts.text("mode"),
                    item,
                    node,
                    provenance);
        });
    }
}
