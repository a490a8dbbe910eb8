package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.KeyValue;
import dev.drydock.compose.Link;
import dev.drydock.compose.Setting;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which services of a file say that they use another one: by a dependency, a link, or its name as a host. */
final class ServiceGraph {
    /** The services that say a word, by word: of their texts, the longest runs of what names are made of. */
    private final Map<String, Set<ComposeService>> saying = new HashMap<>();

    ServiceGraph(ComposeFile file) {
        for (ComposeService service : file.services()) {
            links(service).forEach(name -> says(service, name));
            texts(service).forEach(text -> add(service, text));
        }
    }

    /** Adds a text that a service is given, which may name others. */
    void add(ComposeService service, String text) {
        words(text).forEach(word -> says(service, word));
    }

    private void says(ComposeService service, String word) {
        saying.computeIfAbsent(word, unseen -> new LinkedHashSet<>()).add(service);
    }

    /** Returns the services that name {@code server}, itself not included, in the order of the file. */
    Stream<ComposeService> clientsOf(ComposeService server) {
        return names(server)
                .flatMap(name -> saying.getOrDefault(name, Set.of()).stream())
                .filter(service -> service != server)
                .distinct();
    }

    /** Returns the services that name one of these servers, which is not the service itself. */
    Set<ComposeService> clientsOf(Collection<ComposeService> servers) {
        return servers.stream().flatMap(this::clientsOf).collect(Collectors.toSet());
    }

    /** Returns whether a service names another one. */
    boolean isClient(ComposeService user, ComposeService used) {
        return user != used
                && names(used)
                        .anyMatch(name -> saying.getOrDefault(name, Set.of()).contains(user));
    }

    /** Docker resolves the name of a container, too. */
    private static Stream<String> names(ComposeService server) {
        return Stream.concat(Stream.of(server.name()), server.setting("container_name").flatMap(Setting::text).stream())
                .distinct();
    }

    private static Stream<String> links(ComposeService service) {
        return Stream.concat(service.dependsOn().stream(), service.links().stream())
                .map(Link::name);
    }

    private static Stream<String> texts(ComposeService service) {
        return Stream.concat(
                service.environment().stream().map(KeyValue::value).flatMap(Optional::stream),
                Stream.of("command", "entrypoint").flatMap(key -> service.strings(key).stream()));
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !isNamePart(text.charAt(at))) {
                if (at > start) {
                    words.add(bare(text, start, at));
                }
                start = at + 1;
            }
        }
        return words;
    }

    /** <code>${HOST:-db}</code> names db, and so does {@code db.}, the same as a name that is complete; {@code -db} is an option. */
    private static String bare(String text, int from, int to) {
        int start = from;
        int end = to;
        if (text.startsWith(":-", from - 1)) {
            start++;
        }
        while (end > start && text.charAt(end - 1) == '.') {
            end--;
        }
        return text.substring(start, end);
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
