package dev.drydock.transform.builtin.compose;

import java.util.Locale;
import java.util.Optional;

/** An amount of memory as compose files spell it: a number with {@code b}, {@code k}, {@code m}, {@code g} or {@code kb} ... */
final class ByteSize {
    private static final String UNITS = "bkmgt";
    private static final int LONGEST_NUMBER = 12;

    private ByteSize() {}

    /** Returns the bytes, or empty if the text is no amount. */
    static Optional<Long> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        int digits = 0;
        while (digits < lower.length() && lower.charAt(digits) >= '0' && lower.charAt(digits) <= '9') {
            digits++;
        }
        String unit = lower.substring(digits);
        if (digits == 0 || digits > LONGEST_NUMBER) {
            return Optional.empty();
        }
        boolean known = unit.isEmpty()
                || (UNITS.indexOf(unit.charAt(0)) >= 0
                        && (unit.length() == 1 || unit.substring(1).equals("b")));
        if (!known) {
            return Optional.empty();
        }
        int power = unit.isEmpty() ? 0 : UNITS.indexOf(unit.charAt(0));
        return Optional.of(Long.parseLong(lower.substring(0, digits)) << (10 * power));
    }
}
