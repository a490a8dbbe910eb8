package dev.drydock.ignorefile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The patterns of an ignore file, in order. The last one that matches a path, or a folder that holds it, decides.
 *
 * <p>Source: moby/patternmatcher, {@code ignorefile/ignorefile.go} and {@code MatchesOrParentMatches}.
 */
public final class IgnorePatterns {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<IgnorePattern> patterns;
    private final OptionalInt firstException;

    private IgnorePatterns(List<IgnorePattern> patterns, OptionalInt firstException) {
        this.patterns = List.copyOf(patterns);
        this.firstException = firstException;
    }

    /** Returns the patterns of a file, or empty if the builder would refuse one of them, and with it the build. */
    public static Optional<IgnorePatterns> parse(String text) {
        List<IgnorePattern> patterns = new ArrayList<>();
        OptionalInt firstException = OptionalInt.empty();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(start, end);
            if (start == 0 && line.startsWith(BYTE_ORDER_MARK)) {
                line = line.substring(1);
            }
            String pattern = trim(line);
            // A blank before the number sign makes it a pattern: comments are dropped before blanks are.
            if (!line.startsWith("#") && !pattern.isEmpty()) {
                boolean exception = pattern.startsWith("!");
                String name = exception ? trim(pattern.substring(1)) : pattern;
                Optional<IgnorePattern> parsed =
                        name.isEmpty() ? Optional.empty() : IgnorePattern.of(relative(clean(name)), exception);
                if (parsed.isEmpty()) {
                    return Optional.empty();
                }
                patterns.add(parsed.get());
                if (exception && firstException.isEmpty()) {
                    firstException = OptionalInt.of(start);
                }
            }
            start = end + 1;
        }
        return Optional.of(new IgnorePatterns(patterns, firstException));
    }

    /** Returns whether the builder leaves out the file or folder, named from the root of the context without a slash. */
    public boolean excludes(String path) {
        boolean excluded = false;
        for (IgnorePattern pattern : patterns) {
            if (pattern.isException() == excluded && matchesOrParentMatches(pattern, path)) {
                excluded = !excluded;
            }
        }
        return excluded;
    }

    private static boolean matchesOrParentMatches(IgnorePattern pattern, String path) {
        if (pattern.matches(path)) {
            return true;
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (pattern.matches(path.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the first line leaves out everything, so that the others name what is sent. */
    public boolean isAllowList() {
        return !patterns.isEmpty()
                && !patterns.get(0).isException()
                && patterns.get(0).matches("a")
                && patterns.get(0).matches("b.c");
    }

    /** Returns the offset of the first line with an exclamation mark; empty if nothing is taken back. */
    public OptionalInt firstException() {
        return firstException;
    }

    private static String relative(String cleaned) {
        return cleaned.length() > 1 && cleaned.startsWith("/") ? cleaned.substring(1) : cleaned;
    }

    /** Returns the path in its shortest spelling, as Go's {@code path.Clean} does. */
    private static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> segments = new ArrayDeque<>();
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            if (segment.equals("..")
                    && !segments.isEmpty()
                    && !segments.peekLast().equals("..")) {
                segments.removeLast();
            } else if (segment.equals("..") && !rooted) {
                segments.addLast(segment);
            } else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
                segments.addLast(segment);
            }
            start = end + 1;
        }
        String joined = String.join("/", segments);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Go's white space, which has a few characters that Java's does not. */
    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || Character.isSpaceChar(c);
    }
}
