package dev.drydock.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of a container that are there to be read: those that are mounted, and those that its Dockerfile copies. */
final class ReadSettings {
    private ReadSettings() {}

    static List<SettingsFile> of(Container container) {
        List<SettingsFile> files = new ArrayList<>(container.settings());
        if (container.image() instanceof ContainerImage.Built built) {
            files.addAll(CopiedSettings.of(built));
        }
        return List.copyOf(files);
    }

    /** Returns where a line begins with these words, as {@code haproxy.cfg:4}; empty if none does. */
    static Optional<String> line(Container container, String words) {
        List<String> wanted = SettingsWords.of(words);
        for (SettingsFile file : of(container)) {
            int number = 0;
            for (String line : file.text().lines().toList()) {
                number++;
                List<String> found = SettingsWords.isComment(line) ? List.of() : SettingsWords.of(line);
                if (found.size() >= wanted.size()
                        && found.subList(0, wanted.size()).equals(wanted)) {
                    return Optional.of(file.path() + ":" + number);
                }
            }
        }
        return Optional.empty();
    }
}
