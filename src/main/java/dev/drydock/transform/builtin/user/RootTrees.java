package dev.drydock.transform.builtin.user;

import dev.drydock.container.RootPrograms;
import dev.drydock.container.WritablePaths;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.edit.ShellEditor;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.WorkingTrees;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.PackageManifest;
import dev.drydock.model.RunMounts;
import dev.drydock.model.RunScript;
import dev.drydock.model.StartCommand;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which files that a RUN leaves may stay with root: those of an application that was read, is started without a tool that
 * builds, and writes elsewhere. To hand them over later would bring all of them into the image a second time.
 */
final class RootTrees {
    private static final Set<String> NODE_RUNNERS = Set.of("npm", "yarn", "pnpm");
    private static final Set<String> NODE_INSTALLERS = Set.of("npm", "yarn", "pnpm", "bun");
    /** {@code bundle exec puma} and {@code poetry run gunicorn} start what they name. */
    private static final Set<String> WRAPPERS = Set.of("bundle", "poetry", "pipenv");

    private static final Set<String> RUNS = Set.of("exec", "run");
    private static final List<String> LIFECYCLE =
            List.of("preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare");
    private static final String ANYWHERE = "*";
    private static final int DEEPEST = 8;
    private static final List<String> OTHER_MANIFESTS = List.of("composer.json", "Gemfile");

    private final Project project;
    private final ProjectFile file;
    private final BuildStage stage;
    private final WorkingTrees known;
    private final List<String> written;
    private final List<PackageManifest> manifests;
    private final Set<String> beside = new LinkedHashSet<>();
    private final boolean open;

    /**
     * Reads how the stage starts and what it depends on.
     *
     * @param read whether the sources of the application were read in full
     * @param moved whether a service or command line starts something else than the file says
     * @param written where the application writes
     */
    RootTrees(
            Project project,
            ProjectFile file,
            BuildStage stage,
            WorkingTrees known,
            boolean read,
            boolean moved,
            List<String> written) {
        this.project = project;
        this.file = file;
        this.stage = stage;
        this.known = known;
        this.written = List.copyOf(written);
        this.manifests = read && !moved
                ? found("package.json").stream()
                        .flatMap(text -> PackageManifest.parse(text).stream())
                        .toList()
                : List.of();
        if (read && !moved) {
            collectBeside();
        }
        // Where a name of the table lies is known of one package alone.
        this.open = read
                && !moved
                && startsDirectly()
                && !beside.contains(ANYWHERE)
                && (beside.isEmpty() || manifests.size() == 1);
    }

    /**
     * Returns the directories of the application that its libraries write when they start, however they came there; empty if
     * that may be anywhere, so that the whole has to change hands.
     */
    List<String> handed() {
        return open && !manifests.isEmpty()
                ? beside.stream()
                        .flatMap(name -> ContainerPath.resolve(workdir(), name).stream())
                        .filter(WritablePaths::isApplication)
                        .toList()
                : List.of();
    }

    /** Returns whether a command of a RUN makes something in a directory of {@link #handed()}. */
    boolean fills(SimpleCommand command, String folder) {
        List<String> words = words(Invocation.of(command));
        Optional<String> installed = known.installed(words);
        if (installed.isPresent()) {
            return isBelow(folder, installed.get());
        }
        boolean below = known.installs().anyMatch(name -> isBelow(folder, name));
        return known.builds(words) && (!below || (isNode(words.get(0)) && scriptsInstallTo(folder)));
    }

    private boolean isBelow(String folder, String name) {
        return !name.isEmpty()
                && ContainerPath.resolve(workdir(), name)
                        .filter(filled -> ContainerPath.isWithin(folder, filled))
                        .isPresent();
    }

    private static boolean isNode(String program) {
        return NODE_INSTALLERS.contains(program);
    }

    private boolean scriptsInstallTo(String folder) {
        return manifests.stream()
                .flatMap(manifest -> manifest.scripts().values().stream())
                .flatMap(text -> StartCommand.script(SourceText.of(text)).simpleCommands())
                .flatMap(command -> known.installed(words(Invocation.of(command))).stream())
                .anyMatch(name -> isBelow(folder, name));
    }

    /** Returns whether a command behind the script of a RUN can hand over what it made there. */
    boolean canHandOver(RunScript script, String folder) {
        return new ShellEditor(file.dockerfile(), script).obstacleToAppend().isEmpty()
                && !RunMounts.cover(script.run(), List.of(folder));
    }

    private Optional<String> workdir() {
        return stage.workdir().or(() -> stage.facts().flatMap(ImageFacts::workdir));
    }

    /** Returns whether what a command of a RUN leaves in a directory may stay with root. */
    boolean mayLeave(SimpleCommand command, String folder) {
        if (!open || !command.redirects().isEmpty()) {
            return false;
        }
        List<String> words = words(Invocation.of(command));
        Optional<String> filled = known.installed(words);
        boolean node = !words.isEmpty() && isNode(words.get(0));
        if (filled.isPresent() && (!node || isPlainInstall())) {
            return inside(folder).noneMatch(path -> holds(path, filled.get()));
        }
        return (filled.isPresent() || known.builds(words))
                && (!node || !manifests.isEmpty())
                && inside(folder).findAny().isEmpty();
    }

    private Stream<String> inside(String folder) {
        List<String> handed = handed();
        return written.stream()
                .filter(path -> ContainerPath.isWithin(path, folder))
                .filter(path -> WritablePaths.folderOf(path, handed).isEmpty());
    }

    private static boolean holds(String path, String name) {
        return !name.isEmpty() && (path + "/").contains("/" + name + "/");
    }

    /** Scripts of the package itself that an installation runs may make anything, unless they are known to build. */
    private boolean isPlainInstall() {
        return !manifests.isEmpty()
                && manifests.stream()
                        .flatMap(manifest -> LIFECYCLE.stream()
                                .filter(manifest.scripts()::containsKey)
                                .map(manifest.scripts()::get))
                        .allMatch(this::onlyBuilds);
    }

    private boolean onlyBuilds(String script) {
        ShellScript parsed = StartCommand.script(SourceText.of(script));
        return !parsed.isOpaque()
                && parsed.simpleCommands().allMatch(command -> {
                    List<String> words = words(Invocation.of(command));
                    return command.redirects().isEmpty()
                            && (known.builds(words) || known.installed(words).isPresent());
                });
    }

    private void collectBeside() {
        manifests.stream()
                .flatMap(manifest -> manifest.dependencies().stream())
                .forEach(library -> beside.addAll(known.writtenByLibrary(library)));
        OTHER_MANIFESTS.stream()
                .flatMap(name -> found(name).stream())
                .flatMap(text -> Stream.of(text.text().split("[\"'\\s,:]+")))
                .forEach(library -> beside.addAll(known.writtenByLibrary(library)));
    }

    /** The files of this name that the stage, or one that it copies from, takes from the context, alone or with what is around them. */
    private List<SourceText> found(String name) {
        Map<String, SourceText> texts = new LinkedHashMap<>();
        for (Argument source : sources(stage, 0)) {
            String text = source.staticValue().orElse("");
            String place = text.endsWith(name) || (name.startsWith("package") && text.endsWith("package*.json"))
                    ? text.replace("package*.json", name)
                    : ContainerPath.normalise("/" + text + "/" + name).substring(1);
            ContextSearch.read(project, file, place)
                    .map(bytes -> SourceText.of(new String(bytes, StandardCharsets.UTF_8)))
                    .ifPresent(content -> texts.put(place, content));
        }
        return List.copyOf(texts.values());
    }

    private static List<Argument> sources(BuildStage stage, int depth) {
        List<Argument> sources = new ArrayList<>();
        for (BuildStage each : stage.lineage()) {
            for (Instruction instruction : each.stage().instructions()) {
                if (!(instruction instanceof FileTransfer transfer)) {
                    continue;
                }
                if (transfer.flag("from").isEmpty()) {
                    sources.addAll(transfer.sources());
                } else if (depth < DEEPEST && instruction instanceof CopyInstruction copy) {
                    each.origin(copy).ifPresent(origin -> sources.addAll(sources(origin, depth + 1)));
                }
            }
        }
        return sources;
    }

    private boolean startsDirectly() {
        StartCommand start = stage.startCommand();
        List<String> words = start.words();
        boolean shell = !words.isEmpty() && StartCommand.isShell(words.get(0));
        if (start.isInherited() || (shell && start.scripts().isEmpty())) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        return start.scripts().stream().allMatch(script -> isDirect(script, seen))
                && (shell || words.isEmpty() || isDirect(words, seen));
    }

    private boolean isDirect(ShellScript script, Set<String> seen) {
        return !script.isOpaque()
                && script.simpleCommands().allMatch(command -> {
                    List<String> words = new ArrayList<>();
                    Invocation invocation = Invocation.of(command);
                    invocation.programWord().ifPresent(word -> words.add(word.literalPrefix()));
                    invocation.arguments().stream()
                            .map(ShellWord::literalPrefix)
                            .forEach(words::add);
                    return words.isEmpty()
                            || RootPrograms.isHarmless(RootPrograms.name(words.get(0)))
                            || isDirect(words, seen);
                });
    }

    private boolean isDirect(List<String> words, Set<String> seen) {
        int first = 0;
        while (first < words.size()
                && (words.get(first).startsWith("-") || RootPrograms.isStarter(RootPrograms.name(words.get(first))))) {
            first++;
        }
        if (first == words.size()) {
            return false;
        }
        String program = words.get(first);
        String name = RootPrograms.name(program);
        List<String> rest = words.subList(first + 1, words.size());
        if (WRAPPERS.contains(name) && !rest.isEmpty() && RUNS.contains(rest.get(0))) {
            return isDirect(rest.subList(1, rest.size()), seen);
        }
        if (NODE_RUNNERS.contains(name)) {
            return runsDirectly(rest, seen);
        }
        Optional<List<String>> writes = known.writtenByStarter(name);
        writes.ifPresent(beside::addAll);
        boolean runner = known.isRunner(name) || name.startsWith("python3.") || writes.isPresent();
        return (runner || isProgramOfApplication(program)) && rest.stream().noneMatch(known::isAgain);
    }

    private boolean runsDirectly(List<String> words, Set<String> seen) {
        Optional<String> name = words.stream()
                .filter(word -> !word.startsWith("-") && !word.equals("run") && !word.equals("run-script"))
                .findFirst();
        if (name.isEmpty() || manifests.size() != 1 || !seen.add(name.get())) {
            return false;
        }
        Map<String, String> scripts = manifests.get(0).scripts();
        return scripts.containsKey(name.get())
                && Stream.of("pre" + name.get(), name.get(), "post" + name.get())
                        .filter(scripts::containsKey)
                        .allMatch(each -> isDirect(StartCommand.script(SourceText.of(scripts.get(each))), seen));
    }

    /** A program that was compiled, as against a script that would have to be read. */
    private boolean isProgramOfApplication(String program) {
        String name = RootPrograms.name(program);
        boolean script = name.endsWith(".sh") || name.contains("entrypoint") || program.contains("node_modules");
        return program.contains("/") && !script && !isScript(name);
    }

    private boolean isScript(String name) {
        return ContextSearch.read(project, file, name)
                .filter(bytes -> bytes.length > 1 && bytes[0] == '#' && bytes[1] == '!')
                .isPresent();
    }

    /** The program and its arguments without options; an interpreter that runs a module or a script of its own goes as well. */
    private static List<String> words(Invocation invocation) {
        List<String> words = new ArrayList<>();
        invocation.program().map(RootPrograms::name).ifPresent(words::add);
        invocation.arguments().stream()
                .map(ShellWord::literalPrefix)
                .filter(word -> !word.startsWith("-") && !word.isEmpty())
                .forEach(words::add);
        if (words.size() > 1 && words.get(0).startsWith("python")) {
            words.remove(0);
            words.set(0, RootPrograms.name(words.get(0)));
        }
        return words;
    }
}
