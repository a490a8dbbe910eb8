package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.KeyValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service says about the memory that it is going to use: a heap, a buffer, a cache. A limit must leave room for it. */
final class OwnSizing {
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

    private OwnSizing() {}

    /** Returns what says it, or empty. */
    static Optional<String> of(ComposeService service) {
        Optional<String> variable = service.environment().stream()
                .filter(pair -> isNamedSo(pair)
                        || pair.value().filter(OwnSizing::isSaidIn).isPresent())
                .map(KeyValue::key)
                .findFirst();
        if (variable.isPresent()) {
            return variable.map(name -> "the variable " + name);
        }
        return Stream.of("command", "entrypoint")
                .filter(key -> service.strings(key).stream().anyMatch(OwnSizing::isSaidIn))
                .map(key -> "its " + key)
                .findFirst();
    }

    private static boolean isNamedSo(KeyValue pair) {
        String name = pair.key().toUpperCase(Locale.ROOT);
        boolean set = pair.value().filter(value -> !value.isEmpty()).isPresent();
        return set && VARIABLES.stream().anyMatch(name::contains);
    }

    private static boolean isSaidIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains);
    }
}
