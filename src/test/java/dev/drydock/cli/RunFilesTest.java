package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
    private static final ProjectPath SECRETS = ProjectPath.parse("over/.env").orElseThrow();

    @TempDir
    Path folder;

    private final RunFiles files = new RunFiles();

    @Test
    void whatAProjectBeforeHasMadeIsThereForTheNext() {
        SharedFiles shared = new SharedFiles();
        shared.leave(folder.resolve("over/.env"), SourceFile.of(SourceText.of("KEY=1\n")));

        Workspace next = files.workspace(folder, shared, Optional.empty());
        assertThat(next.kind(SECRETS)).isEqualTo(Workspace.Kind.FILE);
        assertThat(next.read(SECRETS, 100).map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .hasValue("KEY=1\n");
        assertThat(next.read(SECRETS, 1)).isEmpty();
    }

    @Test
    void whatTheRunWritesIsNotThereForThoseThatAreJudgedMeanwhile() throws IOException {
        files.willReplace(folder.resolve("over/.env"), Optional.empty());
        Files.createDirectory(folder.resolve("over"));
        Files.writeString(folder.resolve("over/.env"), "KEY=1\n");

        assertThat(files.workspace(folder).kind(SECRETS)).isEqualTo(Workspace.Kind.ABSENT);
        assertThat(files.workspace(folder).read(SECRETS, 100)).isEmpty();
    }

    @Test
    void aLinkIsKnownAsOne() throws IOException {
        Files.writeString(folder.resolve(".gitignore"), "build\n");
        Files.createSymbolicLink(folder.resolve(".dockerignore"), Path.of(".gitignore"));

        Workspace workspace = files.workspace(folder);
        assertThat(workspace.isLink(ProjectPath.of(".dockerignore"))).isTrue();
        assertThat(workspace.isLink(ProjectPath.of(".gitignore"))).isFalse();
    }
}
