package dev.drydock.cli;

import dev.drydock.checklist.Answer;
import dev.drydock.checklist.Evidence;
import dev.drydock.project.ProjectPath;
import java.util.List;
import java.util.function.Function;

/**
 * The checklist of one project.
 *
 * @param files its files, as they are named on the command line
 * @param names how a file is named
 */
record AnsweredProject(List<String> files, List<Answer> answers, Function<ProjectPath, String> names) {
    AnsweredProject {
        files = List.copyOf(files);
        answers = List.copyOf(answers);
    }

    /** Returns evidence as one line: {@code Dockerfile:3: runs as app}. */
    String line(Evidence evidence) {
        String place = evidence.path()
                .map(path -> names.apply(path) + (evidence.line() > 0 ? ":" + evidence.line() : "") + ": ")
                .orElse("");
        return place + evidence.text();
    }
}
