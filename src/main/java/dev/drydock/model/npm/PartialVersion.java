package dev.drydock.model.npm;

import java.util.List;
import java.util.Optional;

/** A version of which the last numbers may be left open: {@code 1}, {@code 1.x}, {@code *}, {@code v1.2.3-rc.1}. */
record PartialVersion(Optional<Long> major, Optional<Long> minor, Optional<Long> patch, List<String> prerelease) {
    PartialVersion {
        prerelease = List.copyOf(prerelease);
    }

    /** Returns the version, or empty if the text is none. */
    static Optional<PartialVersion> parse(String text) {
        String plain = text.startsWith("v") || text.startsWith("=") ? text.substring(1) : text;
        int plus = plain.indexOf('+');
        String withoutBuild = plus < 0 ? plain : plain.substring(0, plus);
        int dash = withoutBuild.indexOf('-');
        String numbers = dash < 0 ? withoutBuild : withoutBuild.substring(0, dash);
        List<String> prerelease =
                dash < 0 ? List.of() : List.of(withoutBuild.substring(dash + 1).split("\\.", -1));
        String[] parts = numbers.split("\\.", -1);
        if (parts.length > 3 || numbers.isEmpty() || prerelease.stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        for (String part : parts) {
            if (!isOpen(part) && SemanticVersion.number(part).isEmpty()) {
                return Optional.empty();
            }
        }
        Optional<Long> major = part(parts, 0);
        Optional<Long> minor = major.isEmpty() ? Optional.empty() : part(parts, 1);
        Optional<Long> patch = minor.isEmpty() ? Optional.empty() : part(parts, 2);
        return Optional.of(new PartialVersion(major, minor, patch, patch.isEmpty() ? List.of() : prerelease));
    }

    private static Optional<Long> part(String[] parts, int index) {
        return index < parts.length ? SemanticVersion.number(parts[index]) : Optional.empty();
    }

    private static boolean isOpen(String part) {
        return part.equals("x") || part.equals("X") || part.equals("*");
    }

    /** Returns the version if nothing is left open. */
    Optional<SemanticVersion> complete() {
        return patch.isPresent() ? Optional.of(first()) : Optional.empty();
    }

    /** Returns the first version that it covers, with zeros for what is left open. */
    SemanticVersion first() {
        return new SemanticVersion(major.orElse(0L), minor.orElse(0L), patch.orElse(0L), prerelease);
    }

    /** Returns the lowest version above all that it covers; empty if it covers all. */
    Optional<SemanticVersion> next() {
        if (major.isEmpty()) {
            return Optional.empty();
        }
        if (minor.isEmpty()) {
            return Optional.of(SemanticVersion.lowest(major.get() + 1, 0, 0));
        }
        return Optional.of(
                patch.isEmpty()
                        ? SemanticVersion.lowest(major.get(), minor.get() + 1, 0)
                        : SemanticVersion.lowest(major.get(), minor.get(), patch.get() + 1));
    }
}
