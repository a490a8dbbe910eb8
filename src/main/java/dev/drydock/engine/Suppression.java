package dev.drydock.engine;

import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A comment that asks not to report something.
 *
 * @param comment the range of the comment
 * @param scope the range in which it holds; all of the file for a global one
 * @param names what is not to be reported, as written
 * @param origin whose comment it is
 * @param global whether it holds for all of the file
 * @param reason the text after a second {@code #}
 */
record Suppression(
        TextRange comment,
        TextRange scope,
        List<String> names,
        Origin origin,
        boolean global,
        Optional<String> reason) {

    /** The name that stands for every transform; honoured only with a reason. */
    static final String ALL = "all";

    /** Whose comment it is. */
    enum Origin {
        DRYDOCK,
        HADOLINT
    }

    Suppression {
        Objects.requireNonNull(comment);
        Objects.requireNonNull(scope);
        names = List.copyOf(names);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(reason);
    }

    Suppression withScope(TextRange range) {
        return new Suppression(comment, range, names, origin, global, reason);
    }

    /** Returns whether it holds at {@code range}: it covers where the range starts. */
    boolean covers(TextRange range) {
        return global || (scope.start() <= range.start() && range.start() < Math.max(scope.end(), scope.start() + 1));
    }
}
