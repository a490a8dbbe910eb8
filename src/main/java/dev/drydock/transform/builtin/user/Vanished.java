package dev.drydock.transform.builtin.user;

import dev.drydock.model.ContainerPath;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The paths that a command other than {@code rm} takes away: {@code find DIRECTORY -delete}, {@code mv DIRECTORY PLACE},
 * {@code unlink FILE}.
 */
final class Vanished {
    private static final Set<String> REMOVERS = Set.of("rm", "rmdir", "unlink", "mv");
    /** Tests that keep the starting points of find, because they choose among what lies below. */
    private static final Set<String> CHOICES = Set.of(
            "-type", "-mindepth", "-path", "-regex", "-newer", "-mtime", "-mmin", "-size", "-empty", "-user", "-perm");

    private Vanished() {}

    /** Returns what is true for each absolute path that is gone behind the command; empty if it takes nothing away. */
    static Optional<Predicate<String>> of(SimpleCommand command, RemovedPaths removed) {
        Invocation invocation = Invocation.of(command);
        List<ShellWord> words = invocation.arguments();
        if (invocation.runs("find")) {
            return found(words, removed);
        }
        if (invocation.runs("unlink")) {
            return Optional.of(within(words, removed));
        }
        if (invocation.runs("mv") && words.size() > 1) {
            boolean named = words.stream()
                    .anyMatch(word -> word.text().equals("-t") || word.text().startsWith("--target-directory"));
            return Optional.of(within(named ? words : words.subList(0, words.size() - 1), removed));
        }
        return Optional.empty();
    }

    private static Predicate<String> within(List<ShellWord> words, RemovedPaths removed) {
        return words.stream()
                .filter(word -> !word.text().startsWith("-"))
                .map(removed::mayRemove)
                .reduce(path -> false, Predicate::or);
    }

    private static Optional<Predicate<String>> found(List<ShellWord> words, RemovedPaths removed) {
        List<String> texts =
                words.stream().map(word -> word.staticValue().orElse("")).toList();
        boolean removes = texts.contains("-delete")
                || ((texts.contains("-exec") || texts.contains("-execdir"))
                        && texts.stream().anyMatch(REMOVERS::contains));
        if (!removes) {
            return Optional.empty();
        }
        int options = 0;
        while (options < texts.size() && !words.get(options).text().startsWith("-")) {
            options++;
        }
        List<String> starts = words.subList(0, options).stream()
                .flatMap(word -> removed.known(word).stream())
                .toList();
        Predicate<String> unclear = words.subList(0, options).stream()
                .filter(word -> !removed.isKnown(word))
                .map(removed::mayRemove)
                .reduce(path -> false, Predicate::or);
        int name = Math.max(texts.indexOf("-name"), texts.indexOf("-iname"));
        Optional<String> pattern =
                name >= 0 && name + 1 < texts.size() ? Optional.of(texts.get(name + 1)) : Optional.empty();
        boolean chosen = pattern.isPresent() || texts.stream().anyMatch(CHOICES::contains);
        Predicate<String> certain = path -> starts.stream()
                .anyMatch(start -> ContainerPath.isWithin(path, start)
                        && (!chosen || !path.equals(start))
                        && pattern.map(each -> matchesBelow(each, path, start)).orElse(true));
        return Optional.of(certain.or(path -> unclear.test(path)
                && pattern.map(each -> matchesBelow(each, path, "")).orElse(true)));
    }

    /** A directory that is removed takes along what lies below it. */
    private static boolean matchesBelow(String pattern, String path, String start) {
        return path.length() > start.length()
                && Stream.of(path.substring(start.length()).split("/")).anyMatch(name -> matches(pattern, name));
    }

    /** What stands between the first and the last sign of a pattern may be anything. */
    private static boolean matches(String pattern, String name) {
        int first = 0;
        while (first < pattern.length() && !isSign(pattern.charAt(first))) {
            first++;
        }
        int last = pattern.length();
        while (last > first && !isSign(pattern.charAt(last - 1))) {
            last--;
        }
        return first == pattern.length()
                ? name.equals(pattern)
                : !name.isEmpty()
                        && name.startsWith(pattern.substring(0, first))
                        && name.endsWith(pattern.substring(last));
    }

    private static boolean isSign(char c) {
        return c == '*' || c == '?' || c == '[' || c == ']';
    }
}
