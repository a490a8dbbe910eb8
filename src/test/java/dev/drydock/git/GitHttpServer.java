package dev.drydock.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Git's own {@code http-backend} behind the JDK's server on this machine, with basic authentication. */
public final class GitHttpServer implements AutoCloseable {
    public final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path root;
    private final String credential;

    /** Serves every repository below {@code root} to one user. */
    public GitHttpServer(Path root, String user, String password) throws IOException {
        this.root = root;
        this.credential =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String given = exchange.getRequestHeaders().getFirst("Authorization");
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (given == null ? "" : " auth"));
            if (path.startsWith("/elsewhere/")) {
                exchange.getResponseHeaders()
                        .set(
                                "Location",
                                "http://localhost:" + server.getAddress().getPort() + "/"
                                        + path.substring("/elsewhere/".length()) + "?"
                                        + exchange.getRequestURI().getRawQuery());
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            if (!credential.equals(given)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            backend(exchange, path);
        }
    }

    private void backend(HttpExchange exchange, String path) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
        Map<String, String> environment = builder.environment();
        GitCommand.environment(environment);
        environment.putAll(Map.of(
                "GIT_PROJECT_ROOT",
                root.toString(),
                "GIT_HTTP_EXPORT_ALL",
                "1",
                "PATH_INFO",
                path,
                "REQUEST_METHOD",
                exchange.getRequestMethod(),
                "REMOTE_USER",
                "user",
                "CONTENT_LENGTH",
                Integer.toString(request.length)));
        header(exchange, "Content-Type", "CONTENT_TYPE", environment);
        header(exchange, "Content-Encoding", "HTTP_CONTENT_ENCODING", environment);
        header(exchange, "Git-Protocol", "GIT_PROTOCOL", environment);
        String query = exchange.getRequestURI().getRawQuery();
        environment.put("QUERY_STRING", query == null ? "" : query);
        Process process = builder.start();
        process.getOutputStream().write(request);
        process.getOutputStream().close();
        answer(exchange, process.getInputStream());
    }

    private static void header(HttpExchange exchange, String name, String variable, Map<String, String> environment) {
        String value = exchange.getRequestHeaders().getFirst(name);
        if (value != null) {
            environment.put(variable, value);
        }
    }

    /** Header lines, an empty line, the body: the form of CGI. */
    private static void answer(HttpExchange exchange, InputStream cgi) throws IOException {
        byte[] all = cgi.readAllBytes();
        int status = 200;
        int start = 0;
        while (true) {
            int end = start;
            while (all[end] != '\n') {
                end++;
            }
            String line = new String(all, start, end - start, StandardCharsets.ISO_8859_1).strip();
            start = end + 1;
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (line.startsWith("Status:")) {
                status = Integer.parseInt(line.substring(7).strip().substring(0, 3));
            } else {
                exchange.getResponseHeaders()
                        .set(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        byte[] body = Arrays.copyOfRange(all, start, all.length);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(body);
        out.writeTo(exchange.getResponseBody());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
