package dev.drydock.transform.builtin.images;

import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.knowledge.RuntimeImages;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.Git;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.transform.builtin.Mentions;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a stage does with what only the full variant of its image holds. */
final class FullImageUses {
    private static final int LARGEST = 1 << 18;
    private static final List<String> MANIFESTS = List.of(
            "package.json",
            "requirements.txt",
            "requirements/base.txt",
            "requirements/production.txt",
            "Pipfile",
            "pyproject.toml",
            "setup.py");

    private final Project project;
    private final ProjectPath folder;
    private final BuildStage stage;
    private final RuntimeImages runtimes;

    FullImageUses(Project project, ProjectPath folder, BuildStage stage, RuntimeImages runtimes) {
        this.project = project;
        this.folder = folder;
        this.stage = stage;
        this.runtimes = runtimes;
    }

    /** Returns the first use, a clause; empty if none is seen. */
    Optional<String> first() {
        Set<String> installed = new HashSet<>();
        for (RunScript script : stage.inheritedScripts()) {
            if (script.script().isOpaque()) {
                return Optional.of("line " + script.run().line() + " cannot be read");
            }
            for (SimpleCommand command : script.commands()) {
                AptGet.from(command)
                        .filter(AptGet::installs)
                        .ifPresent(apt ->
                                apt.packages().forEach(operand -> operand.name().ifPresent(installed::add)));
                Optional<String> use = program(command, installed).or(() -> packages(command));
                if (use.isPresent()) {
                    return use.map(found -> "line " + script.run().line() + " " + found);
                }
            }
        }
        boolean asks = stage.history(HealthcheckInstruction.class)
                .map(Mentions::speech)
                .anyMatch(text -> Stream.of("curl", "wget")
                        .anyMatch(name -> Mentions.word(text, name) && !installed.contains(name)));
        if (asks) {
            return Optional.of("HEALTHCHECK starts a program of it");
        }
        return stage.startCommand().scripts().stream()
                .flatMap(ShellScript::simpleCommands)
                .flatMap(command -> program(command, installed).stream())
                .findFirst()
                .map(found -> "the container " + found)
                .or(() -> manifest(installed));
    }

    private Optional<String> program(SimpleCommand command, Set<String> installed) {
        boolean python = stage.image().text().contains("python");
        return Invocation.of(command)
                .program()
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .filter(runtimes::isOnlyInFullImage)
                .filter(name -> !installed.contains(name) && !(python && name.equals("python3")))
                .map(name -> "starts " + name);
    }

    /** Packages that are named in the command itself; those of a repository need git. */
    private Optional<String> packages(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        if (Git.from(command).isPresent()) {
            return Optional.of("starts git");
        }
        if (!invocation.runs("npm", "yarn", "pnpm", "pip", "pip3", "gem")) {
            return Optional.empty();
        }
        return invocation.arguments().stream()
                .flatMap(word -> word.staticValue().stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.startsWith("git+") || isCompiled(bare(word)))
                .findFirst()
                .map(word -> "installs " + bare(word) + ", which is compiled");
    }

    private static String bare(String word) {
        int end = 0;
        while (end < word.length()
                && (Character.isLetterOrDigit(word.charAt(end)) || "-_.".indexOf(word.charAt(end)) >= 0)) {
            end++;
        }
        return word.substring(0, end).replace('_', '-');
    }

    private boolean isCompiled(String name) {
        return Stream.of("node", "python")
                .anyMatch(language -> runtimes.compiledPackages(language).contains(name));
    }

    /** Manifests beside the Dockerfile, whichever directory is copied. */
    private Optional<String> manifest(Set<String> installed) {
        boolean compiler = installed.stream().anyMatch(runtimes::isForBuild);
        List<Invocation> commands = stage.inheritedScripts().stream()
                .flatMap(script -> script.commands().stream())
                .map(Invocation::of)
                .toList();
        boolean installs = commands.stream()
                .anyMatch(command ->
                        command.runs("npm", "yarn", "pnpm", "pip", "pip3", "poetry", "pipenv", "uv", "bundle", "gem"));
        if (compiler || !installs) {
            return Optional.empty();
        }
        if (commands.stream().anyMatch(command -> command.runs("bundle"))) {
            return Optional.of("gems are compiled when they are installed");
        }
        for (String name : MANIFESTS) {
            Optional<String> text = folder.resolve(name)
                    .flatMap(path -> project.workspace().read(path, LARGEST))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
            Optional<String> found = text.flatMap(content -> Stream.of("node", "python")
                    .flatMap(language -> runtimes.compiledPackages(language).stream())
                    .filter(each -> speaks(content, each))
                    .findFirst());
            if (found.isPresent()) {
                return Optional.of(name + " asks for " + found.get() + ", which is compiled");
            }
            if (text.filter(content -> content.contains("git+")).isPresent()) {
                return Optional.of(name + " asks for a package of a repository, which needs git");
            }
        }
        return Optional.empty();
    }

    /** A name as a whole: psycopg2 is another package than psycopg2-binary. */
    private static boolean speaks(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean before = at == 0 || "\n\r \"'[,/".indexOf(text.charAt(at - 1)) >= 0;
            boolean after = end == text.length() || "\n\r \"'[]=<>~!;,@".indexOf(text.charAt(end)) >= 0;
            if (before && after) {
                return true;
            }
        }
        return false;
    }
}
