package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.knowledge.Secrets;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.transform.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The secrets that a stage holds because it copies a whole folder of the build context in which they lie.
 *
 * @param places where they are in the stage
 */
record StageSecrets(List<Place> places) {
    private static final int LARGEST = 1 << 18;

    /**
     * One secret.
     *
     * @param path where it is in the stage, absolute
     * @param isForTools whether only tools of a build read such a file
     */
    record Place(String path, boolean isForTools) {}

    StageSecrets {
        places = List.copyOf(places);
    }

    static StageSecrets of(Inspection inspection, ProjectFile file, BuildStage stage) {
        List<Place> places = new ArrayList<>();
        for (Instruction instruction : stage.stage().instructions()) {
            if (instruction instanceof CopyInstruction copy && copy.from().isEmpty()) {
                collect(inspection, file, stage, copy, places);
            }
        }
        places.removeIf(place -> isRemoved(stage, place.path()));
        return new StageSecrets(places);
    }

    private static void collect(
            Inspection inspection, ProjectFile file, BuildStage stage, CopyInstruction copy, List<Place> places) {
        Optional<ProjectPath> root = ContextSearch.root(inspection.project(), file, List.of());
        Optional<String> target = copy.destination()
                .flatMap(word -> stage.expand(word, copy))
                .flatMap(path -> ContainerPath.resolve(stage.workdirAt(copy), path));
        boolean whole = copy.sources().size() == 1
                && copy.sources().stream()
                        .map(Argument::value)
                        .anyMatch(source -> source.equals(".") || source.equals("./"));
        if (!whole
                || root.isEmpty()
                || target.isEmpty()
                || !copy.flags().stream().allMatch(flag -> isPlain(flag.name()))) {
            return;
        }
        Workspace workspace = inspection.project().workspace();
        Optional<IgnorePatterns> ignored = ignored(inspection, file, root.get());
        if (ignored.isEmpty()) {
            return;
        }
        Secrets secrets = inspection.facts().knowledge().secrets();
        for (ProjectPath child : workspace.list(root.get())) {
            String name = child.fileName();
            if (!ignored.get().excludes(name)) {
                kind(workspace, secrets, child)
                        .ifPresent(tools ->
                                places.add(new Place(ContainerPath.normalise(target.get() + "/" + name), tools)));
            }
        }
    }

    private static boolean isPlain(String flag) {
        return List.of("chown", "chmod", "link").contains(flag);
    }

    private static Optional<IgnorePatterns> ignored(Inspection inspection, ProjectFile file, ProjectPath root) {
        Optional<String> text = text(inspection, ProjectPath.of(file.path().value() + ".dockerignore"))
                .or(() -> root.resolve(".dockerignore").flatMap(path -> text(inspection, path)));
        return IgnorePatterns.parse(text.orElse(""));
    }

    private static Optional<String> text(Inspection inspection, ProjectPath path) {
        return inspection
                .project()
                .file(path)
                .map(file -> file.source().text())
                .or(() -> inspection
                        .project()
                        .workspace()
                        .read(path, LARGEST)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    /** Returns whether a file is for tools only; empty if it holds no secret. */
    private static Optional<Boolean> kind(Workspace workspace, Secrets secrets, ProjectPath path) {
        if (workspace.kind(path) == Workspace.Kind.FOLDER) {
            return path.fileName().equals(".git") ? Optional.of(true) : Optional.empty();
        }
        Optional<Secrets.FileKind> kind = secrets.file(path.fileName());
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind.get()) {
            case CREDENTIALS -> Optional.of(true);
            case BY_CONTENT -> holdsSecret(workspace, secrets, path) ? Optional.of(true) : Optional.empty();
            case ENVIRONMENT, PRIVATE_KEY -> Optional.of(false);
            case APPLICATION, STATE -> Optional.empty();
        };
    }

    private static boolean holdsSecret(Workspace workspace, Secrets secrets, ProjectPath path) {
        return workspace
                .read(path, LARGEST)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> !secrets.find(text).isEmpty())
                .isPresent();
    }

    private static boolean isRemoved(BuildStage stage, String path) {
        for (RunScript script : stage.scripts()) {
            for (SimpleCommand command : script.commands()) {
                Invocation invocation = Invocation.of(command);
                boolean removes = invocation.runs("rm")
                        && invocation.arguments().stream()
                                .flatMap(word -> word.literalValue().stream())
                                .flatMap(word -> ContainerPath.resolve(stage.workdirAt(script.run()), word).stream())
                                .anyMatch(removed -> ContainerPath.isWithin(path, removed));
                if (removes) {
                    return true;
                }
            }
        }
        return false;
    }
}
