package dev.drydock.cli;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.Transform;
import dev.drydock.transform.builtin.files.AddToCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders of cases that cannot be checked in: links, modes, bytes that are no text, and files of many megabytes. */
final class GeneratedTrees {
    private static final String GOOD = "FROM scratch\nADD app /app\n";

    private interface Maker {
        void make(Path folder, CommandCase command) throws IOException;
    }

    private static final Map<String, Maker> MAKERS = Map.ofEntries(
            Map.entry(
                    "bad-binary",
                    (folder, command) -> Files.write(
                            folder.resolve("Dockerfile"), new byte[] {'F', 'R', 'O', 'M', ' ', 0, 1, 2, (byte) 0xFF})),
            Map.entry(
                    "bad-invalid-utf8",
                    (folder, command) -> Files.write(
                            folder.resolve("Dockerfile"),
                            "FROM scratch\nLABEL a=\u00E9\n".getBytes(StandardCharsets.ISO_8859_1))),
            Map.entry(
                    "bad-file-of-50-mb",
                    (folder, command) -> Files.writeString(
                            folder.resolve("Dockerfile"), "FROM scratch\n" + "ADD a /a\n".repeat((50 << 20) / 9))),
            Map.entry(
                    "bad-line-of-1-mb",
                    (folder, command) -> Files.writeString(
                            folder.resolve("Dockerfile"),
                            "FROM scratch\nRUN echo " + "x".repeat(1 << 20) + "\nADD a /a\n")),
            Map.entry(
                    "bad-100000-continuations",
                    (folder, command) -> Files.writeString(
                            folder.resolve("Dockerfile"),
                            "FROM scratch\nRUN echo \\\n" + " x \\\n".repeat(100_000) + " y\nADD a /a\n")),
            Map.entry(
                    "bad-compose-10000-levels",
                    (folder, command) -> Files.writeString(
                            folder.resolve("compose.yaml"),
                            "version: \"3\"\nservices: " + "{a: ".repeat(10_000) + "}".repeat(10_000) + "\n")),
            Map.entry(
                    "bad-dangling-link",
                    (folder, command) -> Files.createSymbolicLink(folder.resolve("Dockerfile"), Path.of("nothing"))),
            Map.entry(
                    "bad-link-to-itself",
                    (folder, command) -> Files.createSymbolicLink(folder.resolve("Dockerfile"), Path.of("Dockerfile"))),
            Map.entry("large-context-with-a-list-of-what-is-sent", GeneratedTrees::largeContext),
            Map.entry("bad-read-error", (folder, command) -> {}),
            Map.entry("bad-read-only-file", GeneratedTrees::readOnlyFile),
            Map.entry("bad-read-only-folder", GeneratedTrees::readOnlyFolder),
            Map.entry("bad-changed-meanwhile", GeneratedTrees::changedMeanwhile),
            Map.entry(
                    "link-to-nothing-is-no-place-for-values",
                    (folder, command) -> service(folder, ".env", Path.of("nothing"))),
            Map.entry(
                    "link-out-of-the-tree-is-no-ignore-file",
                    (folder, command) -> service(folder, ".gitignore", Path.of("/etc/hostname"))),
            Map.entry(
                    "link-to-itself-is-no-ignore-file",
                    (folder, command) -> service(folder, ".dockerignore", Path.of(".dockerignore"))),
            Map.entry(
                    "link-out-of-the-tree-is-no-place-for-secrets",
                    (folder, command) -> service(folder, "secrets", Path.of("/tmp"))),
            Map.entry("link-stays-a-link", GeneratedTrees::link),
            Map.entry("link-out-of-the-tree-is-refused", GeneratedTrees::linkOut));

    private GeneratedTrees() {}

    /** More files than are looked through for one build. */
    private static void largeContext(Path folder, CommandCase command) throws IOException {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        for (int i = 0; i < 4_001; i++) {
            Files.createFile(pages.resolve(i + ".html"));
        }
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY pages /pages\n");
        Files.writeString(folder.resolve("Dockerfile.dockerignore"), "*\n!pages\n");
    }

    static void make(String name, Path folder, CommandCase command) throws IOException {
        Maker maker = MAKERS.get(name);
        if (maker == null) {
            throw new IllegalStateException("golden/cli/" + name + " has no tree/, and nothing makes one");
        }
        maker.make(folder, command);
        Files.writeString(folder.resolve("good.Dockerfile"), GOOD);
    }

    /** Gives the folders back the modes without which they cannot be removed. */
    static void restore(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** A service whose secrets are moved to files, and a link at one of them. */
    private static void service(Path folder, String link, Path target) throws IOException {
        Files.writeString(folder.resolve("compose.yaml"), """
                services:
                  shop:
                    image: ghcr.io/example/shop:3
                    environment:
                      SHOP_TOKEN: v7Kq2nLd90xTzPw4
                  database:
                    image: postgres:16
                    environment:
                      POSTGRES_PASSWORD: v7Kq2nLd90xTzPw4
                """);
        Files.createSymbolicLink(folder.resolve(link), target);
    }

    private static void readOnlyFile(Path folder, CommandCase command) throws IOException {
        Path file = Files.writeString(folder.resolve("Dockerfile"), GOOD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    }

    private static void readOnlyFolder(Path folder, CommandCase command) throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.writeString(locked.resolve("Dockerfile"), GOOD);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    }

    private static void changedMeanwhile(Path folder, CommandCase command) throws IOException {
        Path file = Files.writeString(folder.resolve("Dockerfile"), GOOD);
        Path real = file.toRealPath();
        Catalogue catalogue = Catalogue.of(
                Catalogue.readPages(Path.of("transforms")).stream()
                        .filter(page -> page.path().equals("files/add-to-copy.md"))
                        .toList(),
                List.of(new Meddling(real)));
        command.with(() -> catalogue);
    }

    private static void link(Path folder, CommandCase command) throws IOException {
        Files.createDirectory(folder.resolve("docker"));
        Files.writeString(folder.resolve("docker/real"), GOOD);
        Files.createSymbolicLink(folder.resolve("Dockerfile"), Path.of("docker/real"));
    }

    private static void linkOut(Path folder, CommandCase command) throws IOException {
        Path outside = Files.writeString(folder.resolveSibling("outside"), GOOD);
        Files.createSymbolicLink(folder.resolve("Dockerfile"), outside.toRealPath());
    }

    /** Someone who edits a Dockerfile while it is being judged. */
    private static final class Meddling implements Transform {
        private final Transform real = new AddToCopy();
        private final Path file;

        Meddling(Path file) {
            this.file = file;
        }

        @Override
        public String id() {
            return real.id();
        }

        @Override
        public List<Finding> inspect(Inspection inspection) {
            boolean first = inspection.project().files().stream()
                    .anyMatch(judged -> judged.path().fileName().equals("Dockerfile"));
            try {
                if (first && Files.size(file) == GOOD.length()) {
                    Files.writeString(file, "# theirs\n", StandardOpenOption.APPEND);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return real.inspect(inspection);
        }
    }
}
