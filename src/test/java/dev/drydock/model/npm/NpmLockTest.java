package dev.drydock.model.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpmLockTest {
    private static final String HEAD =
            "{\"lockfileVersion\": 3, \"packages\": {\"\": {\"dependencies\": {\"a\": \"^1.0.0\"}}, ";

    @Test
    void takesWhatFits() {
        assertThat(mismatch(HEAD + "\"node_modules/a\": {\"version\": \"1.2.0\"}}}", "\"a\": \"^1.0.0\""))
                .isEmpty();
        assertThat(mismatch(HEAD + "\"node_modules/a\": {\"version\": \"1.2.0\"}}}", "\"a\": \"1.x\""))
                .isEmpty();
        assertThat(mismatch(HEAD + "\"node_modules/a\": {\"version\": \"1.2.0\"}}}", "\"a\": \"latest\""))
                .isEmpty();
        assertThat(mismatch(HEAD + "\"node_modules/a\": {\"version\": \"1.2.0\"}}}", ""))
                .isEmpty();
    }

    @Test
    void namesWhatIsMissingOrOld() {
        assertThat(mismatch(HEAD + "\"node_modules/a\": {\"version\": \"1.2.0\"}}}", "\"b\": \"^1.0.0\""))
                .contains("b is missing");
        assertThat(mismatch(HEAD + "\"node_modules/a\": {\"version\": \"1.2.0\"}}}", "\"a\": \"^2.0.0\""))
                .contains("a has another version than is asked for");
        assertThat(mismatch(
                        HEAD + "\"node_modules/a\": {\"version\": \"1.2.0\", \"dependencies\": {\"c\": \"2\"}}}}",
                        "\"a\": \"^1.0.0\""))
                .contains("in the lock file c is missing");
    }

    @Test
    void readsOldLockFilesAndAliasesAndLinks() {
        String old = "{\"lockfileVersion\": 1, \"dependencies\": {\"a\": {\"version\": \"1.2.0\"}}}";
        assertThat(mismatch(old, "\"a\": \"~1.2\"")).isEmpty();
        assertThat(mismatch(old, "\"b\": \"1\"")).contains("b is missing");
        assertThat(mismatch(
                        HEAD + "\"node_modules/a\": {\"name\": \"z\", \"version\": \"1.2.0\"}}}",
                        "\"a\": \"npm:z@^1\""))
                .isEmpty();
        assertThat(mismatch(
                        HEAD
                                + "\"node_modules/b\": {\"resolved\": \"packages/b\", \"link\": true}, \"packages/b\": {}}}",
                        "\"b\": \"^4.0.0\""))
                .isEmpty();
        assertThat(mismatch(HEAD + "\"node_modules/a\": {\"version\": \"1.2.0\"}}}", "\"a\": \"github:x/a\""))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"lockfileVersion\": 0}", "<<<<<<< HEAD\n{}", "{\"lockfileVersion\": 3"})
    void isNoLockFile(String text) {
        assertThat(NpmLock.parse(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static Optional<String> mismatch(String lock, String dependencies) {
        NpmManifest manifest = NpmManifest.parse(
                        ("{\"dependencies\": {" + dependencies + "}}").getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        return NpmLock.parse(lock.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .mismatch(manifest, "");
    }
}
