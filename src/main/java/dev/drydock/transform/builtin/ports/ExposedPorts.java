package dev.drydock.transform.builtin.ports;

import java.util.Optional;

/**
 * What one word of EXPOSE declares: {@code 80}, {@code 53/udp} or {@code 8000-8010}.
 *
 * @param first the first port
 * @param last the last port, the same for a single one
 */
record ExposedPorts(int first, int last) {
    private static final int LARGEST = 65_535;

    /** Returns the ports, or empty if the word has another form. */
    static Optional<ExposedPorts> parse(String word) {
        int slash = word.indexOf('/');
        String numbers = slash < 0 ? word : word.substring(0, slash);
        int dash = numbers.indexOf('-');
        Optional<Integer> first = number(dash < 0 ? numbers : numbers.substring(0, dash));
        Optional<Integer> last = dash < 0 ? first : number(numbers.substring(dash + 1));
        return first.flatMap(from -> last.map(to -> new ExposedPorts(from, to)));
    }

    private static Optional<Integer> number(String text) {
        boolean digits = !text.isEmpty() && text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    /** Returns whether there are such ports. */
    boolean exist() {
        return first >= 1 && first <= last && last <= LARGEST;
    }

    boolean isSingle() {
        return first == last;
    }
}
