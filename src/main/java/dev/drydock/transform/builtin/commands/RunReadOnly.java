package dev.drydock.transform.builtin.commands;

import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.ReadOnlyNeeds;
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
    protected Optional<String> done(Container container) {
        return container.command().hasAny("read-only")
                ? Optional.of("--read-only is decided already")
                : Optional.empty();
    }

    @Override
    protected Decision decide(Subject subject, Container container, ImageFacts facts) {
        if (facts.readOnly().isEmpty() || !facts.isVerified("read-only")) {
            return Decision.not("where " + facts.name() + " writes is not known for sure");
        }
        ReadOnlyNeeds needs = facts.readOnly().get();
        if (!needs.possible()) {
            return Decision.not(facts.name() + " writes to places that must keep their content");
        }
        Optional<String> use = container.otherUse();
        if (use.isPresent()) {
            return Decision.not(use.get());
        }
        Mounts mounts = Mounts.of(container.command());
        if (!mounts.areKnown()) {
            return Decision.not("a mount is known only when the command runs");
        }
        for (String volume : needs.volumes()) {
            if (!mounts.isWritable(volume) && !facts.volumes().contains(volume)) {
                return Decision.not("nothing is mounted at " + volume + ", where the image writes");
            }
        }
        List<String> flags = new ArrayList<>(List.of("--read-only"));
        List<Tmpfs> missing = needs.tmpfs().stream()
                .filter(each -> !mounts.covers(each.path()))
                .toList();
        for (Tmpfs tmpfs : missing) {
            if (mounts.anyBelow(tmpfs.path())) {
                return Decision.not("something is mounted below " + tmpfs.path());
            }
            flags.add("--tmpfs=" + tmpfs.spelling());
        }
        String places =
                String.join(", ", needs.tmpfs().stream().map(Tmpfs::path).toList());
        List<String> assumptions = new ArrayList<>();
        assumptions.add(
                "The container writes only to its volumes" + (places.isEmpty() ? "." : " and to " + places + "."));
        needs.note()
                .ifPresent(
                        note -> assumptions.add("What is known of " + facts.name() + " is respected: " + note + "."));
        return Decision.add(flags, assumptions);
    }
}
