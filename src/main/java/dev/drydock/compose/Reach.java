package dev.drydock.compose;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.yaml.YamlAlias;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which services a place of a file belongs to: the one it stands in, those that bring it in by an alias of an anchor around
 * it, directly or through other anchors, and those that extend one of these.
 */
final class Reach {
    private final Map<YamlElement, String> serviceOf = new HashMap<>();
    private final Map<String, List<String>> extendedBy = new HashMap<>();
    private final Map<YamlNode, List<YamlAlias>> aliases = new HashMap<>();

    Reach(ComposeFile file) {
        for (ComposeService service : file.services()) {
            serviceOf.put(service.entry(), service.name());
            service.extended()
                    .filter(base -> base.file().isEmpty())
                    .ifPresent(base -> extendedBy
                            .computeIfAbsent(base.service(), unused -> new ArrayList<>())
                            .add(service.name()));
        }
        file.document()
                .ifPresent(document -> document.descendants(YamlAlias.class)
                        .forEach(alias -> document.target(alias)
                                .ifPresent(target -> aliases.computeIfAbsent(target, unused -> new ArrayList<>())
                                        .add(alias))));
    }

    Set<String> of(YamlElement element) {
        Set<String> services = new LinkedHashSet<>();
        Set<SyntaxElement> seen = new HashSet<>();
        Deque<SyntaxElement> open = new ArrayDeque<>(List.of(element));
        while (!open.isEmpty()) {
            SyntaxElement place = open.pop();
            while (place != null && seen.add(place)) {
                if (place instanceof YamlElement known && serviceOf.containsKey(known)) {
                    services.add(serviceOf.get(known));
                }
                if (place instanceof YamlNode node) {
                    open.addAll(aliases.getOrDefault(node, List.of()));
                }
                place = place.parent().orElse(null);
            }
        }
        addExtending(services);
        return services;
    }

    private void addExtending(Collection<String> services) {
        Deque<String> open = new ArrayDeque<>(services);
        while (!open.isEmpty()) {
            for (String extending : extendedBy.getOrDefault(open.pop(), List.of())) {
                if (services.add(extending)) {
                    open.add(extending);
                }
            }
        }
    }
}
