package dev.drydock.transform;

import java.util.List;

/**
 * One repair that Drydock knows. A transform is pure: the same inspection gives the same findings, nothing is read but
 * the inspection, and nothing is changed. The engine applies the rewrites, parses again, and verifies.
 *
 * <p>What it does, why, when it does nothing and what it assumes stands on its page, {@code transforms/<family>/<id>.md}.
 */
public interface Transform {
    /** Returns the id, the name of its page without the ending: {@code run-as-non-root}. */
    String id();

    /** Returns what it found, near misses included, in any order. */
    List<Finding> inspect(Inspection inspection);
}
