package dev.drydock.project;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The name of a file below the root of a project: segments divided by {@code /}, without a leading slash, and never
 * outside the root.
 *
 * @param value the normalised name, for example {@code docker/api.Dockerfile}; empty for the root itself
 */
public record ProjectPath(String value) implements Comparable<ProjectPath> {

    /** The root of the project. */
    public static final ProjectPath ROOT = new ProjectPath("");

    public ProjectPath {
        if (!normalise(value).map(value::equals).orElse(false)) {
            throw new IllegalArgumentException("not a normalised path below the root: " + value);
        }
    }

    /**
     * Returns the path that {@code text} means, resolved against the root of the project, or empty if it leads outside.
     * {@code .} and {@code ..} are resolved, doubled and trailing slashes dropped.
     */
    public static Optional<ProjectPath> parse(String text) {
        return normalise(text).map(ProjectPath::new);
    }

    /** Returns the path of {@code text}, which is known to lie below the root. */
    public static ProjectPath of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("leads outside the project: " + text));
    }

    private static Optional<String> normalise(String text) {
        if (text.startsWith("/") || text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Deque<String> segments = new ArrayDeque<>();
        int start = 0;
        while (start <= text.length()) {
            int slash = text.indexOf('/', start);
            int end = slash < 0 ? text.length() : slash;
            String segment = text.substring(start, end);
            if (segment.equals("..")) {
                if (segments.isEmpty()) {
                    return Optional.empty();
                }
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
            start = end + 1;
        }
        return Optional.of(String.join("/", segments));
    }

    /** Returns the folder that holds this file; the root is its own parent. */
    public ProjectPath parent() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? ROOT : new ProjectPath(value.substring(0, slash));
    }

    /** Returns the last segment, empty for the root. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** Returns what {@code relative} means inside this folder, or empty if that lies outside the project. */
    public Optional<ProjectPath> resolve(String relative) {
        return parse(value.isEmpty() ? relative : relative.startsWith("/") ? relative : value + "/" + relative);
    }

    /** Returns whether this path is {@code folder} or lies below it. */
    public boolean isWithin(ProjectPath folder) {
        return folder.value.isEmpty() || value.equals(folder.value) || value.startsWith(folder.value + "/");
    }

    /** Returns how a file in this folder names another path: {@code ./key}, {@code ../key}. */
    public String pathTo(ProjectPath other) {
        StringBuilder up = new StringBuilder();
        ProjectPath folder = this;
        while (!other.isWithin(folder)) {
            folder = folder.parent();
            up.append("../");
        }
        String below = folder.equals(ROOT) ? other.value : other.value.substring(folder.value.length() + 1);
        return (up.isEmpty() ? "./" : up) + below;
    }

    @Override
    public int compareTo(ProjectPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.isEmpty() ? "." : value;
    }
}
