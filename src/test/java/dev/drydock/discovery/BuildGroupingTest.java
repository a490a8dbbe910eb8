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

class BuildGroupingTest {
    private static final Path ROOT = Path.of("/r").toAbsolutePath();

    private final Map<String, String> files = new LinkedHashMap<>();

    private List<List<String>> groups() {
        List<InputFile> inputs =
                files.keySet().stream().map(BuildGroupingTest::input).toList();
        return new BuildGrouping(
                        file -> Optional.ofNullable(files.get(file.path().value()))
                                .map(SourceText::of),
                        name -> name.endsWith("TOKEN"))
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

    @Test
    void aScriptBelongsToTheDockerfileThatItGivesASecret() {
        files.put(".github/workflows/ci.yml", workflow("docker build --build-arg NPM_TOKEN=$NPM_TOKEN web"));
        files.put("Dockerfile", "FROM scratch");
        files.put("Makefile", "api:\n\tdocker build --build-arg VERSION=1 -f api/Dockerfile .\n");
        files.put("api/Dockerfile", "FROM scratch");
        files.put("scripts/build.sh", "cd \"$(dirname \"$0\")/..\"\ndocker build --build-arg NPM_TOKEN .\n");
        files.put("web/Dockerfile", "FROM scratch");
        assertThat(groups())
                .containsExactly(
                        List.of(".github/workflows/ci.yml", "web/Dockerfile"),
                        List.of("Dockerfile", "scripts/build.sh"),
                        List.of("Makefile"),
                        List.of("api/Dockerfile"));
    }

    @Test
    void aScriptIsAloneIfItIsOpenWhichDockerfileItBuilds() {
        files.put("scripts/Dockerfile", "FROM scratch");
        files.put("Dockerfile", "FROM scratch");
        files.put("scripts/a.sh", "docker build --build-arg NPM_TOKEN .\n");
        files.put("scripts/b.sh", "cd \"$1\"\ndocker build --build-arg NPM_TOKEN -f scripts/Dockerfile .\n");
        assertThat(groups()).hasSize(4);
    }

    private static String workflow(String command) {
        return "jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: " + command + "\n";
    }
}
