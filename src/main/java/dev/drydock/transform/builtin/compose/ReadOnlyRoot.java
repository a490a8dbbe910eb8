package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.compose.VolumeMount;
import dev.drydock.container.Answer;
import dev.drydock.container.ContainerNeeds;
import dev.drydock.container.ExecutedCommand;
import dev.drydock.container.Mount;
import dev.drydock.container.WritableFolders;
import dev.drydock.knowledge.Tmpfs;
import dev.drydock.model.ContainerPath;
import dev.drydock.project.ContainerUse;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.edit.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the root of a service read-only, with a tmpfs where it writes. */
public final class ReadOnlyRoot extends HardeningTransform {

    public ReadOnlyRoot() {
        super("read-only-root");
    }

    @Override
    void inspect(Subject subject, Hardening hardening) {
        ComposeService service = hardening.service();
        Optional<Setting> given = service.setting("read_only");
        if (given.isPresent() && given.get().isOn()) {
            return;
        }
        TextRange place = place(service);
        String message = "the service " + service.name() + " can write to its whole image";
        if (isOutOfReach(subject, hardening, message, "read_only", "tmpfs")) {
            return;
        }
        Optional<String> obstacle = obstacle(hardening, given);
        if (obstacle.isPresent()) {
            subject.abstain(place, message, obstacle.get());
            return;
        }
        Answer<WritableFolders> answer = hardening.ask(ContainerNeeds::readOnlyRoot, WritableFolders::and);
        if (answer instanceof Answer.None<WritableFolders> none) {
            subject.abstain(place, message, none.reason());
            return;
        }
        List<Tmpfs> folders = answer.found().orElseThrow().tmpfs();
        ContainerUses uses = new ContainerUses(subject.inspection().project(), subject.file());
        Optional<String> changed = withoutTmpfs(uses, folders).or(() -> changedFromOutside(uses, hardening, folders));
        if (changed.isPresent()) {
            subject.abstain(place, message, changed.get());
            return;
        }
        answer = withUnclearCommands(answer, uses, hardening, folders);
        Optional<String> volume = mountedBySome(hardening, folders);
        if (volume.isPresent()) {
            subject.abstain(place, message, "another service or file that is joined with it mounts " + volume.get());
            return;
        }
        var editor = subject.editor();
        new ServiceEdit(service, editor)
                .set("read_only", YamlValue.bool(true))
                .add("tmpfs", folders.stream().map(Tmpfs::spelling).toList());
        subject.repair(place, message, title(folders), safety(answer), editor.finish(), answer.assumptions());
    }

    private static Optional<String> obstacle(Hardening hardening, Optional<Setting> given) {
        if (given.isPresent()) {
            return Optional.of("the file says read_only: " + given.get().text().orElse(""));
        }
        for (ComposeService concerned : hardening.concernedServices()) {
            if (ServiceContainer.hasGrantWithoutFile(concerned)) {
                return Optional.of("it has a secret or config that is no file, which compose refuses with read_only");
            }
        }
        return hardening.siblings().say(hardening.service().name(), "read_only")
                ? Optional.of("another compose file of the directory says read_only of it")
                : ServiceEdit.obstacle(hardening.service(), "tmpfs");
    }

    /** Of a stack the root is made read-only, but {@code tmpfs} is not read (docker/cli, cli/compose/convert/service.go). */
    private static Optional<String> withoutTmpfs(ContainerUses uses, List<Tmpfs> folders) {
        return folders.isEmpty()
                ? Optional.empty()
                : uses.stackDeploy()
                        .map(stack -> stack + ", which makes no tmpfs, and it writes to "
                                + folders.get(0).path() + "; give it a volume of the type tmpfs there");
    }

    /** Returns the command of the project that changes files of the container while it runs. */
    private static Optional<String> changedFromOutside(ContainerUses uses, Hardening hardening, List<Tmpfs> folders) {
        List<Mount> mounts = hardening.containers().get(0).mounts();
        Optional<String> copy = hardening.concernedServices().stream()
                .flatMap(service -> uses.of(service, ContainerUse.Kind.COPY_INTO))
                .filter(use -> !isIntoVolume(use, mounts))
                .map(use -> use.place() + " copies into the container, which a read-only root refuses")
                .findFirst();
        return copy.or(() -> executed(uses, hardening)
                .filter(use ->
                        new ExecutedCommand(mounts, folders).effect(use.words()) == ExecutedCommand.Effect.CHANGES)
                .map(use -> use.place() + " changes files in the container")
                .findFirst());
    }

    private static Stream<ContainerUse> executed(ContainerUses uses, Hardening hardening) {
        return hardening.concernedServices().stream()
                .flatMap(service -> uses.of(service, ContainerUse.Kind.EXEC))
                .distinct();
    }

    private static boolean isIntoVolume(ContainerUse use, List<Mount> mounts) {
        String target = use.targetText();
        String path = target.substring(target.indexOf(':') + 1);
        return path.startsWith("/")
                && mounts.stream()
                        .anyMatch(mount -> mount.kind() != Mount.Kind.TMPFS && !mount.readOnly() && mount.covers(path));
    }

    private static Answer<WritableFolders> withUnclearCommands(
            Answer<WritableFolders> answer, ContainerUses uses, Hardening hardening, List<Tmpfs> folders) {
        List<Mount> mounts = hardening.containers().get(0).mounts();
        return executed(uses, hardening)
                .filter(use ->
                        new ExecutedCommand(mounts, folders).effect(use.words()) == ExecutedCommand.Effect.UNKNOWN)
                .findFirst()
                .map(use -> answer.doubted("What " + use.place() + " runs in the container changes no file there."))
                .orElse(answer);
    }

    /** A tmpfs on a path that is a volume too is an error when compose loads the file. */
    private static Optional<String> mountedBySome(Hardening hardening, List<Tmpfs> folders) {
        return hardening.concernedServices().stream()
                .flatMap(service ->
                        Stream.concat(Stream.of(service), hardening.siblings().named(service.name())))
                .flatMap(service -> service.volumes().stream())
                .map(VolumeMount::target)
                .filter(target -> target.startsWith("/"))
                .map(ContainerPath::normalise)
                .filter(target ->
                        folders.stream().anyMatch(folder -> folder.path().equals(target)))
                .findFirst();
    }

    private static String title(List<Tmpfs> folders) {
        return folders.isEmpty()
                ? "make the root read-only"
                : "make the root read-only, with a tmpfs at "
                        + String.join(", ", folders.stream().map(Tmpfs::path).toList());
    }
}
