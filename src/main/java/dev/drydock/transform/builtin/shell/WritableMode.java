package dev.drydock.transform.builtin.shell;

import java.util.Optional;

/**
 * A mode of chmod that lets everybody write.
 *
 * @param narrowed the same mode in which only the owner may
 */
record WritableMode(String narrowed) {
    private static final int OTHERS_WRITE = 02;
    private static final int OWNER_ONLY = 07755;
    private static final int STICKY = 01000;

    /** Returns the mode, or empty if it does not let others write, or only under the protection of the sticky bit. */
    static Optional<WritableMode> parse(String mode) {
        boolean octal = mode.length() >= 3 && mode.length() <= 5 && mode.chars().allMatch(c -> c >= '0' && c <= '7');
        return octal ? octal(mode) : symbolic(mode);
    }

    private static Optional<WritableMode> octal(String mode) {
        int bits = Integer.parseInt(mode, 8);
        if ((bits & OTHERS_WRITE) == 0 || (bits & STICKY) != 0) {
            return Optional.empty();
        }
        String narrowed = Integer.toOctalString(bits & OWNER_ONLY);
        return Optional.of(new WritableMode("0".repeat(mode.length() - narrowed.length()) + narrowed));
    }

    /** Reads the forms that people write: {@code a+rwx}, {@code o+w}, {@code ugo+rw}. */
    private static Optional<WritableMode> symbolic(String mode) {
        int plus = mode.indexOf('+');
        String who = plus < 0 ? "" : mode.substring(0, plus);
        String what = plus < 0 ? "" : mode.substring(plus + 1);
        boolean others = who.chars().allMatch(c -> "ugoa".indexOf(c) >= 0) && (who.contains("a") || who.contains("o"));
        boolean plain = !what.isEmpty() && what.chars().allMatch(c -> "rwxX".indexOf(c) >= 0);
        if (!others || !plain || !what.contains("w")) {
            return Optional.empty();
        }
        String rest = what.replace("w", "");
        String writer = who.contains("a") || who.contains("u") ? "u+w" : "";
        String reader = rest.isEmpty() ? "" : who + "+" + rest;
        String narrowed = reader.isEmpty() || writer.isEmpty() ? reader + writer : reader + "," + writer;
        return Optional.of(new WritableMode(narrowed))
                .filter(found -> !found.narrowed().isEmpty());
    }
}
