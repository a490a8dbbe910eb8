package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.Setting;
import dev.drydock.container.Answer;
import dev.drydock.container.ContainerNeeds;
import dev.drydock.container.HostHints;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.edit.CommentFate;
import dev.drydock.yaml.edit.YamlEditor;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A transform that takes back what a file gives a service of the host. */
abstract class HostTransform extends HardeningTransform {

    HostTransform(String id) {
        super(id);
    }

    /** Returns whether all containers that are concerned can do without. */
    static Answer<Boolean> withoutHost(Hardening hardening) {
        return hardening.ask(ContainerNeeds::withoutHost, Boolean::logicalAnd);
    }

    /** Returns what the mounts, devices and programs of the service hint at. */
    static HostHints hints(Subject subject, Hardening hardening) {
        return HostHints.of(
                hardening.containers().get(0),
                hardening.service().strings("devices"),
                subject.inspection().facts().knowledge().capabilities());
    }

    /**
     * Returns why a setting is not changed where it is written.
     *
     * @param wants whether another service that the place reaches is known to do without
     */
    static Optional<String> elsewhere(Subject subject, Setting setting, Predicate<Hardening> wants) {
        if (setting.isAliased()) {
            return Optional.of("an alias stands in its place, and who else uses the anchor is not looked at");
        }
        if (setting.entry().value().anchor().isPresent()) {
            return Optional.of("it has an anchor, and who else uses it is not looked at");
        }
        return setting.provenance().isOwn()
                ? Optional.empty()
                : shared(subject, setting).obstacle(wants);
    }

    /** Returns whether another service reports the same place. */
    static boolean isReportedElsewhere(Subject subject, Hardening hardening, Setting setting) {
        return !setting.provenance().isOwn() && !shared(subject, setting).isFirst(hardening);
    }

    private static SharedPlace shared(Subject subject, Setting setting) {
        return new SharedPlace(subject.inspection(), subject.file(), setting.entry(), setting.provenance());
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
