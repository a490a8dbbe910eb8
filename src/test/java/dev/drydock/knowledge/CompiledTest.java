package dev.drydock.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompiledTest {
    private static final Path FILES = Path.of("transforms", "knowledge");

    @Test
    void everyFileReadsTheSameFromTheCompiledForm() throws IOException {
        Map<String, Object> compiled = Compiled.read(KnowledgeCompiler.compiled(FILES));
        assertThat(compiled).hasSizeGreaterThan(17);
        compiled.forEach((name, document) -> {
            Object written = Documents.directory(FILES).read(name).orElseThrow();
            assertThat(inOrder(document)).as(name).isEqualTo(inOrder(written));
        });
    }

    /** Fails where classes were compiled by something else than the build, after knowledge was changed: build with Maven. */
    @Test
    void whatIsPackagedIsWhatTheFilesSay() throws IOException {
        try (InputStream in = Compiled.class.getResourceAsStream("/META-INF/drydock/" + KnowledgeCompiler.NAME)) {
            if (in != null) {
                assertThat(in.readAllBytes()).isEqualTo(KnowledgeCompiler.compiled(FILES));
            }
        }
    }

    @Test
    void everyKindOfValueComesBack() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("nothing", null);
        values.put("flags", List.of(true, false));
        values.put("numbers", List.of(0, 127, 128, 65_536, Integer.MAX_VALUE, -1, 1.5));
        values.put("texts", List.of("", "ä€😀", "x".repeat(300)));
        values.put("list", Arrays.asList(null, List.of(Map.of("a", Map.of()))));
        values.put("mapping", Map.of("in", Map.of("deep", List.of())));
        assertThat(inOrder(Compiled.read(Compiled.write(values)))).isEqualTo(inOrder(values));
    }

    @Test
    void aMappingThatNobodyAsksForIsNotRead() {
        Map<String, Object> read = Compiled.read(Compiled.write(Map.of("a", Map.of("b", "c"))));
        assertThat(read.get("a")).isInstanceOf(Block.class);
    }

    @Test
    void aValueWithoutAFormIsRefused() {
        Map<String, Object> values = Map.of("big", 1L << 40);
        assertThatThrownBy(() -> Compiled.write(values)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A value in which the order of keys counts. */
    private static Object inOrder(Object value) {
        Object resolved = Block.resolve(value);
        List<Object> result = new ArrayList<>();
        if (resolved instanceof Map<?, ?> map) {
            map.forEach((key, each) -> result.add(Arrays.asList(key, inOrder(each))));
            return Map.of("mapping", result);
        }
        if (resolved instanceof List<?> list) {
            list.forEach(each -> result.add(inOrder(each)));
            return result;
        }
        return resolved;
    }
}
