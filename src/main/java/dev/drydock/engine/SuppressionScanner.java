package dev.drydock.engine;

import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectFile;
import java.util.List;

/** Finds the comments of one kind of file that ask not to report something. */
interface SuppressionScanner {
    /** Returns what it finds, ordered by position. */
    List<Suppression> scan(ProjectFile file);

    /** Returns the scanner of a kind of file. */
    static SuppressionScanner of(FileKind kind) {
        return switch (kind) {
            case DOCKERFILE -> new DockerfileSuppressionScanner();
            case COMPOSE, CI_WORKFLOW, IGNORE_FILE, SHELL_SCRIPT, MAKEFILE, SYSTEMD_UNIT ->
                new LineSuppressionScanner();
            case MARKDOWN -> new MarkdownSuppressionScanner();
            case OTHER -> file -> List.of();
        };
    }
}
