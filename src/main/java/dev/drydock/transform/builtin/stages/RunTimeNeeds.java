package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.source.SourceCalls;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the sources of a program say that it starts and reads when it runs. The runtime stage has neither the tools of the
 * build image nor the files that only people seem to read.
 */
final class RunTimeNeeds {
    private static final int MOST_FILES = 2_000;
    private static final int LARGEST = 1 << 19;
    private static final Set<String> CODE = Set.of(
            "go", "rs", "c", "h", "cc", "cpp", "cxx", "hpp", "js", "mjs", "cjs", "ts", "jsx", "tsx", "java", "kt", "cs",
            "py", "php", "rb");
    private static final Set<String> SKIPPED = Set.of(
            ".git",
            "node_modules",
            "vendor",
            "target",
            "test",
            "tests",
            "testdata",
            "__tests__",
            ".venv",
            "venv",
            "obj",
            "bin");
    /** Calls that start another program, by the documentation of the languages; checked 2026-11. */
    private static final Set<String> STARTS = Set.of(
            "exec.Command",
            "exec.CommandContext",
            "exec.LookPath",
            "syscall.Exec",
            "os.StartProcess",
            "Command::new",
            "process::Command::new",
            "std::process::Command::new",
            "subprocess.run",
            "subprocess.call",
            "subprocess.check_call",
            "subprocess.check_output",
            "subprocess.Popen",
            "os.system",
            "os.popen",
            "os.execv",
            "os.execvp",
            "shutil.which",
            "execSync",
            "execFile",
            "execFileSync",
            "spawn",
            "spawnSync",
            "child_process.exec",
            "child_process.execSync",
            "child_process.execFile",
            "child_process.execFileSync",
            "child_process.spawn",
            "child_process.spawnSync",
            "cp.exec",
            "cp.execSync",
            "cp.spawn",
            "cp.spawnSync",
            "cp.execFile",
            "cp.execFileSync",
            "execa",
            "ProcessBuilder",
            "Process.Start",
            "ProcessStartInfo",
            "system",
            "popen",
            "execl",
            "execlp",
            "execle",
            "execv",
            "execvp",
            "posix_spawn",
            "posix_spawnp",
            "std::system",
            "shell_exec",
            "passthru",
            "proc_open");

    /** Packages of modules that a JDK has and a JRE lacks: java.compiler has no compiler there, jdk.attach, jdk.jdi, jdk.jshell. */
    private static final List<String> OF_JDK =
            List.of("javax.tools.", "com.sun.tools.", "com.sun.source.", "com.sun.jdi.", "jdk.jshell.");

    private static final List<String> READS = List.of(
            "open",
            "read",
            "glob",
            "dir",
            "walk",
            "parse",
            "file",
            "load",
            "static",
            "serve",
            "path",
            "join",
            "stat",
            "access",
            "include",
            "template");
    /** Calls of Go that send files. */
    private static final List<String> SERVES = List.of(
            "http.FileServer",
            "http.FileServerFS",
            "http.ServeFile",
            "http.ServeFileFS",
            "http.ServeContent",
            "r.Static",
            "router.Static",
            "e.Static",
            "app.Static",
            "r.StaticFS",
            "router.StaticFS");
    /** Endings that the package mime of Go does not know by itself, and that content does not tell (go1.23, mime/type.go). */
    private static final Set<String> DOCUMENTS = Set.of(
            "csv",
            "xlsx",
            "xls",
            "docx",
            "doc",
            "pptx",
            "ppt",
            "odt",
            "ods",
            "m3u8",
            "mpd",
            "ics",
            "vcf",
            "epub",
            "apk",
            "rtf",
            "geojson",
            "webmanifest",
            "eot");
    /** Programs that are the runtime itself. */
    private static final Set<String> OWN = Set.of("node", "java", "dotnet", "python", "python3");

    private final SourceFiles sources;
    private final Workspace workspace;
    private final Optional<ProjectPath> root;
    private final List<ProjectPath> files = new ArrayList<>();

    private RunTimeNeeds(SingleBuild build, SourceFiles sources) {
        this.sources = sources;
        this.workspace = build.project().workspace();
        this.root = workspace.isKnown()
                ? ContextSearch.root(build.project(), build.file(), named(build))
                : Optional.empty();
        root.ifPresent(this::list);
    }

    static RunTimeNeeds of(SingleBuild build, SourceFiles sources) {
        return new RunTimeNeeds(build, sources);
    }

    private static List<String> named(SingleBuild build) {
        return build.instructions().stream()
                .filter(FileTransfer.class::isInstance)
                .map(FileTransfer.class::cast)
                .filter(FileTransfer::isFromContext)
                .flatMap(transfer -> transfer.sources().stream())
                .flatMap(source -> source.staticValue().stream())
                .filter(text -> !text.startsWith("<<") && !text.contains("://"))
                .map(text -> ContainerPath.normalise("/" + text).substring(1))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private void list(ProjectPath folder) {
        Deque<ProjectPath> open = new ArrayDeque<>(List.of(folder));
        while (!open.isEmpty() && files.size() < MOST_FILES) {
            for (ProjectPath child : workspace.list(open.removeFirst())) {
                if (workspace.kind(child) != Workspace.Kind.FOLDER) {
                    files.add(child);
                } else if (!SKIPPED.contains(child.fileName())) {
                    open.addLast(child);
                }
            }
        }
    }

    /** Throws {@link UnclearException} if the program starts others, or reads files that the runtime stage does not get. */
    void check() {
        for (ProjectPath file : files) {
            checkTools(file);
            for (SourceCalls.Call call : calls(file)) {
                if (isStart(file, call.name())) {
                    String program = call.texts().stream()
                            .map(text -> text.split("\\s", -1)[0])
                            .filter(text -> !text.isEmpty())
                            .findFirst()
                            .orElse("");
                    if (!OWN.contains(program)) {
                        throw new UnclearException(file + ":" + call.line() + " starts "
                                + (program.isEmpty() ? "another program" : program)
                                + ", which the runtime stage may lack");
                    }
                }
                call.texts().forEach(text -> checkRead(file, call, text));
            }
        }
    }

    /** A program that compiles, attaches to another or debugs needs more than a runtime of Java. */
    private void checkTools(ProjectPath file) {
        if (isJava(file)) {
            workspace
                    .read(file, LARGEST)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .flatMap(text -> OF_JDK.stream().filter(text::contains).findFirst())
                    .ifPresent(name -> {
                        throw new UnclearException(file + " uses " + name.substring(0, name.length() - 1)
                                + ", which the runtime stage has no tools for");
                    });
        }
    }

    private static boolean isJava(ProjectPath file) {
        return file.fileName().endsWith(".java") || file.fileName().endsWith(".kt");
    }

    /** Returns whether a source makes this call. */
    boolean calls(String name) {
        return files.stream()
                .flatMap(file -> calls(file).stream())
                .anyMatch(call -> call.name().equals(name));
    }

    /** Returns whether a server hands out files of whose type only a list outside of the program knows. */
    boolean servesDocuments() {
        return files.stream().anyMatch(file -> {
                    String name = file.fileName();
                    return DOCUMENTS.contains(name.substring(name.lastIndexOf('.') + 1));
                })
                && SERVES.stream().anyMatch(this::calls);
    }

    private List<SourceCalls.Call> calls(ProjectPath file) {
        String name = file.fileName();
        boolean code = CODE.contains(name.substring(name.lastIndexOf('.') + 1))
                && !name.endsWith("_test.go")
                && Stream.of(".test.", ".spec.").noneMatch(name::contains);
        return code
                ? workspace
                        .read(file, LARGEST)
                        .map(bytes -> SourceCalls.read(name, new String(bytes, StandardCharsets.UTF_8)))
                        .orElse(List.of())
                : List.of();
    }

    private static boolean isStart(ProjectPath file, String name) {
        return STARTS.contains(name) || (isJava(file) && name.endsWith(".exec"));
    }

    private void checkRead(ProjectPath file, SourceCalls.Call call, String text) {
        String name = call.name().toLowerCase(Locale.ROOT);
        String plain = text.startsWith("./") ? text.substring(2) : text;
        boolean reads = READS.stream().anyMatch(name::contains);
        if (!reads || plain.isEmpty() || plain.startsWith("/") || plain.startsWith("..") || plain.indexOf('\n') >= 0) {
            return;
        }
        Optional<IgnorePatterns> pattern = IgnorePatterns.parse(plain);
        if (pattern.isEmpty()) {
            return;
        }
        files.stream()
                .filter(other -> isLeftBehind(other) && pattern.get().excludes(inContext(other)))
                .findFirst()
                .ifPresent(other -> {
                    throw new UnclearException(
                            file + ":" + call.line() + " may read " + other + ", which the runtime stage does not get");
                });
    }

    /** Returns whether a file looks like one for people, so that it is not copied; sources are compiled. */
    private boolean isLeftBehind(ProjectPath file) {
        String name = file.fileName();
        return sources.isFile(name) && !CODE.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private String inContext(ProjectPath path) {
        String base = root.orElseThrow().value();
        return base.isEmpty() ? path.value() : path.value().substring(base.length() + 1);
    }
}
