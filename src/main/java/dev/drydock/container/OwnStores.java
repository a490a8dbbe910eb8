package dev.drydock.container;

import dev.drydock.knowledge.ReadOnlyNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out whether a container is told to keep a store and not told where, so that it lies among the files of the image. */
final class OwnStores {
    /** A word that somebody says to the program, and where. */
    private record Said(String name, String where) {}

    private final ReadOnlyNeeds needs;
    private final List<Said> said = new ArrayList<>();

    OwnStores(Container container, ReadOnlyNeeds needs) {
        this.needs = needs;
        if (!needs.stores().isEmpty()) {
            container.start().stream()
                    .flatMap(start -> start.words().stream())
                    .forEach(word -> said.add(new Said(option(word), "its command")));
            ReadSettings.of(container).forEach(this::read);
        }
    }

    private void read(SettingsFile file) {
        int number = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            if (!SettingsWords.isComment(line)) {
                for (String word : SettingsWords.of(line)) {
                    said.add(new Said(word.toLowerCase(Locale.ROOT), file.path() + ":" + number));
                }
            }
        }
    }

    /** {@code --jetstream}, {@code -sd=/data}; a word that is no option is a value, or the program. */
    private static String option(String word) {
        int start = 0;
        while (start < word.length() && word.charAt(start) == '-') {
            start++;
        }
        int equals = word.indexOf('=');
        return start == 0 ? "" : word.substring(start, equals < start ? word.length() : equals);
    }

    /** Returns what switches on a store without a place, as a sentence without a full stop; empty if nothing does. */
    Optional<String> reason() {
        return needs.stores().entrySet().stream()
                .flatMap(store -> said.stream()
                        .filter(each -> each.name().equals(store.getKey()))
                        .filter(each -> said.stream()
                                .noneMatch(other -> store.getValue().contains(other.name())))
                        .map(each -> each.where() + " switches on a store (" + each.name()
                                + ") that lies among its own files; name a place on a volume for it ("
                                + String.join(" or ", store.getValue()) + ")"))
                .findFirst();
    }
}
