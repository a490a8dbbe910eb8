package dev.drydock.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.project.ProjectPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void realFolder() throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void doesNotFollowLinkedFoldersSoThatThereAreNoCycles() throws IOException {
        dockerfile("a/Dockerfile");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));

        assertThat(found(".")).containsExactly("a/Dockerfile");
    }

    @Test
    void takesAFileOnceAndUnderItsOwnName() throws IOException {
        dockerfile("docker/Dockerfile");
        Files.createSymbolicLink(folder.resolve("Dockerfile"), Path.of("docker/Dockerfile"));

        assertThat(found(".", "docker", "docker/Dockerfile")).containsExactly("docker/Dockerfile");
    }

    @Test
    void leavesOutALinkToAFileOutsideOfTheTree(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("x"), "FROM scratch\n");
        Files.createSymbolicLink(folder.resolve("Dockerfile"), outside);

        Found found = Discovery.find(List.of("."), DiscoveryOptions.in(folder));

        assertThat(found.files()).isEmpty();
        assertThat(found.skipped()).singleElement().asString().contains("symbolic link out of");
    }

    @Test
    void aProjectStartsAtTheGitRoot() throws IOException {
        dockerfile("repo/services/api/Dockerfile");
        Files.createDirectory(folder.resolve("repo/.git"));

        Found found = Discovery.find(List.of("repo/services"), DiscoveryOptions.in(folder));

        assertThat(found.files()).singleElement().satisfies(file -> {
            assertThat(file.root()).isEqualTo(folder.resolve("repo"));
            assertThat(file.path()).isEqualTo(ProjectPath.of("services/api/Dockerfile"));
            assertThat(file.display()).isEqualTo("repo/services/api/Dockerfile");
            assertThat(file.patchPath()).isEqualTo("repo/services/api/Dockerfile");
        });
    }

    @Test
    void aFileOutsideOfTheWorkingDirectoryIsNamedInItsProject(@TempDir Path elsewhere) throws IOException {
        Path file = Files.writeString(elsewhere.toRealPath().resolve("Dockerfile"), "FROM scratch\n");

        Found found = Discovery.find(List.of(file.toString()), DiscoveryOptions.in(folder));

        assertThat(found.files()).singleElement().satisfies(input -> {
            assertThat(input.display()).isEqualTo(file.toString());
            assertThat(input.patchPath()).isEqualTo("Dockerfile");
        });
    }

    @Test
    void respectsTheIgnoreFilesAboveTheGivenFolder() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve(".gitignore"), "*.prod\n/sub/deep\n");
        dockerfile("sub/Dockerfile");
        dockerfile("sub/Dockerfile.prod");
        dockerfile("sub/deep/Dockerfile");

        assertThat(found("sub")).containsExactly("sub/Dockerfile");
    }

    @Test
    void comesBackInTheOrderOfTheArgumentsThenByPath() throws IOException {
        dockerfile("b/Dockerfile");
        dockerfile("a/z/Dockerfile");
        dockerfile("a/Dockerfile");

        assertThat(found("b", "a")).containsExactly("b/Dockerfile", "a/Dockerfile", "a/z/Dockerfile");
    }

    private void dockerfile(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "FROM scratch\n");
    }

    private List<String> found(String... arguments) {
        return Discovery.find(List.of(arguments), DiscoveryOptions.in(folder)).files().stream()
                .map(InputFile::display)
                .toList();
    }
}
