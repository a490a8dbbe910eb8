package dev.drydock.forge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.jr.ob.JSON;

/** Answers prepared requests and keeps what it was sent. Anything else is answered with 404. */
final class StubServer implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_800_000_000L), ZoneOffset.UTC);
    static final String TOKEN = "secret-token-161803398";

    record Request(String line, Map<String, String> headers, String body) {
        Object json() {
            return JSON.std.anyFrom(body);
        }
    }

    record Answer(int status, String body, Map<String, String> headers) {}

    final List<Request> requests = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final HttpServer server;

    StubServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next request of this line gets this answer; the last answer of a line is kept. */
    StubServer on(String line, int status, String body, String... headers) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        answers.computeIfAbsent(line, key -> new ArrayDeque<>()).add(new Answer(status, body.replace('\'', '"'), map));
        return this;
    }

    Forge forge(Platform platform) throws ForgeException {
        return forge(platform, Optional.empty(), "");
    }

    Forge forge(Platform platform, RateGate gate) throws ForgeException {
        ForgeCredentials credentials =
                new ForgeCredentials(platform, Optional.empty(), dev.drydock.git.AccessToken.of(TOKEN));
        return ForgeAddress.of(platform, URI.create(url()), Optional.of(credentials))
                .withPause(waits::add, CLOCK)
                .connect(gate);
    }

    Forge forge(Platform platform, Optional<String> user, String below) throws ForgeException {
        ForgeCredentials credentials = new ForgeCredentials(platform, user, dev.drydock.git.AccessToken.of(TOKEN));
        return ForgeAddress.of(platform, URI.create(url() + below), Optional.of(credentials))
                .withPause(waits::add, CLOCK)
                .connect();
    }

    Request last() {
        return requests.get(requests.size() - 1);
    }

    List<String> lines() {
        return requests.stream().map(Request::line).toList();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
            requests.add(new Request(
                    line, headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Deque<Answer> prepared = answers.getOrDefault(line, new ArrayDeque<>());
            Answer answer = prepared.isEmpty()
                    ? new Answer(404, "{\"message\":\"no answer for " + line.replace('"', '_') + "\"}", Map.of())
                    : prepared.size() > 1 ? prepared.remove() : prepared.peek();
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            boolean empty = body.length == 0 || answer.status() == 204;
            exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
