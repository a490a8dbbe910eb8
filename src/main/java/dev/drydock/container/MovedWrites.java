package dev.drydock.container;

import dev.drydock.knowledge.ReadOnlyNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds options, variables and settings that send what an image writes to another folder than the knowledge base speaks of:
 * logs, data, sockets. The names are those of the image ({@code moves}); a path is one that nothing writable covers.
 */
final class MovedWrites {
    private final Container container;
    private final ReadOnlyNeeds needs;
    private final WritableCover cover;

    MovedWrites(Container container, ReadOnlyNeeds needs) {
        this.container = container;
        this.needs = needs;
        this.cover = new WritableCover(container, needs);
    }

    /** Returns what moves the writes, and where to: {@code log_directory writes to /var/log/postgresql}; empty if nothing does. */
    Optional<String> reason() {
        return ofCommand().or(this::ofVariables).or(this::ofSettings);
    }

    private Optional<String> ofCommand() {
        List<String> words = new ArrayList<>(container.start().map(Start::words).orElse(List.of()));
        container
                .start()
                .ifPresent(start -> start.scripts()
                        .forEach(script -> script.simpleCommands()
                                .flatMap(command -> command.words().stream())
                                .flatMap(word -> word.staticValue().stream())
                                .forEach(words::add)));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String value = equals >= 0 ? word.substring(equals + 1) : i + 1 < words.size() ? words.get(i + 1) : "";
            Optional<String> missing = isMove(name) ? missing(name, value) : Optional.empty();
            if (missing.isPresent()) {
                return Optional.of("its command writes to " + missing.get() + " (" + bare(name) + ")");
            }
            // Some programs take settings as one word: nginx -g 'pid /srv/n.pid;'.
            Optional<String> path = word.indexOf(' ') > 0 ? moved(word, "") : Optional.empty();
            if (path.isPresent()) {
                return Optional.of("its command writes to " + path.get());
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofVariables() {
        for (Map.Entry<String, String> variable : container.variables().entrySet()) {
            boolean moves = isMove(variable.getKey())
                    && (variable.getValue().isEmpty() || cover.isMissing(variable.getValue()));
            if (moves) {
                return Optional.of("the variable " + variable.getKey() + " moves what it writes");
            }
        }
        return Optional.empty();
    }

    /** The settings of the project that are mounted, or that the Dockerfile brings: lines with a name that moves, and a path behind it. */
    private Optional<String> ofSettings() {
        for (SettingsFile file : ReadSettings.of(container)) {
            int number = 0;
            String section = "";
            for (String line : file.text().lines().toList()) {
                number++;
                if (line.stripLeading().startsWith("[")) {
                    section = SettingsWords.of(line).stream().findFirst().orElse("");
                }
                Optional<String> path = SettingsWords.isComment(line) ? Optional.empty() : moved(line, section);
                if (path.isPresent()) {
                    return Optional.of(file.path() + ":" + number + " has it write to " + path.get());
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the path behind the name: {@code access_log /var/log/shop.log main;}. */
    private Optional<String> moved(String line, String section) {
        List<String> words = SettingsWords.of(line);
        for (int i = 0; i + 1 < words.size(); i++) {
            if (isMove(words.get(i)) || isMove(section + ":" + words.get(i))) {
                return words.subList(i + 1, words.size()).stream()
                        .filter(cover::isMissing)
                        .findFirst()
                        .or(new RelativePlace(needs.prefix(), words.subList(i, words.size()))::path)
                        .filter(cover::isMissing);
            }
        }
        return Optional.empty();
    }

    private Optional<String> missing(String name, String value) {
        return Optional.of(value)
                .filter(cover::isMissing)
                .or(new RelativePlace(needs.prefix(), List.of(name, value))::path)
                .filter(cover::isMissing);
    }

    private static String bare(String name) {
        int start = 0;
        while (start < name.length() && name.charAt(start) == '-') {
            start++;
        }
        return name.substring(start);
    }

    private boolean isMove(String name) {
        String spelled = bare(name).toLowerCase(Locale.ROOT).replace('-', '_');
        return needs.moves().stream()
                .map(move -> move.toLowerCase(Locale.ROOT).replace('-', '_'))
                .anyMatch(move -> move.equals(spelled)
                        || (move.startsWith("*") && spelled.endsWith(move.substring(1)))
                        || (move.endsWith("*") && spelled.startsWith(move.substring(0, move.length() - 1))));
    }
}
