package dev.drydock.transform.builtin.user;

import dev.drydock.container.WritablePaths;
import dev.drydock.knowledge.Writers;
import dev.drydock.model.ContainerPath;
import dev.drydock.written.WrittenPlace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The place that a variable of the container names as written, by its name or by an address of a database in a file. */
final class VariablePlaces {
    /** Parts of names of variables that say where an application writes. */
    private static final List<String> DATA_NAMES = List.of(
            "DATA", "LOG_DIR", "LOGS", "CACHE_DIR", "STORAGE", "UPLOAD", "MEDIA_ROOT", "DB_PATH", "DATABASE_PATH");

    /** Parts of names of variables that hold a directory, whatever it is called. */
    private static final List<String> DIRECTORIES = List.of("DIR", "FOLDER", "ROOT", "HOME");

    private static final String HOME_OF_ROOT = "/root";

    private final Writers writers;
    private final Optional<String> workdir;

    VariablePlaces(Writers writers, Optional<String> workdir) {
        this.writers = writers;
        this.workdir = workdir;
    }

    static boolean namesData(String name) {
        return DATA_NAMES.stream().anyMatch(name::contains);
    }

    /**
     * Returns the place, if it lies outside of scratch folders.
     *
     * @param where the file or service that sets the variable
     * @param line its line, from 1; 0 if the name says it all
     */
    Optional<WrittenPlace> of(String name, String text, String where, int line) {
        String value = text.replace("\"", "");
        Optional<String> database = writers.databaseFile(value).filter(path -> isPlain("/" + path));
        if (database.isPresent()) {
            return ContainerPath.resolve(workdir, database.get())
                    .filter(path -> !WritablePaths.isScratch(path))
                    .map(path -> place(path, WrittenPlace.Kind.DATABASE, where, line));
        }
        if (!isPlain(value) || WritablePaths.isScratch(value)) {
            return Optional.empty();
        }
        String path = ContainerPath.normalise(value);
        boolean known = namesData(name) || writers.namesDirectory(name);
        boolean named = writers.namesWritten(name, path)
                && !writers.isNever(path)
                && !ContainerPath.isWithin(path, HOME_OF_ROOT);
        return known || named ? Optional.of(place(path, kind(name, path), where, line)) : Optional.empty();
    }

    /** Several folders with blanks between them are a list that a script splits. */
    private static boolean isPlain(String path) {
        return path.startsWith("/") && path.indexOf(':') < 0 && path.indexOf('$') < 0 && !path.contains(" /");
    }

    private static WrittenPlace.Kind kind(String name, String path) {
        String upper = name.toUpperCase(Locale.ROOT);
        return DIRECTORIES.stream().anyMatch(upper::contains)
                ? WrittenPlace.Kind.UNCLEAR
                : WrittenPlace.kindByName(path);
    }

    private static WrittenPlace place(String path, WrittenPlace.Kind kind, String where, int line) {
        return new WrittenPlace(path, kind, WrittenPlace.Certainty.LIKELY, where, line);
    }
}
