package dev.drydock.engine;

import dev.drydock.edit.FileChange;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of a run.
 *
 * @param before the project as it was given
 * @param after the project with all rewrites made
 * @param changes what was repaired, in the order in which it was done
 * @param remaining what is still wrong, ordered by place
 * @param suppressed what comments in the files ask not to report, ordered by place
 * @param nearMisses what looked like a case and is none, ordered by place
 * @param problems what is wrong with files as such, ordered by place
 * @param vetoes rewrites that the verifier refused
 * @param errors transforms that failed
 * @param convergence whether the transforms came to rest
 */
public record RunResult(
        Project before,
        Project after,
        List<AppliedChange> changes,
        List<ReportedFinding> remaining,
        List<ReportedFinding> suppressed,
        List<ReportedFinding> nearMisses,
        List<FileProblem> problems,
        List<Veto> vetoes,
        List<TransformFailure> errors,
        Convergence convergence) {

    public RunResult {
        changes = List.copyOf(changes);
        remaining = List.copyOf(remaining);
        suppressed = List.copyOf(suppressed);
        nearMisses = List.copyOf(nearMisses);
        problems = List.copyOf(problems);
        vetoes = List.copyOf(vetoes);
        errors = List.copyOf(errors);
    }

    /** Returns whether any text differs. */
    public boolean isChanged() {
        return !deltas().isEmpty();
    }

    /** Returns each file whose text differs before and after, ordered by path, created files included. */
    public List<FileDelta> deltas() {
        Set<ProjectPath> secrets = secretFiles();
        List<FileDelta> deltas = new ArrayList<>();
        for (ProjectFile file : after.files()) {
            Optional<String> old =
                    before.file(file.path()).map(original -> original.source().text());
            String text = file.source().text();
            if (!old.equals(Optional.of(text))) {
                deltas.add(new FileDelta(file.path(), old, text, secrets.contains(file.path())));
            }
        }
        return deltas;
    }

    /** Returns the created files whose content is confidential and never printed. */
    public Set<ProjectPath> secretFiles() {
        Set<ProjectPath> paths = new LinkedHashSet<>();
        for (AppliedChange applied : changes) {
            for (FileChange change : applied.rewrite().changes()) {
                if (change instanceof FileChange.Creation creation && creation.secret()) {
                    paths.add(creation.path());
                }
            }
        }
        return paths;
    }

    /** Returns whether Drydock itself failed somewhere: a veto, a transform that threw, a run that did not settle. */
    public boolean hasInternalError() {
        return !vetoes.isEmpty() || !errors.isEmpty() || !convergence.isConverged();
    }
}
