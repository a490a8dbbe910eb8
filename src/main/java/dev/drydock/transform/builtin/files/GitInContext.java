package dev.drydock.transform.builtin.files;

import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.model.Build;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a build takes the repository along and asks Git about it. Git refuses to answer about a repository of another account
 * than its own ({@code safe.directory}), and what asks it then fails, {@code go build} among it.
 */
public final class GitInContext {
    private static final String HEAD = ".git/HEAD";
    /** Programs that ask Git by themselves, or start what does; checked 2026-11. */
    private static final Set<String> ASKING =
            Set.of("git", "go", "make", "mage", "task", "just", "goreleaser", "cmake");

    private GitInContext() {}

    /** Returns whether the repository gets into the context of a Dockerfile, and a command of a RUN may ask Git about it. */
    public static boolean isAsked(Project project, ProjectFile dockerfile, Build build) {
        ContextNeeds needs = ContextNeeds.of(build);
        Optional<ProjectPath> root = ContextSearch.root(project, dockerfile, needs.named());
        boolean excluded = root.flatMap(
                        folder -> IgnoreTarget.of(project, dockerfile, folder).text())
                .flatMap(IgnorePatterns::parse)
                .filter(patterns -> patterns.excludes(HEAD))
                .isPresent();
        if (excluded) {
            return false;
        }
        Optional<ContextFiles> files = root.flatMap(folder -> ContextFiles.of(project.workspace(), folder));
        // Where the context is not known, or too large, no rule keeps the repository out.
        return files.map(found -> isKept(project, new Exclusion.Situation(found, needs)))
                .orElseGet(() -> needs.programs().stream().anyMatch(ASKING::contains));
    }

    private static boolean isKept(Project project, Exclusion.Situation situation) {
        boolean named =
                situation.needs().named().stream().anyMatch(name -> name.equals(".git") || name.startsWith(".git/"))
                        || situation.says(Exclusion.WORDS_OF_GIT.toArray(String[]::new));
        return named || new GitReaders(project.workspace(), situation).first().isPresent();
    }
}
