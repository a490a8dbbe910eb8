package dev.drydock.project;

import dev.drydock.text.WholeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values that stand behind the name of a build argument in a text of any language: {@code NAME=value}, {@code NAME: value},
 * {@code "NAME": "value"}, {@code <NAME>value</NAME>}. Text, not syntax: what may be the name of a variable, or holds one, is no
 * value. What is found is a reason for caution, and nothing is changed by it.
 */
final class SpokenValues {
    private static final String FLAG = "build-arg";
    private static final String ENDS = " \t\r\n\"'`,;)]}<\\";
    private static final String OPEN = "${(%<@*&";
    private static final int MOST = 32;

    private SpokenValues() {}

    /**
     * What is passed at one place.
     *
     * @param value empty if it cannot be read
     * @param line from 1
     */
    record SpokenValue(Optional<String> value, int line) {}

    static List<SpokenValue> of(String text, String name) {
        List<SpokenValue> values = new ArrayList<>();
        int line = 1;
        int counted = 0;
        for (int at = WholeWords.next(text, name, 0);
                at >= 0 && values.size() < MOST;
                at = WholeWords.next(text, name, at + 1)) {
            for (; counted < at; counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            if (isUse(text, at)) {
                continue;
            }
            int end = behindBlanks(text, at + name.length());
            char next = end < text.length() ? text.charAt(end) : '\n';
            boolean element = next == '>' && at > 0 && text.charAt(at - 1) == '<';
            if ("=:".indexOf(next) >= 0 || element) {
                values.add(new SpokenValue(read(text, end + 1), line));
            } else if (isFlag(text, at)) {
                values.add(new SpokenValue(Optional.empty(), line));
            }
        }
        return values;
    }

    /** {@code $NAME} and <code>${NAME}</code> only use it. */
    private static boolean isUse(String text, int at) {
        return at > 0
                && (text.charAt(at - 1) == '$' || (at > 1 && text.charAt(at - 1) == '{' && text.charAt(at - 2) == '$'));
    }

    /** A quote that ends the name may stand before the sign. */
    private static int behindBlanks(String text, int from) {
        int end = from;
        while (end < text.length() && "\"'\\ \t".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static Optional<String> read(String text, int from) {
        int start = from;
        while (start < text.length() && " \t\\>=".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        boolean quoted = start < text.length() && "\"'".indexOf(text.charAt(start)) >= 0;
        start += quoted ? 1 : 0;
        int end = start;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
            if (OPEN.indexOf(text.charAt(end)) >= 0) {
                return Optional.empty();
            }
            end++;
        }
        String value = text.substring(start, end);
        boolean variable = value.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '.')
                && Character.isJavaIdentifierStart(value.isEmpty() ? 'x' : value.charAt(0));
        return value.isEmpty() || (variable && !quoted) ? Optional.empty() : Optional.of(value);
    }

    /** Returns whether {@code --build-arg} stands before the name, which then takes its value from the environment. */
    private static boolean isFlag(String text, int at) {
        int start = at;
        while (start > 0 && "\"', \t=".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start < at && text.startsWith(FLAG, start - FLAG.length());
    }
}
