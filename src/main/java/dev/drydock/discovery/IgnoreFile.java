package dev.drydock.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * Patterns in gitignore syntax and the folder that they are relative to.
 *
 * @param folder absolute
 */
record IgnoreFile(Path folder, IgnoreNode patterns) {
    static final int SIZE_LIMIT = 1 << 20;

    /** Where the files with patterns are read from. */
    @FunctionalInterface
    interface Source {
        /** Returns the patterns of the file of that name in the folder, or empty if there is none that can be read. */
        Optional<IgnoreFile> read(Path folder, String name);
    }

    /** Reads the file of that name in the folder, or returns empty if there is none that can be read. */
    static Optional<IgnoreFile> read(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > SIZE_LIMIT) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(parse(folder, in));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static IgnoreFile of(Path folder, List<String> patterns) {
        return of(folder, String.join("\n", patterns).getBytes(StandardCharsets.UTF_8));
    }

    static IgnoreFile of(Path folder, byte[] text) {
        try {
            return parse(folder, new ByteArrayInputStream(text));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static IgnoreFile parse(Path folder, InputStream in) throws IOException {
        IgnoreNode node = new IgnoreNode();
        node.parse(in);
        return new IgnoreFile(folder, node);
    }

    /** Returns whether the path is ignored or, by a later {@code !} pattern, kept; empty if no pattern says. */
    Optional<Boolean> decide(Path path, boolean isFolder) {
        if (!path.startsWith(folder) || path.equals(folder)) {
            return Optional.empty();
        }
        String relative =
                folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
        return Optional.ofNullable(patterns.checkIgnored(relative, isFolder));
    }
}
