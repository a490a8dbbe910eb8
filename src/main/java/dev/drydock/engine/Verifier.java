package dev.drydock.engine;

import dev.drydock.edit.FileChange;
import dev.drydock.edit.ProjectEdits;
import dev.drydock.edit.Rewrite;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what rewrites did to a project. Always on: a rewrite that breaks a rule is dropped, whoever proposed it. */
final class Verifier {
    /** A rule that is broken, and where. */
    record Breach(ProjectPath path, String reason) {}

    /**
     * Returns the first rule that is broken.
     *
     * @param edits the edits of all {@code rewrites}
     * @param after the project after the edits
     */
    Optional<Breach> breach(ProjectEdits edits, Project after, List<Rewrite> rewrites) {
        for (FileChange.Creation creation : edits.creations()) {
            ProjectFile file = after.file(creation.path()).orElseThrow();
            Optional<String> reason = TextVerifier.damage(file);
            if (reason.isEmpty() && !FileProblems.isSound(file)) {
                reason = Optional.of("the new file does not parse");
            }
            if (reason.isPresent()) {
                return Optional.of(new Breach(file.path(), reason.get()));
            }
        }
        for (ProjectFile file : edits.project().files()) {
            ProjectFile changed = after.file(file.path()).orElseThrow();
            if (changed != file) {
                Optional<String> reason = FileVerifier.of(file.kind())
                        .breach(file, changed, edits.of(file), moves(rewrites, file.path()));
                if (reason.isPresent()) {
                    return Optional.of(new Breach(file.path(), reason.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<TextRange> moves(List<Rewrite> rewrites, ProjectPath path) {
        List<TextRange> moves = new ArrayList<>();
        for (Rewrite rewrite : rewrites) {
            for (FileChange change : rewrite.changes()) {
                if (change instanceof FileChange.Edits edits && edits.path().equals(path)) {
                    moves.addAll(edits.moves());
                }
            }
        }
        return moves;
    }
}
