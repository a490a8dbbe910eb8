package dev.drydock.model.npm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A range of versions as package.json writes it: {@code ^1.2.0 || >=3 <5}.
 *
 * <p>Source: the README of node-semver 7, "Ranges" and "Advanced Range Syntax"; checked 2026-11.
 *
 * @param alternatives of which one must hold; each is a list of bounds that must all hold
 */
record VersionRange(List<List<Bound>> alternatives) {
    private static final List<String> OPERATORS = List.of(">=", "<=", "~>", ">", "<", "=", "^", "~");

    VersionRange {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /** A version that others are compared with. */
    record Bound(Side side, SemanticVersion version) {
        enum Side {
            AT_LEAST,
            ABOVE,
            BELOW,
            AT_MOST
        }

        boolean holds(SemanticVersion other) {
            int order = other.compareTo(version);
            return switch (side) {
                case AT_LEAST -> order >= 0;
                case ABOVE -> order > 0;
                case BELOW -> order < 0;
                case AT_MOST -> order <= 0;
            };
        }
    }

    /** Returns the range, or empty if the text is none, such as the name of a tag. */
    static Optional<VersionRange> parse(String text) {
        List<List<Bound>> alternatives = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int bar = text.indexOf("||", start);
            int end = bar < 0 ? text.length() : bar;
            Optional<List<Bound>> bounds =
                    alternative(text.substring(start, end).trim());
            if (bounds.isEmpty()) {
                return Optional.empty();
            }
            alternatives.add(bounds.get());
            start = end + 2;
        }
        return Optional.of(new VersionRange(alternatives));
    }

    private static Optional<List<Bound>> alternative(String text) {
        int hyphen = text.indexOf(" - ");
        if (hyphen >= 0) {
            Optional<PartialVersion> from =
                    PartialVersion.parse(text.substring(0, hyphen).trim());
            Optional<PartialVersion> to =
                    PartialVersion.parse(text.substring(hyphen + 3).trim());
            return from.isEmpty() || to.isEmpty() ? Optional.empty() : Optional.of(between(from.get(), to.get()));
        }
        List<Bound> bounds = new ArrayList<>();
        String operator = "";
        for (String word : text.split("\\s+", -1)) {
            if (OPERATORS.contains(word) && operator.isEmpty()) {
                operator = word;
                continue;
            }
            Optional<List<Bound>> more = comparison(operator + word);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            bounds.addAll(more.get());
            operator = "";
        }
        return operator.isEmpty() ? Optional.of(bounds) : Optional.empty();
    }

    private static List<Bound> between(PartialVersion from, PartialVersion to) {
        List<Bound> bounds = new ArrayList<>(List.of(new Bound(Bound.Side.AT_LEAST, from.first())));
        to.complete()
                .map(version -> new Bound(Bound.Side.AT_MOST, version))
                .or(() -> to.next().map(version -> new Bound(Bound.Side.BELOW, version)))
                .ifPresent(bounds::add);
        return bounds;
    }

    private static Optional<List<Bound>> comparison(String word) {
        if (word.isEmpty()) {
            return Optional.of(List.of());
        }
        String operator =
                OPERATORS.stream().filter(word::startsWith).findFirst().orElse("");
        return PartialVersion.parse(word.substring(operator.length())).map(version -> bounds(operator, version));
    }

    private static List<Bound> bounds(String operator, PartialVersion version) {
        boolean all = version.major().isEmpty();
        if (all) {
            // Nothing is above or below everything.
            return operator.equals(">") || operator.equals("<")
                    ? List.of(new Bound(Bound.Side.BELOW, SemanticVersion.lowest(0, 0, 0)))
                    : List.of();
        }
        SemanticVersion first = version.first();
        Optional<SemanticVersion> exact = version.complete();
        SemanticVersion next = version.next().orElseThrow();
        return switch (operator) {
            case "^" -> List.of(new Bound(Bound.Side.AT_LEAST, first), new Bound(Bound.Side.BELOW, caret(version)));
            case "~", "~>" ->
                List.of(new Bound(Bound.Side.AT_LEAST, first), new Bound(Bound.Side.BELOW, tilde(version)));
            case ">=" -> List.of(new Bound(Bound.Side.AT_LEAST, first));
            case ">" ->
                List.of(
                        exact.isPresent()
                                ? new Bound(Bound.Side.ABOVE, first)
                                : new Bound(
                                        Bound.Side.AT_LEAST,
                                        SemanticVersion.release(next.major(), next.minor(), next.patch())));
            case "<" ->
                List.of(new Bound(
                        Bound.Side.BELOW,
                        exact.isPresent()
                                ? first
                                : SemanticVersion.lowest(first.major(), first.minor(), first.patch())));
            case "<=" ->
                List.of(exact.map(version0 -> new Bound(Bound.Side.AT_MOST, version0))
                        .orElse(new Bound(Bound.Side.BELOW, next)));
            default ->
                exact.isPresent()
                        ? List.of(new Bound(Bound.Side.AT_LEAST, first), new Bound(Bound.Side.AT_MOST, first))
                        : List.of(new Bound(Bound.Side.AT_LEAST, first), new Bound(Bound.Side.BELOW, next));
        };
    }

    /** The caret lets everything change but the first number that is not zero. */
    private static SemanticVersion caret(PartialVersion version) {
        long major = version.major().orElse(0L);
        if (major > 0 || version.minor().isEmpty()) {
            return SemanticVersion.lowest(major + 1, 0, 0);
        }
        long minor = version.minor().get();
        return minor > 0 || version.patch().isEmpty()
                ? SemanticVersion.lowest(0, minor + 1, 0)
                : SemanticVersion.lowest(0, 0, version.patch().get() + 1);
    }

    private static SemanticVersion tilde(PartialVersion version) {
        return version.minor().isEmpty()
                ? SemanticVersion.lowest(version.major().orElse(0L) + 1, 0, 0)
                : SemanticVersion.lowest(
                        version.major().orElse(0L), version.minor().get() + 1, 0);
    }

    /** Returns whether a version is in the range; a preview only if the range names one of the same numbers. */
    boolean includes(SemanticVersion version) {
        return alternatives.stream().anyMatch(bounds -> includes(bounds, version));
    }

    private static boolean includes(List<Bound> bounds, SemanticVersion version) {
        if (!bounds.stream().allMatch(bound -> bound.holds(version))) {
            return false;
        }
        return version.prerelease().isEmpty()
                || bounds.stream()
                        .anyMatch(bound -> !bound.version().prerelease().isEmpty()
                                && bound.version().hasSameNumbers(version));
    }
}
