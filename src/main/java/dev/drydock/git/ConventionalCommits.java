package dev.drydock.git;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the people of a repository write the subjects of their commits, read from the last ones.
 *
 * @param conventional whether subjects are of the form {@code type(scope): text} (conventionalcommits.org)
 * @param scope the scope to use, if theirs carry one
 * @param lowerCase whether the text starts with a small letter
 */
public record ConventionalCommits(boolean conventional, Optional<String> scope, boolean lowerCase) {
    /** Sentences without a type, starting with a capital letter. */
    public static final ConventionalCommits PLAIN = new ConventionalCommits(false, Optional.empty(), false);

    private static final String DEFAULT_SCOPE = "docker";
    private static final int FEWEST = 3;

    /** The types of the Angular convention, which the specification points to, and the ones in wide use beside them. */
    private static final Set<String> TYPES = Set.of(
            "build",
            "chore",
            "ci",
            "deps",
            "docs",
            "feat",
            "fix",
            "perf",
            "refactor",
            "release",
            "revert",
            "style",
            "test");

    /** Scopes that already stand for what Drydock changes; the first one that the history uses is taken. */
    private static final List<String> SCOPES =
            List.of("docker", "dockerfile", "container", "containers", "image", "images", "compose");

    private record Subject(boolean conventional, Optional<String> scope, boolean lowerCase) {}

    /**
     * Returns the habit that {@code subjects}, newest first, show. Conventional if at least three of them are and those are
     * more than half of the ones that people wrote (merges, reverts by Git and fixups do not count).
     */
    public static ConventionalCommits of(List<String> subjects) {
        List<Subject> written = subjects.stream()
                .filter(ConventionalCommits::isWritten)
                .map(ConventionalCommits::parse)
                .toList();
        List<Subject> typed = written.stream().filter(Subject::conventional).toList();
        boolean conventional = typed.size() >= FEWEST && typed.size() * 2 > written.size();
        List<Subject> counted = conventional ? typed : written;
        long lower = counted.stream().filter(Subject::lowerCase).count();
        boolean lowerCase = conventional
                ? lower * 2 >= counted.size()
                : counted.size() >= FEWEST && lower * 3 > counted.size() * 2L;
        return new ConventionalCommits(conventional, conventional ? scope(typed) : Optional.empty(), lowerCase);
    }

    private static Optional<String> scope(List<Subject> typed) {
        Map<String, Integer> used = new HashMap<>();
        typed.forEach(subject -> subject.scope().ifPresent(scope -> used.merge(scope, 1, Integer::sum)));
        Optional<String> known = SCOPES.stream().filter(used::containsKey).findFirst();
        if (known.isPresent()) {
            return known;
        }
        int scoped = used.values().stream().mapToInt(Integer::intValue).sum();
        return scoped * 2 >= typed.size() ? Optional.of(DEFAULT_SCOPE) : Optional.empty();
    }

    private static boolean isWritten(String subject) {
        return !subject.isBlank()
                && !subject.startsWith("Merge ")
                && !subject.startsWith("Revert \"")
                && !subject.startsWith("fixup! ")
                && !subject.startsWith("squash! ");
    }

    private static Subject parse(String subject) {
        int colon = subject.indexOf(": ");
        Subject plain = new Subject(false, Optional.empty(), startsLower(subject));
        if (colon <= 0) {
            return plain;
        }
        String head = subject.substring(0, colon);
        if (head.endsWith("!")) {
            head = head.substring(0, head.length() - 1);
        }
        int open = head.indexOf('(');
        Optional<String> scope = Optional.empty();
        if (open > 0 && head.endsWith(")")) {
            scope = Optional.of(head.substring(open + 1, head.length() - 1).toLowerCase(Locale.ROOT));
            head = head.substring(0, open);
        }
        if (!TYPES.contains(head.toLowerCase(Locale.ROOT))) {
            return plain;
        }
        return new Subject(true, scope, startsLower(subject.substring(colon + 2).strip()));
    }

    private static boolean startsLower(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
    }

    /** Returns {@code title}, an imperative sentence with a capital letter, as this repository would write it. */
    public String subject(String title) {
        String text = lowerCase ? lowerFirst(title) : title;
        if (!conventional) {
            return text;
        }
        return "fix" + scope.map(name -> "(" + name + ")").orElse("") + ": " + text;
    }

    /** A first word that is all capitals (a name, an instruction) keeps them. */
    private static String lowerFirst(String title) {
        if (title.length() < 2 || Character.isUpperCase(title.charAt(1))) {
            return title;
        }
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
