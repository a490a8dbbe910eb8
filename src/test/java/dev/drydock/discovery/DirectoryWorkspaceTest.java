package dev.drydock.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWorkspaceTest {
    @TempDir
    Path root;

    @Test
    void readsFilesUpToTheLimit() throws IOException {
        Files.writeString(root.resolve("package.json"), "{}");
        Workspace workspace = DirectoryWorkspace.of(root);

        assertThat(workspace.read(ProjectPath.of("package.json"), 2))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("{}"));
        assertThat(workspace.read(ProjectPath.of("package.json"), 1)).isEmpty();
        assertThat(workspace.read(ProjectPath.of("absent"), 10)).isEmpty();
    }

    @Test
    void aLinkOutOfTheFolderIsThereWithoutContent(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret"), "x");
        Files.createSymbolicLink(root.resolve("file"), elsewhere.resolve("secret"));
        Files.createSymbolicLink(root.resolve("folder"), elsewhere);
        Workspace workspace = DirectoryWorkspace.of(root);

        assertThat(workspace.kind(ProjectPath.of("file"))).isEqualTo(Workspace.Kind.OTHER);
        assertThat(workspace.kind(ProjectPath.of("folder"))).isEqualTo(Workspace.Kind.OTHER);
        assertThat(workspace.kind(ProjectPath.of("folder/new"))).isEqualTo(Workspace.Kind.OTHER);
        assertThat(workspace.read(ProjectPath.of("file"), 10)).isEmpty();
        assertThat(workspace.read(ProjectPath.of("folder/secret"), 10)).isEmpty();
        assertThat(workspace.list(ProjectPath.of("folder"))).isEmpty();
    }

    @Test
    void nothingCanBeMadeWhereALinkLeadsNowhere() throws IOException {
        Files.createSymbolicLink(root.resolve("broken"), Path.of("nothing"));
        Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
        Files.writeString(root.resolve("file"), "x");
        Files.createDirectory(root.resolve("folder"));
        Files.createSymbolicLink(root.resolve("link"), Path.of("folder"));
        Workspace workspace = DirectoryWorkspace.of(root);

        for (String path : new String[] {"broken", "loop", "broken/new", "loop/new", "file/new"}) {
            assertThat(workspace.kind(ProjectPath.of(path))).as(path).isEqualTo(Workspace.Kind.OTHER);
        }
        assertThat(workspace.kind(ProjectPath.of("link"))).isEqualTo(Workspace.Kind.FOLDER);
        for (String path : new String[] {"new", "new/newer", "folder/new", "link/new"}) {
            assertThat(workspace.kind(ProjectPath.of(path))).as(path).isEqualTo(Workspace.Kind.ABSENT);
        }
    }

    @Test
    void aDeviceIsNoFile() {
        Workspace workspace = DirectoryWorkspace.of(Path.of("/dev"));

        assertThat(workspace.kind(ProjectPath.of("zero"))).isEqualTo(Workspace.Kind.OTHER);
        assertThat(workspace.read(ProjectPath.of("zero"), 10)).isEmpty();
    }

    @Test
    void listsByName() throws IOException {
        Files.createDirectory(root.resolve("src"));
        Files.writeString(root.resolve("src/b"), "");
        Files.writeString(root.resolve("src/a"), "");

        assertThat(DirectoryWorkspace.of(root).list(ProjectPath.of("src")))
                .containsExactly(ProjectPath.of("src/a"), ProjectPath.of("src/b"));
    }

    @Test
    void aFolderThatIsNotThereIsUnknown() {
        assertThat(DirectoryWorkspace.of(root.resolve("absent")).isKnown()).isFalse();
    }
}
