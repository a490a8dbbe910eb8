package dev.drydock.trial;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lines of logs with which programs say that they may not do something, or do not find it. */
final class Complaints {
    /** How much of a line goes into a sentence. */
    static final int LENGTH = 200;

    // The texts of errno(3) as C libraries print them, their names as Node and Go do, and what shells say.
    private static final List<String> PHRASES = List.of(
            "permission denied",
            "read-only file system",
            "operation not permitted",
            "no such file",
            "not found",
            "eacces",
            "erofs",
            "eperm",
            "enoent",
            "permissionerror",
            "accessdenied",
            "cannot create",
            "can't create",
            "out of memory",
            "no space left");

    private Complaints() {}

    private static boolean isComplaint(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return PHRASES.stream().anyMatch(lower::contains);
    }

    /** Returns the last complaint of a log that another log does not have. */
    static Optional<String> fresh(List<String> log, List<String> known) {
        Set<String> before = new HashSet<>();
        known.forEach(line -> before.add(withoutNumbers(line)));
        return log.stream()
                .filter(Complaints::isComplaint)
                .filter(line -> !before.contains(withoutNumbers(line)))
                .reduce((first, second) -> second)
                .map(line -> Lines.brief(line, LENGTH));
    }

    /** Times, process ids and ports differ from one start to the next. */
    private static String withoutNumbers(String line) {
        StringBuilder text = new StringBuilder();
        line.chars().filter(c -> !Character.isDigit(c)).forEach(c -> text.append((char) c));
        return text.toString();
    }
}
