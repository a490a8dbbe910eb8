package dev.drydock.ignorefile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * One pattern for paths of a build context. A star stands for characters other than a slash, two stars for any number of
 * folders.
 *
 * <p>Source: moby/patternmatcher, {@code patternmatcher.go}, and Go's {@code path.Match}, whose errors it reports. Matching
 * follows all possibilities at once, so its cost is the length of the pattern times that of the path.
 */
final class IgnorePattern {
    /** What one step of a pattern takes from the path. */
    private enum Kind {
        CHARACTER,
        ANY_CHARACTER,
        CLASS,
        /** Characters of one name. */
        STAR,
        /** Nothing, or whole folders with the slash behind them. */
        FOLDERS,
        /** The rest, whatever it is. */
        REST
    }

    private record Step(Kind kind, int character, String set) {
        boolean takes(int c) {
            return switch (kind) {
                case CHARACTER -> c == character;
                case ANY_CHARACTER -> c != '/';
                case CLASS -> inClass(set, c);
                default -> false;
            };
        }
    }

    private final List<Step> steps;
    private final boolean exception;
    /** The text behind two leading stars, if that is all there is: the builder compares ends then, not names. */
    private final Optional<String> suffix;
    /** What every path holds that matches: most paths do not, and need no further look. */
    private final String needed;

    private IgnorePattern(List<Step> steps, boolean exception, Optional<String> suffix) {
        this.steps = steps;
        this.exception = exception;
        this.suffix = suffix;
        this.needed = longestText(steps);
    }

    private static String longestText(List<Step> steps) {
        String longest = "";
        StringBuilder run = new StringBuilder();
        for (Step step : steps) {
            if (step.kind() == Kind.CHARACTER) {
                run.appendCodePoint(step.character());
                longest = run.length() > longest.length() ? run.toString() : longest;
            } else {
                run.setLength(0);
            }
        }
        return longest;
    }

    /** Returns the pattern that a cleaned line without its exclamation mark means, or empty if the builder refuses it. */
    static Optional<IgnorePattern> of(String text, boolean exception) {
        List<Step> steps = new ArrayList<>();
        int i = 0;
        boolean wild = false;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '*') {
                boolean two = i + 1 < text.length() && text.charAt(i + 1) == '*';
                i += two ? 2 : 1;
                if (two && i < text.length() && text.charAt(i) == '/') {
                    i++;
                }
                wild |= !(two && steps.isEmpty());
                steps.add(new Step(!two ? Kind.STAR : i == text.length() ? Kind.REST : Kind.FOLDERS, 0, ""));
            } else if (c == '[') {
                int end = classEnd(text, i);
                if (end < 0) {
                    return Optional.empty();
                }
                steps.add(new Step(Kind.CLASS, 0, text.substring(i + 1, end)));
                wild = true;
                i = end + 1;
            } else if (c == '?') {
                steps.add(new Step(Kind.ANY_CHARACTER, 0, ""));
                wild = true;
                i++;
            } else {
                if (c == '\\') {
                    i++;
                    wild = true;
                    if (i == text.length()) {
                        return Optional.empty();
                    }
                }
                int point = text.codePointAt(i);
                steps.add(new Step(Kind.CHARACTER, point, ""));
                i += Character.charCount(point);
            }
        }
        boolean suffixOnly = text.startsWith("**") && !wild;
        return Optional.of(new IgnorePattern(
                List.copyOf(steps), exception, suffixOnly ? Optional.of(text.substring(2)) : Optional.empty()));
    }

    /** Returns the index of the closing bracket, or -1 for a class that is malformed or that nobody means. */
    private static int classEnd(String text, int open) {
        int i = open + 1;
        if (i < text.length() && text.charAt(i) == '^') {
            i++;
        }
        int first = i;
        int behindRange = -1;
        while (i < text.length() && (text.charAt(i) != ']' || i == first)) {
            char c = text.charAt(i);
            boolean stray = c == '-' && (i == first || i == behindRange || isEnd(text, i + 1));
            if (c == '*' || c == '?' || c == '[' || c == ']' || stray) {
                return -1;
            }
            if (c == '-') {
                behindRange = i + (text.charAt(i + 1) == '\\' ? 3 : 2);
            }
            i += c == '\\' ? 2 : 1;
        }
        return i < text.length() ? i : -1;
    }

    private static boolean isEnd(String text, int i) {
        return i >= text.length() || text.charAt(i) == ']';
    }

    private static boolean inClass(String set, int c) {
        boolean negated = set.startsWith("^");
        int i = negated ? 1 : 0;
        boolean found = false;
        while (i < set.length()) {
            i += set.charAt(i) == '\\' ? 1 : 0;
            int low = set.codePointAt(i);
            i += Character.charCount(low);
            int high = low;
            if (i < set.length() && set.charAt(i) == '-') {
                i++;
                i += set.charAt(i) == '\\' ? 1 : 0;
                high = set.codePointAt(i);
                i += Character.charCount(high);
            }
            found |= low <= c && c <= high;
        }
        return found != negated;
    }

    /** Returns whether the line began with an exclamation mark, so that what matches is not excluded after all. */
    boolean isException() {
        return exception;
    }

    /** Returns whether the pattern matches this path itself. */
    boolean matches(String path) {
        if (suffix.isPresent()) {
            String end = suffix.get();
            return path.endsWith(end) || (end.startsWith("/") && path.equals(end.substring(1)));
        }
        if (!path.contains(needed)) {
            return false;
        }
        int[] points = path.codePoints().toArray();
        BitSet places = new BitSet(points.length + 1);
        places.set(0);
        for (Step step : steps) {
            places = after(step, points, places);
            if (places.isEmpty()) {
                return false;
            }
        }
        return places.get(points.length);
    }

    private static BitSet after(Step step, int[] path, BitSet places) {
        BitSet next = new BitSet(path.length + 1);
        int first = places.nextSetBit(0);
        switch (step.kind()) {
            case REST -> next.set(first, path.length + 1);
            case FOLDERS -> {
                next.or(places);
                for (int i = first; i < path.length; i++) {
                    if (path[i] == '/') {
                        next.set(i + 1);
                    }
                }
            }
            case STAR -> {
                boolean open = false;
                for (int i = first; i <= path.length; i++) {
                    open = places.get(i) || (open && path[i - 1] != '/');
                    next.set(i, open);
                }
            }
            default -> {
                for (int i = first; i >= 0 && i < path.length; i = places.nextSetBit(i + 1)) {
                    next.set(i + 1, step.takes(path[i]));
                }
            }
        }
        return next;
    }
}
