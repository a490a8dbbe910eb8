package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.Setting;
import dev.drydock.container.Answer;
import dev.drydock.container.ContainerNeeds;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.edit.CommentFate;
import dev.drydock.yaml.edit.YamlEditor;
import java.util.List;
import java.util.Optional;

/** A transform that takes back what a file gives a service of the host. */
abstract class HostTransform extends HardeningTransform {

    HostTransform(String id) {
        super(id);
    }

    /** Returns whether all containers that are concerned can do without. */
    static Answer<Boolean> withoutHost(Hardening hardening) {
        return hardening.ask(ContainerNeeds::withoutHost, Boolean::logicalAnd);
    }

    /** Returns why a setting is not changed where it is written. */
    static Optional<String> elsewhere(Setting setting) {
        if (setting.isAliased()) {
            return Optional.of("an alias stands in its place, and who else uses the anchor is not looked at");
        }
        return switch (setting.provenance().origin()) {
            case OWN -> Optional.empty();
            case ANCHOR -> Optional.of("it comes from an anchor, where other services use it too");
            case BASE -> Optional.of("it comes from the service that is extended");
        };
    }

    /** Deletes items of one list, and the whole entry if none is left. */
    static void delete(YamlEditor editor, Setting list, List<YamlItem> items) {
        if (((YamlSequence) list.value()).items().size() == items.size()) {
            editor.deleteWithEmptyParents(list.entry(), CommentFate.KEEP);
        } else {
            items.forEach(item -> editor.delete(item, CommentFate.KEEP));
        }
    }
}
