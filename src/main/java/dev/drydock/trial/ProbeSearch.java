package dev.drydock.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Looks for a command of the image that a health check can be made of: it succeeds while the container works, and fails when
 * it is pointed at a port on which nobody listens.
 */
final class ProbeSearch {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** Nobody listens on it: tcpmux is long gone. */
    private static final int NOBODY = 1;

    private static final String ADDRESS = "http://127.0.0.1:%d/";

    // The cheapest first. Each one is what people write themselves; %d is the port.
    private static final List<List<String>> OF_HTTP = List.of(
            List.of("wget", "-q", "-O", "/dev/null", ADDRESS),
            List.of("curl", "-fsS", "-o", "/dev/null", ADDRESS),
            List.of(
                    "python3",
                    "-c",
                    "import urllib.request; urllib.request.urlopen('http://127.0.0.1:%d/', timeout=3).close()"),
            List.of(
                    "node",
                    "-e",
                    "require('http').get('http://127.0.0.1:%d/', r => process.exit(r.statusCode < 400 ? 0 : 1))"
                            + ".on('error', () => process.exit(1))"));

    private static final List<List<String>> OF_TCP = List.of(
            List.of("nc", "-z", "127.0.0.1", "%d"),
            List.of("python3", "-c", "import socket; socket.create_connection(('127.0.0.1', %d), 3).close()"),
            List.of(
                    "node",
                    "-e",
                    "require('net').connect(%d, '127.0.0.1').on('connect', () => process.exit(0))"
                            + ".on('error', () => process.exit(1))"),
            List.of("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/%d"));

    private final ContainerEngine engine;
    private final String container;

    ProbeSearch(ContainerEngine engine, String container) {
        this.engine = engine;
        this.container = container;
    }

    /**
     * Returns the words of a command, or nothing.
     *
     * @param http the ports that answer HTTP with success
     * @param listened all ports on which it listens; more than one leaves open which of them matters
     */
    List<String> find(Collection<Integer> http, Collection<Integer> listened) {
        List<List<String>> commands = new ArrayList<>();
        if (http.size() == 1) {
            OF_HTTP.forEach(words -> commands.add(at(words, http.iterator().next())));
        }
        if (http.isEmpty() && listened.size() == 1) {
            OF_TCP.forEach(words -> commands.add(at(words, listened.iterator().next())));
        }
        List<List<String>> patterns = http.size() == 1 ? OF_HTTP : OF_TCP;
        for (int i = 0; i < commands.size(); i++) {
            boolean works = engine.exec(container, commands.get(i), LIMIT).isOk();
            if (works
                    && !engine.exec(container, at(patterns.get(i), NOBODY), LIMIT)
                            .isOk()) {
                return commands.get(i);
            }
        }
        return List.of();
    }

    private static List<String> at(List<String> words, int port) {
        return words.stream()
                .map(word -> word.replace("%d", String.valueOf(port)))
                .toList();
    }
}
