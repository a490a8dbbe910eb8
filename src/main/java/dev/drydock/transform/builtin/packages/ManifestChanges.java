package dev.drydock.transform.builtin.packages;

import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Npm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds commands of a build that change package.json or the lock file, which then differ from those of the project. */
final class ManifestChanges {
    private static final Set<String> READERS = Set.of(
            "cat",
            "chmod",
            "chown",
            "cut",
            "diff",
            "echo",
            "grep",
            "head",
            "jq",
            "ls",
            "printf",
            "sha256sum",
            "stat",
            "tail",
            "test",
            "[",
            "[[",
            "wc");
    private static final Set<String> EDITORS = Set.of("sed", "gsed", "perl", "awk", "gawk");
    private static final Set<String> UPDATERS =
            Set.of("ncu", "npm-check-updates", "npm-add-script", "lerna", "syncpack");
    private static final List<String> NAMES =
            Stream.concat(Stream.of(NpmFiles.MANIFEST), NpmFiles.LOCKS.stream()).toList();

    private ManifestChanges() {}

    /** Returns which command before {@code npm} changes the files, or may do so; empty if none does. */
    static Optional<String> before(
            Project project, ProjectFile file, BuildStage stage, RunScript script, SimpleCommand npm) {
        int end = script.run().range().start();
        Optional<String> earlier = stage.inheritedScripts().stream()
                .filter(other -> other.run().range().start() < end)
                .flatMap(other -> other.commands().stream()
                        .filter(command -> changes(project, file, command))
                        .map(command -> reason(other)))
                .findFirst();
        return earlier.or(() -> script.commands().stream()
                .filter(command -> command.range().start() < npm.range().start())
                .filter(command -> changes(project, file, command))
                .findFirst()
                .map(command -> reason(script)));
    }

    private static String reason(RunScript script) {
        return "line " + script.run().line() + " may change package.json or the lock file";
    }

    private static boolean changes(Project project, ProjectFile file, SimpleCommand command) {
        boolean written = command.redirects().stream()
                .filter(redirect -> redirect.operator().contains(">"))
                .map(Redirect::target)
                .anyMatch(ManifestChanges::names);
        if (written) {
            return true;
        }
        Invocation invocation = Invocation.of(command);
        Optional<Npm> npm = Npm.from(invocation);
        if (npm.isPresent()) {
            return !npm.get().isGlobal() && changes(npm.get());
        }
        boolean updates = Stream.concat(invocation.programWord().stream(), invocation.arguments().stream())
                .map(ShellWord::literalPrefix)
                .map(word -> word.indexOf('@') > 0 ? word.substring(0, word.indexOf('@')) : word)
                .anyMatch(UPDATERS::contains);
        if (updates || isOther(invocation)) {
            return true;
        }
        if (ScriptCalls.isOne(command)) {
            return command.words().stream().anyMatch(word -> speaksOfFiles(project, file, word));
        }
        boolean named = invocation.arguments().stream().anyMatch(ManifestChanges::names);
        String program = invocation.program().orElse("");
        if (!named || READERS.contains(program)) {
            return false;
        }
        boolean edits = invocation.arguments().stream()
                .map(ShellWord::literalPrefix)
                .anyMatch(word -> word.startsWith("-i") || word.startsWith("-pi") || word.startsWith("--in-place"));
        if (EDITORS.contains(program)) {
            return edits;
        }
        boolean prints =
                program.equals("node") && invocation.arguments().stream().anyMatch(word -> word.is("-p"));
        return !prints;
    }

    private static boolean changes(Npm npm) {
        boolean set = npm.does("pkg")
                && npm.operands().stream()
                        .findFirst()
                        .filter(word -> !word.is("get"))
                        .isPresent();
        boolean fix = npm.does("audit") && npm.operands().stream().anyMatch(word -> word.is("fix"));
        return set
                || fix
                || npm.does(
                        "version",
                        "set-script",
                        "init",
                        "create",
                        "uninstall",
                        "remove",
                        "rm",
                        "un",
                        "r",
                        "unlink",
                        "link",
                        "shrinkwrap",
                        "dedupe",
                        "ddp");
    }

    /** Other package managers write package.json as well. */
    private static boolean isOther(Invocation invocation) {
        return invocation.runs("yarn", "pnpm", "bun")
                && invocation.arguments().stream()
                        .findFirst()
                        .filter(word -> Stream.of("add", "remove", "up", "upgrade", "version", "set")
                                .anyMatch(word::is))
                        .isPresent();
    }

    private static boolean names(ShellWord word) {
        return NAMES.stream().anyMatch(word.text()::contains);
    }

    private static boolean speaksOfFiles(Project project, ProjectFile file, ShellWord word) {
        String path = word.literalPrefix();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Stream.of(path.startsWith("./") ? path.substring(2) : path, name)
                .distinct()
                .filter(each -> !each.isEmpty())
                .flatMap(each -> ContextSearch.read(project, file, each).stream())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .anyMatch(text -> NAMES.stream().anyMatch(text::contains)
                        || text.contains("npm pkg")
                        || text.contains("npm version"));
    }
}
