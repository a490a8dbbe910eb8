package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.transform.builtin.CodeMentions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds RUNs that read a variable without naming it: programs that load the settings of the application while it is built, as
 * {@code manage.py collectstatic} does.
 */
final class SilentReaders {
    /** Programs that run code of the project, by whose settings they may be steered. */
    private static final Set<String> RUNNERS = Set.of(
            "npm",
            "npx",
            "yarn",
            "pnpm",
            "pnpx",
            "bun",
            "bunx",
            "deno",
            "node",
            "tsx",
            "ts-node",
            "python",
            "python3",
            "django-admin",
            "poetry",
            "uv",
            "pipenv",
            "flask",
            "alembic",
            "rake",
            "rails",
            "bundle",
            "php",
            "artisan",
            "composer",
            "mix",
            "gradle",
            "gradlew",
            "mvn",
            "mvnw",
            "sbt",
            "make",
            "cargo",
            "go",
            "dotnet",
            "prisma",
            "next",
            "nuxt",
            "vite",
            "sh",
            "bash");

    /** What loads the whole settings of an application: the word behind the program. */
    private static final Set<String> LOADING = Set.of(
            "manage.py",
            "collectstatic",
            "compress",
            "compilemessages",
            "assets:precompile",
            "assets:clean",
            "db:migrate",
            "artisan",
            "phx.digest",
            "assets.deploy",
            "ecto.migrate",
            "migrate");

    /** Frameworks whose build loads the settings of the server, as package.json names them. */
    private static final List<String> LOADING_FRAMEWORKS = List.of(
            "\"next\"",
            "\"nuxt\"",
            "\"prisma\"",
            "\"@prisma/client\"",
            "\"@sveltejs/kit\"",
            "\"astro\"",
            "\"@remix-run/",
            "\"gatsby\"");

    private static final int LARGEST = 1 << 18;

    private final Project project;
    private final ProjectFile file;
    private final Build build;
    private final String name;

    SilentReaders(Project project, ProjectFile file, Build build, String name) {
        this.project = project;
        this.file = file;
        this.build = build;
        this.name = name;
    }

    /** Returns why a RUN behind the ENV may need what that one sets. */
    Optional<String> of(BuildStage stage, EnvInstruction environment) {
        // What the image holds may be meant for what the container runs.
        boolean kept = stage.isPartOfImage();
        return build.stages().stream()
                .filter(own -> own.isBuiltOn(stage))
                .flatMap(own -> own.scripts().stream())
                .filter(script ->
                        script.run().range().start() > environment.range().start())
                .flatMap(script -> (kept ? loading(script) : running(script))
                        .map(what -> "the RUN in line " + script.run().line() + " " + what).stream())
                .findFirst();
    }

    /** A stage that is thrown away has the variable for its own commands. */
    private Optional<String> running(RunScript script) {
        return script.commands().stream().anyMatch(SilentReaders::runsOwnCode)
                ? Optional.of("may read it, and the stage is not part of the image: nobody else needs it there")
                : Optional.empty();
    }

    private static boolean runsOwnCode(SimpleCommand command) {
        return Invocation.of(command)
                .programWord()
                .map(word -> word.text())
                .filter(text -> text.startsWith("./") || RUNNERS.contains(text.substring(text.lastIndexOf('/') + 1)))
                .isPresent();
    }

    private Optional<String> loading(RunScript script) {
        boolean loads = script.commands().stream().anyMatch(this::loadsSettings);
        return !loads
                ? Optional.empty()
                : code().of(name)
                        .map(path -> "loads the settings of the application, which name it in " + path
                                + "; give that RUN a value of its own, and the container the right one");
    }

    private boolean loadsSettings(SimpleCommand command) {
        List<String> words = command.words().stream().map(word -> word.text()).toList();
        boolean own = words.stream()
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .anyMatch(LOADING::contains);
        boolean builds = !words.isEmpty()
                && Set.of("npm", "yarn", "pnpm", "bun", "npx").contains(words.get(0))
                && words.stream()
                        .anyMatch(word -> word.equals("build") || word.startsWith("build:") || word.equals("generate"));
        return own || (builds && isOfLoadingFramework());
    }

    private boolean isOfLoadingFramework() {
        return context()
                .flatMap(root -> root.resolve("package.json"))
                .flatMap(path -> project.workspace().read(path, LARGEST))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> LOADING_FRAMEWORKS.stream().anyMatch(text::contains))
                .isPresent();
    }

    private CodeMentions code() {
        return new CodeMentions(project.workspace(), context());
    }

    private Optional<ProjectPath> context() {
        return ContextSearch.root(project, file, List.of());
    }
}
