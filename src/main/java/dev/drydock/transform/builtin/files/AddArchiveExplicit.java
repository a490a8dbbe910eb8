package dev.drydock.transform.builtin.files;

import dev.drydock.dockerfile.AddInstruction;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.BuildStage;
import dev.drydock.model.Frontend;
import dev.drydock.project.ContextSearch;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.Dnf;
import dev.drydock.shell.commands.PackageOperand;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes out that an archive is unpacked, which ADD does without saying so.
 *
 * <p>BuildKit unpacks as GNU tar does for root with {@code -p --numeric-owner --no-overwrite-dir}: owners and modes of the
 * archive, a destination that belongs to root and keeps its mode whatever the archive says of its own root. Checked side by
 * side; the tar of busybox has no such options.
 */
public final class AddArchiveExplicit extends DockerfileTransform {
    private static final String MESSAGE = "ADD unpacks an archive without saying so";
    private static final Set<String> GNU = Set.of("apt-get", "dnf", "yum", "microdnf", "zypper");

    /** How an archive is compressed: what its name ends in, and what unpacks it. */
    @SuppressWarnings("ImmutableEnumChecker") // List.of and Set.of cannot be changed
    private enum Compression {
        NONE(List.of(".tar"), "", Set.of()),
        GZIP(List.of(".tar.gz", ".tgz"), "gzip", Set.of("gzip")),
        BZIP2(List.of(".tar.bz2", ".tbz2", ".tbz"), "bzip2", Set.of("bzip2")),
        XZ(List.of(".tar.xz", ".txz"), "xz", Set.of("xz-utils", "xz"));

        private final List<String> endings;
        private final String program;
        private final Set<String> packages;

        Compression(List<String> endings, String program, Set<String> packages) {
            this.endings = endings;
            this.program = program;
            this.packages = packages;
        }

        static Optional<Compression> of(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            for (Compression each : values()) {
                if (each.endings.stream().anyMatch(lower::endsWith)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }

    public AddArchiveExplicit() {
        super("add-archive-explicit");
    }

    @Override
    protected void inspect(Subject subject) {
        for (BuildStage stage : subject.build().stages()) {
            for (Instruction instruction : stage.stage().instructions()) {
                if (instruction instanceof AddInstruction add
                        && add.sources().stream().anyMatch(AddArchiveExplicit::isArchive)) {
                    inspect(subject, stage, add);
                }
            }
        }
    }

    private static boolean isArchive(Argument source) {
        return !source.value().contains("://") && Compression.of(source.value()).isPresent();
    }

    private static void inspect(Subject subject, BuildStage stage, AddInstruction add) {
        if (stage.lineage().get(0).image().isScratch()) {
            subject.notNeeded(add.keyword().range(), MESSAGE, "nothing else can unpack it in an empty image");
            return;
        }
        Optional<String> obstacle = obstacle(subject, stage, add);
        if (obstacle.isPresent()) {
            subject.abstain(add.keyword().range(), MESSAGE, obstacle.get());
            return;
        }
        boolean copies = subject.inspection().options().text("style", "mount").equals("copy");
        List<String> lines = copies ? copy(subject, add) : mount(subject, add);
        DockerfileEditor editor = subject.editor();
        List<TextEdit> edits = List.of(editor.insertBelow(add, lines), editor.delete(add));
        String name = add.sources().get(0).value();
        subject.repair(
                add.keyword().range(),
                MESSAGE,
                new Rewrite(
                        copies
                                ? "copy " + name + " and unpack it with tar"
                                : "unpack " + name + " from a mount with tar",
                        Safety.SUGGEST,
                        List.of(new FileChange.Edits(subject.file().path(), edits)),
                        List.of(
                                name + " is an archive, as its name says.",
                                "tar in the image is GNU tar, as in "
                                        + stage.image().text() + "."),
                        List.of()));
    }

    private static Optional<String> obstacle(Subject subject, BuildStage stage, AddInstruction add) {
        if (add.sources().size() != 1 || !isPlain(add.sources().get(0))) {
            return Optional.of("which files it takes is not clear");
        }
        String source = add.sources().get(0).value();
        if (!add.flags().isEmpty()) {
            return Optional.of("what --" + add.flags().get(0).name() + " does to what is unpacked, tar does not do");
        }
        if (add.destination().filter(AddArchiveExplicit::isPlain).isEmpty()) {
            return Optional.of("where it is unpacked is not clear");
        }
        if (add.destination().get().value().equals("/")) {
            return Optional.of("unpacking over the root of the image may replace what tar itself runs on");
        }
        Optional<byte[]> content = ContextSearch.read(subject.inspection().project(), subject.file(), source);
        if (content.isPresent() && !Archives.isOne(content.get())) {
            return Optional.of(source + " is no archive, so ADD copies it as it is");
        }
        if (!stage.shellAt(add).isPosix()) {
            return Optional.of("there is no POSIX shell to run tar");
        }
        if (!stage.isRootAt(add)) {
            return Optional.of("ADD writes as root, and a RUN here would not");
        }
        return missing(stage, add, Compression.of(source).orElseThrow())
                .or(() -> Frontend.obstacle(subject.build().file(), Frontend.MOUNTS));
    }

    /** Returns what the image would need to unpack, if it is not known to have it. */
    private static Optional<String> missing(BuildStage stage, AddInstruction add, Compression compression) {
        Optional<ImageFacts> facts = stage.facts();
        boolean gnu =
                facts.flatMap(ImageFacts::packageManager).filter(GNU::contains).isPresent()
                        && facts.flatMap(known -> known.hasTool("tar")).orElse(false);
        if (!gnu) {
            return Optional.of("cannot tell whether the image has GNU tar");
        }
        boolean unpacks = compression == Compression.NONE
                || facts.flatMap(known -> known.hasTool(compression.program)).orElse(false)
                || isInstalled(stage, add, compression.packages);
        return unpacks ? Optional.empty() : Optional.of("cannot tell whether the image has " + compression.program);
    }

    private static boolean isInstalled(BuildStage stage, AddInstruction add, Set<String> packages) {
        return stage.inheritedScripts().stream()
                .takeWhile(script -> script.run().range().start() < add.range().start())
                .flatMap(script -> script.commands().stream())
                .filter(command -> command.context().isPlain())
                .flatMap(command -> installs(command).stream())
                .flatMap(operand -> operand.name().stream())
                .anyMatch(packages::contains);
    }

    private static List<PackageOperand> installs(SimpleCommand command) {
        return AptGet.from(command)
                .filter(apt -> apt.does("install"))
                .map(AptGet::packages)
                .or(() -> Dnf.from(command).filter(dnf -> dnf.does("install")).map(Dnf::packages))
                .orElse(List.of());
    }

    /** A name that a shell and BuildKit read as it stands. */
    private static boolean isPlain(Argument argument) {
        String text = argument.value();
        return !text.isEmpty()
                && !argument.hasVariables()
                && argument.text().equals(text)
                && text.charAt(0) != '-'
                && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._/+-@".indexOf(c) >= 0));
    }

    private static List<String> mount(Subject subject, AddInstruction add) {
        String source = add.sources().get(0).value();
        String target = "/tmp/" + name(source);
        String keyword = subject.editor().keyword("RUN", add);
        List<String> lines = new ArrayList<>();
        lines.add(keyword + " --mount=type=bind,source=" + source + ",target=" + target + " \\");
        lines.add("    " + unpack(target, add));
        return subject.build().file().escapeCharacter() == '\\'
                ? lines
                : List.of(String.join(
                        " ",
                        lines.get(0).substring(0, lines.get(0).length() - 2),
                        lines.get(1).strip()));
    }

    private static List<String> copy(Subject subject, AddInstruction add) {
        String source = add.sources().get(0).value();
        String target = "/tmp/" + name(source);
        DockerfileEditor editor = subject.editor();
        return List.of(
                editor.keyword("COPY", add) + " " + source + " " + target,
                editor.keyword("RUN", add) + " " + unpack(target, add) + " && rm " + target);
    }

    private static String unpack(String archive, AddInstruction add) {
        String destination = add.destination().orElseThrow().value();
        String folder = destination.length() > 1 && destination.endsWith("/")
                ? destination.substring(0, destination.length() - 1)
                : destination;
        boolean there = folder.equals(".") || folder.equals("./");
        String make = there ? "" : "mkdir -p " + folder + " && ";
        return make + "tar -xpf " + archive + " --numeric-owner --no-overwrite-dir -C " + folder;
    }

    private static String name(String source) {
        return source.substring(source.lastIndexOf('/') + 1);
    }
}
