package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.AddInstruction;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.knowledge.Secrets;
import dev.drydock.model.ContainerPath;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the files that a build copies from its context mean for the program that comes out: sources it does not read, other
 * files it may read.
 */
final class BuildFolder {
    private static final int LARGEST = 1 << 18;
    private static final int DEEPEST = 12;
    private static final Set<String> SHARED_FLAGS = Set.of("chown", "chmod", "link");

    private final SingleBuild build;
    private final Toolchain toolchain;
    private final SourceFiles sources;
    private final Workspace workspace;
    private final Optional<ProjectPath> root;
    private final IgnorePatterns ignored;
    private final Set<String> untracked = new HashSet<>();
    private final Map<String, Artefact> rest = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private boolean readable = true;

    private BuildFolder(SingleBuild build, Toolchain toolchain, List<Instruction> transfers) {
        this.build = build;
        this.toolchain = toolchain;
        this.sources = toolchain.sources();
        this.workspace = build.project().workspace();
        this.root = workspace.isKnown()
                ? ContextSearch.root(build.project(), build.file(), named(transfers))
                : Optional.empty();
        this.ignored = root.map(this::ignoreFile)
                .orElseGet(() -> IgnorePatterns.parse("").orElseThrow());
        root.flatMap(folder -> text(folder, ".gitignore")).ifPresent(this::readUntracked);
    }

    /** Looks at the COPY and ADD instructions among {@code before}. */
    static BuildFolder of(SingleBuild build, Toolchain toolchain, List<Instruction> before) {
        List<Instruction> transfers =
                before.stream().filter(FileTransfer.class::isInstance).toList();
        BuildFolder folder = new BuildFolder(build, toolchain, transfers);
        transfers.forEach(folder::read);
        folder.readClones();
        return folder;
    }

    /** Returns what the program may read besides itself. */
    List<Artefact> rest() {
        return List.copyOf(rest.values());
    }

    /** Returns the folders of the container of which it is not known what they hold. */
    List<String> unknown() {
        return unknown.stream().distinct().toList();
    }

    /** What a repository holds besides sources is not known. */
    private void readClones() {
        for (BuildStep step : build.steps()) {
            boolean fetches = step.runs("git")
                    && (step.words().contains("clone") || step.words().contains("checkout"));
            if (fetches) {
                unknown.add(step.folder().orElse("the repository that line " + step.line() + " fetches"));
            }
        }
    }

    /** Returns whether everybody may read what the program may read, so that it need not run as root. */
    boolean isReadableByAll() {
        return readable;
    }

    private static List<String> named(List<Instruction> transfers) {
        return transfers.stream()
                .map(FileTransfer.class::cast)
                .filter(FileTransfer::isFromContext)
                .flatMap(transfer -> transfer.sources().stream())
                .flatMap(source -> source.staticValue().stream())
                .filter(text -> !text.startsWith("<<") && !text.contains("://"))
                .map(BuildFolder::relative)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Returns a source from the root of the context, without dots and slashes at its ends. */
    private static String relative(String source) {
        return ContainerPath.normalise("/" + source).substring(1);
    }

    private IgnorePatterns ignoreFile(ProjectPath folder) {
        Optional<String> own =
                text(build.file().path().parent(), build.file().path().fileName() + ".dockerignore");
        return own.or(() -> text(folder, ".dockerignore"))
                .map(text -> IgnorePatterns.parse(text)
                        .orElseThrow(() -> new UnclearException(".dockerignore has a pattern that Docker refuses")))
                .orElseGet(() -> IgnorePatterns.parse("").orElseThrow());
    }

    private Optional<String> text(ProjectPath folder, String name) {
        Project project = build.project();
        return folder.resolve(name)
                .flatMap(path -> project.file(path)
                        .map(file -> file.source().text())
                        .or(() ->
                                workspace.read(path, LARGEST).map(bytes -> new String(bytes, StandardCharsets.UTF_8))));
    }

    /** What is not under version control may be missing where the image is built next. */
    private void readUntracked(String text) {
        text.lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("!"))
                .map(BuildFolder::relative)
                .forEach(untracked::add);
    }

    private void read(Instruction instruction) {
        FileTransfer transfer = (FileTransfer) instruction;
        if (instruction instanceof CopyInstruction copy && copy.from().isPresent()) {
            throw new UnclearException(
                    "cannot tell whether the container needs what line " + instruction.line() + " brings");
        }
        boolean odd = !instruction.flags().stream().allMatch(flag -> SHARED_FLAGS.contains(flag.name()));
        Optional<String> destination =
                transfer.destination().flatMap(word -> build.stage().expand(word, instruction));
        Optional<String> target =
                destination.flatMap(text -> ContainerPath.resolve(build.stage().workdirAt(instruction), text));
        if (odd || target.isEmpty()) {
            throw new UnclearException("cannot tell where line " + instruction.line() + " puts files");
        }
        boolean intoFolder = destination.get().endsWith("/")
                || destination.get().endsWith(".")
                || transfer.sources().size() > 1
                || target.equals(build.stage().workdirAt(instruction));
        if (!toolchain.reads(target.get())) {
            return;
        }
        for (Argument source : transfer.sources()) {
            read(instruction, source, target.get(), intoFolder);
        }
    }

    private void read(Instruction instruction, Argument argument, String target, boolean intoFolder) {
        String source = argument.staticValue()
                .orElseThrow(() -> new UnclearException("cannot tell what line " + instruction.line() + " copies"));
        if (source.startsWith("<<")) {
            keep(target);
            return;
        }
        boolean archive = instruction instanceof AddInstruction
                && List.of(".tar", ".gz", ".tgz", ".xz", ".bz2", ".zip").stream()
                        .anyMatch(source::endsWith);
        if (source.contains("://") || source.startsWith("git@") || archive) {
            throw new UnclearException("what line " + instruction.line() + " unpacks may be needed by the container");
        }
        String path = relative(source);
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean pattern = source.chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
        Workspace.Kind kind = pattern
                ? Workspace.Kind.ABSENT
                : root.flatMap(folder -> folder.resolve(path))
                        .map(workspace::kind)
                        .orElse(Workspace.Kind.ABSENT);
        String file = intoFolder ? ContainerPath.normalise(target + "/" + name) : target;
        if (kind == Workspace.Kind.FOLDER) {
            if (!sources.isFolder(name) || path.isEmpty()) {
                list(root.orElseThrow().resolve(path).orElseThrow(), target);
            }
        } else if (sources.isFile(name)) {
            return;
        } else if (kind == Workspace.Kind.FILE) {
            judgeFile(path, file);
        } else if (!pattern && !path.isEmpty() && sources.isFolder(name)) {
            return;
        } else if (!pattern && name.indexOf('.') > 0 && !source.endsWith("/")) {
            judgeFile(path, file);
        } else {
            unknown.add(target);
        }
    }

    /** Judges what a folder of the context holds; its content is copied, not the folder itself. */
    private void list(ProjectPath folder, String target) {
        if (ignored.firstException().isPresent()) {
            unknown.add(target);
            return;
        }
        if (workspace.list(folder).stream().noneMatch(this::isSource)) {
            // This is hardly the folder that is built.
            unknown.add(target);
            return;
        }
        for (ProjectPath child : workspace.list(folder)) {
            String path = inContext(child);
            String name = child.fileName();
            if (ignored.excludes(path) || untracked.contains(path) || untracked.contains(name)) {
                continue;
            }
            String place = ContainerPath.normalise(target + "/" + name);
            if (workspace.kind(child) != Workspace.Kind.FOLDER) {
                if (!sources.isFile(name)) {
                    judgeFile(path, place);
                }
            } else if (!sources.isFolder(name) && !holdsSourcesOnly(child, 0)) {
                readable &= workspace.isReadableByAll(child);
                keep(place);
            }
        }
    }

    private boolean isSource(ProjectPath path) {
        return workspace.kind(path) == Workspace.Kind.FOLDER
                ? sources.folders().contains(path.fileName())
                : sources.isSource(path.fileName());
    }

    private String inContext(ProjectPath path) {
        String base = root.orElseThrow().value();
        return base.isEmpty() ? path.value() : path.value().substring(base.length() + 1);
    }

    private boolean holdsSourcesOnly(ProjectPath folder, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        return workspace.list(folder).stream()
                .allMatch(child -> workspace.kind(child) == Workspace.Kind.FOLDER
                        ? sources.isFolder(child.fileName()) || holdsSourcesOnly(child, depth + 1)
                        : sources.isFile(child.fileName()) || ignored.excludes(inContext(child)));
    }

    private void judgeFile(String path, String place) {
        Optional<Secrets.FileKind> secret = build.knowledge().secrets().file(path);
        if (secret.isEmpty() || secret.get() == Secrets.FileKind.APPLICATION) {
            readable &= root.flatMap(folder -> folder.resolve(path))
                    .map(workspace::isReadableByAll)
                    .orElse(true);
            keep(place);
            return;
        }
        switch (secret.get()) {
            case ENVIRONMENT, PRIVATE_KEY ->
                throw new UnclearException(
                        "cannot tell whether the container reads " + path + ", which holds secrets,");
            default -> {
                // Tools of the build read it; the runtime stage must not have it.
            }
        }
    }

    private void keep(String place) {
        boolean removed = BuildCommands.removed(build).stream()
                .anyMatch(path -> !path.startsWith("/") || ContainerPath.isWithin(place, path));
        if (removed) {
            throw new UnclearException("a RUN may remove " + place + ", which the container may need");
        }
        if (place.indexOf(' ') >= 0) {
            throw new UnclearException("the path " + place + " has a blank");
        }
        rest.putIfAbsent(place, Artefact.at(place));
    }
}
