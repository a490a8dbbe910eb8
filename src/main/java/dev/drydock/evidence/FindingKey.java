package dev.drydock.evidence;

import dev.drydock.project.ProjectPath;
import java.util.Comparator;
import java.util.Objects;

/**
 * Names a finding so that a later run over the same text finds it again. Findings with the same key are decided together.
 *
 * @param rule the code of the rule
 * @param path the file
 * @param scope the part of the file that the finding is about: a stage, a service, a command
 * @param text what is wrong there, secrets masked
 */
public record FindingKey(String rule, ProjectPath path, String scope, String text) implements Comparable<FindingKey> {
    private static final Comparator<FindingKey> ORDER = Comparator.comparing(FindingKey::path)
            .thenComparing(FindingKey::rule)
            .thenComparing(FindingKey::scope)
            .thenComparing(FindingKey::text);

    public FindingKey {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(path);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(text);
    }

    @Override
    public int compareTo(FindingKey other) {
        return ORDER.compare(this, other);
    }
}
