package dev.drydock.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Absolute paths within a Linux container. */
public final class ContainerPath {
    private ContainerPath() {}

    /** Returns {@code path} made absolute and without dots; empty if it is relative and the base is not known, or no text for one line. */
    public static Optional<String> resolve(Optional<String> base, String path) {
        if (path.isEmpty()
                || path.indexOf('\\') >= 0
                || path.chars().anyMatch(Character::isISOControl)
                || (path.length() > 1 && path.charAt(1) == ':')) {
            return Optional.empty();
        }
        return path.startsWith("/") ? Optional.of(normalise(path)) : base.map(folder -> normalise(folder + "/" + path));
    }

    /** Returns an absolute path without doubled slashes, dots and a trailing slash. */
    public static String normalise(String path) {
        Deque<String> segments = new ArrayDeque<>();
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
            start = end + 1;
        }
        return "/" + String.join("/", segments);
    }

    /** Returns whether {@code path} is {@code folder} or lies below it; both absolute and normalised. */
    public static boolean isWithin(String path, String folder) {
        return folder.equals("/") || path.equals(folder) || path.startsWith(folder + "/");
    }
}
