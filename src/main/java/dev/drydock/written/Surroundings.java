package dev.drydock.written;

import dev.drydock.knowledge.Writers;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a source is read with.
 *
 * @param writers what is known of calls and names
 * @param variables the values of environment variables of the container, where they are known
 * @param elsewhere what a name means in the other sources
 * @param settings what a key of the settings of the application means
 * @param isThere whether the build context has a file of this name
 * @param working where the container starts
 * @param file the path of the source in the container, if it is known
 */
record Surroundings(
        Writers writers,
        Function<String, Optional<String>> variables,
        Function<String, List<PathText>> elsewhere,
        Function<String, List<PathText>> settings,
        Predicate<String> isThere,
        WorkingFolder working,
        Optional<String> file) {}
