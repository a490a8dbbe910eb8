package dev.drydock.transform.builtin.user;

import dev.drydock.model.ContainerPath;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

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
    static Optional<Predicate<String>> of(SimpleCommand command, Function<ShellWord, Optional<String>> resolve) {
        Invocation invocation = Invocation.of(command);
        List<ShellWord> words = invocation.arguments();
        if (invocation.runs("find")) {
            return found(words, resolve);
        }
        if (invocation.runs("unlink")) {
            return Optional.of(within(words, resolve));
        }
        if (invocation.runs("mv") && words.size() > 1) {
            boolean named = words.stream()
                    .anyMatch(word -> word.text().equals("-t") || word.text().startsWith("--target-directory"));
            return Optional.of(within(named ? words : words.subList(0, words.size() - 1), resolve));
        }
        return Optional.empty();
    }

    private static Predicate<String> within(List<ShellWord> words, Function<ShellWord, Optional<String>> resolve) {
        List<String> gone = words.stream()
                .filter(word -> !word.text().startsWith("-"))
                .flatMap(word -> resolve.apply(word).stream())
                .toList();
        return path -> gone.stream().anyMatch(each -> ContainerPath.isWithin(path, each));
    }

    private static Optional<Predicate<String>> found(
            List<ShellWord> words, Function<ShellWord, Optional<String>> resolve) {
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
                .flatMap(word -> resolve.apply(word).stream())
                .toList();
        int name = Math.max(texts.indexOf("-name"), texts.indexOf("-iname"));
        Optional<PathMatcher> pattern =
                name >= 0 && name + 1 < texts.size() ? glob(texts.get(name + 1)) : Optional.empty();
        boolean chosen = pattern.isPresent() || texts.stream().anyMatch(CHOICES::contains);
        return Optional.of(path -> starts.stream()
                .anyMatch(start -> ContainerPath.isWithin(path, start)
                        && (!chosen || !path.equals(start))
                        && pattern.map(each -> matchesBelow(each, path, start)).orElse(true)));
    }

    /** A directory that is removed takes along what lies below it. */
    private static boolean matchesBelow(PathMatcher pattern, String path, String start) {
        for (Path at = Path.of(path); at != null && !at.toString().equals(start); at = at.getParent()) {
            if (at.getFileName() != null && pattern.matches(at.getFileName())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<PathMatcher> glob(String pattern) {
        try {
            return Optional.of(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
