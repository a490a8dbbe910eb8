package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.DotEnv;
import dev.drydock.compose.KeyValue;
import dev.drydock.compose.VolumeMount;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.ResourceLimits;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service says about the memory that it is going to use: a heap, a buffer, a cache. A limit must leave room for it. */
public final class OwnSizing {
    private static final List<String> VARIABLES =
            List.of("HEAP", "MEMORY", "JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JVM_OPTS", "_MEM");
    private static final List<String> WORDS = List.of(
            "-xmx",
            "-xms",
            "shared_buffers",
            "buffer-pool",
            "buffer_pool",
            "maxmemory",
            "max_old_space_size",
            "max-old-space-size",
            "wiredtigercachesizegb",
            "memory_limit",
            "memory-limit",
            "max_memory",
            "max-memory");

    private static final int LARGEST = 1 << 16;
    /** Folders of settings are small; one with more files, or deeper ones, is one of data. */
    private static final int MOST_FILES = 32;

    private static final int DEEPEST = 2;

    private final MemoryAmounts amounts;

    /** @param amounts what asks for more memory than the limit has room for */
    OwnSizing(MemoryAmounts amounts) {
        this.amounts = amounts;
    }

    /**
     * Returns whether a container is told how much memory it uses, and that this is more than a limit leaves room for.
     *
     * @param images what is known of its image
     * @param limit as command lines and compose files spell it: {@code 512m}
     * @param variables the variables that it is given: {@code NAME=value}
     * @param words the words of its command
     */
    public static boolean isSaid(
            ResourceLimits known, List<ImageFacts> images, String limit, List<String> variables, List<String> words) {
        OwnSizing sizing = new OwnSizing(new MemoryAmounts(known, images, limit));
        return variables.stream().anyMatch(pair -> isNamedSo(nameOf(pair)) || sizing.isSaidIn(pair))
                || words.stream().anyMatch(sizing::isSaidIn)
                || sizing.amounts.areTooLargeIn(words);
    }

    private static String nameOf(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    private static boolean isNamedSo(String name) {
        return VARIABLES.stream().anyMatch(name.toUpperCase(Locale.ROOT)::contains) || name.indexOf('$') >= 0;
    }

    /** Returns a file of variables that is not here to be read, for an image that is sized by variables. */
    static Optional<String> unread(ComposeService service, Workspace workspace, ProjectPath folder) {
        return workspace.isKnown()
                ? service.envFiles().stream()
                        .filter(path -> text(workspace, folder, path).isEmpty())
                        .findFirst()
                        .map(path ->
                                "the file " + path + ", which cannot be read here, may set how much memory it uses")
                : Optional.empty();
    }

    /**
     * Returns what says it, or empty.
     *
     * @param folder where the file of the service lies
     */
    Optional<String> of(ComposeService service, Workspace workspace, ProjectPath folder) {
        Optional<String> variable = service.environment().stream()
                .filter(pair -> isNamedSo(pair)
                        || pair.value().filter(this::isSaidIn).isPresent()
                        || amounts.areTooLargeIn(pair.key() + "=" + pair.value().orElse("")))
                .map(KeyValue::key)
                .findFirst();
        if (variable.isPresent()) {
            String name = variable.get();
            return Optional.of(name.indexOf('$') < 0 ? "the variable " + name : "a variable of whoever starts it");
        }
        return Stream.of("command", "entrypoint")
                .filter(key -> service.strings(key).stream().anyMatch(this::isSaidIn)
                        || amounts.areTooLargeIn(service.strings(key)))
                .map(key -> "its " + key)
                .findFirst()
                .or(() -> ofFiles(service, workspace, folder));
    }

    /** A name without a value takes it from whoever starts the file; a name that is a variable may stand for any setting. */
    private static boolean isNamedSo(KeyValue pair) {
        String name = pair.key().toUpperCase(Locale.ROOT);
        boolean empty = pair.value().filter(String::isEmpty).isPresent();
        return (!empty && VARIABLES.stream().anyMatch(name::contains)) || name.indexOf('$') >= 0;
    }

    /** What the project hands to the service: files with variables, and settings that are mounted. */
    private Optional<String> ofFiles(ComposeService service, Workspace workspace, ProjectPath folder) {
        Stream<String> variables = service.envFiles().stream()
                .filter(path -> text(workspace, folder, path)
                        .filter(text -> DotEnv.parse(text).entrySet().stream()
                                .anyMatch(each -> VARIABLES.stream()
                                                .anyMatch(each.getKey().toUpperCase(Locale.ROOT)::contains)
                                        || isSaidIn(each.getKey() + "=" + each.getValue())))
                        .isPresent());
        Stream<String> settings = service.volumes().stream()
                .filter(mount -> mount.type() == VolumeMount.Type.BIND)
                .flatMap(mount -> mount.source().stream())
                .filter(source -> folder.resolve(source).stream()
                        .flatMap(path -> files(workspace, path, 0))
                        .anyMatch(path -> isSizing(workspace, path)));
        return Stream.concat(variables, settings).findFirst().map(path -> "the file " + path);
    }

    /** The file itself, or those of a folder that is mounted: {@code conf.d}, {@code jvm.options.d}. */
    private static Stream<ProjectPath> files(Workspace workspace, ProjectPath path, int depth) {
        if (workspace.kind(path) != Workspace.Kind.FOLDER) {
            return Stream.of(path);
        }
        return depth > DEEPEST
                ? Stream.empty()
                : workspace.list(path).stream().limit(MOST_FILES).flatMap(each -> files(workspace, each, depth + 1));
    }

    private boolean isSizing(Workspace workspace, ProjectPath file) {
        return workspace
                .read(file, LARGEST)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> text.lines().anyMatch(line -> !isComment(line) && isSaidIn(line)))
                .isPresent();
    }

    private static Optional<String> text(Workspace workspace, ProjectPath folder, String path) {
        return folder.resolve(path)
                .flatMap(found -> workspace.read(found, LARGEST))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static boolean isComment(String line) {
        String start = line.stripLeading();
        return start.isEmpty() || "#;!".indexOf(start.charAt(0)) >= 0;
    }

    private boolean isSaidIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains) || amounts.areTooLargeIn(text);
    }
}
