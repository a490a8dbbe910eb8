package dev.drydock.container;

import dev.drydock.model.ContainerPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A place that a setting names without a slash in front: {@code access_log site.log main}.
 *
 * @param prefix the folder in which the program looks for it, if that is known
 * @param words the name of the setting and what stands behind it
 */
record RelativePlace(Optional<String> prefix, List<String> words) {
    private static final Set<String> NO_PLACES = Set.of(
            "on", "true", "false", "none", "null", "stdout", "stderr", "discard", "syslog", "net", "json", "common");

    /** Returns the place from the root; empty if the words name none. */
    Optional<String> path() {
        int at = words.size() > 2 && words.get(1).equals("file") ? 2 : 1;
        return prefix.filter(folder -> at < words.size())
                .filter(folder -> isPlace(words.get(at)))
                .map(folder -> ContainerPath.normalise(folder + "/" + words.get(at)));
    }

    /** nginx takes {@code error_log off} for the name of a file. */
    private boolean isPlace(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean off = lower.equals("off") && !words.get(0).equals("error_log");
        boolean named = !word.isEmpty() && (Character.isLetter(word.charAt(0)) || word.charAt(0) == '.');
        return named && !off && !NO_PLACES.contains(lower) && !lower.startsWith("syslog:");
    }
}
