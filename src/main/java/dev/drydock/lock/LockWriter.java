package dev.drydock.lock;

import dev.drydock.image.Digest;
import dev.drydock.image.PinnedImage;
import dev.drydock.image.Platform;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes lock files: sorted, one fact a line, LF. */
public final class LockWriter {
    private static final String HEADER = """
            # What image tags and remote files stood for when they were last looked up.
            # Written by "drydock lock"; commit it. Reviewing a change of it is reviewing what will be built.
            """;
    /** Besides letters and digits, what may stand in a plain scalar here; a colon not at its end. */
    private static final String PLAIN = "._/:@+%=&?~-";
    /** Words that YAML 1.1 readers take for something else than text. */
    private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private LockWriter() {}

    /** Returns the text of the lock file; {@link LockReader} reads it back as an equal value. */
    public static String write(LockFile lock) {
        var text = new StringBuilder(HEADER);
        text.append("version: ").append(LockFile.VERSION).append('\n');
        if (!lock.images().isEmpty()) {
            text.append("images:\n");
            lock.images().entries().forEach((name, image) -> append(text, name, image));
        }
        if (!lock.checksums().isEmpty()) {
            text.append("checksums:\n");
            for (Map.Entry<String, Digest> entry : lock.checksums().entrySet()) {
                text.append("  ")
                        .append(scalar(entry.getKey()))
                        .append(": ")
                        .append(entry.getValue())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String name, PinnedImage image) {
        text.append("  ").append(scalar(name)).append(":\n");
        text.append("    digest: ").append(image.digest()).append('\n');
        if (!image.mediaType().isEmpty()) {
            text.append("    mediaType: ").append(scalar(image.mediaType())).append('\n');
        }
        if (!image.platforms().isEmpty()) {
            text.append("    platforms: ")
                    .append(image.platforms().stream()
                            .map(Platform::toString)
                            .map(LockWriter::scalar)
                            .collect(Collectors.joining(", ", "[", "]")))
                    .append('\n');
        }
        image.versionTag()
                .ifPresent(tag ->
                        text.append("    versionTag: ").append(scalar(tag)).append('\n'));
        text.append("    resolved: ").append(image.resolved()).append('\n');
    }

    /** Plain where no YAML reader could take it for anything but this text, else in double quotes. */
    static String scalar(String value) {
        return isPlain(value) ? value : quoted(value);
    }

    private static boolean isPlain(String value) {
        if (value.isEmpty() || !isLetter(value.charAt(0)) || value.endsWith(":")) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && PLAIN.indexOf(c) < 0) {
                return false;
            }
        }
        return !WORDS.contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static String quoted(String value) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7F) {
                quoted.append(c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            }
        }
        return quoted.append('"').toString();
    }
}
