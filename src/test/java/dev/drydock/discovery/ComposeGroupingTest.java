package dev.drydock.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComposeGroupingTest {
    private static final Path ROOT = Path.of("/r").toAbsolutePath();

    private final Map<String, String> files = new LinkedHashMap<>();

    private List<List<String>> groups() {
        List<InputFile> inputs =
                files.keySet().stream().map(ComposeGroupingTest::input).toList();
        return new ComposeGrouping(file ->
                        Optional.ofNullable(files.get(file.path().value())).map(SourceText::of))
                .group(inputs).stream()
                        .map(group ->
                                group.stream().map(file -> file.path().value()).toList())
                        .toList();
    }

    private static InputFile input(String path) {
        FileKind kind = FileKind.of(ProjectPath.of(path)).orElseThrow();
        return new InputFile(ROOT.resolve(path), path, path, kind, ROOT, ProjectPath.of(path), false);
    }

    @Test
    void aServiceBringsTheDockerfileThatItBuilds() {
        files.put("api/Dockerfile", "FROM scratch");
        files.put(
                "compose.yaml", "services: {a: {build: ./api}, b: {build: {context: ., dockerfile: web.Dockerfile}}}");
        files.put("other/Dockerfile", "FROM scratch");
        files.put("web.Dockerfile", "FROM scratch");
        assertThat(groups())
                .containsExactly(
                        List.of("api/Dockerfile", "compose.yaml", "web.Dockerfile"), List.of("other/Dockerfile"));
    }

    @Test
    void composeFilesOfAFolderAndWhatTheyExtendOrIncludeBelongTogether() {
        files.put("base/compose.yaml", "services: {a: {image: x}}");
        files.put("compose.override.yaml", "services: {b: {extends: {file: base/compose.yaml, service: a}}}");
        files.put("compose.yaml", "services: {b: {image: y}}");
        files.put("more/compose.yaml", "services: {c: {image: z}}");
        files.put("top/compose.yaml", "include: [../more/compose.yaml, ../../outside/compose.yaml]");
        assertThat(groups())
                .containsExactly(
                        List.of("base/compose.yaml", "compose.override.yaml", "compose.yaml"),
                        List.of("more/compose.yaml", "top/compose.yaml"));
    }

    @Test
    void whatCannotBeKnownJoinsNothing() {
        files.put("Dockerfile", "FROM scratch");
        files.put("a/compose.yaml", "services: {a: {build: '${CONTEXT}'}, b: {build: 'https://example.org/r.git'}}");
        files.put("b/compose.yaml", "services: [");
        assertThat(groups()).hasSize(3);
    }

    @Test
    void aFolderFullOfComposeFilesIsACollection() {
        for (int i = 0; i < 13; i++) {
            files.put("compose-" + i + ".yaml", "services: {a: {image: x}}");
        }
        assertThat(groups()).hasSize(13);
    }
}
