package dev.drydock.transform.builtin.files;

import dev.drydock.model.Build;
import dev.drydock.model.source.SourceCalls;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who asks Git about the sources during a build or in the container, so that {@code .git} has to be in the context. */
public final class GitReaders {
    private static final int LARGEST = 1 << 18;
    /** More sources than these are not looked at: one build asks Git in one place, near its root. */
    private static final int MOST = 500;
    /** Build tools that ask Git for the version, by what their settings say; checked 2026-11. */
    private static final List<String> TOOLS = List.of(
            "setuptools_scm",
            "setuptools-scm",
            "setuptools-git-versioning",
            "setuptools_git_versioning",
            "poetry-dynamic-versioning",
            "uv-dynamic-versioning",
            "dunamai",
            "hatch-vcs",
            "versioneer",
            "pbr",
            "git-commit-id",
            "jgitver",
            "git describe",
            "git rev-parse",
            "git log",
            "git ls-files",
            "gitVersion",
            "GitVersion",
            "MinVer",
            "palantir.git-version",
            "nebula",
            "vergen",
            "git-revision",
            "git-authors",
            "enableGitInfo",
            "lastUpdated: true",
            "showLastUpdateAuthor",
            "showLastUpdateTime",
            "sphinx_git");

    /** What a project names itself; a gemspec lists the files of the gem, mostly those that Git knows. */
    private static final List<String> SETTINGS_ENDINGS = List.of(".csproj", ".fsproj", ".gemspec", ".cabal");

    private static final Set<String> SETTINGS = Set.of(
            "pyproject.toml",
            "setup.py",
            "setup.cfg",
            "pom.xml",
            "build.gradle",
            "build.gradle.kts",
            "Makefile",
            "package.json",
            "Cargo.toml",
            "build.rs",
            "mix.exs",
            "Gemfile",
            "Rakefile",
            "build.sbt",
            "CMakeLists.txt",
            "mkdocs.yml",
            "hugo.toml",
            "hugo.yaml",
            "hugo.json",
            "config.toml",
            "config.yaml",
            "config.yml",
            "config.json",
            "config.js",
            "config.mjs",
            "config.ts",
            "config.mts",
            "docusaurus.config.js",
            "docusaurus.config.ts",
            "Directory.Build.props");
    /** Commands that need the repository; {@code clone} and {@code init} make one. */
    private static final List<String> COMMANDS = List.of(
            "describe",
            "rev-parse",
            "log",
            "submodule",
            "status",
            "show",
            "rev-list",
            "checkout",
            "reset",
            "pull",
            "fetch",
            "diff",
            "ls-files",
            "apply",
            "branch",
            "tag",
            "remote",
            "symbolic-ref",
            "for-each-ref",
            "shortlog",
            "blame");
    /** Libraries that read a repository, as sources name them; checked 2026-11. */
    private static final Set<String> LIBRARIES = Set.of(
            "simple-git",
            "isomorphic-git",
            "nodegit",
            "git-rev-sync",
            "git-rev",
            "git-repo-info",
            "git-last-commit",
            "git-describe",
            "git-commit-info",
            "git-revision-webpack-plugin");

    private static final Set<String> CODE =
            Set.of("js", "mjs", "cjs", "ts", "mts", "jsx", "tsx", "py", "go", "rs", "rb", "php", "java", "kt", "cs");
    /** Folders whose programs people run, not builds, unless something names them. */
    private static final Set<String> FOR_PEOPLE = Set.of(
            ".github",
            ".gitlab",
            ".husky",
            "ci",
            "hack",
            "release",
            "scripts",
            "test",
            "tests",
            "__tests__",
            "testdata",
            "tools");

    private final Workspace workspace;
    private final Exclusion.Situation situation;

    GitReaders(Workspace workspace, Exclusion.Situation situation) {
        this.workspace = workspace;
        this.situation = situation;
    }

    /** Returns who asks, as a message names it: {@code the build}, {@code pom.xml}, {@code build.js:3}. */
    Optional<String> first() {
        String[] spoken = COMMANDS.stream().map(command -> "git " + command).toArray(String[]::new);
        if (situation.says(spoken)) {
            return Optional.of("the build");
        }
        Optional<String> settings = situation.files().files().stream()
                .filter(path -> SETTINGS.contains(path.fileName())
                        || SETTINGS_ENDINGS.stream().anyMatch(path.fileName()::endsWith))
                .filter(path -> text(path).filter(GitReaders::usesTool).isPresent())
                .map(ProjectPath::value)
                .findFirst();
        return settings.or(this::firstOfCode);
    }

    private Optional<String> firstOfCode() {
        return situation.files().files().stream()
                .filter(this::mayAsk)
                .limit(MOST)
                .flatMap(path -> reader(path).stream())
                .findFirst();
    }

    /** Returns which code in the context of a Dockerfile asks, {@code server.js:3}: it may do so when it runs. */
    public static Optional<String> inCode(Project project, ProjectFile dockerfile, Build build) {
        ContextNeeds needs = ContextNeeds.of(build);
        return ContextSearch.root(project, dockerfile, needs.named())
                .flatMap(root -> ContextFiles.of(project.workspace(), root))
                .flatMap(files ->
                        new GitReaders(project.workspace(), new Exclusion.Situation(files, needs)).firstOfCode());
    }

    private static boolean usesTool(String text) {
        return TOOLS.stream().anyMatch(text::contains);
    }

    private Optional<String> text(ProjectPath path) {
        return workspace.read(path, LARGEST).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static String ending(ProjectPath path) {
        return path.fileName().substring(path.fileName().lastIndexOf('.') + 1);
    }

    private boolean mayAsk(ProjectPath path) {
        boolean script = ending(path).equals("sh");
        return (script || CODE.contains(ending(path))) && (!isForPeople(path, script) || isNamed(path.fileName()));
    }

    private Optional<String> reader(ProjectPath path) {
        Optional<String> source = text(path).filter(text -> text.contains("git"));
        if (ending(path).equals("sh")) {
            return source.filter(text -> COMMANDS.stream().anyMatch(command -> text.contains("git " + command)))
                    .map(text -> path.value());
        }
        return source.flatMap(text -> line(path.fileName(), text)).map(line -> path + ":" + line);
    }

    /** A shell script is run by a build only if something says so. */
    private boolean isForPeople(ProjectPath path, boolean script) {
        return script
                || List.of(situation.files().relative(path).split("/", -1)).stream()
                        .anyMatch(FOR_PEOPLE::contains);
    }

    private boolean isNamed(String name) {
        return situation.says(name)
                || situation
                        .files()
                        .root()
                        .resolve("package.json")
                        .flatMap(this::text)
                        .filter(text -> text.contains(name))
                        .isPresent();
    }

    private static Optional<Integer> line(String name, String text) {
        if (name.endsWith(".py")) {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).equals("import git") || lines.get(i).startsWith("from git import ")) {
                    return Optional.of(i + 1);
                }
            }
        }
        return SourceCalls.read(name, text).stream()
                .filter(GitReaders::asksGit)
                .map(SourceCalls.Call::line)
                .findFirst();
    }

    private static boolean asksGit(SourceCalls.Call call) {
        List<String> texts = call.texts();
        boolean starts = texts.contains("git")
                && (texts.stream().anyMatch(COMMANDS::contains) || call.name().contains("Command"));
        return starts
                || texts.stream()
                        .anyMatch(text -> LIBRARIES.contains(text)
                                || text.contains(".git/HEAD")
                                || text.contains(".git/refs")
                                || text.startsWith("github.com/go-git/go-git")
                                || COMMANDS.stream().anyMatch(command -> isCommand(text, command)));
    }

    private static boolean isCommand(String text, String command) {
        String start = "git " + command;
        return text.startsWith(start)
                && (text.length() == start.length() || Character.isWhitespace(text.charAt(start.length())));
    }
}
