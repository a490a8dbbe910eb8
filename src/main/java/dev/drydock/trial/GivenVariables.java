package dev.drydock.trial;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.KeyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The variables that containers had as they were. What a repair takes out of a file, a secret above all, somebody supplies
 * from then on: in a trial that is the value from before.
 */
final class GivenVariables {
    private static final String OPTION = "--env=";

    private final Map<String, Map<String, String>> before = new TreeMap<>();

    /** Returns the names of the variables that a Dockerfile sets, in any stage. */
    static Set<String> names(Dockerfile file) {
        return file.stages().stream()
                .flatMap(stage -> stage.instructions(EnvInstruction.class))
                .flatMap(env -> env.pairs().stream())
                .map(KeyValue::name)
                .collect(Collectors.toSet());
    }

    /**
     * Returns the variables of the original image that are gone with a repair of its Dockerfile. What another stage or the
     * base still sets was moved, not taken out, and nobody is told to supply it.
     *
     * @param image the variables of the image as it is now
     */
    Map<String, String> takenOut(String container, List<String> image, Dockerfile now) {
        Map<String, String> gone = missing(container, image);
        gone.keySet().removeAll(names(now));
        return gone;
    }

    /** Keeps the variables of an image of the original that its Dockerfile itself sets. */
    void remember(String container, List<String> image, Dockerfile original) {
        Set<String> own = names(original);
        remember(
                container,
                image.stream()
                        .filter(assignment -> own.contains(assignment.split("=", 2)[0]))
                        .toList());
    }

    /** Keeps the variables of a container of the original, {@code NAME=value} each; the first start counts. */
    void remember(String container, List<String> assignments) {
        before.computeIfAbsent(container, none -> parsed(assignments));
    }

    /** Returns the variables that a container had and that are not among these any more. */
    Map<String, String> missing(String container, List<String> assignments) {
        Map<String, String> missing = new TreeMap<>(before.getOrDefault(container, Map.of()));
        parsed(assignments).keySet().forEach(missing::remove);
        return missing;
    }

    /** Returns an option of {@code run}; a variable that it only names gets the value from before. */
    String supplied(String container, String option) {
        String name = option.startsWith(OPTION) ? option.substring(OPTION.length()) : "";
        String value = before.getOrDefault(container, Map.of()).get(name);
        return value == null ? option : OPTION + name + "=" + value;
    }

    /** Returns the names of the variables that a container had. */
    Set<String> names(String container) {
        return before.getOrDefault(container, Map.of()).keySet();
    }

    /** Returns the variables that options of {@code run} give a value. */
    static List<String> ofOptions(List<String> options) {
        return options.stream()
                .filter(option -> option.startsWith(OPTION))
                .map(option -> option.substring(OPTION.length()))
                .toList();
    }

    private static Map<String, String> parsed(List<String> assignments) {
        Map<String, String> parsed = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals > 0) {
                parsed.put(assignment.substring(0, equals), assignment.substring(equals + 1));
            }
        }
        return parsed;
    }
}
