package dev.drydock.written;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.knowledge.Writers;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of the build context that COPY and ADD bring into a stage, or into the stages that it copies from. */
final class ImageSources {
    private static final int LARGEST_IGNORE_FILE = 1 << 18;
    private static final int MOST_FILES = 4_000;
    private static final int DEEPEST = 12;
    private static final List<String> WEB_ROOTS = List.of("/html", "/www", "/public", "/wwwroot", "/static", "/dist");

    private final Project project;
    private final ProjectFile dockerfile;
    private final Writers writers;
    private final Map<ProjectPath, Optional<String>> files = new LinkedHashMap<>();
    private final Optional<ProjectPath> root;
    private final IgnorePatterns ignored;
    private boolean complete = true;
    private boolean copies;

    private ImageSources(
            Project project, ProjectFile dockerfile, BuildStage stage, Optional<ProjectPath> context, Writers writers) {
        this.project = project;
        this.dockerfile = dockerfile;
        this.writers = writers;
        this.root = context;
        this.ignored = root.map(this::ignoreFile)
                .orElseGet(() -> IgnorePatterns.parse("").orElseThrow());
        root.ifPresent(folder -> collect(stage, folder, 0, Optional.empty()));
    }

    /** Finds the files of a stage in its {@link #context}. */
    static ImageSources of(
            Project project, ProjectFile dockerfile, BuildStage stage, Optional<ProjectPath> context, Writers writers) {
        return new ImageSources(project, dockerfile, stage, context, writers);
    }

    /** Returns the folder that the build context of a stage is taken to be. */
    static Optional<ProjectPath> context(Project project, ProjectFile dockerfile, BuildStage stage) {
        return ContextSearch.root(project, dockerfile, named(stage, 0));
    }

    /** Returns the files with their paths in the container, which are empty where they are not known. */
    Map<ProjectPath, Optional<String>> files() {
        return Collections.unmodifiableMap(files);
    }

    /** Returns whether there is nothing but files about images and scripts that start programs: the rest is elsewhere. */
    boolean isEmpty() {
        return files.keySet().stream().allMatch(path -> FileKind.of(path).isPresent());
    }

    /** Returns whether no limit was reached. */
    boolean isComplete() {
        return complete;
    }

    /** Returns whether the stage copies anything from the context, there or not. */
    boolean copiesContext() {
        return copies;
    }

    private static List<String> named(BuildStage stage, int depth) {
        List<String> names = new ArrayList<>();
        if (depth > DEEPEST) {
            return names;
        }
        for (Instruction instruction : stage.history()) {
            if (!(instruction instanceof FileTransfer transfer)) {
                continue;
            }
            if (transfer.flag("from").isPresent()) {
                origin(stage, instruction).ifPresent(from -> names.addAll(named(from, depth + 1)));
                continue;
            }
            transfer.sources().stream()
                    .flatMap(source -> source.staticValue().stream())
                    .filter(text -> !text.startsWith("<<") && !text.contains("://"))
                    .map(text -> ContainerPath.normalise("/" + text).substring(1))
                    .filter(text -> !text.isEmpty())
                    .forEach(names::add);
        }
        return names;
    }

    private IgnorePatterns ignoreFile(ProjectPath folder) {
        return text(dockerfile.path().value() + ".dockerignore")
                .or(() -> folder.resolve(".dockerignore").flatMap(path -> text(path.value())))
                .flatMap(IgnorePatterns::parse)
                .orElseGet(() -> IgnorePatterns.parse("").orElseThrow());
    }

    private Optional<String> text(String name) {
        ProjectPath path = ProjectPath.of(name);
        return project.file(path)
                .map(file -> file.source().text())
                .or(() -> project.workspace()
                        .read(path, LARGEST_IGNORE_FILE)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    /** The stage that a COPY takes from, which may be one that an ancestor names. */
    private static Optional<BuildStage> origin(BuildStage stage, Instruction instruction) {
        return instruction instanceof CopyInstruction copy
                ? stage.lineage().stream()
                        .filter(each -> each.stage().instructions().contains(instruction))
                        .findFirst()
                        .flatMap(each -> each.origin(copy))
                : Optional.empty();
    }

    /** Collects what a stage gets; {@code into} is where another stage puts it, if that is known. */
    private void collect(BuildStage stage, ProjectPath context, int depth, Optional<Moved> into) {
        for (Instruction instruction : stage.history()) {
            if (!(instruction instanceof FileTransfer transfer)) {
                continue;
            }
            Optional<String> destination = transfer.destination()
                    .flatMap(argument -> stage.expand(argument, instruction))
                    .flatMap(text ->
                            ContainerPath.resolve(stage.workdirAt(instruction).or(() -> Optional.of("/")), text));
            if (transfer.flag("from").isPresent()) {
                if (depth < DEEPEST && !isPage(destination)) {
                    origin(stage, instruction)
                            .ifPresent(from -> collect(from, context, depth + 1, moved(transfer, destination)));
                }
                continue;
            }
            copies = true;
            boolean folder = transfer.sources().size() > 1
                    || transfer.destination()
                            .map(Argument::value)
                            .filter(text -> text.endsWith("/"))
                            .isPresent();
            for (Argument source : transfer.sources()) {
                source.staticValue()
                        .filter(text -> !text.startsWith("<<") && !text.contains("://"))
                        .ifPresent(text -> collect(context, text, destination, folder, into));
            }
        }
    }

    /** What a web server hands out is run by browsers. */
    private static boolean isPage(Optional<String> destination) {
        return destination
                .filter(path -> WEB_ROOTS.stream().anyMatch(path::contains))
                .isPresent();
    }

    private record Moved(String from, String to) {
        Optional<String> of(String path) {
            return ContainerPath.isWithin(path, from)
                    ? Optional.of(ContainerPath.normalise(to + "/" + path.substring(from.length())))
                    : Optional.empty();
        }
    }

    private static Optional<Moved> moved(FileTransfer transfer, Optional<String> destination) {
        if (destination.isEmpty() || transfer.sources().size() != 1) {
            return Optional.empty();
        }
        return transfer.sources()
                .get(0)
                .staticValue()
                .flatMap(text -> ContainerPath.resolve(Optional.of("/"), text))
                .map(path -> new Moved(path, destination.get()));
    }

    private void collect(
            ProjectPath context, String source, Optional<String> destination, boolean folder, Optional<Moved> into) {
        String relative = ContainerPath.normalise("/" + source).substring(1);
        int star = firstPattern(relative);
        if (star >= 0) {
            int slash = relative.lastIndexOf('/', star);
            String above = slash < 0 ? "" : relative.substring(0, slash);
            context.resolve(above)
                    .ifPresent(path -> list(path).stream()
                            .filter(child -> mayMatch(child.fileName(), relative.substring(slash + 1)))
                            .forEach(child ->
                                    add(context, child, destination.map(to -> to + "/" + child.fileName()), into, 0)));
            return;
        }
        Optional<ProjectPath> path = context.resolve(relative);
        if (path.isEmpty()) {
            return;
        }
        boolean isFolder = project.workspace().kind(path.get()) == Workspace.Kind.FOLDER;
        Optional<String> place = destination.map(
                to -> isFolder || !folder ? to : to + "/" + path.get().fileName());
        add(context, path.get(), place, into, 0);
    }

    private static int firstPattern(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Compares what stands before the first and behind the last star; which is enough to know what may be meant. */
    private static boolean mayMatch(String name, String pattern) {
        int slash = pattern.indexOf('/');
        String first = slash < 0 ? pattern : pattern.substring(0, slash);
        int star = firstPattern(first);
        if (star < 0) {
            return name.equals(first);
        }
        int last = Math.max(Math.max(first.lastIndexOf('*'), first.lastIndexOf('?')), first.lastIndexOf(']'));
        return name.startsWith(first.substring(0, star)) && name.endsWith(first.substring(last + 1));
    }

    private List<ProjectPath> list(ProjectPath folder) {
        return project.workspace().list(folder);
    }

    private void add(ProjectPath context, ProjectPath path, Optional<String> place, Optional<Moved> into, int depth) {
        if (files.size() >= MOST_FILES || depth > 24) {
            complete = false;
            return;
        }
        String relative = context.value().isEmpty()
                ? path.value()
                : path.value().substring(context.value().length());
        String inContext = relative.startsWith("/") ? relative.substring(1) : relative;
        boolean left = !inContext.isEmpty() && ignored.excludes(inContext);
        if (project.workspace().kind(path) == Workspace.Kind.FOLDER) {
            if (depth > 0 && writers.isBuildFolder(path.fileName())) {
                return;
            }
            for (ProjectPath child : list(path)) {
                add(context, child, place.map(to -> to + "/" + child.fileName()), into, depth + 1);
            }
        } else if (!left
                && !writers.isBuildFile(path.fileName())
                && project.workspace().kind(path) == Workspace.Kind.FILE) {
            Optional<String> normal = place.map(ContainerPath::normalise);
            files.putIfAbsent(
                    path,
                    into.isEmpty() ? normal : normal.flatMap(text -> into.get().of(text)));
        }
    }
}
