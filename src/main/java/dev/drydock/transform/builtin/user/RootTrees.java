package dev.drydock.transform.builtin.user;

import dev.drydock.container.RootPrograms;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.knowledge.WorkingTrees;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.PackageManifest;
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
    private static final List<String> LIFECYCLE =
            List.of("preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare");
    private static final List<String> OTHER_MANIFESTS = List.of("composer.json", "Gemfile");

    private final Project project;
    private final ProjectFile file;
    private final BuildStage stage;
    private final WorkingTrees known;
    private final List<String> written;
    private final List<PackageManifest> manifests;
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
        this.open = read && !moved && startsDirectly() && !writesBesideItself();
    }

    /** Returns whether what a command of a RUN leaves in a directory may stay with root. */
    boolean mayLeave(SimpleCommand command, String folder) {
        if (!open || !command.redirects().isEmpty()) {
            return false;
        }
        List<String> words = words(Invocation.of(command));
        Optional<String> filled = known.installed(words);
        boolean node = !words.isEmpty() && NODE_INSTALLERS.contains(words.get(0));
        if (filled.isPresent() && (!node || isPlainInstall())) {
            return inside(folder).noneMatch(path -> holds(path, filled.get()));
        }
        return (filled.isPresent() || known.builds(words))
                && (!node || !manifests.isEmpty())
                && inside(folder).findAny().isEmpty();
    }

    private Stream<String> inside(String folder) {
        return written.stream().filter(path -> ContainerPath.isWithin(path, folder));
    }

    private static boolean holds(String path, String name) {
        return !name.isEmpty() && (path + "/").contains("/" + name + "/");
    }

    /** Scripts of the package itself that an installation runs may make anything. */
    private boolean isPlainInstall() {
        return !manifests.isEmpty()
                && manifests.stream()
                        .allMatch(manifest -> LIFECYCLE.stream().noneMatch(manifest.scripts()::containsKey));
    }

    private boolean writesBesideItself() {
        return manifests.stream()
                        .flatMap(manifest -> manifest.dependencies().stream())
                        .anyMatch(known::writesBesideItself)
                || OTHER_MANIFESTS.stream()
                        .flatMap(name -> found(name).stream())
                        .flatMap(text -> Stream.of(text.text().split("[\"'\\s,:]+")))
                        .anyMatch(known::writesBesideItself);
    }

    /** The files of this name that the stage copies, alone or with what is around them. */
    private List<SourceText> found(String name) {
        Map<String, SourceText> texts = new LinkedHashMap<>();
        for (Argument source : stage.history().stream()
                .filter(FileTransfer.class::isInstance)
                .map(FileTransfer.class::cast)
                .filter(each -> each.flag("from").isEmpty())
                .flatMap(each -> each.sources().stream())
                .toList()) {
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
        if (NODE_RUNNERS.contains(name)) {
            return runsDirectly(rest, seen);
        }
        boolean runner = known.isRunner(name) || name.startsWith("python3.");
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
