package dev.drydock.container;

import dev.drydock.model.ContainerPath;
import dev.drydock.model.PackageManifest;
import dev.drydock.model.PrivilegedPort;
import dev.drydock.model.StartCommand;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Npm;
import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code npm start} and its like run: the scripts of the {@code package.json} of the context. Only what surely needs
 * root counts; most of what stands there are programs of the application itself.
 */
final class ManifestScripts {
    private static final String MANIFEST = "package.json";
    private static final Set<String> RUNNERS = Set.of("npm", "yarn", "pnpm");
    private static final Set<String> WORDS_BEFORE_NAME = Set.of("run", "run-script", "exec", "--");

    private final Project project;
    private final ProjectFile file;
    private final List<String> writable;
    private final boolean asRoot;
    private final Optional<StartWrites> writes;
    private final Set<String> seen = new HashSet<>();

    /**
     * Looks at the context of a Dockerfile.
     *
     * @param writable the folders that will belong to the user of the container
     * @param asRoot whether that is a root that may open all ports and owns all files, but has no other privileges
     * @param writes who is told of what the scripts write, if anybody
     */
    ManifestScripts(
            Project project, ProjectFile file, List<String> writable, boolean asRoot, Optional<StartWrites> writes) {
        this.project = project;
        this.file = file;
        this.writable = writable;
        this.asRoot = asRoot;
        this.writes = writes;
    }

    /** Returns why a command must be run by root, or empty if it runs no script or nothing in it says so. */
    Optional<String> reason(List<String> words) {
        if (words.isEmpty() || !RUNNERS.contains(RootPrograms.name(words.get(0)))) {
            return Optional.empty();
        }
        return words.stream()
                .skip(1)
                .filter(word -> !word.startsWith("-") && !WORDS_BEFORE_NAME.contains(word))
                .findFirst()
                .flatMap(this::reasonOfScript);
    }

    private Optional<String> reasonOfScript(String name) {
        Optional<PackageManifest> manifest = manifest();
        if (manifest.isEmpty() || !seen.add(name)) {
            return Optional.empty();
        }
        return Stream.of("pre" + name, name, "post" + name)
                .flatMap(script -> Optional.ofNullable(manifest.get().scripts().get(script)).stream()
                        .flatMap(text -> reasonOfText(text).stream())
                        .map(reason -> "the script " + script + " of package.json " + reason))
                .findFirst();
    }

    private Optional<PackageManifest> manifest() {
        return ContextSearch.read(project, file, MANIFEST).flatMap(bytes -> {
            try {
                return PackageManifest.parse(SourceText.decode(bytes));
            } catch (UndecodableTextException e) {
                return Optional.empty();
            }
        });
    }

    private Optional<String> reasonOfText(String text) {
        ShellScript script = StartCommand.script(SourceText.of(text));
        return script.simpleCommands()
                .flatMap(command -> reasonOf(command).stream())
                .findFirst();
    }

    private Optional<String> reasonOf(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        String program = invocation.program().map(RootPrograms::name).orElse("");
        writes.ifPresent(each -> {
            each.redirects(command);
            each.made(invocation);
        });
        if (Stream.concat(invocation.wrappers().stream(), Stream.of(program)).anyMatch(RootPrograms::stepsDown)
                || invocation.wrappers().contains("sudo")) {
            return Optional.of("changes the user by itself");
        }
        boolean global = !asRoot
                && Npm.from(invocation)
                        .filter(npm -> npm.installs() && npm.isGlobal())
                        .isPresent();
        if (global) {
            return Optional.of("installs packages for everybody");
        }
        Optional<Integer> port = asRoot ? Optional.empty() : lowPort(invocation);
        if (port.isPresent()) {
            return Optional.of("opens port " + port.get() + ", " + PrivilegedPort.BELOW);
        }
        Optional<String> place = command.redirects().stream()
                .filter(redirect -> redirect.operator().contains(">"))
                .map(Redirect::target)
                .flatMap(word -> word.staticValue().stream())
                .filter(this::staysWithRoot)
                .findFirst();
        if (place.isPresent()) {
            return Optional.of("writes to " + place.get() + ", which stays with root");
        }
        List<String> words = new ArrayList<>(List.of(program));
        invocation.arguments().stream().map(ShellWord::literalPrefix).forEach(words::add);
        return reason(words).map(inner -> "runs another one: " + inner);
    }

    private static Optional<Integer> lowPort(Invocation invocation) {
        return invocation.environment().stream()
                .flatMap(setting -> setting.value().stream()
                        .flatMap(value -> PrivilegedPort.ofVariable(setting.name(), value).stream()))
                .findFirst()
                .or(() -> PrivilegedPort.ofWords(invocation.arguments().stream()
                        .map(ShellWord::literalPrefix)
                        .toList()));
    }

    private boolean staysWithRoot(String path) {
        return path.startsWith("/")
                && !WritablePaths.isScratch(path)
                && WritablePaths.folderOf(ContainerPath.normalise(path), writable)
                        .isEmpty();
    }
}
