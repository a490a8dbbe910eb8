package dev.drydock.model;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.dockerfile.VariableReference;
import dev.drydock.dockerfile.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The defaults of the ARGs before the first FROM, with the place of every character. {@link Arguments} gives the same
 * values without places.
 */
final class TracedArguments {
    /** What the builder itself says of platform and target, so that no default says which image it is. */
    private static final Set<String> SET_BY_BUILDER = Set.of(
            "TARGETPLATFORM",
            "TARGETOS",
            "TARGETARCH",
            "TARGETVARIANT",
            "BUILDPLATFORM",
            "BUILDOS",
            "BUILDARCH",
            "BUILDVARIANT",
            "TARGETSTAGE");

    /** Invariant: a name that is declared without a value maps to empty. */
    private final Map<String, Optional<TracedText>> values = new HashMap<>();
    /** For each name those that its default uses, directly or not. */
    private final Map<String, Set<String>> uses = new HashMap<>();

    static TracedArguments of(List<ArgInstruction> declarations) {
        TracedArguments arguments = new TracedArguments();
        for (ArgInstruction declaration : declarations) {
            declaration.pairs().forEach(arguments::declare);
        }
        return arguments;
    }

    private void declare(KeyValue pair) {
        String name = pair.name();
        Optional<Word> word = pair.value();
        Set<String> used = word.map(this::mentioned).orElse(Set.of());
        Optional<TracedText> value = pair.equalsToken().isEmpty()
                ? Optional.empty()
                : word.map(written -> expand(written, Optional.of(name))).orElse(Optional.of(new TracedText()));
        values.put(name, value);
        uses.put(name, used);
    }

    /** Returns the variables that a word uses, and those that their defaults use. */
    Set<String> mentioned(Word word) {
        Set<String> names = new TreeSet<>();
        for (VariableReference variable : word.variables()) {
            names.add(variable.name());
            names.addAll(uses.getOrDefault(variable.name(), Set.of()));
        }
        return names;
    }

    /** Returns the names whose values change with that of {@code name}, itself included. */
    Set<String> dependents(String name) {
        Set<String> names = new TreeSet<>(Set.of(name));
        uses.forEach((user, used) -> {
            if (used.contains(name)) {
                names.add(user);
            }
        });
        return names;
    }

    /** Returns the first variable of a word that has no value here. */
    Optional<String> unknown(Word word) {
        return word.variables().stream()
                .filter(variable -> expand(word, variable, Optional.empty()).isEmpty())
                .map(VariableReference::name)
                .findFirst();
    }

    /** Returns a word with all variables put in, or empty if one of them has no value here. */
    Optional<TracedText> expand(Word word) {
        return expand(word, Optional.empty());
    }

    private Optional<TracedText> expand(Word word, Optional<String> argument) {
        String value = word.value();
        if (isSingleQuoted(value)) {
            TracedText text = new TracedText();
            text.append(value.substring(1, value.length() - 1), 1, word::inFile, argument);
            return Optional.of(text);
        }
        if (value.indexOf('\'') >= 0 || value.indexOf('\\') >= 0 || value.indexOf('`') >= 0) {
            return word.staticValue().map(TracedText::opaque);
        }
        if (!word.hasVariables() && word.staticValue().isEmpty()) {
            return Optional.empty();
        }
        TracedText text = new TracedText();
        int position = 0;
        for (VariableReference variable : word.variables()) {
            literal(text, word, position, variable.range().start(), argument);
            Optional<TracedText> part = expand(word, variable, argument);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            int start = text.length();
            text.append(part.get());
            text.mark(variable.name(), start);
            position = variable.range().end();
            if (text.isTooLong()) {
                return Optional.empty();
            }
        }
        literal(text, word, position, value.length(), argument);
        return text.isTooLong() ? Optional.empty() : Optional.of(text);
    }

    /** Returns whether nothing in the word is special but the single quotes around it, and those make the rest literal. */
    private static boolean isSingleQuoted(String value) {
        return value.length() > 2 && value.charAt(0) == '\'' && value.indexOf('\'', 1) == value.length() - 1;
    }

    /** Appends what is written from {@code start} to {@code end}, without double quotes. */
    private static void literal(TracedText text, Word word, int start, int end, Optional<String> argument) {
        String value = word.value();
        int position = start;
        while (position < end) {
            int quote = value.indexOf('"', position);
            int stop = quote < 0 || quote > end ? end : quote;
            text.append(value.substring(position, stop), position, word::inFile, argument);
            position = stop + 1;
        }
    }

    private Optional<TracedText> expand(Word word, VariableReference variable, Optional<String> argument) {
        Optional<TracedText> value = values.getOrDefault(variable.name(), Optional.empty());
        if (value.isEmpty() && SET_BY_BUILDER.contains(variable.name())) {
            return Optional.empty();
        }
        return switch (variable.operator()) {
            case "" -> value;
            case ":-" -> value.filter(text -> !text.text().isEmpty()).or(() -> inlineDefault(word, variable, argument));
            case "-" -> value.or(() -> inlineDefault(word, variable, argument));
            default -> Optional.empty();
        };
    }

    private static Optional<TracedText> inlineDefault(
            Word word, VariableReference variable, Optional<String> argument) {
        String text = variable.argument();
        if (text.indexOf('$') >= 0 || text.indexOf('"') >= 0) {
            return Optional.empty();
        }
        TracedText traced = new TracedText();
        // Only the closing brace stands behind it.
        int start = variable.range().end() - 1 - text.length();
        traced.append(text, start, word::inFile, argument);
        return Optional.of(traced);
    }
}
