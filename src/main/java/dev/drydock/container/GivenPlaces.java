package dev.drydock.container;

import dev.drydock.knowledge.ReadOnlyNeeds;
import dev.drydock.model.ContainerPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the places that somebody names to a known image, by a word of its command, a variable or its settings, and that a
 * read-only root would take away. What the image writes by itself is known; what it does there is not, whatever the name in
 * front says: options come with every version.
 */
final class GivenPlaces {
    /** Where programs keep what they write (hier(7)), and what administrators name for it. */
    private static final List<String> KEPT =
            List.of("/tmp", "/var", "/run", "/data", "/home", "/root", "/mnt", "/srv", "/opt", "/storage");

    /** Pages and secrets, which are there to be read. */
    private static final List<String> READ = List.of("/var/www", "/run/secrets");

    private final Container container;
    private final WritableCover cover;

    GivenPlaces(Container container, ReadOnlyNeeds needs) {
        this.container = container;
        this.cover = new WritableCover(container, needs);
    }

    /** Returns what a person must check before the root is read-only, a full sentence; empty if nothing else is named. */
    Optional<String> doubt() {
        return ofCommand().or(this::ofVariables).or(this::ofSettings);
    }

    private Optional<String> ofCommand() {
        Optional<Start> start = container.start();
        return start.stream()
                .flatMap(found -> found.words().stream())
                .flatMap(word -> first(word).stream())
                .findFirst()
                .or(() -> start.stream()
                        .flatMap(found -> found.scripts().stream())
                        .flatMap(script -> script.simpleCommands())
                        .flatMap(command -> command.words().stream())
                        .flatMap(word -> word.staticValue().stream())
                        .flatMap(word -> first(word).stream())
                        .findFirst())
                .map(path -> sentence(path, "its command"));
    }

    private Optional<String> ofVariables() {
        for (Map.Entry<String, String> variable : new TreeMap<>(container.variables()).entrySet()) {
            Optional<String> path = first(variable.getValue());
            if (path.isPresent()) {
                return Optional.of(sentence(path.get(), "the variable " + variable.getKey()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofSettings() {
        for (SettingsFile file : ReadSettings.of(container)) {
            int number = 0;
            for (String line : file.text().lines().toList()) {
                number++;
                Optional<String> path = SettingsWords.isComment(line) ? Optional.empty() : first(line);
                if (path.isPresent()) {
                    return Optional.of(sentence(path.get(), file.path() + ":" + number));
                }
            }
        }
        return Optional.empty();
    }

    private static String sentence(String path, String where) {
        return "The container does not write to " + path + ", which " + where + " names.";
    }

    private Optional<String> first(String text) {
        return SettingsWords.of(text).stream()
                .filter(word -> word.startsWith("/") && !word.startsWith("//"))
                .filter(this::isTaken)
                .findFirst();
    }

    private boolean isTaken(String path) {
        return KEPT.stream().anyMatch(folder -> ContainerPath.isWithin(path, folder))
                && READ.stream().noneMatch(folder -> ContainerPath.isWithin(path, folder))
                && container.mountOf(path).isEmpty()
                && cover.isMissing(path);
    }
}
