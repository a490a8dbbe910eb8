package dev.drydock.engine;

import dev.drydock.edit.EditSet;
import dev.drydock.project.ProjectFile;
import dev.drydock.syntax.Problem;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import dev.drydock.text.UndecodableTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What holds for every file: it can be written and read back, and parses without a new problem. */
final class TextVerifier implements FileVerifier {
    @Override
    public Optional<String> breach(ProjectFile before, ProjectFile after, EditSet edits, List<TextRange> moves) {
        Optional<String> damage = damage(after);
        return damage.isPresent() ? damage : newProblem(before, after);
    }

    /** Returns why the text of a file is none, or empty. */
    static Optional<String> damage(ProjectFile file) {
        try {
            SourceText read = SourceText.decode(file.source().encode());
            return read.text().equals(file.source().text())
                    ? Optional.empty()
                    : Optional.of("the text changes when it is written");
        } catch (UndecodableTextException | IllegalStateException e) {
            return Optional.of("the text cannot be written: " + e.getMessage());
        }
    }

    private static Optional<String> newProblem(ProjectFile before, ProjectFile after) {
        List<String> known = new ArrayList<>(
                FileProblems.of(before).stream().map(Problem::message).toList());
        for (Problem problem : FileProblems.of(after)) {
            if (!known.remove(problem.message())) {
                int line = after.source().line(problem.range().start());
                return Optional.of("there is a new problem on line " + line + ": " + problem.message());
            }
        }
        return Optional.empty();
    }
}
