package dev.drydock.transform.builtin.files;

import java.util.List;
import java.util.function.Predicate;

/**
 * One entry of the reference list of what does not belong into a build context.
 *
 * @param pattern the line of the ignore file
 * @param example a path that it is meant for
 * @param kind what it keeps out
 * @param words names that, found in a command, say that the build uses the file
 * @param applies whether the project is one for which the entry makes sense
 */
record Exclusion(String pattern, String example, Kind kind, List<String> words, Predicate<Situation> applies) {
    /** Words of a command that names the repository itself. */
    static final List<String> WORDS_OF_GIT = List.of(".git/", " .git ", "/.git");

    /** What a pattern keeps out. */
    enum Kind {
        VERSION_CONTROL("Version control"),
        SECRET("Secrets"),
        /** Made again by the build. */
        PRODUCT("Made by tools"),
        /** Written while the application runs or is tested; of the same name as directories of source code. */
        REPORT("Logs and reports"),
        TOOL("For people and editors");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }

    /** What is known of the project: its files, and all commands of its Dockerfiles in one text. */
    record Situation(ContextFiles files, ContextNeeds needs) {
        boolean has(String... names) {
            return List.of(names).stream().anyMatch(files::hasAtRoot);
        }

        boolean says(String... phrases) {
            return needs.speech().stream()
                    .map(text -> text.replace("/run/secrets", ""))
                    .anyMatch(text -> List.of(phrases).stream().anyMatch(text::contains));
        }
    }

    private static Exclusion of(Kind kind, String pattern, String example, Predicate<Situation> applies) {
        return new Exclusion(pattern, example, kind, List.of(), applies);
    }

    /** Returns the entry for a file that the build gets as a secret. */
    static Exclusion ofMountedSecret(String name, String example) {
        return of(Kind.SECRET, "**/" + name, example, now -> true);
    }

    /** Returns the entry for exactly one file with a secret. */
    static Exclusion ofFile(String path) {
        return of(Kind.SECRET, path, path, now -> true);
    }

    /** Returns the line that takes one file back which another line of secrets keeps out. */
    static Exclusion ofTakenBack(String path) {
        return of(Kind.SECRET, "!" + path, path, now -> true);
    }

    private Exclusion unlessNamed(String... names) {
        return new Exclusion(pattern, example, kind, List.of(names), applies);
    }

    private static boolean isPython(Situation now) {
        return now.has("requirements", "pyproject.toml", "setup.py", "Pipfile", "manage.py");
    }

    private static boolean installsNodeModules(Situation now) {
        return now.has("package.json")
                && now.says("npm install", "npm i ", "npm ci", "yarn", "pnpm i", "bun install")
                && !now.says("node_modules");
    }

    /** Returns the reference list, in the order in which it is written. */
    static List<Exclusion> reference() {
        return List.of(
                of(Kind.VERSION_CONTROL, ".git", ".git/HEAD", now -> true)
                        .unlessNamed(WORDS_OF_GIT.toArray(String[]::new)),
                of(Kind.VERSION_CONTROL, ".gitignore", ".gitignore", now -> now.has(".gitignore"))
                        .unlessNamed(".gitignore"),
                of(Kind.VERSION_CONTROL, ".gitattributes", ".gitattributes", now -> now.has(".gitattributes"))
                        .unlessNamed(".gitattributes"),
                of(Kind.VERSION_CONTROL, ".github", ".github/x", now -> now.has(".github"))
                        .unlessNamed(".github"),
                of(Kind.VERSION_CONTROL, ".svn", ".svn/entries", now -> now.has(".svn")),
                of(Kind.VERSION_CONTROL, ".hg", ".hg/store", now -> now.has(".hg")),
                of(Kind.SECRET, "**/.env", ".env", now -> true).unlessNamed(".env"),
                of(Kind.SECRET, "**/.env.*", ".env.local", now -> true).unlessNamed(".env", "dotenv"),
                of(Kind.SECRET, "**/*.pem", "x.pem", now -> true).unlessNamed(".pem"),
                of(Kind.SECRET, "**/*.key", "x.key", now -> true).unlessNamed(".key"),
                of(Kind.SECRET, "**/id_rsa*", "id_rsa", now -> true).unlessNamed("id_rsa"),
                of(Kind.SECRET, "**/id_ed25519*", "id_ed25519", now -> true).unlessNamed("id_ed25519"),
                of(Kind.SECRET, ".ssh", ".ssh/config", now -> true).unlessNamed(".ssh"),
                of(Kind.SECRET, ".aws", ".aws/credentials", now -> true).unlessNamed(".aws"),
                of(Kind.PRODUCT, "**/node_modules", "node_modules/x", Exclusion::installsNodeModules),
                of(Kind.PRODUCT, "**/__pycache__", "__pycache__/x", Exclusion::isPython),
                of(Kind.PRODUCT, "**/*.pyc", "x.pyc", Exclusion::isPython),
                of(Kind.PRODUCT, ".venv", ".venv/x", Exclusion::isPython).unlessNamed(".venv"),
                of(
                                Kind.PRODUCT,
                                "target",
                                "target/x",
                                now -> now.has("pom.xml", "Cargo.toml") && now.says("mvn", "cargo "))
                        .unlessNamed("target/"),
                of(Kind.PRODUCT, ".gradle", ".gradle/x", now -> now.has("build.gradle") && now.says("gradle"))
                        .unlessNamed(".gradle/"),
                of(Kind.TOOL, ".idea", ".idea/x", now -> now.has(".idea")),
                of(Kind.TOOL, ".vscode", ".vscode/x", now -> now.has(".vscode")).unlessNamed(".vscode"),
                of(Kind.TOOL, "Dockerfile*", "Dockerfile", now -> now.has("Dockerfile"))
                        .unlessNamed("Dockerfile"),
                of(Kind.TOOL, "docker-compose*", "docker-compose.yml", now -> now.has("docker-compose"))
                        .unlessNamed("docker-compose"));
    }

    /** Returns whether the file or directory that the entry is meant for is there; an ignore file need not name itself. */
    boolean isThere(Situation now) {
        int slash = example.indexOf('/');
        return !pattern.equals(".dockerignore") && now.has(slash < 0 ? example : example.substring(0, slash));
    }

    /**
     * Returns what a new ignore file lists besides, whether it is there today or not. A file that somebody wrote is extended by
     * those of them that are there.
     */
    static List<Exclusion> alsoListed() {
        return List.of(
                of(Kind.VERSION_CONTROL, ".gitignore", ".gitignore", now -> true)
                        .unlessNamed(".gitignore"),
                of(Kind.SECRET, "secrets/", "secrets/x", now -> true).unlessNamed(" secrets", "./secrets", "/secrets/"),
                of(Kind.SECRET, "credentials/", "credentials/x", now -> true)
                        .unlessNamed(" credentials", "./credentials", "/credentials/"),
                of(Kind.PRODUCT, "node_modules", "node_modules/x", now -> !now.has("package.json", "node_modules"))
                        .unlessNamed("node_modules"),
                of(Kind.PRODUCT, "**/__pycache__", "__pycache__/x", now -> true),
                of(Kind.PRODUCT, "**/.pytest_cache", ".pytest_cache/x", now -> true),
                of(Kind.REPORT, "**/*.log", "x.log", now -> true).unlessNamed(".log "),
                of(Kind.REPORT, "coverage/", "coverage/x", now -> true).unlessNamed("coverage"),
                of(Kind.REPORT, ".nyc_output/", ".nyc_output/x", now -> true).unlessNamed(".nyc_output"),
                of(Kind.TOOL, ".dockerignore", ".dockerignore", now -> true).unlessNamed(".dockerignore"),
                of(Kind.TOOL, "docker-compose*", "docker-compose.yml", now -> true)
                        .unlessNamed("docker-compose"),
                of(Kind.TOOL, "compose*.y*ml", "compose.yaml", now -> true).unlessNamed("compose.y"));
    }
}
