package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.yaml.CollectionStyle;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts keys and items into a service, next to what they belong to and in the style of its lists. A key that a merge brings in
 * gets a key of its own in the service, which takes over the items, because a merge is shallow.
 */
final class ServiceEdit {
    /** Keys about privileges, in the order in which they are kept together. */
    private static final List<String> RELATED =
            List.of("user", "privileged", "read_only", "tmpfs", "cap_drop", "cap_add", "security_opt");

    private final ComposeService service;
    private final YamlEditor editor;

    ServiceEdit(ComposeService service, YamlEditor editor) {
        this.service = service;
        this.editor = editor;
    }

    /** Returns why items cannot be added under a key. */
    static Optional<String> obstacle(ComposeService service, String key) {
        Optional<Setting> own = service.ownSetting(key);
        boolean tagged = own.flatMap(setting -> setting.entry().value().tag()).isPresent();
        if (tagged) {
            return Optional.of("its key " + key + " has a tag");
        }
        boolean list = service.setting(key)
                .map(setting -> setting.value() instanceof YamlSequence
                        || setting.value().isNull()
                        || (key.equals("tmpfs") && setting.text().isPresent()))
                .orElse(true);
        return list ? Optional.empty() : Optional.of("its key " + key + " is no list");
    }

    /** Adds a key with a value that is no list, or gives it that value. */
    ServiceEdit set(String key, YamlValue value) {
        Optional<YamlEntry> own = service.ownEntry(key);
        if (own.isPresent()) {
            editor.replaceValue(own.get().value(), value);
        } else {
            insert(key, value);
        }
        return this;
    }

    /** Adds items to the list under a key. */
    ServiceEdit add(String key, List<String> items) {
        if (items.isEmpty()) {
            return this;
        }
        Optional<YamlEntry> own = service.ownEntry(key);
        if (own.isEmpty()) {
            List<String> all = new ArrayList<>(merged(key));
            items.stream().filter(item -> !all.contains(item)).forEach(all::add);
            insert(key, list(all));
            return this;
        }
        YamlNode value = own.get().value();
        if (value instanceof YamlSequence || value.isNull()) {
            items.forEach(item -> editor.appendInto(own.get(), YamlValue.string(item)));
        } else {
            List<String> all =
                    new ArrayList<>(service.ownSetting(key).orElseThrow().strings());
            all.addAll(items);
            editor.replaceValue(value, list(all));
        }
        return this;
    }

    /** What a merge key brings in would be hidden by a key of the service; what a base says is joined by compose. */
    private List<String> merged(String key) {
        return service.localSetting(key).map(Setting::strings).orElse(List.of());
    }

    private void insert(String key, YamlValue value) {
        YamlMapping mapping = service.mapping().orElseThrow();
        Optional<YamlEntry> before = predecessor(mapping, key);
        Optional<YamlEntry> after = follower(mapping, key);
        if (before.isPresent()) {
            editor.insertAfter(before.get(), key, value);
        } else if (after.isPresent()) {
            editor.insertBefore(after.get(), key, value);
        } else {
            editor.insertLast(mapping, key, value);
        }
    }

    /** Returns the nearest related entry that stands before this key by custom. */
    private static Optional<YamlEntry> predecessor(YamlMapping mapping, String key) {
        List<YamlEntry> before = RELATED.subList(0, RELATED.indexOf(key)).stream()
                .flatMap(related -> mapping.entry(related).stream())
                .toList();
        return before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
    }

    private static Optional<YamlEntry> follower(YamlMapping mapping, String key) {
        return RELATED.subList(RELATED.indexOf(key) + 1, RELATED.size()).stream()
                .flatMap(related -> mapping.entry(related).stream())
                .findFirst();
    }

    private YamlValue list(List<String> items) {
        YamlValue.ListValue block = YamlValue.strings(items);
        return isFlowCustom() ? new YamlValue.ListValue(block.items(), true) : block;
    }

    private boolean isFlowCustom() {
        return service.file()
                .document()
                .orElseThrow()
                .derived(ListCustom.class, ListCustom::of)
                .flow();
    }

    /** Whether the lists of the file stand in brackets, short ones of strings at least. */
    private record ListCustom(boolean flow) {
        static ListCustom of(YamlDocument document) {
            int flow = 0;
            int block = 0;
            for (YamlSequence list :
                    document.root().descendants(YamlSequence.class).toList()) {
                if (list.style() == CollectionStyle.BLOCK) {
                    block++;
                } else if (!list.items().isEmpty()) {
                    flow++;
                }
            }
            return new ListCustom(flow > block);
        }
    }
}
