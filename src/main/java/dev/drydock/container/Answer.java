package dev.drydock.container;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/** What is known about one need of a container. */
public sealed interface Answer<T> {

    /**
     * A source, a test or the Dockerfile says it.
     *
     * @param assumptions what a person should check, each a full sentence
     */
    record Known<T>(T value, List<String> assumptions) implements Answer<T> {
        public Known {
            assumptions = List.copyOf(assumptions);
        }
    }

    /**
     * It holds for most containers, and nothing says that it holds for this one.
     *
     * @param assumptions what a person must check before, each a full sentence
     */
    record Likely<T>(T value, List<String> assumptions) implements Answer<T> {
        public Likely {
            assumptions = List.copyOf(assumptions);
        }
    }

    /**
     * It is known to fail, or nothing can be said.
     *
     * @param reason why, one line, no final full stop
     */
    record None<T>(String reason) implements Answer<T> {}

    static <T> Answer<T> known(T value, String... assumptions) {
        return new Known<>(value, List.of(assumptions));
    }

    static <T> Answer<T> likely(T value, String... assumptions) {
        return new Likely<>(value, List.of(assumptions));
    }

    static <T> Answer<T> none(String reason) {
        return new None<>(reason);
    }

    default Optional<T> found() {
        if (this instanceof Known<T> known) {
            return Optional.of(known.value());
        }
        return this instanceof Likely<T> likely ? Optional.of(likely.value()) : Optional.empty();
    }

    /** Returns what a person should check; empty if there is no answer. */
    default List<String> assumptions() {
        if (this instanceof Known<T> known) {
            return known.assumptions();
        }
        return this instanceof Likely<T> likely ? likely.assumptions() : List.of();
    }

    default boolean isKnown() {
        return this instanceof Known;
    }

    /** Returns this answer with one more assumption. */
    default Answer<T> assuming(String sentence) {
        List<String> more = new ArrayList<>(assumptions());
        more.add(sentence);
        if (this instanceof Known<T> known) {
            return new Known<>(known.value(), more);
        }
        return this instanceof Likely<T> likely ? new Likely<>(likely.value(), more) : this;
    }

    /** Returns one answer for two containers: the weaker one, the values joined, each assumption once. */
    default Answer<T> joined(Answer<T> other, BinaryOperator<T> join) {
        if (this instanceof None || other instanceof None) {
            return this instanceof None ? this : other;
        }
        T value = join.apply(found().orElseThrow(), other.found().orElseThrow());
        Set<String> sentences = new LinkedHashSet<>(assumptions());
        sentences.addAll(other.assumptions());
        return isKnown() && other.isKnown()
                ? new Known<>(value, List.copyOf(sentences))
                : new Likely<>(value, List.copyOf(sentences));
    }

    /** Returns this answer as one that a person must check, with what to check. */
    default Answer<T> doubted(String sentence) {
        Answer<T> more = assuming(sentence);
        return more instanceof Known<T> known ? new Likely<>(known.value(), known.assumptions()) : more;
    }
}
