package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** COPY and ADD: sources, then a destination, as words or as a JSON array. */
public interface FileTransfer {
    /** Returns the children of the instruction. */
    List<SyntaxElement> children();

    Optional<Flag> flag(String name);

    /** Returns whether the sources are not those of another stage or image: files of the context, URLs, here-documents. */
    boolean isFromContext();

    /** Returns all arguments, sources first, destination last. */
    default List<Argument> arguments() {
        List<Argument> words = new ArrayList<>();
        for (SyntaxElement child : children()) {
            if (child instanceof Word word) {
                words.add(word);
            } else if (child instanceof JsonArray array) {
                words.addAll(array.elements());
            }
        }
        return List.copyOf(words);
    }

    /** Returns what is copied; the opener of a here-document ({@code <<EOF}) counts as a source. */
    default List<Argument> sources() {
        List<Argument> words = arguments();
        return words.isEmpty() ? words : words.subList(0, words.size() - 1);
    }

    /** Returns where it is copied to; empty if Docker would refuse the instruction. */
    default Optional<Argument> destination() {
        List<Argument> words = arguments();
        return words.size() < 2 ? Optional.empty() : Optional.of(words.get(words.size() - 1));
    }

    /** Returns whether a source is an address of the web, from which ADD fetches a file. */
    static boolean isAddress(String source) {
        return source.startsWith("http://") || source.startsWith("https://");
    }
}
