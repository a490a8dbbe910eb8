package dev.drydock.container;

import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The programs that the RUNs of a stage build from sources, so that no COPY brings them. What such a program writes is read
 * from those sources.
 */
final class BuiltPrograms {
    /** Programs that make the file behind {@code -o}. */
    private static final Set<String> COMPILERS = Set.of(
            "gcc",
            "cc",
            "g++",
            "c++",
            "clang",
            "clang++",
            "go",
            "rustc",
            "zig",
            "ghc",
            "gfortran",
            "tcc",
            "ocamlfind",
            "ocamlopt",
            "crystal",
            "ldc2",
            "dmd",
            "gdc",
            "musl-gcc",
            "swiftc",
            "fpc",
            "dart");

    /** Programs that make what files of the project say. */
    private static final Set<String> BUILDERS = Set.of(
            "make", "gmake", "ninja", "cmake", "meson", "cargo", "go", "mvn", "mvnw", "gradle", "gradlew", "dotnet",
            "stack", "cabal", "swift", "zig", "mix", "sbt", "nim", "nimble", "shards", "crystal", "dune", "bazel",
            "scons", "mage", "just", "task", "waf", "xmake", "dub", "lein");

    /** Files that say what is installed, by name, in the root of the context. */
    private static final List<String> BUILD_FILES = List.of(
            "Makefile",
            "makefile",
            "GNUmakefile",
            "Makefile.am",
            "CMakeLists.txt",
            "meson.build",
            "go.mod",
            "Cargo.toml");

    private final Project project;
    private final ProjectFile file;
    private final BuildStage stage;

    BuiltPrograms(Project project, ProjectFile file, BuildStage stage) {
        this.project = project;
        this.file = file;
        this.stage = stage;
    }

    /**
     * Returns whether a RUN makes the program that lies at a path: a compiler names it, a build tool runs where nothing of
     * that name was copied, or what was built is moved there.
     *
     * @param copied whether a COPY brings the directory that holds it, and the build context is there without such a file
     */
    boolean make(String path, boolean copied) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean built = false;
        for (RunScript script : stage.inheritedScripts()) {
            for (SimpleCommand command : script.commands()) {
                Invocation invocation = Invocation.of(command);
                String program = invocation.program().map(RootPrograms::name).orElse("");
                List<String> words = words(invocation);
                if (COMPILERS.contains(program)
                        && output(words).filter(made -> names(made, name)).isPresent()) {
                    return true;
                }
                built |= COMPILERS.contains(program) || (BUILDERS.contains(program) && !isQuestion(words));
                if (built && (copied || isPutThere(program, words, name) || installs(program, words, name))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> words(Invocation invocation) {
        List<String> words = new ArrayList<>();
        for (ShellWord word : invocation.arguments()) {
            words.add(word.staticValue().orElse(word.literalPrefix()));
        }
        return words;
    }

    /** {@code make --version}, {@code go env}, {@code cargo fetch}: nothing is built. */
    private static boolean isQuestion(List<String> words) {
        return words.stream()
                .anyMatch(word -> Set.of(
                                "--version", "-version", "version", "env", "fetch", "clean", "mod", "restore", "vet")
                        .contains(word));
    }

    private static Optional<String> output(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (Set.of("-o", "--output", "-out").contains(word) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
            if (word.startsWith("-o=") || word.startsWith("--output=")) {
                return Optional.of(word.substring(word.indexOf('=') + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean names(String path, String name) {
        return path.substring(path.lastIndexOf('/') + 1).equals(name);
    }

    /** {@code cp target/release/server /usr/local/bin/}. */
    private static boolean isPutThere(String program, List<String> words, String name) {
        return Set.of("cp", "mv", "install", "ln").contains(program)
                && words.stream().anyMatch(word -> names(word, name));
    }

    /** {@code make install}, where the files that say what is built know of the program. */
    private boolean installs(String program, List<String> words, String name) {
        boolean installs = BUILDERS.contains(program)
                && words.stream().anyMatch(word -> word.equals("install") || word.equals("--install"));
        return installs
                && BUILD_FILES.stream()
                        .flatMap(build -> ContextSearch.read(project, file, build).stream())
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .anyMatch(text -> mentions(text, name));
    }

    private static boolean mentions(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            int end = at + name.length();
            boolean begins = at == 0 || !isPartOfName(text.charAt(at - 1));
            boolean ends = end == text.length() || !isPartOfName(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
