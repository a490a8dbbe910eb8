package dev.drydock.engine;

import dev.drydock.edit.EditSet;
import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectFile;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Judges what edits did to a file of one kind. */
interface FileVerifier {
    /**
     * Returns what the edits broke, or empty if they did what they announced and nothing else.
     *
     * @param edits all edits between the two texts
     * @param moves ranges of the text before whose text the edits carry elsewhere
     */
    Optional<String> breach(ProjectFile before, ProjectFile after, EditSet edits, List<TextRange> moves);

    /** Returns the verifier of a kind of file. */
    static FileVerifier of(FileKind kind) {
        return switch (kind) {
            case DOCKERFILE -> new DockerfileVerifier();
            case COMPOSE -> new ComposeVerifier();
            case SHELL_SCRIPT, MAKEFILE, CI_WORKFLOW, SYSTEMD_UNIT, MARKDOWN -> new ScriptVerifier();
            default -> new TextVerifier();
        };
    }
}
