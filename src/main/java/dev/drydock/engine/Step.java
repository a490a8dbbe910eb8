package dev.drydock.engine;

import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.ProjectEdits;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.RewriteCollector;
import dev.drydock.project.Project;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** As many rewrites of one transform as can be made at once, verified. What is refused is left out and recorded. */
final class Step {
    private final Run run;
    private final CatalogueEntry entry;
    private final List<Finding> known;
    private final Set<Finding> candidates;
    private final Verifier verifier = new Verifier();
    private final List<Veto> vetoes = new ArrayList<>();
    private List<Finding> taken = List.of();
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
        this.candidates = new LinkedHashSet<>(candidates);
        this.edits = ProjectEdits.empty(run.sound());
        this.project = run.sound();
    }

    /** Makes the rewrites and returns whether there are any; every round drops at least one candidate or ends. */
    boolean take() {
        while (true) {
            Optional<Verifier.Breach> breach = fold(List.copyOf(candidates));
            if (edits.isEmpty()) {
                return false;
            }
            if (breach.isPresent()) {
                findCulprits(breach.get());
                continue;
            }
            findings = run.inspect(entry, FileProblems.soundPart(project));
            List<Finding> unrepaired = unrepaired();
            if (unrepaired.isEmpty()) {
                return true;
            }
            unrepaired.forEach(finding ->
                    refuse(finding, new Verifier.Breach(finding.path(), "the finding is still there after its fix")));
        }
    }

    /** Makes what fits together of the rewrites of some findings, the first ones first, and returns what that breaks. */
    private Optional<Verifier.Breach> fold(List<Finding> group) {
        RewriteCollector collector = new RewriteCollector(run.sound());
        taken = new ArrayList<>();
        for (Finding finding : group) {
            Rewrite rewrite = finding.rewrite().orElseThrow();
            if (isEmpty(rewrite)) {
                refuse(finding, new Verifier.Breach(finding.path(), "the rewrite changes nothing"));
                continue;
            }
            Optional<RewriteCollector.Refusal> refusal = collector.add(rewrite);
            if (refusal.isEmpty()) {
                taken.add(finding);
            } else if (refusal.get() instanceof RewriteCollector.Refusal.Impossible impossible) {
                refuse(finding, new Verifier.Breach(impossible.path(), impossible.reason()));
            }
        }
        edits = collector.edits();
        project = edits.apply();
        return edits.isEmpty() ? Optional.empty() : verifier.breach(edits, project, rewrites());
    }

    /** Refuses those whose rewrites break something on top of the ones before them, found by halving. */
    private void findCulprits(Verifier.Breach breach) {
        int before = vetoes.size();
        List<Finding> all = taken;
        accept(List.of(), all);
        if (vetoes.size() == before) {
            // Each passed by itself on top of the others, so this cannot happen; the last one takes the blame.
            refuse(all.get(all.size() - 1), breach);
        }
    }

    private List<Finding> accept(List<Finding> accepted, List<Finding> group) {
        List<Finding> together = new ArrayList<>(accepted);
        together.addAll(group);
        Optional<Verifier.Breach> breach = fold(together);
        if (breach.isEmpty()) {
            return taken;
        }
        if (group.size() == 1) {
            refuse(group.get(0), breach.get());
            return accepted;
        }
        int middle = group.size() / 2;
        return accept(accept(accepted, group.subList(0, middle)), group.subList(middle, group.size()));
    }

    private static boolean isEmpty(Rewrite rewrite) {
        return rewrite.changes().stream()
                .allMatch(change -> change instanceof FileChange.Edits fileEdits
                        && fileEdits.edits().isEmpty());
    }

    private List<Rewrite> rewrites() {
        return taken.stream().map(finding -> finding.rewrite().orElseThrow()).toList();
    }

    private void refuse(Finding finding, Verifier.Breach breach) {
        candidates.remove(finding);
        vetoes.add(run.veto(finding, breach.path(), breach.reason()));
    }

    /** Returns the findings that were to be repaired and are reported again, at the place where they stood. */
    private List<Finding> unrepaired() {
        Set<Finding> repaired = new LinkedHashSet<>(taken);
        FindingIndex now = new FindingIndex(findings.stream().filter(Finding::isDefect));
        FindingIndex untouched =
                new FindingIndex(known.stream().filter(finding -> finding.isDefect() && !repaired.contains(finding)));
        return repaired.stream()
                .filter(finding -> {
                    long again = now.count(finding, mapped(finding));
                    return again > 0 && again > untouched.count(finding, finding.range());
                })
                .toList();
    }

    private TextRange mapped(Finding finding) {
        return run.sound()
                .file(finding.path())
                .map(file -> edits.of(file).mapRange(finding.range()))
                .orElse(finding.range());
    }

    /** Returns the findings that are repaired, in the order in which their rewrites were made. */
    List<Finding> taken() {
        return taken;
    }

    /** Returns the rewrites of {@link #taken()}. */
    StepRewrites made() {
        return new StepRewrites(edits.project(), rewrites());
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
