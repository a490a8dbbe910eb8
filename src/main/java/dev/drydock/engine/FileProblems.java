package dev.drydock.engine;

import dev.drydock.model.Frontend;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.syntax.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with files as such, by kind of file. */
final class FileProblems {
    private FileProblems() {}

    static List<Problem> of(ProjectFile file) {
        return switch (file.kind()) {
            case DOCKERFILE -> file.dockerfile().problems();
            case COMPOSE -> file.compose().problems();
            default -> List.of();
        };
    }

    static boolean isSound(ProjectFile file) {
        return of(file).stream().noneMatch(Problem::isError);
    }

    /** Returns the project without the files that have an error; the same object if there are none. */
    static Project soundPart(Project project) {
        return project.only(FileProblems::isSound);
    }

    static List<FileProblem> of(Project project) {
        List<FileProblem> problems = new ArrayList<>();
        for (ProjectFile file : project.files()) {
            if (file.kind() == FileKind.DOCKERFILE && Frontend.isForeign(file.dockerfile())) {
                // What looks wrong is right for whoever reads it: not judged, and nobody's error.
                continue;
            }
            for (Problem problem : of(file)) {
                Location location = Location.of(file.path(), file.source(), problem.range());
                problems.add(new FileProblem(location, problem));
            }
        }
        return problems;
    }
}
