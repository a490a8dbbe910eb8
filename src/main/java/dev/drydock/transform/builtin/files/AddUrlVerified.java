package dev.drydock.transform.builtin.files;

import dev.drydock.dockerfile.AddInstruction;
import dev.drydock.dockerfile.Argument;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.image.Digest;
import dev.drydock.model.Frontend;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lets a build stop when a file that ADD fetches is another one than the lock file says. */
public final class AddUrlVerified extends DockerfileTransform {
    private static final String MESSAGE = "ADD fetches a file and takes whatever comes";

    /** Parts of an address that mean another file tomorrow. */
    private static final Set<String> MOVING =
            Set.of("latest", "master", "main", "head", "nightly", "current", "stable", "edge", "snapshot");

    public AddUrlVerified() {
        super("add-url-verified");
    }

    @Override
    protected void inspect(Subject subject) {
        subject.build().file().instructions().stream()
                .filter(AddInstruction.class::isInstance)
                .map(AddInstruction.class::cast)
                .filter(add -> add.sources().stream().anyMatch(RemoteFiles::isOne))
                .forEach(add -> inspect(subject, add));
    }

    private static void inspect(Subject subject, AddInstruction add) {
        if (add.flag("checksum").isPresent()) {
            subject.notNeeded(add.keyword().range(), MESSAGE, "it has a checksum");
            return;
        }
        Argument source = add.sources().get(0);
        Optional<String> address = RemoteFiles.address(source);
        Optional<Digest> known =
                address.map(text -> subject.inspection().facts().checksums().get(text));
        Optional<String> obstacle = add.sources().size() > 1
                ? Optional.of("a checksum is for one file, and this ADD has several")
                : address.isEmpty()
                        ? Optional.of("its address depends on a variable")
                        : Frontend.obstacle(subject.build().file(), Frontend.CHECKSUMS);
        if (obstacle.isEmpty() && known.isEmpty()) {
            obstacle = Optional.of("drydock.lock has no checksum of it; drydock lock --downloads looks it up");
        }
        if (obstacle.isPresent()) {
            subject.abstain(source.range(), MESSAGE, obstacle.get());
            return;
        }
        List<String> notes = new ArrayList<>();
        notes.add("When the file changes, the build stops; drydock lock --downloads --update takes the new one.");
        boolean moves = isMoving(address.orElseThrow());
        subject.repair(
                source.range(),
                MESSAGE,
                new Rewrite(
                        "check the file against drydock.lock",
                        moves ? Safety.SUGGEST : Safety.REVIEW,
                        List.of(new FileChange.Edits(
                                subject.file().path(),
                                List.of(subject.editor().addFlag(add, "--checksum=" + known.orElseThrow())))),
                        List.of("The address always leads to the same file."),
                        notes));
    }

    private static boolean isMoving(String address) {
        String path = address.substring(address.indexOf("://") + 3).toLowerCase(Locale.ROOT);
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || "/-_.?=&".indexOf(path.charAt(i)) >= 0) {
                if (MOVING.contains(path.substring(start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
