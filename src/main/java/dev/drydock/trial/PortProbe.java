package dev.drydock.trial;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a port as a client would: connects, sends {@code GET /}, and looks at what comes back. Over the published port where
 * the engine is on this machine, else from a container beside the one that is tried.
 */
final class PortProbe {
    static final String CLOSED = "closed";
    static final String OPEN = "open";

    private static final String UNKNOWN = "unknown";

    private static final String REQUEST =
            "GET / HTTP/1.1\r\nHost: localhost\r\nUser-Agent: drydock\r\nConnection: close\r\n\r\n";
    private static final int CONNECT_MILLIS = 2000;
    private static final int READ_MILLIS = 4000;
    private static final Duration BESIDE = Duration.ofSeconds(30);

    // One request with whatever the image has: the first line of the answer, or "open" if there is none.
    private static final String SCRIPT = """
            request='GET / HTTP/1.1\\r\\nHost: localhost\\r\\nUser-Agent: drydock\\r\\nConnection: close\\r\\n\\r\\n'
            for port in "$@"; do
              answer=
              if command -v bash >/dev/null 2>&1; then
                answer=$(timeout 6 bash -c 'exec 3<>/dev/tcp/127.0.0.1/$1 || exit 7
                  printf "$2" >&3; IFS= read -r -t 4 line <&3; echo "open $line"' bash "$port" "$request" 2>/dev/null)
              elif command -v nc >/dev/null 2>&1; then
                answer=$(printf "$request" | nc -w 4 127.0.0.1 "$port" 2>/dev/null | head -n 1)
                test -z "$answer" || answer="open $answer"
              fi
              echo "port $port ${answer:-unknown}"
            done
            """;

    private PortProbe() {}

    /** Returns whether something accepts connections on a port of this machine. */
    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns how a port of this machine answers. */
    static String ask(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            socket.setSoTimeout(READ_MILLIS);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            byte[] head = new byte[64];
            int length = readLine(socket.getInputStream(), head);
            // A forwarder accepts for a port on which nobody listens, and hangs up at once.
            return length == 0 ? CLOSED : answer(new String(head, 0, length, StandardCharsets.ISO_8859_1));
        } catch (SocketTimeoutException e) {
            return OPEN;
        } catch (IOException e) {
            return CLOSED;
        }
    }

    private static int readLine(InputStream in, byte[] head) throws IOException {
        int length = 0;
        while (length < head.length) {
            int next = in.read();
            if (next < 0 || next == '\n') {
                break;
            }
            head[length++] = (byte) next;
        }
        return length;
    }

    /** Returns how ports answer inside a container's network, in their order; "unknown" where that cannot be asked. */
    static List<String> askBeside(ContainerEngine engine, String container, String image, List<Integer> ports) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
        ports.forEach(port -> words.add(String.valueOf(port)));
        Duration limit = BESIDE.multipliedBy(Math.max(1, ports.size()));
        // The container itself is asked first: a second one takes far longer than a question.
        List<String> inside = answers(engine.exec(container, words, limit), ports);
        return inside.contains(UNKNOWN) ? answers(engine.beside(container, image, words, limit), ports) : inside;
    }

    private static List<String> answers(Command.Outcome outcome, List<Integer> ports) {
        List<String> lines = outcome.out().lines().toList();
        return ports.stream()
                .map(port -> lines.stream()
                        .filter(line -> line.startsWith("port " + port + " "))
                        .map(line -> line.substring(("port " + port + " ").length()))
                        .findFirst()
                        .filter(line -> line.startsWith(OPEN))
                        .map(line -> answer(line.substring(OPEN.length()).strip()))
                        .orElse(UNKNOWN))
                .toList();
    }

    /** Returns the class of an HTTP answer, or that the port is open. */
    private static String answer(String line) {
        return status(line).map(status -> "HTTP " + status.charAt(0) + "xx").orElse(OPEN);
    }

    private static Optional<String> status(String line) {
        String[] words = line.split(" ", -1);
        return words.length > 1 && words[0].startsWith("HTTP/") && words[1].length() == 3
                ? Optional.of(words[1])
                : Optional.empty();
    }
}
