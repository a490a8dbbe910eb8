package dev.drydock.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.drydock.image.Digest;
import dev.drydock.image.ImageReference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A registry on loopback that keeps what it is given, remembers what it was asked, and misbehaves as it is told. */
final class FakeRegistry implements AutoCloseable {
    static final String INDEX = "application/vnd.oci.image.index.v1+json";
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    record Seen(String method, String target, Optional<String> authorization, String body) {
        String line() {
            return method + " " + target;
        }
    }

    record Reply(int status, Map<String, String> headers, String body) {
        static Reply status(int status) {
            return new Reply(status, Map.of(), "");
        }

        static Reply ok(String contentType, String body) {
            return new Reply(200, Map.of("Content-Type", contentType), body);
        }

        static Reply json(String json) {
            return ok("application/json", json);
        }

        Reply with(String name, String value) {
            var all = new LinkedHashMap<>(headers);
            all.put(name, value);
            return new Reply(status, all, body);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Reply> content = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile Function<Seen, Optional<Reply>> first = request -> Optional.empty();

    private FakeRegistry(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static FakeRegistry plain() throws IOException {
        return new FakeRegistry(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    static FakeRegistry tls(SSLContext context) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new FakeRegistry(server);
    }

    /** Asks this before anything else; an empty answer means to go on as usual. */
    FakeRegistry before(Function<Seen, Optional<Reply>> behaviour) {
        first = behaviour;
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String host() {
        return "127.0.0.1:" + port();
    }

    ImageReference reference(String repositoryAndTag) {
        return ImageReference.parse(host() + "/" + repositoryAndTag).orElseThrow();
    }

    /** Keeps a manifest or index under this tag and under its digest. */
    Digest keep(String repository, String tag, String mediaType, String json) {
        Digest digest = Digest.sha256Of(json.getBytes(StandardCharsets.UTF_8));
        Reply reply = Reply.ok(mediaType, json).with("Docker-Content-Digest", digest.toString());
        content.put("/v2/" + repository + "/manifests/" + tag, reply);
        content.put("/v2/" + repository + "/manifests/" + digest, reply);
        return digest;
    }

    Digest keepBlob(String repository, String text) {
        Digest digest = Digest.sha256Of(text.getBytes(StandardCharsets.UTF_8));
        content.put("/v2/" + repository + "/blobs/" + digest, Reply.ok("application/octet-stream", text));
        return digest;
    }

    Digest keepIndex(String repository, String tag) {
        return keep(repository, tag, INDEX, index("linux/amd64", "linux/arm64/v8", "unknown/unknown"));
    }

    void answer(String pathAndQuery, Reply reply) {
        content.put(pathAndQuery, reply);
    }

    static String index(String... platforms) {
        var entries = new StringBuilder();
        for (String platform : platforms) {
            String[] parts = platform.split("/", -1);
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"mediaType\":\"" + MANIFEST + "\",\"digest\":\"" + Digest.sha256Of(new byte[0])
                            + "\",\"size\":0,\"platform\":{\"os\":\"" + parts[0] + "\",\"architecture\":\"" + parts[1]
                            + "\"" + (parts.length > 2 ? ",\"variant\":\"" + parts[2] + "\"" : "") + "}}");
        }
        return "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[" + entries + "]}";
    }

    static String manifest(Digest config) {
        return "{\"schemaVersion\":2,\"config\":{\"digest\":\"" + config + "\"},\"layers\":[]}";
    }

    List<Seen> seen() {
        return seen;
    }

    /** Returns method and target of each question but the first look at what the server speaks. */
    List<String> asked() {
        return seen.stream()
                .map(Seen::line)
                .filter(line -> !line.equals("GET /v2/"))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                    body);
            seen.add(request);
            Reply reply = request.target().equals("/v2/")
                    ? Reply.status(200)
                    : first.apply(request).orElseGet(() -> content.getOrDefault(request.target(), Reply.status(404)));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            boolean silent = request.method().equals("HEAD") || bytes.length == 0;
            exchange.sendResponseHeaders(reply.status(), silent ? -1 : bytes.length);
            if (!silent) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
