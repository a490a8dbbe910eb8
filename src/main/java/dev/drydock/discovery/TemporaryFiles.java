package dev.drydock.discovery;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The names under which new contents lie beside the files that they are to replace: {@code .drydock-<16 hex>.tmp}. */
public final class TemporaryFiles {
    private static final String PREFIX = ".drydock-";
    private static final String ENDING = ".tmp";
    private static final int RANDOM_BYTES = 8;

    private TemporaryFiles() {}

    /** Returns a name that no file has. */
    public static String newName() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return PREFIX + HexFormat.of().formatHex(random) + ENDING;
    }

    /** Returns whether a file of this name belongs to a run that is going on, or was left by one that was killed. */
    public static boolean isOurs(String name) {
        if (!name.startsWith(PREFIX)
                || !name.endsWith(ENDING)
                || name.length() != PREFIX.length() + 2 * RANDOM_BYTES + ENDING.length()) {
            return false;
        }
        return name.substring(PREFIX.length(), name.length() - ENDING.length())
                .chars()
                .allMatch(HexFormat::isHexDigit);
    }
}
