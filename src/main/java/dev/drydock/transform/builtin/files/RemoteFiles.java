package dev.drydock.transform.builtin.files;

import dev.drydock.dockerfile.AddInstruction;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.Dockerfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files that ADD fetches over HTTP.
 *
 * <p>Source: Dockerfile reference, ADD: an address that ends in {@code .git}, perhaps with a fragment, is a repository.
 */
public final class RemoteFiles {
    private RemoteFiles() {}

    /** Returns the addresses of files that a Dockerfile fetches, as far as they are written out, without repetition. */
    public static List<String> in(Dockerfile file) {
        List<String> addresses = new ArrayList<>();
        file.instructions().stream()
                .filter(AddInstruction.class::isInstance)
                .map(AddInstruction.class::cast)
                .flatMap(add -> add.sources().stream())
                .flatMap(source -> address(source).stream())
                .distinct()
                .forEach(addresses::add);
        return List.copyOf(addresses);
    }

    /** Returns the address that a source is, or empty if it is none, or one that depends on a variable. */
    static Optional<String> address(Argument source) {
        return isOne(source) && !source.hasVariables() ? Optional.of(source.value()) : Optional.empty();
    }

    /** Returns whether a source is a file that is fetched, whatever its address is in the end. */
    static boolean isOne(Argument source) {
        String text = source.value().toLowerCase(Locale.ROOT);
        boolean web = text.startsWith("https://") || text.startsWith("http://");
        int fragment = text.indexOf('#');
        return web && !(fragment < 0 ? text : text.substring(0, fragment)).endsWith(".git");
    }
}
