package dev.drydock.edit;

import java.util.Collection;
import java.util.stream.Collectors;

/** Paths as words of a POSIX shell. */
public final class PathWords {
    private PathWords() {}

    /** Returns the paths with blanks between them, each as a word that a shell reads as exactly that path. */
    public static String of(Collection<String> paths) {
        return paths.stream().map(PathWords::of).collect(Collectors.joining(" "));
    }

    /** Returns a word that a shell reads as exactly {@code path}; without quotes where none are needed. */
    public static String of(String path) {
        boolean plain = !path.isEmpty()
                && path.chars().allMatch(c -> c > 127 ? Character.isLetterOrDigit(c) : isPlain((char) c));
        return plain ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(char c) {
        return Character.isLetterOrDigit(c) || "_./:=@%+-,".indexOf(c) >= 0;
    }
}
