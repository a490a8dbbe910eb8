package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import dev.drydock.container.Mounts;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.HostPaths;
import dev.drydock.knowledge.HostPaths.HostPath;
import dev.drydock.knowledge.HostPaths.Reading;
import dev.drydock.model.ContainerPath;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Makes mounts of sensitive folders of the host read-only where the image is known to read only, and reports the others. */
public final class RunReadOnlyMounts extends CommandTransform {
    public RunReadOnlyMounts() {
        super("run-read-only-mounts");
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<StartedContainer> container = subject.container();
        if (container.isEmpty()) {
            return;
        }
        HostPaths paths = subject.knowledge().hostPaths();
        for (Mounts.Entry mount : Mounts.of(container.get().command()).mounts()) {
            String source = mount.source().orElse("");
            if (mount.isOfHost() && !paths.isDaemonSocket(source)) {
                paths.find(source)
                        .filter(path -> path.isMeant(source))
                        .ifPresent(path -> inspect(subject, container.get(), mount, path));
            }
        }
    }

    private static void inspect(Subject subject, StartedContainer container, Mounts.Entry mount, HostPath path) {
        TextRange place = Subject.place(mount.flag());
        String message = "the container can " + (mount.readOnly() ? "read " : "change ") + path.path()
                + " of the host: " + path.allows();
        if (mount.readOnly() && path.readOnlyHelps()) {
            subject.notNeeded(place, message, "it is mounted read-only");
        } else if (mount.readOnly() || !path.readOnlyNarrows()) {
            subject.advise(place, message, "mount only the file or directory below it that is needed");
        } else {
            repair(subject, container, mount, path, place, message);
        }
    }

    private static void repair(
            Subject subject,
            StartedContainer container,
            Mounts.Entry mount,
            HostPath path,
            TextRange place,
            String message) {
        WrittenValue value = mount.flag().value().orElseThrow();
        boolean options = mount.flag().name().equals("volume") && value.text().split(":", -1).length > 2;
        String addition = mount.flag().name().equals("mount") ? ",readonly" : options ? ",ro" : ":ro";
        boolean writable = options
                && List.of(value.text().split(":", -1)[2].split(",", -1)).contains("rw");
        Optional<TextEdit> edit = writable ? Optional.empty() : subject.editor().insertBehindValue(value, addition);
        if (edit.isEmpty()) {
            subject.advise(place, message, "mount it read-only if the container only reads");
            return;
        }
        Reading reading = subject.knowledge()
                .hostPaths()
                .reading(container.imageName(), mount.source().orElse(""));
        Answer<Boolean> sources = mount.target()
                .filter(target -> container.obstacle().isEmpty()
                        && Mounts.of(container.command()).areKnown())
                .map(target -> container.needs().readsOnly(ContainerPath.normalise(target)))
                .orElse(Answer.none("where it is mounted is known only when the command runs"));
        Rewrite rewrite = Rewrite.of(
                "mount it read-only",
                reading == Reading.DOCUMENTED || sources.isKnown() ? Safety.REVIEW : Safety.SUGGEST,
                subject.file().path(),
                List.of(edit.get()));
        String rest =
                path.readOnlyHelps() ? "" : " It still reads all of it: a mount of the part that it needs is better.";
        subject.repair(
                place,
                message,
                rewrite.withAssumptions(List.of("The container only reads " + path.path() + "." + rest)));
    }
}
