package dev.drydock.container;

import dev.drydock.model.ContainerPath;
import dev.drydock.model.StartCommand;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.text.SourceText;
import dev.drydock.written.WrittenPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the scripts write that an entrypoint runs from a folder of its own: those that a database is set up with. */
final class StartScripts {
    private static final Set<String> MAKES = Set.of("mkdir", "touch", "tee", "truncate", "chmod", "chown", "chgrp");
    private static final Set<String> PUTS = Set.of("cp", "mv", "ln", "install", "rsync");
    /** Words of SQL behind which the server takes a path of its own (CREATE TABLESPACE, COPY, SELECT INTO OUTFILE). */
    private static final Set<String> NAMES_PLACE = Set.of("LOCATION", "TO", "OUTFILE", "DUMPFILE");

    private StartScripts() {}

    /**
     * Returns the places that scripts write to.
     *
     * @param folders where the entrypoint looks for them
     */
    static List<WrittenPlace> writes(List<SettingsFile> files, List<String> folders) {
        List<WrittenPlace> places = new ArrayList<>();
        for (SettingsFile file : files) {
            boolean run = file.target()
                    .filter(target -> folders.stream().anyMatch(folder -> ContainerPath.isWithin(target, folder)))
                    .isPresent();
            if (run && file.path().endsWith(".sql")) {
                sql(file, places);
            } else if (run && file.path().endsWith(".sh")) {
                shell(file, places);
            }
        }
        return places;
    }

    private static void sql(SettingsFile file, List<WrittenPlace> places) {
        int number = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            List<String> words = line.stripLeading().startsWith("--") ? List.of() : SettingsWords.of(line);
            for (int i = 0; i + 1 < words.size(); i++) {
                if (NAMES_PLACE.contains(words.get(i).toUpperCase(Locale.ROOT))
                        && words.get(i + 1).startsWith("/")) {
                    add(file, number, words.get(i + 1), places);
                }
            }
        }
    }

    private static void shell(SettingsFile file, List<WrittenPlace> places) {
        ShellScript script = StartCommand.script(SourceText.of(file.text()));
        if (script.isOpaque()) {
            return;
        }
        for (SimpleCommand command : script.simpleCommands().toList()) {
            int line = 1
                    + (int) file.text()
                            .substring(
                                    0,
                                    Math.min(
                                            command.range().start(), file.text().length()))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            StartWrites redirected = new StartWrites(file.path(), line, Optional.empty());
            redirected.redirects(command);
            places.addAll(redirected.places());
            Invocation invocation = Invocation.of(command);
            String program = invocation.program().orElse("");
            List<String> operands = invocation.arguments().stream()
                    .flatMap(word -> word.staticValue().stream())
                    .filter(text -> text.startsWith("/"))
                    .toList();
            Stream<String> written = MAKES.contains(program)
                    ? operands.stream()
                    : PUTS.contains(program) ? last(invocation) : Stream.of();
            written.forEach(path -> add(file, line, path, places));
        }
    }

    private static Stream<String> last(Invocation invocation) {
        List<ShellWord> words = invocation.arguments();
        return words.isEmpty()
                ? Stream.of()
                : words.get(words.size() - 1).staticValue().stream().filter(text -> text.startsWith("/"));
    }

    private static void add(SettingsFile file, int line, String path, List<WrittenPlace> places) {
        places.add(new WrittenPlace(
                ContainerPath.normalise(path),
                WrittenPlace.Kind.FILE,
                WrittenPlace.Certainty.CERTAIN,
                file.path(),
                line));
    }
}
