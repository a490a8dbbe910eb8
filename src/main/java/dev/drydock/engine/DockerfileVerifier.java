package dev.drydock.engine;

import dev.drydock.edit.EditSet;
import dev.drydock.project.ProjectFile;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** A Dockerfile: parses, keeps what was not announced, and refers to what it referred to. */
final class DockerfileVerifier implements FileVerifier {
    private final TextVerifier text = new TextVerifier();

    @Override
    public Optional<String> breach(ProjectFile before, ProjectFile after, EditSet edits, List<TextRange> moves) {
        Optional<String> breach = text.breach(before, after, edits, moves);
        if (breach.isEmpty()) {
            breach = new FrameRule(before.dockerfile(), after.dockerfile(), edits, moves).breach();
        }
        if (breach.isEmpty()) {
            breach = new ReferenceRule(before.dockerfile(), after.dockerfile(), edits).breach();
        }
        return breach;
    }
}
