package dev.drydock.engine;

import dev.drydock.edit.Rewrite;
import dev.drydock.project.ProjectPath;

/**
 * A rewrite that the verifier refused. It is not part of the result; that it was proposed is a defect of its transform.
 *
 * @param transform the id
 * @param location where its finding stands in the original file
 * @param rewrite what was proposed
 * @param path the file in which it breaks something
 * @param reason what it breaks
 */
public record Veto(String transform, Location location, Rewrite rewrite, ProjectPath path, String reason) {
    @Override
    public String toString() {
        return transform + " at " + location + ", \"" + rewrite.title() + "\": in " + path + " " + reason;
    }
}
