package dev.drydock.project;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values that lines of a text give to a name: {@code NAME=value} of a script, {@code NAME := value} of a Makefile, {@code NAME: value}
 * of a workflow. Text, not syntax: what is found is a reason for caution, and nothing is changed by it.
 */
final class AssignedValues {
    private static final List<String> WORDS =
            List.of("export ", "readonly ", "local ", "declare ", "set ", "override ", "- ", "ENV ", "ARG ");
    private static final List<String> SIGNS = List.of(":::=", "::=", ":=", "?=", "=", ":");

    private AssignedValues() {}

    /** Returns the value that a name has wherever the text sets it; empty if it has none, or several. */
    static Optional<String> of(String text, String name) {
        Set<String> values = new LinkedHashSet<>();
        text.lines().forEach(line -> value(line.strip(), name).ifPresent(values::add));
        return values.size() == 1 ? values.stream().findFirst() : Optional.empty();
    }

    private static Optional<String> value(String line, String name) {
        String rest = line;
        for (String word : WORDS) {
            rest = rest.startsWith(word) ? rest.substring(word.length()).strip() : rest;
        }
        if (!rest.startsWith(name)) {
            return Optional.empty();
        }
        String behind = rest.substring(name.length()).strip();
        for (String sign : SIGNS) {
            if (behind.startsWith(sign)) {
                return Optional.of(word(behind.substring(sign.length()).strip()))
                        .filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }

    private static String word(String text) {
        if (!text.isEmpty() && "\"'".indexOf(text.charAt(0)) >= 0) {
            int close = text.indexOf(text.charAt(0), 1);
            return close < 0 ? "" : text.substring(1, close);
        }
        int end = 0;
        int depth = 0;
        while (end < text.length() && (depth > 0 || " \t;&#".indexOf(text.charAt(end)) < 0)) {
            depth += "{(".indexOf(text.charAt(end)) >= 0 ? 1 : "})".indexOf(text.charAt(end)) >= 0 ? -1 : 0;
            end++;
        }
        return text.substring(0, end);
    }
}
