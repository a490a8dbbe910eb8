package dev.drydock.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * What an image asks of the daemon, and how it is told where that is.
 *
 * @param allows the groups of requests that it needs, in the words of the proxy
 * @param variable the variable that names the place of the daemon
 * @param argument the argument of its command that does
 * @param beside how the other arguments begin beside which that argument counts
 */
public record SocketClient(
        List<String> allows, Optional<String> variable, Optional<String> argument, Optional<String> beside) {
    /** What most programs do that speak to the daemon: they read the variable of its own client. */
    public static final SocketClient USUAL =
            new SocketClient(List.of("CONTAINERS"), Optional.of("DOCKER_HOST"), Optional.empty(), Optional.empty());

    public SocketClient {
        allows = List.copyOf(allows);
    }

    static SocketClient read(Fields fields) {
        SocketClient client = new SocketClient(
                fields.texts("allows"), fields.text("variable"), fields.text("argument"), fields.text("beside"));
        fields.requiredText("source");
        fields.end();
        return client;
    }
}
