package dev.drydock.engine;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.edit.Safety;
import dev.drydock.evidence.Evidence;
import dev.drydock.evidence.FindingKey;
import dev.drydock.knowledge.Confidential;
import dev.drydock.project.Focus;
import dev.drydock.project.Project;
import dev.drydock.transform.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Runs the transforms of a catalogue over projects: one transform at a time, each until it has nothing more to change,
 * the whole list again until nothing changes. Safe for use by several threads; a project is one unit of work.
 */
public final class Engine {
    private final Catalogue catalogue;
    private final Facts facts;
    private final Selection selection;
    private final List<CatalogueEntry> schedule;

    public Engine(Catalogue catalogue, Facts facts, Selection selection) {
        this.catalogue = Objects.requireNonNull(catalogue);
        this.facts = Objects.requireNonNull(facts);
        this.selection = Objects.requireNonNull(selection);
        this.schedule = Schedule.of(catalogue, selection);
    }

    /** Returns the transforms that run, in order. */
    public List<CatalogueEntry> schedule() {
        return schedule;
    }

    /** Returns what masks the secrets that stand in the files of the project. */
    public Confidential confidential(Project project) {
        return Discretion.of(project, facts.knowledge());
    }

    /** Returns an engine that judges by other evidence. */
    public Engine withEvidence(Evidence evidence) {
        return new Engine(catalogue, facts.withEvidence(evidence), selection);
    }

    /** Returns an engine that writes other levels. */
    public Engine withLimit(Safety limit) {
        return new Engine(catalogue, facts, selection.withLimit(limit));
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Returns what the transforms may know from outside. */
    public Facts facts() {
        return facts;
    }

    /** Returns whether a rule is selected, so that it runs. */
    public boolean selects(CatalogueEntry entry) {
        return selection.includes(entry);
    }

    Selection selection() {
        return selection;
    }

    /**
     * Returns what the transforms make of the project. Never throws on account of a transform: one that fails, or that
     * keeps the run from settling, is left out, and the run is done again without it.
     */
    public RunResult run(Project project) {
        return run(project, Focus.ALL);
    }

    /**
     * Returns what the transforms make of those files of the project that the focus covers; the others stay as they are.
     * Never throws, like {@link #run(Project)}.
     */
    public RunResult run(Project project, Focus focus) {
        return run(project, focus, key -> true);
    }

    /**
     * Returns what the transforms make of the project if only some of their repairs are made.
     *
     * @param focus the files that may change
     * @param allowed whether a repair may be made
     */
    public RunResult run(Project project, Focus focus, Predicate<FindingKey> allowed) {
        Set<String> leftOut = new HashSet<>();
        List<TransformFailure> errors = new ArrayList<>();
        Convergence convergence = Convergence.CONVERGED;
        while (true) {
            Run run = new Run(this, project, focus, leftOut, allowed);
            Run.Ending ending = run.execute();
            errors.addAll(ending.error().stream().toList());
            if (ending.convergence().isConverged() && ending.error().isEmpty()) {
                return run.result(errors, convergence);
            }
            leftOut.addAll(ending.convergence().participants());
            ending.error().ifPresent(error -> leftOut.add(error.transform()));
            convergence = worse(convergence, ending.convergence());
        }
    }

    private static Convergence worse(Convergence one, Convergence other) {
        List<String> participants = new ArrayList<>(one.participants());
        participants.addAll(other.participants());
        Convergence.State state = one.isConverged() ? other.state() : one.state();
        return new Convergence(state, participants);
    }
}
