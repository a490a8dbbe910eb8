package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.edit.EditSet;
import dev.drydock.edit.FileChange;
import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Edits of files with commands that break what they do not touch, and such that do not. */
class ScriptVerifierTest {
    private static final String MAKEFILE = "a: b\n\tdocker run -d \\\n\t  nginx\n\techo done\n";

    private static Optional<String> breach(FileKind kind, String before, String old, String replacement) {
        int start = before.indexOf(old);
        ProjectPath path = ProjectPath.of("file");
        ProjectFile file = new ProjectFile(path, kind, SourceText.of(before));
        TextEdit edit = TextEdit.replace(new TextRange(start, start + old.length()), replacement);
        EditSet.Addition addition = EditSet.empty(file.source()).plus(new FileChange.Edits(path, List.of(edit)));
        EditSet edits = ((EditSet.Addition.Added) addition).set();
        return new ScriptVerifier().breach(file, file.with(SourceText.of(edits.apply())), edits, List.of());
    }

    @Test
    void whatIsAnnouncedIsAllowed() {
        assertThat(breach(FileKind.MAKEFILE, MAKEFILE, "-d", "-d --read-only")).isEmpty();
        assertThat(breach(FileKind.MAKEFILE, MAKEFILE, "nginx", "nginx:1")).isEmpty();
        assertThat(breach(FileKind.MAKEFILE, MAKEFILE, "docker", "true | docker"))
                .isEmpty();
    }

    @Test
    void aChangeOutsideOfCommandsIsSeen() {
        assertThat(breach(FileKind.MAKEFILE, MAKEFILE, "a: b", "a: b c")).isPresent();
    }

    @Test
    void aLostContinuationIsSeen() {
        assertThat(breach(FileKind.MAKEFILE, MAKEFILE, "-d \\\n", "-d\n")).isPresent();
    }

    @Test
    void aSwallowedCommandIsSeen() {
        String script = "docker run -d nginx\necho done\n";
        assertThat(breach(FileKind.SHELL_SCRIPT, script, "nginx", "'nginx")).isPresent();
        assertThat(breach(FileKind.SHELL_SCRIPT, script, "nginx", "nginx \\")).isPresent();
        assertThat(breach(FileKind.SHELL_SCRIPT, script, "nginx", "nginx <<x")).isPresent();
    }

    @Test
    void aCommentInAPlainScalarIsSeen() {
        String workflow = "jobs:\n  a:\n    steps:\n      - run: docker run -d nginx\n      - run: docker ps\n";
        assertThat(breach(FileKind.CI_WORKFLOW, workflow, "-d", "-d # x")).isPresent();
        assertThat(breach(FileKind.CI_WORKFLOW, workflow, "-d", "-d: x")).isPresent();
        assertThat(breach(FileKind.CI_WORKFLOW, workflow, "-d", "-d -t")).isEmpty();
    }
}
