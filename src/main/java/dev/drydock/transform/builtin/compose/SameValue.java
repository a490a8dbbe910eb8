package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.KeyValue;
import dev.drydock.compose.Setting;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the value of a secret stands as well, so that moving one variable is half of the work. */
final class SameValue {
    /** A shorter one may be part of anything. */
    private static final int SHORTEST = 4;

    private static final List<String> KEYS = List.of("healthcheck", "command", "entrypoint", "labels");

    /**
     * A text that may hold a value.
     *
     * @param variable what it is the value of, if it is one of a variable
     * @param name what a person calls it
     */
    private record Place(String text, Optional<YamlElement> variable, String name) {}

    private final Project project;
    private final ProjectFile file;
    private final ComposeFile compose;
    /** The places whose text has these characters, for each {@link #SHORTEST} that follow each other; empty: not looked yet. */
    private final Map<String, List<Place>> byPart = new HashMap<>();

    SameValue(Project project, ProjectFile file, ComposeFile compose) {
        this.project = project;
        this.file = file;
        this.compose = compose;
    }

    /** Returns the other places in the file and in those beside it, for a person; they do not show the value. */
    List<String> places(EnvironmentSecret secret) {
        String value = secret.value().orElse("");
        if (value.length() < SHORTEST) {
            return List.of();
        }
        if (byPart.isEmpty()) {
            look();
        }
        return candidates(value).stream()
                .filter(place -> place.text().contains(value))
                .filter(place -> place.variable()
                        .filter(own -> own == secret.pair().element())
                        .isEmpty())
                .map(Place::name)
                .toList();
    }

    /** Returns the places that hold the rarest part of the value. */
    private List<Place> candidates(String value) {
        List<Place> fewest = null;
        for (int at = 0; at + SHORTEST <= value.length(); at++) {
            List<Place> places = byPart.getOrDefault(value.substring(at, at + SHORTEST), List.of());
            fewest = fewest == null || places.size() < fewest.size() ? places : fewest;
        }
        return fewest;
    }

    private void look() {
        compose.services().forEach(service -> look(service, ""));
        project.files(FileKind.COMPOSE)
                .filter(other -> !other.path().equals(file.path()))
                .filter(other -> other.path().parent().equals(file.path().parent()))
                .forEach(other ->
                        project.compose(other).services().forEach(service -> look(service, " in " + other.path())));
    }

    private void look(ComposeService service, String where) {
        for (KeyValue pair : service.environment()) {
            String name = pair.key() + " of " + service.name() + where;
            pair.value().ifPresent(text -> add(new Place(text, Optional.of(pair.element()), name)));
        }
        for (String key : KEYS) {
            String name = "the " + key + " of " + service.name() + where;
            service.setting(key).ifPresent(setting -> add(new Place(text(setting), Optional.empty(), name)));
        }
    }

    private void add(Place place) {
        String text = place.text();
        for (int at = 0; at + SHORTEST <= text.length(); at++) {
            List<Place> places = byPart.computeIfAbsent(text.substring(at, at + SHORTEST), unseen -> new ArrayList<>());
            if (places.isEmpty() || !places.get(places.size() - 1).equals(place)) {
                places.add(place);
            }
        }
    }

    private static String text(Setting setting) {
        TextRange range = setting.value().range();
        return setting.value().source().text().substring(range.start(), range.end());
    }
}
