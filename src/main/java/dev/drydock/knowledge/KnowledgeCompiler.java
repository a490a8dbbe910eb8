package dev.drydock.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The step of the build that puts all knowledge files into one that needs no YAML parser. */
public final class KnowledgeCompiler {
    /** The name of the file. */
    static final String NAME = "knowledge.bin";

    private static final String ENDING = ".yaml";

    private KnowledgeCompiler() {}

    /** Compiles the knowledge files of a directory into {@link #NAME} in another: {@code FROM TO}. */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]);
        Files.createDirectories(target);
        Files.write(target.resolve(NAME), compiled(Path.of(arguments[0])));
    }

    /** Returns the knowledge files of a directory, compiled, in the order of their names. */
    static byte[] compiled(Path directory) throws IOException {
        Documents documents = Documents.directory(directory);
        Map<String, Object> all = new LinkedHashMap<>();
        for (String name : names(directory)) {
            all.put(name, documents.read(name).orElseThrow());
        }
        return Compiled.write(all);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }
}
