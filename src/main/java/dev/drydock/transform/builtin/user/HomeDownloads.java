package dev.drydock.transform.builtin.user;

import dev.drydock.container.RootPrograms;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.knowledge.HomeWriters;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.BuildStage;
import dev.drydock.model.PackageManifest;
import dev.drydock.model.RunScript;
import dev.drydock.model.StartCommand;
import dev.drydock.model.UserName;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.text.SourceText;
import dev.drydock.transform.builtin.Mentions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds models, data and browsers that a build fetches into the home of root, where the application looks for them: another
 * user would fetch them once more, or find nothing.
 */
final class HomeDownloads {
    private static final Set<String> INTERPRETERS =
            Set.of("python", "python2", "python3", "pypy3", "node", "deno", "bun", "ruby", "sh", "bash", "source", ".");
    private static final Set<String> LAUNCHERS = Set.of("npx", "bunx", "pnpx", "uvx", "pipx");
    private static final Set<String> RUNNERS = Set.of("npm", "yarn", "pnpm", "bun", "poetry", "uv", "pipenv", "pdm");
    private static final Set<String> NODE_INSTALLERS = Set.of("npm", "yarn", "pnpm", "bun");
    private static final Set<String> RUNS = Set.of("run", "exec", "dlx");
    private static final Set<String> INSTALLS = Set.of("install", "i", "ci", "add", "global");

    private static final String CACHE = "/root/.cache/";
    private static final Set<String> BUILD_CACHES = Set.of(
            "pip",
            "uv",
            "yarn",
            "pypoetry",
            "pipenv",
            "go-build",
            "composer",
            "npm",
            "node",
            "pnpm",
            "ccache",
            "bazel");

    private final Project project;
    private final ProjectFile file;
    private final BuildStage stage;
    private final HomeWriters known;

    HomeDownloads(Project project, ProjectFile file, BuildStage stage, HomeWriters known) {
        this.project = project;
        this.file = file;
        this.stage = stage;
        this.known = known;
    }

    /** Returns what is fetched there, and how to have it elsewhere; empty if nothing is. */
    Optional<String> reason() {
        Optional<String> home = stage.environment("HOME");
        if (home.isPresent() && !home.get().startsWith("/root")) {
            return Optional.empty();
        }
        Map<RunInstruction, RunScript> scripts = new HashMap<>();
        stage.inheritedScripts().forEach(script -> scripts.put(script.run(), script));
        for (Instruction instruction : stage.history()) {
            Optional<String> found = Optional.empty();
            if (instruction instanceof RunInstruction run && !runsAsOther(run)) {
                String documents = String.join(
                        "\n", run.heredocs().stream().map(Heredoc::text).toList());
                found = commands(run, scripts)
                        .flatMap(command -> fetched(command, documents).stream())
                        .findFirst();
            } else if (instruction instanceof FileTransfer transfer) {
                found = broughtInto(instruction, transfer);
            }
            if (found.isPresent()) {
                return found.map(what -> "line " + instruction.line() + ": " + what);
            }
        }
        return Optional.empty();
    }

    private boolean runsAsOther(RunInstruction run) {
        return stage.userAt(run).filter(user -> !UserName.isRoot(user)).isPresent();
    }

    /** The commands of a RUN, be it a script or an array of words. */
    private static Stream<SimpleCommand> commands(RunInstruction run, Map<RunInstruction, RunScript> scripts) {
        if (run.exec().isPresent()) {
            String words = run.exec().get().values().stream()
                    .map(word -> "'" + word.replace("'", "'\\''") + "'")
                    .collect(Collectors.joining(" "));
            return StartCommand.script(SourceText.of(words)).simpleCommands();
        }
        return Optional.ofNullable(scripts.get(run)).stream().flatMap(script -> script.commands().stream());
    }

    /** A cache that a COPY brings is there for the container, unless it is one of a package manager. */
    private Optional<String> broughtInto(Instruction instruction, FileTransfer transfer) {
        return transfer.destination()
                .flatMap(argument -> stage.expand(argument, instruction))
                .map(path -> path.startsWith(CACHE) ? path.substring(CACHE.length()) : "")
                .map(path -> path.indexOf('/') < 0 ? path : path.substring(0, path.indexOf('/')))
                .filter(name -> !name.isEmpty() && !BUILD_CACHES.contains(name))
                .map(name -> CACHE + name + " is in the home of root, which no other user may read");
    }

    private Optional<String> fetched(SimpleCommand command, String documents) {
        Invocation invocation = Invocation.of(command);
        String program = invocation.program().map(RootPrograms::name).orElse("");
        List<String> words =
                invocation.arguments().stream().map(ShellWord::literalPrefix).toList();
        String first = words.stream()
                .filter(word -> !word.startsWith("-") && !word.isEmpty())
                .findFirst()
                .orElse("");
        if (NODE_INSTALLERS.contains(program) && (INSTALLS.contains(first) || first.isEmpty())) {
            return words.contains("--ignore-scripts") ? Optional.empty() : installed(command);
        }
        boolean runs = INTERPRETERS.contains(program)
                || program.startsWith("python3.")
                || LAUNCHERS.contains(program)
                || (RUNNERS.contains(program) && RUNS.contains(first))
                || known.downloads().containsKey(program);
        boolean own = invocation
                .programWord()
                .filter(word -> word.literalPrefix().contains("/"))
                .isPresent();
        boolean makes = program.equals("make");
        if (!runs && !own && !makes) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        texts.add(command.text());
        if (INTERPRETERS.contains(program) && !command.redirects().isEmpty()) {
            texts.add(documents);
        }
        List<String> names = new ArrayList<>(words);
        invocation.programWord().map(ShellWord::literalPrefix).ifPresent(names::add);
        if (makes) {
            List<String> recipes =
                    read("Makefile").map(file -> Recipes.of(file, words)).orElse(List.of());
            texts.addAll(recipes);
            recipes.stream()
                    .flatMap(line -> StartCommand.script(SourceText.of(line)).simpleCommands())
                    .flatMap(each -> each.words().stream())
                    .map(ShellWord::literalPrefix)
                    .forEach(names::add);
        }
        names.stream()
                .filter(name -> !name.startsWith("-"))
                .forEach(name -> read(name).ifPresent(texts::add));
        for (String text : texts) {
            Optional<String> what = known.downloads().entrySet().stream()
                    .filter(entry -> Mentions.word(text, entry.getKey()))
                    .filter(entry -> !known.isPlaced(text) && isInHome(entry.getValue(), command))
                    .map(entry -> sentence(entry.getKey(), entry.getValue()))
                    .findFirst();
            if (what.isPresent()) {
                return what;
            }
        }
        return Optional.empty();
    }

    private Optional<String> installed(SimpleCommand command) {
        Set<String> asked = read("package.json").map(SourceText::of).flatMap(PackageManifest::parse).stream()
                .flatMap(manifest -> manifest.dependencies().stream())
                .collect(Collectors.toSet());
        return known.fetching().entrySet().stream()
                .filter(entry -> asked.contains(entry.getKey())
                        || command.arguments().stream()
                                .map(ShellWord::literalPrefix)
                                .anyMatch(word -> isPackage(word, entry.getKey())))
                .filter(entry -> isInHome(entry.getValue(), command))
                .filter(entry -> !isConfigured(entry.getValue()))
                .map(entry -> sentence(entry.getKey(), entry.getValue()))
                .findFirst();
    }

    private static boolean isPackage(String word, String name) {
        return word.equals(name) || word.startsWith(name + "@");
    }

    /** A file of puppeteer says the same as its variable. */
    private boolean isConfigured(List<String> variables) {
        return variables.contains("PUPPETEER_CACHE_DIR")
                && List.of(
                                ".puppeteerrc.cjs",
                                ".puppeteerrc.json",
                                ".puppeteerrc",
                                "puppeteer.config.cjs",
                                ".puppeteerrc.js")
                        .stream()
                        .anyMatch(name -> read(name).isPresent());
    }

    private boolean isInHome(List<String> variables, SimpleCommand command) {
        return variables.stream()
                .noneMatch(name -> isSet(name)
                        || command.assignments().stream()
                                .anyMatch(each -> each.name().equals(name)));
    }

    private boolean isSet(String name) {
        return stage.history(EnvInstruction.class)
                        .flatMap(environment -> environment.pairs().stream())
                        .anyMatch(pair -> pair.name().equals(name))
                || stage.facts()
                        .map(ImageFacts::environment)
                        .filter(variables -> variables.containsKey(name))
                        .isPresent();
    }

    private static String sentence(String name, List<String> variables) {
        return name + " keeps what it downloads in the home of root, which no other user may read"
                + (variables.isEmpty()
                        ? ""
                        : "; ENV " + variables.get(0)
                                + " above that line names a directory for it, in the build and in the container");
    }

    /** The text of a file of the context, by its path in the container or in the context. */
    private Optional<String> read(String name) {
        String relative = stage.workdir()
                .filter(folder -> name.startsWith(folder + "/"))
                .map(folder -> name.substring(folder.length() + 1))
                .orElse(name);
        String base = relative.substring(relative.lastIndexOf('/') + 1);
        return relative.isEmpty() || base.isEmpty()
                ? Optional.empty()
                : ContextSearch.read(project, file, relative)
                        .or(() -> ContextSearch.read(project, file, base))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
