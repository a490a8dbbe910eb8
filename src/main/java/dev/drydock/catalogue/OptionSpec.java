package dev.drydock.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One option of a transform, as its page declares it.
 *
 * @param name how the configuration spells it
 * @param type what values it takes
 * @param otherwise the default: a {@link Boolean}, an {@link Integer}, a {@link String} or a list of strings
 * @param help one sentence
 */
public record OptionSpec(String name, Type type, Object otherwise, String help) {

    /** What values an option takes. */
    public enum Type {
        BOOLEAN,
        INTEGER,
        STRING,
        LIST;

        /** Returns the name as front matter spells it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns what a value is, in words. */
        String words() {
            return switch (this) {
                case BOOLEAN -> "true or false";
                case INTEGER -> "a whole number";
                case STRING -> "one string";
                case LIST -> "a list of strings";
            };
        }

        /** Returns whether {@code value}, as read from YAML, is of this type. */
        public boolean accepts(Object value) {
            return switch (this) {
                case BOOLEAN -> value instanceof Boolean;
                case INTEGER -> value instanceof Integer;
                case STRING -> value instanceof String;
                case LIST -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
            };
        }
    }

    public OptionSpec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(otherwise);
        Objects.requireNonNull(help);
    }

    /** Returns what is wrong with a value from a configuration, or empty if it is of the declared type. */
    public Optional<String> problemOf(Object value) {
        return type.accepts(value) ? Optional.empty() : Optional.of("option " + name + " takes " + type.words());
    }
}
