package dev.drydock.cli;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.transform.Facts;
import dev.drydock.transform.builtin.BuiltInTransforms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One command, run inside the test process on a folder of its own. */
final class CommandCase {
    /** What a command printed, and with which code it ended. */
    record Result(String stdout, String stderr, int exit) {}

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private byte[] input = new byte[0];
    private boolean terminal;
    private boolean watched;
    private Supplier<Catalogue> catalogue = () -> Catalogue.packaged(BuiltInTransforms.all());

    private CommandCase(Path folder) {
        this.folder = folder;
    }

    /** Commands run in {@code folder}. */
    static CommandCase in(Path folder) {
        try {
            return new CommandCase(folder.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CommandCase with(Supplier<Catalogue> other) {
        catalogue = other;
        return this;
    }

    /** From now on a person watches standard output. */
    CommandCase onTerminal() {
        terminal = true;
        return this;
    }

    /** From now on a person watches standard error. */
    CommandCase watched() {
        watched = true;
        return this;
    }

    CommandCase input(byte[] bytes) {
        input = bytes.clone();
        return this;
    }

    /** Runs a line such as {@code NO_COLOR=1 drydock check --quiet Dockerfile}; words are divided by blanks. */
    Result run(String line) {
        List<String> words = new ArrayList<>(List.of(line.strip().split(" +")));
        while (!words.get(0).equals("drydock")) {
            String assignment = words.remove(0);
            int equals = assignment.indexOf('=');
            environment.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        words.remove(0);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                folder,
                environment,
                new ByteArrayInputStream(input),
                terminal,
                watched,
                catalogue,
                () -> new Facts(Knowledge.packaged()));
        int exit = Drydock.execute(
                surroundings, new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
        return new Result(stable(out.toString()), stable(err.toString()), exit);
    }

    /** Leaves out what differs from machine to machine. */
    private String stable(String text) {
        return text.replace(folder.toString(), "<folder>").replace(VersionCommand.version(), "<version>");
    }

    /** Returns every regular file below a folder with its content, one character for each byte. */
    static Map<String, String> snapshot(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
