package dev.drydock.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.jr.ob.JSON;

/** As much of GitHub's interface for pull requests as Drydock uses, in memory, for one token. */
final class StubGitHub implements AutoCloseable {
    final List<Map<String, Object>> requests = new ArrayList<>();
    /** Everything that changed something. */
    final List<String> writes = new ArrayList<>();
    /** The repositories of every organisation. */
    final List<Map<String, Object>> listed = new ArrayList<>();

    private final String token;
    private final HttpServer server;

    StubGitHub(String token) throws IOException {
        this.token = token;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v3/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known =
                    ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            String answer = known ? answer(exchange, body) : "{\"message\":\"Bad credentials\"}";
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            int done = exchange.getRequestMethod().equals("POST") ? 201 : 200;
            exchange.sendResponseHeaders(known ? done : 401, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String answer(HttpExchange exchange, String body) {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        if (!method.equals("GET")) {
            writes.add(method + " " + path);
        }
        if (path.startsWith("/api/v3/orgs/")) {
            return JSON.std.asString(listed);
        }
        String owner = path.split("/", -1)[4];
        String repository = path.split("/", -1)[5];
        if (method.equals("GET") && !path.contains("/pulls")) {
            return JSON.std.asString(
                    Map.of("name", repository, "owner", Map.of("login", owner), "default_branch", "main"));
        }
        if (method.equals("GET")) {
            return JSON.std.asString(
                    list(owner, repository, exchange.getRequestURI().getQuery()));
        }
        if (method.equals("POST") && path.endsWith("/pulls")) {
            return JSON.std.asString(create(repository, JSON.std.mapFrom(body)));
        }
        if (method.equals("PATCH")) {
            int number = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            requests.get(number - 1).putAll(JSON.std.mapFrom(body));
            return JSON.std.asString(requests.get(number - 1));
        }
        return "[]";
    }

    private List<Map<String, Object>> list(String owner, String repository, String query) {
        return requests.stream()
                .filter(request -> request.get("repository").equals(repository))
                .filter(request -> query.contains("state=" + request.get("state")))
                .filter(request ->
                        query.contains("head=" + owner + ":" + ((Map<?, ?>) request.get("head")).get("ref") + "&"))
                .toList();
    }

    private Map<String, Object> create(String repository, Map<String, Object> given) {
        Map<String, Object> request = new LinkedHashMap<>(given);
        request.put("repository", repository);
        request.put("number", requests.size() + 1);
        request.put("html_url", "https://forge.example/o/" + repository + "/pull/" + (requests.size() + 1));
        request.put("state", "open");
        request.put("head", Map.of("ref", given.get("head")));
        request.put("base", Map.of("ref", given.get("base")));
        request.put("labels", List.of());
        requests.add(request);
        return request;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
