package dev.drydock.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of files to try.
 *
 * @param source the golden case that it was made from
 * @param files by name
 * @param secrets what no output may hold
 * @param mutations to choose with
 */
public record FuzzCase(String source, Map<String, String> files, List<String> secrets, Mutations mutations) {
    /** Writes the files below a folder. */
    public void write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Removes the folder and all that is in it. */
    public void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Returns one of some choices, the same each time the case is made. */
    public <T> T pick(List<T> choices) {
        return mutations.pick(choices);
    }
}
