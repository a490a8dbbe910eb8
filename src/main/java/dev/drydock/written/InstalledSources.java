package dev.drydock.written;

import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.knowledge.Writers;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.model.StartCommand;
import dev.drydock.project.ProjectPath;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.PackageOperand;
import dev.drydock.shell.commands.Pip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which sources of Python run from where {@code pip install} copied them to, and not from where they were copied into the image:
 * those of a directory that is installed, unless the start finds them there first.
 */
final class InstalledSources {
    /** Where packages lie in an image of Python; others have other places, which stay with root as well. */
    static final String PACKAGES = "/usr/local/lib/python3/site-packages";

    private static final String MARKER = "/__init__.py";
    private static final int DEEPEST = 8;

    private final Set<String> trees;
    private final Set<String> found;
    private final Set<String> packages = new HashSet<>();

    private InstalledSources(Set<String> trees, Set<String> found, Map<ProjectPath, Optional<String>> files) {
        this.trees = trees;
        this.found = found;
        files.values().stream()
                .flatMap(Optional::stream)
                .filter(place -> place.endsWith(MARKER))
                .forEach(place -> packages.add(place.substring(0, place.length() - MARKER.length())));
    }

    /**
     * Reads what the stage, and those that it copies from, install.
     *
     * @param files the sources with their places in the container
     */
    static InstalledSources of(
            BuildStage stage, WorkingFolder working, Writers writers, Map<ProjectPath, Optional<String>> files) {
        Set<String> trees = new HashSet<>();
        collect(stage, 0, trees);
        return new InstalledSources(trees, trees.isEmpty() ? Set.of() : found(stage, working, writers), files);
    }

    /** Returns where the container runs a source from. */
    Optional<String> place(ProjectPath file, Optional<String> place) {
        if (trees.isEmpty() || !file.fileName().endsWith(".py")) {
            return place;
        }
        if (place.isEmpty()) {
            return Optional.of(PACKAGES + "/" + file.value());
        }
        String path = place.get();
        boolean installed = trees.stream().anyMatch(tree -> ContainerPath.isWithin(path, tree));
        String root = parent(path);
        while (packages.contains(root)) {
            root = parent(root);
        }
        // A module outside of packages is mostly what is started, or a script for people.
        boolean module = root.equals(parent(path));
        return installed && !module && !found.contains(root)
                ? Optional.of(PACKAGES + path.substring(root.equals("/") ? 0 : root.length()))
                : place;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /** The directories in which the start looks for modules before it looks among the packages. */
    private static Set<String> found(BuildStage stage, WorkingFolder working, Writers writers) {
        StartCommand start = stage.startCommand();
        Set<String> found = new HashSet<>();
        List<String> words = new ArrayList<>(start.words());
        start.scripts().stream()
                .filter(script -> !script.isOpaque())
                .flatMap(script -> script.simpleCommands())
                .flatMap(command -> command.words().stream())
                .map(ShellWord::literalPrefix)
                .forEach(words::add);
        // These look into the working folder; a program that pip made does not.
        boolean here = words.stream()
                .map(ApplicationReader::fileName)
                .anyMatch(word ->
                        writers.languageOf(word).filter("python"::equals).isPresent());
        if (here) {
            found.add(working.path());
        }
        for (String word : words) {
            String value = word.startsWith("-") ? word.substring(word.indexOf('=') + 1) : word;
            Optional<String> path = ContainerPath.resolve(Optional.of(working.path()), value);
            path.ifPresent(found::add);
            path.filter(text -> text.endsWith(".py"))
                    .map(InstalledSources::parent)
                    .ifPresent(found::add);
        }
        stage.environment("PYTHONPATH")
                .map(text -> List.of(text.split(":", -1)))
                .orElse(List.of())
                .forEach(text ->
                        ContainerPath.resolve(Optional.of(working.path()), text).ifPresent(found::add));
        return found;
    }

    private static void collect(BuildStage stage, int depth, Set<String> trees) {
        for (RunScript script : stage.inheritedScripts()) {
            Optional<String> place = stage.workdirAt(script.run()).or(() -> Optional.of("/"));
            for (SimpleCommand command : script.commands()) {
                Invocation invocation = Invocation.of(command);
                if (invocation.runs("cd") && !invocation.arguments().isEmpty()) {
                    Optional<String> base = place;
                    place = invocation
                            .arguments()
                            .get(0)
                            .staticValue()
                            .flatMap(text -> ContainerPath.resolve(base, text));
                }
                Optional<String> here = place;
                installed(invocation)
                        .forEach(text -> ContainerPath.resolve(here, text).ifPresent(trees::add));
            }
        }
        if (depth < DEEPEST) {
            stage.lineage()
                    .forEach(each -> each.stage()
                            .instructions(CopyInstruction.class)
                            .forEach(copy -> each.origin(copy).ifPresent(origin -> collect(origin, depth + 1, trees))));
        }
    }

    /** The directories that a command installs as they are; with {@code -e} they stay where they are. */
    private static List<String> installed(Invocation invocation) {
        boolean setup = invocation.runs("python", "python3")
                && invocation.arguments().size() > 1
                && invocation.arguments().get(0).is("setup.py")
                && invocation.arguments().get(1).is("install");
        if (setup) {
            return List.of(".");
        }
        return Pip.from(invocation)
                .filter(pip -> pip.does("install"))
                .map(pip -> pip.packages().stream()
                        .filter(operand -> operand.kind() == PackageOperand.Kind.FILE)
                        .flatMap(operand -> operand.word().literalValue().stream())
                        .map(InstalledSources::withoutExtras)
                        .filter(name -> !name.endsWith(".whl") && !name.endsWith(".gz") && !name.endsWith(".zip"))
                        .toList())
                .orElse(List.of());
    }

    private static String withoutExtras(String name) {
        int bracket = name.indexOf('[');
        return bracket < 0 ? name : name.substring(0, bracket);
    }
}
