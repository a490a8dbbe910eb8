package dev.drydock.compose;

import java.util.Optional;

/**
 * One port or several in a row.
 *
 * @param first 0 to 65535
 * @param last at least {@code first}
 */
public record PortRange(int first, int last) {

    /** Returns the range that {@code 80} or {@code 8000-8010} means, or empty if it means none. */
    static Optional<PortRange> parse(String text) {
        int dash = text.indexOf('-');
        Optional<Integer> first = port(dash < 0 ? text : text.substring(0, dash));
        Optional<Integer> last = dash < 0 ? first : port(text.substring(dash + 1));
        return first.isPresent() && last.isPresent() && first.get() <= last.get()
                ? Optional.of(new PortRange(first.get(), last.get()))
                : Optional.empty();
    }

    private static Optional<Integer> port(String text) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int port = Integer.parseInt(text);
        return port <= 65_535 ? Optional.of(port) : Optional.empty();
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }
}
