package dev.drydock.proposal;

import dev.drydock.engine.FileProblem;
import dev.drydock.engine.ReportedFinding;
import dev.drydock.engine.RunResult;
import dev.drydock.pullrequest.NotFixed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a run found and left. */
final class LeftOver {
    private LeftOver() {}

    /** Returns what was left in the files that {@code wanted} takes. */
    static List<NotFixed> of(Candidate candidate, RunResult result, Predicate<String> wanted) {
        List<NotFixed> left = new ArrayList<>();
        for (ReportedFinding finding : result.remaining()) {
            left.add(new NotFixed(
                    finding.transform(),
                    finding.location().path().value(),
                    finding.location().line(),
                    finding.message(),
                    finding.reason()));
        }
        result.problems().stream()
                .filter(FileProblem::isError)
                .forEach(problem -> left.add(new NotFixed(
                        "syntax",
                        problem.location().path().value(),
                        problem.location().line(),
                        problem.problem().message(),
                        "left as it is")));
        String first = candidate.main().value();
        result.errors()
                .forEach(error -> left.add(new NotFixed(
                        error.transform(), first, 0, "internal error: the rule failed", "left out of the run")));
        result.vetoes()
                .forEach(veto -> left.add(new NotFixed(
                        veto.transform(),
                        veto.location().path().value(),
                        veto.location().line(),
                        "internal error: a fix was dropped",
                        "it " + veto.reason())));
        result.convergence()
                .participants()
                .forEach(id -> left.add(new NotFixed(
                        id, first, 0, "internal error: the rule did not come to rest", "left out of the run")));
        left.removeIf(item -> !wanted.test(item.path()));
        return left;
    }
}
