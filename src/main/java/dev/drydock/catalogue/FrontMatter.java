package dev.drydock.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The metadata at the head of a page.
 *
 * @param id the name of the transform, equal to the name of its file
 * @param code the stable alias, {@code DD} and three digits
 * @param since the version that brought it
 * @param targets what kinds of files it judges, as the page spells them
 * @param after ids that run before it within its phase
 * @param level the weakest promise its rewrites may make
 * @param kind who does the work
 * @param sameAs the rules of scanners that report the same, by scanner
 * @param options by name, in the order of the page
 */
public record FrontMatter(
        String id,
        String code,
        String since,
        Status status,
        List<String> targets,
        Phase phase,
        List<String> after,
        Level level,
        Kind kind,
        Map<String, List<String>> sameAs,
        Map<String, OptionSpec> options) {

    /** Who does the work of a transform. */
    public enum Kind {
        /** A class that is registered under the id. */
        BUILT_IN,
        /** The page itself. */
        DECLARATIVE;

        /** Returns the name as front matter spells it. */
        public String label() {
            return this == BUILT_IN ? "built-in" : "declarative";
        }
    }

    static final Set<String> TARGETS =
            Set.of("dockerfile", "compose", "dockerignore", "shell", "makefile", "ci-workflow", "systemd", "markdown");
}
