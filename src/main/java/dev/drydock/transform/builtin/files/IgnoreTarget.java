package dev.drydock.transform.builtin.files;

import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The ignore file that holds for one Dockerfile: the one that bears its name, or else that of the context.
 *
 * @param path where it is, or would be
 * @param text what it says; empty if there is none
 * @param obstacle why it cannot be changed, in words that follow its name; empty if it can be
 * @param isMadeByRun whether another repair of the same run makes it, so that nobody has seen it yet
 */
record IgnoreTarget(ProjectPath path, Optional<String> text, Optional<String> obstacle, boolean isMadeByRun) {
    private static final int LARGEST = 1 << 18;

    static IgnoreTarget of(Project project, ProjectFile dockerfile, ProjectPath context) {
        ProjectPath own = ProjectPath.of(dockerfile.path().value() + ".dockerignore");
        if (exists(project, own)) {
            return at(project, own);
        }
        return at(project, context.resolve(".dockerignore").orElseThrow());
    }

    private static boolean exists(Project project, ProjectPath path) {
        return project.file(path).isPresent() || project.workspace().kind(path) != Workspace.Kind.ABSENT;
    }

    private static IgnoreTarget at(Project project, ProjectPath path) {
        Optional<ProjectFile> judged = project.file(path);
        if (judged.isPresent()) {
            Optional<String> link = project.workspace().isLink(path)
                    ? Optional.of("is a link to another file, which would change as well")
                    : Optional.empty();
            return new IgnoreTarget(path, Optional.of(judged.get().source().text()), link, project.isMade(path));
        }
        Optional<String> text =
                project.workspace().read(path, LARGEST).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        Optional<String> obstacle = switch (project.workspace().kind(path)) {
            case ABSENT -> Optional.empty();
            case OTHER -> Optional.of(Workspace.LEADS_NOWHERE);
            case FILE, FOLDER -> Optional.of("is not part of this run");
        };
        return new IgnoreTarget(path, text, obstacle, false);
    }

    /**
     * Returns the offset at which lines are added: before the first exception, which is to win over them, and before the block
     * that it stands in, if a blank line divides that one from others.
     */
    int insertionPoint(IgnorePatterns patterns) {
        String lines = text.orElse("");
        if (patterns.firstException().isEmpty()) {
            return lines.length();
        }
        int exception = patterns.firstException().getAsInt();
        int block = exception;
        while (block > 0) {
            int above = lines.lastIndexOf('\n', block - 2) + 1;
            if (lines.substring(above, block).isBlank()) {
                return block;
            }
            block = above;
        }
        return exception;
    }

    /** Returns where a secret is added: at the end of the group of secrets if the file has one, else where other lines are. */
    int secretsPoint(IgnorePatterns patterns) {
        String lines = text.orElse("");
        String heading = "# " + Exclusion.Kind.SECRET.heading();
        int start = lines.startsWith(heading) ? 0 : lines.indexOf("\n" + heading) + 1;
        boolean headed = patterns.firstException().isEmpty() && lines.startsWith(heading, start);
        if (!headed) {
            return insertionPoint(patterns);
        }
        int end = start;
        while (end < lines.length()) {
            int newline = lines.indexOf('\n', end);
            int next = newline < 0 ? lines.length() : newline + 1;
            if (lines.substring(end, next).isBlank()) {
                break;
            }
            end = next;
        }
        return end;
    }
}
