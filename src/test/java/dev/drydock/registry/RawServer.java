package dev.drydock.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks whatever a test wants on loopback, for answers that no HTTP server would give. */
final class RawServer implements AutoCloseable {

    /** Answers a question whose header was read. */
    interface Answerer {
        void answer(String firstLine, OutputStream out) throws Exception;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Answerer answerer;

    RawServer(Answerer answerer) throws IOException {
        this.answerer = answerer;
        threads.execute(this::accept);
    }

    String host() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String header = readHeader(connection.getInputStream());
            int end = header.indexOf('\r');
            String firstLine = end < 0 ? header : header.substring(0, end);
            if (firstLine.startsWith("GET /v2/ ")) {
                write(
                        connection.getOutputStream(),
                        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            } else {
                answerer.answer(firstLine, connection.getOutputStream());
            }
        } catch (Exception e) {
            // The other side went away, or the test is over.
            return;
        }
    }

    private static String readHeader(InputStream in) throws IOException {
        var header = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            header.append((char) c);
            if (header.length() >= 4 && header.substring(header.length() - 4).equals("\r\n\r\n")) {
                break;
            }
        }
        return header.toString();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
