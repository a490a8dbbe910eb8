package dev.drydock.checklist;

import dev.drydock.project.ProjectPath;
import java.util.Objects;
import java.util.Optional;

/**
 * What an answer rests on.
 *
 * @param path the file; empty if it is about the project as a whole
 * @param line the line, from 1; 0 if it is about the whole file
 * @param text what is there, one line, no final full stop
 * @param good whether it speaks for the answer pass
 */
public record Evidence(Optional<ProjectPath> path, int line, String text, boolean good) {
    public Evidence {
        Objects.requireNonNull(path);
        Objects.requireNonNull(text);
    }

    static Evidence good(ProjectPath path, int line, String text) {
        return new Evidence(Optional.of(path), line, text, true);
    }

    static Evidence bad(ProjectPath path, int line, String text) {
        return new Evidence(Optional.of(path), line, text, false);
    }

    static Evidence ofProject(String text, boolean good) {
        return new Evidence(Optional.empty(), 0, text, good);
    }
}
