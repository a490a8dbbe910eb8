package dev.drydock.transform.builtin;

import dev.drydock.knowledge.HostPaths;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.SocketClient;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An image that is given the socket of the daemon, and the proxy that can stand in between: services and command lines ask the
 * same. An image that is known under the name of another one is still called what the file calls it, so that both names count.
 *
 * @param written the repository as the file has it
 * @param facts what is known of the image
 * @param paths what is known of sockets
 */
public record SocketUser(String written, Optional<ImageFacts> facts, HostPaths paths) {
    /** The network that the proxy and its clients are on. */
    public static final String NETWORK = "docker-api";

    /** The name of the proxy. */
    public static final String PROXY = "docker-proxy";

    /** Where the proxy listens. */
    public static final String ADDRESS = "tcp://" + PROXY + ":2375";

    /** Returns whether it is a proxy itself. */
    public boolean isProxy() {
        return names().anyMatch(paths::isSocketProxy);
    }

    /** Returns whether the image is made to use the socket. */
    public boolean isMadeForIt() {
        return names().anyMatch(paths::usesDaemonSocket)
                || facts.filter(known -> known.needs().contains("docker-socket"))
                        .isPresent();
    }

    /** Returns what it asks the daemon; empty if it is made to change containers, which no proxy makes harmless. */
    public Optional<SocketClient> client() {
        return isMadeForIt()
                ? names().flatMap(name -> paths.socketClient(name).stream()).findFirst()
                : Optional.of(SocketClient.USUAL);
    }

    /**
     * Returns what has to be true for it to go on behind a proxy.
     *
     * @param who the one that asks: {@code The container}
     */
    public static String assumption(String who, SocketClient client) {
        return who + " asks the daemon only for "
                + String.join(", ", client.allows()).toLowerCase(Locale.ROOT)
                + ", events and versions, changes nothing, and is told of the daemon by "
                + client.variable().or(client::argument).orElse("") + ".";
    }

    private Stream<String> names() {
        return Stream.concat(facts.map(ImageFacts::name).stream(), Stream.of(written));
    }
}
