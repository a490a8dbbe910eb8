package dev.drydock.proposal;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.edit.Safety;
import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.FileDelta;
import dev.drydock.engine.RunResult;
import dev.drydock.engine.Selection;
import dev.drydock.git.LineMerge;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Repairs a project once for each safety level, in such a way that the results can be merged one after the other, in any
 * order. What touches the same lines as a change of a weaker level is left to the run of that level, where both are in.
 */
final class LevelRuns {
    private final Catalogue catalogue;
    private final Candidate candidate;
    private final Map<Safety, RunResult> results = new EnumMap<>(Safety.class);

    private LevelRuns(Catalogue catalogue, Candidate candidate) {
        this.catalogue = catalogue;
        this.candidate = candidate;
    }

    /**
     * Returns the result for each level that has one.
     *
     * @param whole the run in which every level takes part
     */
    static Map<Safety, RunResult> of(Catalogue catalogue, Candidate candidate, RunResult whole) {
        LevelRuns runs = new LevelRuns(catalogue, candidate);
        Safety[] levels = Safety.values();
        for (int i = levels.length - 1; i >= 0; i--) {
            Safety level = levels[i];
            Set<String> rules = rules(whole, change -> change.level() == level);
            if (!rules.isEmpty()) {
                Selection selection = candidate.selection().withLimit(level);
                // Only the rules of the level run for it, so that two requests share as little as they can.
                RunResult result = runs.run(level == Safety.SAFE ? selection : selection.withSelect(rules));
                runs.add(level, result);
            }
        }
        return runs.results;
    }

    static Set<String> rules(RunResult result, Predicate<AppliedChange> wanted) {
        Set<String> rules = new LinkedHashSet<>();
        result.changes().stream().filter(wanted).forEach(change -> rules.add(change.transform()));
        return rules;
    }

    private RunResult run(Selection selection) {
        return candidate.run(catalogue, selection);
    }

    private RunResult run(Safety level, Set<String> rules) {
        return run(candidate.selection().withLimit(level).withSelect(rules));
    }

    private void add(Safety level, RunResult result) {
        Optional<Safety> weaker = conflicting(result);
        if (weaker.isEmpty()) {
            results.put(level, result);
            return;
        }
        Set<String> kept = rules(result, change -> true);
        RunResult both = results.get(weaker.get());
        RunResult rest = result;
        // What joins the weaker level may touch the lines of yet another rule: until no more does.
        while (!kept.isEmpty() && conflict(rest, both)) {
            Set<String> moved = new LinkedHashSet<>();
            for (String rule : kept) {
                if (conflict(run(level, Set.of(rule)), both)) {
                    moved.add(rule);
                }
            }
            if (moved.isEmpty()) {
                moved.addAll(kept);
            }
            kept.removeAll(moved);
            both = joined(weaker.get(), both, moved);
            rest = kept.isEmpty() ? rest : run(level, kept);
        }
        results.put(weaker.get(), both);
        if (!kept.isEmpty()) {
            results.put(level, rest);
        }
    }

    private RunResult joined(Safety level, RunResult result, Set<String> moved) {
        Set<String> rules = rules(result, change -> true);
        rules.addAll(moved);
        return run(level, rules);
    }

    /** Returns the nearest level so far with which a result does not merge. */
    private Optional<Safety> conflicting(RunResult result) {
        return results.entrySet().stream()
                .filter(other -> conflict(result, other.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean conflict(RunResult one, RunResult other) {
        Map<ProjectPath, FileDelta> deltas = new HashMap<>();
        one.deltas().stream().filter(delta -> !delta.secret()).forEach(delta -> deltas.put(delta.path(), delta));
        return other.deltas().stream()
                .filter(delta -> deltas.containsKey(delta.path()))
                .anyMatch(delta -> LineMerge.conflicts(
                        delta.before().map(LevelRuns::bytes),
                        bytes(deltas.get(delta.path()).after()),
                        bytes(delta.after())));
    }

    private static byte[] bytes(String text) {
        return SourceText.of(text).encode();
    }
}
