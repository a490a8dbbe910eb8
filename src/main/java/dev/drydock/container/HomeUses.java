package dev.drydock.container;

import dev.drydock.knowledge.HomeWriters;
import dev.drydock.knowledge.Tmpfs;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Apk;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.Dnf;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.PackageOperand;
import dev.drydock.shell.commands.Pip;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is started, installed or depended on and keeps files in the home of its user. */
public final class HomeUses {
    private static final List<String> MANIFESTS =
            List.of("package.json", "requirements.txt", "pyproject.toml", "Pipfile", "environment.yml");
    private static final Set<String> INSTALLERS =
            Set.of("npm", "yarn", "pnpm", "bun", "uv", "poetry", "pipenv", "pdm", "conda", "mamba", "micromamba");

    private HomeUses() {}

    /** Returns whether a user of a stage has a home that it can write to. */
    public static boolean hasHome(BuildStage stage, String user) {
        return Home.of(Optional.empty(), stage, user).isPresent();
    }

    /** Returns the home that an account of the file is told to have, and that nothing makes; empty if it is told none. */
    public static Optional<String> unmadeHome(BuildStage stage, String user) {
        return Home.unmade(stage, user);
    }

    /** Returns what keeps files in the home of its user, with the directories there, for a container of an own image. */
    static Map<String, Tmpfs> of(Container container, ContainerImage.Built image) {
        return of(
                image.project(),
                image.dockerfile(),
                image.stage(),
                image.knowledge().homeWriters(),
                container.start());
    }

    /** Returns the same for a stage, started as its file says. */
    public static Map<String, Tmpfs> of(Project project, ProjectFile dockerfile, BuildStage stage, HomeWriters known) {
        return of(project, dockerfile, stage, known, Optional.of(Start.of(stage.startCommand())));
    }

    private static Map<String, Tmpfs> of(
            Project project, ProjectFile dockerfile, BuildStage stage, HomeWriters known, Optional<Start> begun) {
        Map<String, Tmpfs> found = new LinkedHashMap<>();
        begun.ifPresent(start -> Stream.concat(
                        start.words().stream().map(RootPrograms::name), start.programsOfScripts())
                .forEach(name -> known.ofProgram(name).ifPresent(folder -> found.put(name, folder))));
        for (RunScript script : stage.inheritedScripts()) {
            for (SimpleCommand command : script.commands()) {
                Invocation invocation = Invocation.of(command);
                packages(invocation)
                        .forEach(name -> known.ofPackage(name).ifPresent(folder -> found.put(name, folder)));
                installed(project, dockerfile, invocation)
                        .forEach(name -> known.ofLibrary(name).ifPresent(folder -> found.put(name, folder)));
            }
        }
        for (String manifest : MANIFESTS) {
            manifest(project, dockerfile, manifest)
                    .forEach(name -> known.ofLibrary(name).ifPresent(folder -> found.put(name, folder)));
        }
        return found;
    }

    /** The words of a command that installs packages of a language, and of the files that it names, that may be their names. */
    private static Stream<String> installed(Project project, ProjectFile dockerfile, Invocation invocation) {
        boolean installs = Pip.from(invocation).filter(Pip::installs).isPresent()
                || invocation
                        .program()
                        .map(RootPrograms::name)
                        .filter(INSTALLERS::contains)
                        .isPresent();
        if (!installs) {
            return Stream.empty();
        }
        return invocation.arguments().stream()
                .map(ShellWord::literalPrefix)
                .flatMap(word -> word.endsWith(".txt") || word.endsWith(".yml") || word.endsWith(".yaml")
                        ? manifest(project, dockerfile, word)
                        : libraries(withoutVersion(word)));
    }

    /** Returns the name of {@code puppeteer@23}; a scope starts with the same sign. */
    private static String withoutVersion(String word) {
        int version = word.indexOf('@', 1);
        return version < 0 ? word : word.substring(0, version);
    }

    private static Stream<String> manifest(Project project, ProjectFile dockerfile, String name) {
        return ContextSearch.read(project, dockerfile, name).stream()
                .flatMap(bytes -> libraries(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static List<String> packages(Invocation invocation) {
        List<PackageOperand> packages = new ArrayList<>();
        AptGet.from(invocation).filter(AptGet::installs).ifPresent(view -> packages.addAll(view.packages()));
        Apk.from(invocation).filter(Apk::installs).ifPresent(view -> packages.addAll(view.packages()));
        Dnf.from(invocation).filter(Dnf::installs).ifPresent(view -> packages.addAll(view.packages()));
        return packages.stream().flatMap(operand -> operand.name().stream()).toList();
    }

    /** The words of a manifest that may be names of packages. */
    private static Stream<String> libraries(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || "-_.@/".indexOf(c) >= 0) {
                word.append(c);
            } else {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words.stream().filter(each -> !each.isEmpty());
    }
}
