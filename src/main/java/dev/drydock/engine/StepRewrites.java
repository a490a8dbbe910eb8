package dev.drydock.engine;

import dev.drydock.edit.ProjectEdits;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.RewriteCollector;
import dev.drydock.project.Project;
import java.util.List;
import java.util.Objects;

/**
 * The rewrites that were made at once.
 *
 * @param project the project before them
 * @param rewrites each fits the ones before it
 */
record StepRewrites(Project project, List<Rewrite> rewrites) {
    StepRewrites {
        Objects.requireNonNull(project);
        rewrites = List.copyOf(rewrites);
    }

    /** Returns the edits of the first {@code count} rewrites. */
    ProjectEdits first(int count) {
        RewriteCollector collector = new RewriteCollector(project);
        rewrites.subList(0, count).forEach(collector::add);
        return collector.edits();
    }
}
