package dev.drydock.discovery;

import dev.drydock.text.NameBytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The names of files as their file system has them, whatever the locale makes of them. */
final class PathNames {
    private static final int HEX = 16;

    private PathNames() {}

    /** Returns the name of a file below a folder, with slashes, byte for byte; see {@link NameBytes}. */
    static String relative(Path folder, Path file) {
        // Of all that a path says of itself, only its URI has its bytes.
        String base = folder.toUri().getRawPath();
        String whole = file.toUri().getRawPath();
        String prefix = base.endsWith("/") ? base : base + "/";
        return NameBytes.text(decoded(whole.startsWith(prefix) ? whole.substring(prefix.length()) : whole));
    }

    private static byte[] decoded(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes.write(Integer.parseInt(escaped.substring(i + 1, i + 3), HEX));
                i += 2;
            } else {
                bytes.writeBytes(escaped.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
