package dev.drydock.engine;

import dev.drydock.syntax.Problem;

/** Something wrong with a file as such. A file with an error is not judged and not changed. */
public record FileProblem(Location location, Problem problem) {
    public boolean isError() {
        return problem.isError();
    }

    @Override
    public String toString() {
        return location + ": " + problem.message();
    }
}
