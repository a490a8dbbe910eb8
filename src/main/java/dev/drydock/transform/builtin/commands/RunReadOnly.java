package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import dev.drydock.container.WritableFolders;
import dev.drydock.knowledge.Tmpfs;
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
}
