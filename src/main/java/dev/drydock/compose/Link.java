package dev.drydock.compose;

import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlMapping;
import java.util.Optional;

/**
 * A name that a service refers to: a service that it depends on or links to, or a network that it joins.
 *
 * @param name the name, without the alias of {@code links}
 * @param element the item of a list, or the entry of a mapping
 * @param options the mapping behind the name, such as aliases or a condition, if there is one
 */
public record Link(String name, YamlElement element, Optional<YamlMapping> options, Provenance provenance) {}
