package dev.drydock.engine;

import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.ProjectEdits;
import dev.drydock.edit.Rewrite;
import dev.drydock.project.Project;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** As many rewrites of one transform as can be made at once, verified. What is refused is left out and recorded. */
final class Step {
    /** The most rewrites that are made at once; bounds the work on a file with very many findings. */
    static final int LARGEST = 500;

    /** One rewrite that is made, with the edits of the step before and with it. */
    record Taken(Finding finding, ProjectEdits before, ProjectEdits after) {}

    private final Run run;
    private final CatalogueEntry entry;
    private final List<Finding> known;
    private final List<Finding> candidates;
    private final Verifier verifier = new Verifier();
    private final List<Veto> vetoes = new ArrayList<>();
    private List<Taken> taken = List.of();
    private ProjectEdits edits;
    private Project project;
    private List<Finding> findings = List.of();

    /**
     * Makes a step.
     *
     * @param known all that the transform finds now
     * @param candidates those of them that are to be repaired
     */
    Step(Run run, CatalogueEntry entry, List<Finding> known, List<Finding> candidates) {
        this.run = run;
        this.known = known;
        this.entry = entry;
        this.candidates = new ArrayList<>(candidates.subList(0, Math.min(LARGEST, candidates.size())));
        this.edits = ProjectEdits.empty(run.sound());
        this.project = run.sound();
    }

    /** Makes the rewrites and returns whether there are any; every round drops at least one candidate or ends. */
    boolean take() {
        boolean oneByOne = false;
        while (true) {
            taken = new ArrayList<>();
            edits = ProjectEdits.empty(run.sound());
            fold(oneByOne);
            if (edits.isEmpty()) {
                return false;
            }
            project = edits.apply();
            Optional<Verifier.Breach> breach = verifier.breach(edits, project, rewrites());
            if (breach.isPresent() && !oneByOne) {
                oneByOne = true;
                continue;
            }
            if (breach.isPresent()) {
                // Each passed by itself on top of the others, so this cannot happen; the last one takes the blame.
                refuse(taken.get(taken.size() - 1).finding(), breach.get());
                continue;
            }
            Project sound = FileProblems.soundPart(project);
            findings = run.inspect(entry, sound);
            List<Finding> unrepaired = unrepaired();
            if (unrepaired.isEmpty()) {
                return true;
            }
            unrepaired.forEach(finding ->
                    refuse(finding, new Verifier.Breach(finding.path(), "the finding is still there after its fix")));
        }
    }

    private void fold(boolean verifyEach) {
        for (Finding finding : List.copyOf(candidates)) {
            Rewrite rewrite = finding.rewrite().orElseThrow();
            if (isEmpty(rewrite)) {
                refuse(finding, new Verifier.Breach(finding.path(), "the rewrite changes nothing"));
                continue;
            }
            ProjectEdits.Addition addition = edits.plus(rewrite);
            if (addition instanceof ProjectEdits.Addition.Impossible impossible) {
                refuse(finding, new Verifier.Breach(impossible.path(), impossible.reason()));
            } else if (addition instanceof ProjectEdits.Addition.Added added) {
                Taken next = new Taken(finding, edits, added.edits());
                taken.add(next);
                Optional<Verifier.Breach> breach = verifyEach
                        ? verifier.breach(added.edits(), added.edits().apply(), rewrites())
                        : Optional.empty();
                if (breach.isPresent()) {
                    taken.remove(next);
                    refuse(finding, breach.get());
                } else {
                    edits = added.edits();
                }
            }
        }
    }

    private static boolean isEmpty(Rewrite rewrite) {
        return rewrite.changes().stream()
                .allMatch(change -> change instanceof FileChange.Edits fileEdits
                        && fileEdits.edits().isEmpty());
    }

    private List<Rewrite> rewrites() {
        return taken.stream()
                .map(each -> each.finding().rewrite().orElseThrow())
                .toList();
    }

    private void refuse(Finding finding, Verifier.Breach breach) {
        candidates.remove(finding);
        vetoes.add(run.veto(finding, breach.path(), breach.reason()));
    }

    /** Returns the findings that were to be repaired and are reported again, at the place where they stood. */
    private List<Finding> unrepaired() {
        Set<Finding> repaired = new HashSet<>();
        taken.forEach(each -> repaired.add(each.finding()));
        List<Finding> untouched =
                known.stream().filter(finding -> !repaired.contains(finding)).toList();
        List<Finding> unrepaired = new ArrayList<>();
        for (Finding finding : repaired) {
            TextRange place = mapped(finding);
            long again = findings.stream()
                    .filter(found -> isSame(found, finding, place))
                    .count();
            long expected = again == 0
                    ? 0
                    : untouched.stream()
                            .filter(other -> isSame(other, finding, finding.range()))
                            .count();
            if (again > expected) {
                unrepaired.add(finding);
            }
        }
        return unrepaired;
    }

    private TextRange mapped(Finding finding) {
        return run.sound()
                .file(finding.path())
                .map(file -> edits.of(file).mapRange(finding.range()))
                .orElse(finding.range());
    }

    private static boolean isSame(Finding found, Finding repaired, TextRange place) {
        return found.isDefect()
                && found.path().equals(repaired.path())
                && found.message().equals(repaired.message())
                && (found.range().start() == place.start() || found.range().overlaps(place));
    }

    List<Taken> taken() {
        return taken;
    }

    ProjectEdits edits() {
        return edits;
    }

    /** Returns the project after the step, files with errors left out. */
    Project project() {
        return project;
    }

    /** Returns what the transform finds after the step. */
    List<Finding> findings() {
        return findings;
    }

    List<Veto> vetoes() {
        return vetoes;
    }
}
