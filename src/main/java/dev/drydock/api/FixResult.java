package dev.drydock.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What became of files.
 *
 * @param files the text of each file that was given, and of each that a repair creates; what no repair touches is the same
 * @param issues what was wrong, repaired or not, ordered by place
 * @param diff the changes as a patch, with the secrets that it changes; empty if there are none
 */
public record FixResult(Map<String, String> files, List<FoundIssue> issues, String diff) {
    public FixResult {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        issues = List.copyOf(issues);
        Objects.requireNonNull(diff);
    }
}
