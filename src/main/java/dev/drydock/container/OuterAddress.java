package dev.drydock.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds addresses of other machines in texts: names with a domain, and numbers that are none of the loopback.
 *
 * @param own the names and addresses of the containers of the project
 */
record OuterAddress(Set<String> own) {
    private static final List<String> NOBODY = List.of("0.0.0.0", "255.255.255.255");
    private static final String HOST = "host.docker.internal";

    OuterAddress {
        own = Set.copyOf(own);
    }

    /** A run of the characters of which addresses are made, and where it stands. */
    private record Run(String text, int start, int end) {}

    /** Returns the first address in a text of which it is known that it has one. */
    Optional<String> named(String text) {
        return runs(text).stream()
                .map(Run::text)
                .filter(this::isForeign)
                .filter(host -> isNumber(host) || (isDomain(host) && !host.equals(HOST)))
                .findFirst();
    }

    /**
     * Returns the first address in a text that may be about anything: one behind {@code ://}, one with a port, a number that is no
     * range. Dots are in names of settings and files, too.
     */
    Optional<String> spoken(String text) {
        return runs(text).stream()
                .filter(run -> isForeign(run.text()))
                .filter(run -> isNumber(run.text())
                        ? !text.startsWith("/", run.end())
                        : isDomain(run.text())
                                && (isBehindScheme(text, run.start())
                                        || hasPort(text, run.end())
                                        || run.text().equals(HOST)))
                .map(Run::text)
                .findFirst();
    }

    private static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean part = Character.isLetterOrDigit(c) || c == '.' || c == '-';
            if (part && start < 0) {
                start = i;
            } else if (!part && start >= 0) {
                runs.add(new Run(text.substring(start, i), start, i));
                start = -1;
            }
        }
        return runs;
    }

    private boolean isForeign(String host) {
        return !own.contains(host);
    }

    /** Between the scheme and the host may stand a user and a password. */
    private static boolean isBehindScheme(String text, int start) {
        if (text.startsWith("://", start - 3)) {
            return true;
        }
        if (start == 0 || text.charAt(start - 1) != '@') {
            return false;
        }
        int at = start - 1;
        while (at > 0 && start - at < 200 && " \t\"'/".indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return text.startsWith("://", at - 3);
    }

    private static boolean hasPort(String text, int end) {
        return end + 1 < text.length() && text.charAt(end) == ':' && Character.isDigit(text.charAt(end + 1));
    }

    private static boolean isNumber(String host) {
        List<String> parts = List.of(host.split("\\.", -1));
        boolean address = parts.size() == 4
                && parts.stream()
                        .allMatch(part -> !part.isEmpty()
                                && part.length() <= 3
                                && part.chars().allMatch(Character::isDigit));
        return address && !parts.get(0).equals("127") && !NOBODY.contains(host);
    }

    private static boolean isDomain(String host) {
        List<String> labels = List.of(host.split("\\.", -1));
        String last = labels.get(labels.size() - 1);
        return labels.size() > 1
                && labels.stream().noneMatch(String::isEmpty)
                && last.length() > 1
                && last.chars().allMatch(Character::isLetter)
                && !host.toLowerCase(Locale.ROOT).endsWith(".localhost")
                && !host.equals("localhost.localdomain");
    }
}
