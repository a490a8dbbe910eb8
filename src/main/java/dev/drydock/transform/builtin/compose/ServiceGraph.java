package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.KeyValue;
import dev.drydock.compose.Link;
import java.util.Optional;
import java.util.stream.Stream;

/** Which services of a file say that they use another one: by a dependency, a link, or its name as a host. */
record ServiceGraph(ComposeFile file) {

    /** Returns the services that name {@code server}, itself not included. */
    Stream<ComposeService> clientsOf(ComposeService server) {
        return file.services().stream().filter(service -> service != server && uses(service, server.name()));
    }

    private static boolean uses(ComposeService service, String name) {
        boolean linked = Stream.concat(service.dependsOn().stream(), service.links().stream())
                .map(Link::name)
                .anyMatch(name::equals);
        return linked
                || service.environment().stream()
                        .map(KeyValue::value)
                        .flatMap(Optional::stream)
                        .anyMatch(value -> names(value, name))
                || Stream.of("command", "entrypoint")
                        .flatMap(key -> service.strings(key).stream())
                        .anyMatch(text -> names(text, name));
    }

    /** Returns whether the name stands in the text as a word of its own, as the host of an address does. */
    static boolean names(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            boolean begins = at == 0 || !isNamePart(text.charAt(at - 1));
            int end = at + name.length();
            if (begins && (end == text.length() || !isNamePart(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }
}
