package dev.drydock.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys below {@code pr:}; the schema lists the same ones. */
enum RequestKey {
    /** The branch that requests are for. */
    BASE,
    /** What belongs into one request. */
    GROUP_BY,
    /** What belongs into one commit. */
    COMMIT_PER,
    /** Whether new requests are drafts. */
    DRAFT,
    /** Whether commits are signed off. */
    SIGN_OFF,
    LABELS,
    REVIEWERS,
    ASSIGNEES;

    /** Returns the only values that are allowed, or nothing if there is no such list. */
    List<String> words() {
        return switch (this) {
            case GROUP_BY -> List.of("safety", "all", "file", "rule", "directory");
            case COMMIT_PER -> List.of("group", "transform");
            default -> List.of();
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<RequestKey> of(String label) {
        return Arrays.stream(values()).filter(key -> key.label().equals(label)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(RequestKey::label).toList();
    }
}
