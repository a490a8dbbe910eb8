package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import dev.drydock.container.Mounts;
import dev.drydock.container.WritableFolders;
import dev.drydock.knowledge.Tmpfs;
import dev.drydock.project.ContainerUse;
import dev.drydock.shell.commands.ContainerCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the root file system of a container read-only, with the places that its image writes to on a tmpfs. */
public final class RunReadOnly extends Hardening {
    public RunReadOnly() {
        super("run-read-only", "the container can change its own programs and settings");
    }

    @Override
    protected Optional<String> done(StartedContainer container) {
        return container.command().hasAny("read-only")
                ? Optional.of("--read-only is decided already")
                : Optional.empty();
    }

    @Override
    protected Answer<List<String>> flags(Subject subject, StartedContainer container) {
        if (!Mounts.of(container.command()).areKnown()) {
            return Answer.none("a mount is known only when the command runs");
        }
        Answer<WritableFolders> answer = container.needs().readOnlyRoot();
        if (answer instanceof Answer.None<WritableFolders> none) {
            return Answer.none(none.reason());
        }
        Optional<String> copied = copied(subject, container);
        if (copied.isPresent()) {
            return Answer.none(copied.get() + " copies into the container, which a read-only root refuses");
        }
        List<String> flags = new ArrayList<>(List.of("--read-only"));
        List<Tmpfs> folders = answer.found().orElseThrow().tmpfs();
        folders.forEach(tmpfs -> flags.add("--tmpfs=" + tmpfs.spelling()));
        String places = String.join(", ", folders.stream().map(Tmpfs::path).toList());
        Answer<List<String>> result = with(answer, flags)
                .assuming("The container writes only to its volumes"
                        + (places.isEmpty() ? "." : " and to " + places + "."));
        return container.command().hasAny("env-file")
                ? result.doubted("The file of --env-file does not move where the image writes.")
                : result;
    }

    /** Returns the command of another file that copies into a container of this name. */
    private static Optional<String> copied(Subject subject, StartedContainer container) {
        List<String> names = container.command().flags("name").stream()
                .map(ContainerCommand.Flag::text)
                .toList();
        return subject.inspection().project().commandsAround(subject.file()).uses().stream()
                .filter(use -> use.kind() == ContainerUse.Kind.COPY_INTO && !use.isCompose())
                .filter(use -> names.stream().anyMatch(name -> use.targetText().startsWith(name + ":")))
                .findFirst()
                .map(ContainerUse::place);
    }
}
