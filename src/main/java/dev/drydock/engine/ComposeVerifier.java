package dev.drydock.engine;

import dev.drydock.edit.EditSet;
import dev.drydock.project.ProjectFile;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** A compose file: parses without a new problem, and keeps what was not announced where it was. */
final class ComposeVerifier implements FileVerifier {
    private final TextVerifier text = new TextVerifier();

    @Override
    public Optional<String> breach(ProjectFile before, ProjectFile after, EditSet edits, List<TextRange> moves) {
        Optional<String> breach = text.breach(before, after, edits, moves);
        return breach.isPresent() ? breach : new YamlFrameRule(before.yaml(), after.yaml(), edits).breach();
    }
}
