package dev.drydock.proposal;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.engine.Engine;
import dev.drydock.engine.RunResult;
import dev.drydock.engine.Selection;
import dev.drydock.project.Focus;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.transform.Facts;

/**
 * One project of the commit.
 *
 * @param main the file that the project is named after: its first compose file, else its first Dockerfile
 * @param focus which of its files may be changed
 * @param facts with what image tags stand for by the lock file that holds for it
 * @param selection what its configuration and the options ask for
 */
record Candidate(ProjectPath main, Project project, Focus focus, Facts facts, Selection selection) {

    RunResult run(Catalogue catalogue, Selection narrowed) {
        return new Engine(catalogue, facts, narrowed).run(project, focus);
    }
}
