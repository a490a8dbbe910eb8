package dev.drydock.written;

import dev.drydock.model.StartCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The absolute paths that a start command hands to the program of the application, which says what it does with them. */
public final class StartArguments {
    private final List<String> words;

    private StartArguments(List<String> words) {
        this.words = words;
    }

    /** Reads the words behind the program, whichever shell starts it. */
    public static StartArguments of(StartCommand start) {
        List<String> words = new ArrayList<>(start.words());
        start.scripts().stream()
                .filter(script -> !script.isOpaque())
                .flatMap(script -> script.simpleCommands())
                .flatMap(command -> command.words().stream())
                .map(word -> word.staticValue().orElseGet(word::literalPrefix))
                .forEach(words::add);
        return new StartArguments(List.copyOf(words));
    }

    /** Returns the paths by the names of their options, as sources ask for them: {@code data-dir} and {@code data_dir}. */
    Map<String, PathText> options() {
        Map<String, PathText> options = new LinkedHashMap<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String value = equals < 0 ? i + 1 < words.size() ? words.get(i + 1) : "" : word.substring(equals + 1);
            String name = plain(equals < 0 ? word : word.substring(0, equals));
            if (word.startsWith("-") && !name.isEmpty() && value.startsWith("/")) {
                options.putIfAbsent(name, PathText.of(value));
                options.putIfAbsent(name.replace('-', '_'), PathText.of(value));
            }
        }
        return options;
    }

    private static String plain(String option) {
        int start = 0;
        while (start < option.length() && option.charAt(start) == '-') {
            start++;
        }
        return option.substring(start);
    }

    /** Returns all absolute paths behind the program. */
    public List<String> paths() {
        return words.stream()
                .skip(1)
                .flatMap(word -> path(word).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> path(String word) {
        int equals = word.startsWith("-") ? word.indexOf('=') : -1;
        return Optional.of(word.substring(equals + 1))
                .filter(text -> text.startsWith("/") && PathText.of(text).isPlausible());
    }
}
