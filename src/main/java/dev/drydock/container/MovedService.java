package dev.drydock.container;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether settings that a Dockerfile brings have its service answer elsewhere than where the image does of its own. */
public final class MovedService {
    private MovedService() {}

    /**
     * Returns the file that moves it, as the project names it; empty if none does.
     *
     * @param keys the keys that say where the service answers, in lower case, with the values that are usual
     */
    public static Optional<String> by(ContainerImage.Built image, Map<String, List<String>> keys) {
        return keys.isEmpty()
                ? Optional.empty()
                : CopiedSettings.of(image).stream()
                        .filter(file -> file.text().lines().anyMatch(line -> moves(line, keys)))
                        .map(SettingsFile::path)
                        .findFirst();
    }

    /** {@code port = 3307}, {@code port: 27018}, {@code port 6380}: a key, one sign or none, and a value. */
    private static boolean moves(String line, Map<String, List<String>> keys) {
        String text = line.strip();
        int end = 0;
        while (end < text.length() && isOfKey(text.charAt(end))) {
            end++;
        }
        List<String> usual = keys.get(text.substring(0, end).toLowerCase(Locale.ROOT));
        if (usual == null) {
            return false;
        }
        String value = text.substring(end).strip();
        String plain = value.startsWith("=") || value.startsWith(":")
                ? value.substring(1).strip()
                : value;
        int comment = plain.indexOf('#');
        String said = (comment < 0 ? plain : plain.substring(0, comment))
                .replace("\"", "")
                .replace("'", "")
                .strip();
        return !usual.contains(said);
    }

    private static boolean isOfKey(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
