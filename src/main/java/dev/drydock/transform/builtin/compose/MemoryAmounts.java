package dev.drydock.transform.builtin.compose;

import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.ResourceLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Amounts of memory that settings and options ask for, against what a limit leaves room for: half of it. */
final class MemoryAmounts {
    private static final long MEGABYTE = 1L << 20;
    private static final long GIGABYTE = 1L << 30;
    private static final String BETWEEN = " \t=:,\"'";

    private final Set<String> settings;
    private final Set<String> options;
    private final long most;

    /**
     * @param images what is known of the images of the service
     * @param limit as compose files spell it
     */
    MemoryAmounts(ResourceLimits known, List<ImageFacts> images, String limit) {
        settings = known.memorySettings();
        options = images.stream()
                .flatMap(image -> known.memoryOption(image).stream())
                .collect(Collectors.toSet());
        most = ByteSize.parse(limit).orElse(0L) / 2;
    }

    /** Returns whether a setting in the text asks for too much, or for an amount that cannot be read. */
    boolean areTooLargeIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String setting : settings) {
            for (int at = lower.indexOf(setting); at >= 0; at = lower.indexOf(setting, at + 1)) {
                if (isTooLarge(amount(lower, at + setting.length()), setting.endsWith("gb") ? GIGABYTE : 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether an option of the program asks for too much: {@code -m 4096}, {@code -m4096}. */
    boolean areTooLargeIn(List<String> command) {
        if (options.isEmpty()) {
            return false;
        }
        List<String> words = new ArrayList<>();
        command.forEach(text -> words.addAll(List.of(text.strip().split(" ", -1))));
        words.removeIf(String::isEmpty);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            boolean large = options.stream()
                    .anyMatch(option -> word.startsWith(option)
                            && isTooLarge(
                                    word.equals(option) ? amount(next, 0) : amount(word, option.length()), MEGABYTE));
            if (large) {
                return true;
            }
        }
        return false;
    }

    private static String amount(String text, int from) {
        int start = from;
        while (start < text.length() && BETWEEN.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        // A variable, a fraction or a calculation is no amount that can be read.
        boolean more = end < text.length() && "$.{(*%".indexOf(text.charAt(end)) >= 0;
        return more ? "" : text.substring(start, end) + unitBehind(text, end);
    }

    /** Squid writes the unit behind a blank: {@code 4 GB}. */
    private static String unitBehind(String text, int end) {
        boolean unit = end + 2 < text.length()
                && text.charAt(end) == ' '
                && "kmg".indexOf(Character.toLowerCase(text.charAt(end + 1))) >= 0
                && Character.toLowerCase(text.charAt(end + 2)) == 'b';
        return unit ? text.substring(end + 1, end + 3) : "";
    }

    private boolean isTooLarge(String amount, long unit) {
        String plain = amount.toLowerCase(Locale.ROOT).replace("ib", "b");
        Optional<Long> bytes = ByteSize.parse(plain);
        return bytes.isEmpty() || bytes.get() > most / unit;
    }
}
