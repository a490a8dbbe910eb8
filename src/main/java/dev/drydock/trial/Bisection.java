package dev.drydock.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the repairs that must be left out so that the others hold: delta debugging over a list, cheapest where few are
 * guilty. All are tried together; while that fails, the shortest beginning of the list that fails is found by halving, and
 * the last repair of it, which is the one that makes the difference, is left out.
 *
 * <p>For n repairs of which g are guilty that is at most {@code g * (1 + ceil(log2 n)) + 1} trials.
 *
 * @param <T> a repair
 */
final class Bisection<T> {
    private final Function<List<T>, Optional<String>> trial;

    /** @param trial returns why a container with these repairs is worse; empty if it is not */
    Bisection(Function<List<T>, Optional<String>> trial) {
        this.trial = trial;
    }

    /** Returns the repair that makes the difference and why, or empty if all hold. */
    Optional<Map.Entry<T, String>> firstGuilty(List<T> repairs) {
        Optional<String> reason = trial.apply(repairs);
        if (reason.isEmpty()) {
            return Optional.empty();
        }
        // Invariant: without any repair it works, with the first "failing" it does not.
        int working = 0;
        int failing = repairs.size();
        while (failing - working > 1) {
            int middle = (working + failing) >>> 1;
            Optional<String> half = trial.apply(repairs.subList(0, middle));
            if (half.isPresent()) {
                failing = middle;
                reason = half;
            } else {
                working = middle;
            }
        }
        return repairs.isEmpty() ? Optional.empty() : Optional.of(Map.entry(repairs.get(failing - 1), reason.get()));
    }

    /** Returns what must be left out, each with the reason. */
    Map<T, String> guilty(List<T> repairs) {
        Map<T, String> guilty = new LinkedHashMap<>();
        List<T> rest = new ArrayList<>(repairs);
        for (Optional<Map.Entry<T, String>> found = firstGuilty(rest); found.isPresent(); found = firstGuilty(rest)) {
            guilty.put(found.get().getKey(), found.get().getValue());
            rest.remove(found.get().getKey());
        }
        return guilty;
    }
}
