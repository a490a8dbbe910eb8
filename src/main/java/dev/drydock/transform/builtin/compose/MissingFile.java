package dev.drydock.transform.builtin.compose;

import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Why a file with the secrets, which Git does not have, may cost more than it hides: what starts the compose file in another
 * checkout stops without it. Moving them there is a suggestion then.
 */
final class MissingFile {
    /** A shorter value stands in a document for other reasons. */
    private static final int SHORTEST = 6;

    private final OwnStarts starts;
    private final ProjectFile file;
    private final String made;

    /** @param made what is not in Git, for a person */
    MissingFile(Project project, ProjectFile file, String made) {
        this.starts = new OwnStarts(project, file);
        this.file = file;
        this.made = made;
    }

    /** Returns what has to be so if it costs nothing, as a sentence; empty if nothing speaks against the file. */
    Optional<String> assumption(Collection<EnvironmentSecret> secrets) {
        return starts.place()
                .map(place -> "Whatever starts " + name() + ", as " + place + " may, makes " + made + " first.")
                .or(() -> starts.fetched()
                        .map(place -> "Whoever fetches " + name() + " alone, as " + place + " says, makes " + made
                                + " beside it."))
                .or(() -> shown(secrets));
    }

    private String name() {
        return file.path().fileName();
    }

    /** What a document of the project shows is no secret any more. */
    private Optional<String> shown(Collection<EnvironmentSecret> secrets) {
        List<Optional<String>> documents = secrets.stream()
                .filter(secret -> !secret.isGuessable())
                .map(secret -> secret.effectiveValue()
                        .filter(value -> value.length() >= SHORTEST)
                        .flatMap(starts::document))
                .toList();
        return documents.stream().allMatch(Optional::isPresent)
                ? documents.stream()
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(place -> "The values are more than examples, although " + place + " shows them.")
                : Optional.empty();
    }
}
