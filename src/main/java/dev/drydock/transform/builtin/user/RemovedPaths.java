package dev.drydock.transform.builtin.user;

import dev.drydock.model.ContainerPath;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.WordValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The paths that a word of a command that removes may mean.
 *
 * @param values the values of the script
 * @param base the folder in which the command runs, if it is known
 */
record RemovedPaths(WordValues values, Optional<String> base) {

    /** Returns the paths that the word surely means. */
    List<String> known(ShellWord word) {
        return values.of(word).values().stream()
                .flatMap(text -> ContainerPath.resolve(base, text).stream())
                .toList();
    }

    /** Returns whether it is known what the word means. */
    boolean isKnown(ShellWord word) {
        return values.of(word).complete();
    }

    /**
     * Returns what is true for each path that may be gone: it lies in what the word names, or it begins and ends, or a folder
     * around it does, as the word does around what is not known of it. Of a word of which not even the folder is known,
     * nothing is said.
     */
    Predicate<String> mayRemove(ShellWord word) {
        List<String> known = known(word);
        Predicate<String> named = path -> known.stream().anyMatch(gone -> ContainerPath.isWithin(path, gone));
        return isKnown(word) ? named : named.or(like(word));
    }

    private Predicate<String> like(ShellWord word) {
        String pattern = values.pattern(word);
        int first = pattern.indexOf(WordValues.UNKNOWN);
        int slash = first < 0 ? -1 : pattern.lastIndexOf('/', first);
        String begin = first < 0 ? "" : pattern.substring(slash + 1, first);
        // A variable or a tilde at the start may be another folder; a star is none.
        boolean here = !begin.isEmpty() || (word.hasGlob() && !word.hasTilde() && !word.hasExpansion());
        Optional<String> folder =
                slash < 0 ? base.filter(any -> here) : ContainerPath.resolve(base, pattern.substring(0, slash + 1));
        if (first < 0 || folder.isEmpty() || folder.get().equals("/")) {
            return path -> false;
        }
        String prefix = folder.get() + "/" + begin;
        String rest = pattern.substring(pattern.lastIndexOf(WordValues.UNKNOWN) + 1);
        String end = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        return path -> isLike(path, prefix, end);
    }

    private static boolean isLike(String path, String prefix, String end) {
        if (!path.startsWith(prefix)) {
            return false;
        }
        for (int i = prefix.length(); i <= path.length(); i++) {
            boolean whole = i == path.length() || path.charAt(i) == '/';
            if (whole && i - end.length() >= prefix.length() && path.startsWith(end, i - end.length())) {
                return true;
            }
        }
        return false;
    }
}
