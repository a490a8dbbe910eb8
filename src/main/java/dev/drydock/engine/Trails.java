package dev.drydock.engine;

import dev.drydock.edit.EditSet;
import dev.drydock.edit.ProjectEdits;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps by which each file of a run became what it is, to find out where a place of its text came from. */
final class Trails {
    private final Project original;
    private final Map<ProjectPath, List<EditSet>> steps = new HashMap<>();

    Trails(Project original) {
        this.original = original;
    }

    void add(ProjectEdits edits) {
        edits.sets().forEach((path, set) -> {
            if (original.file(path).isPresent()) {
                steps.computeIfAbsent(path, unseen -> new ArrayList<>()).add(set);
            }
        });
    }

    /** Returns whether a file that was there before the run has another text by now. */
    boolean isChanged(ProjectPath path) {
        return steps.containsKey(path);
    }

    /** Returns where a range of the text as it is now stands in the original file. */
    TextRange original(ProjectPath path, TextRange range) {
        List<EditSet> sets = steps.getOrDefault(path, List.of());
        int start = range.start();
        int end = range.end();
        for (int i = sets.size() - 1; i >= 0; i--) {
            start = sets.get(i).originalOffset(start);
            end = Math.max(start, sets.get(i).originalOffset(end));
        }
        return new TextRange(start, end);
    }

    /** Returns the place of a range of {@code file}, as it is now, in the original file. */
    Location location(ProjectFile file, TextRange range) {
        return original.file(file.path())
                .map(old -> Location.of(file.path(), old.source(), original(file.path(), range)))
                .orElseGet(() -> Location.of(file.path(), file.source(), range));
    }

    /** Returns the place of a range in a project as it is now; the start of the file if there is no such file. */
    Location location(Project now, ProjectPath path, TextRange range) {
        Optional<ProjectFile> file = now.file(path);
        return file.map(found -> location(found, range))
                .orElseGet(() -> Location.of(path, SourceText.of(""), TextRange.at(0)));
    }
}
