package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.KeyValue;
import dev.drydock.compose.Setting;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Where the value of a secret stands as well, so that moving one variable is half of the work. */
final class SameValue {
    /** A shorter one may be part of anything. */
    private static final int SHORTEST = 4;

    private static final List<String> KEYS = List.of("healthcheck", "command", "entrypoint", "labels");

    private SameValue() {}

    /** Returns the other places in the file and in those beside it, for a person; they do not show the value. */
    static List<String> places(Project project, ProjectFile file, EnvironmentSecret secret) {
        String value = secret.value().orElse("");
        List<String> places = new ArrayList<>();
        if (value.length() < SHORTEST) {
            return places;
        }
        secret.service().file().services().forEach(service -> collect(secret, service, value, "", places));
        project.files(FileKind.COMPOSE)
                .filter(other -> !other.path().equals(file.path()))
                .filter(other -> other.path().parent().equals(file.path().parent()))
                .forEach(other -> project.compose(other)
                        .services()
                        .forEach(service -> collect(secret, service, value, " in " + other.path(), places)));
        return places;
    }

    private static void collect(
            EnvironmentSecret secret, ComposeService service, String value, String where, List<String> places) {
        for (KeyValue pair : service.environment()) {
            boolean same = pair.element() == secret.pair().element();
            if (!same && pair.value().filter(text -> text.contains(value)).isPresent()) {
                places.add(pair.key() + " of " + service.name() + where);
            }
        }
        for (String key : KEYS) {
            if (service.setting(key).filter(setting -> holds(setting, value)).isPresent()) {
                places.add("the " + key + " of " + service.name() + where);
            }
        }
    }

    private static boolean holds(Setting setting, String value) {
        TextRange range = setting.value().range();
        return setting.value()
                .source()
                .text()
                .substring(range.start(), range.end())
                .contains(value);
    }
}
