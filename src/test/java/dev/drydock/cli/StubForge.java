package dev.drydock.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drydock.forge.Platform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import tools.jackson.jr.ob.JSON;

/**
 * The pull requests of one repository {@code o/r} in memory, in the dialect of one platform. What Drydock does not use is
 * not there; a request without a field that the platform needs, or with one that it does not know, is answered with 422.
 */
final class StubForge implements AutoCloseable {
    /** A pull request, as the platform keeps it. */
    static final class Pull {
        final int number;
        final String head;
        final String base;
        String title;
        String body;
        boolean open = true;
        boolean draft;
        int version;
        final List<String> labels = new ArrayList<>();
        final List<String> reviewers = new ArrayList<>();

        Pull(int number, String head, String base, String title, String body) {
            this.number = number;
            this.head = head;
            this.base = base;
            this.title = title;
            this.body = body;
        }
    }

    /** An answer that is not one of success. */
    private static final class Refused extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    final List<Pull> pulls = new ArrayList<>();
    /** What the owner {@code o} has, for a listing; in the platform's dialect. */
    final List<Map<String, Object>> owned = new ArrayList<>();
    /** Everything that was to change something. */
    final List<String> writes = new ArrayList<>();

    private final Platform platform;
    private final String authorization;
    private final HttpServer server;

    StubForge(Platform platform, String token) throws IOException {
        this.platform = platform;
        this.authorization = switch (platform) {
            case GITLAB -> token;
            case GITEA -> "token " + token;
            default -> "Bearer " + token;
        };
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
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

    private String repository() {
        return switch (platform) {
            case GITHUB -> "/api/v3/repos/o/r";
            case GITLAB -> "/api/v4/projects/o%2Fr";
            case GITEA -> "/api/v1/repos/o/r";
            case BITBUCKET_CLOUD -> "/2.0/repositories/o/r";
            case BITBUCKET_DATA_CENTER -> "/rest/api/1.0/projects/o/repos/r";
        };
    }

    private String collection() {
        return switch (platform) {
            case GITHUB, GITEA -> "/pulls";
            case GITLAB -> "/merge_requests";
            case BITBUCKET_CLOUD -> "/pullrequests";
            case BITBUCKET_DATA_CENTER -> "/pull-requests";
        };
    }

    private String listing() {
        return switch (platform) {
            case GITHUB -> "/api/v3/orgs/o/repos";
            case GITLAB -> "/api/v4/groups/o/projects";
            case GITEA -> "/api/v1/orgs/o/repos";
            case BITBUCKET_CLOUD -> "/2.0/repositories/o";
            case BITBUCKET_DATA_CENTER -> "/rest/api/1.0/projects/o/repos";
        };
    }

    /** The most characters that the text of a request may have. */
    private int longest() {
        return switch (platform) {
            case GITHUB -> 65_536;
            case GITLAB -> 1_048_576;
            case GITEA -> 1 << 24;
            case BITBUCKET_CLOUD -> 262_144;
            case BITBUCKET_DATA_CENTER -> 32_768;
        };
    }

    /** Adds a repository to what the owner has. */
    void own(String name, String cloneUrl, boolean fork, boolean archived, List<String> topics) {
        Map<String, Object> json = new LinkedHashMap<>(Map.of("archived", archived, "topics", topics));
        switch (platform) {
            case GITHUB, GITEA -> {
                json.putAll(Map.of("name", name, "owner", Map.of("login", "o"), "clone_url", cloneUrl, "fork", fork));
                json.put("default_branch", "main");
            }
            case GITLAB -> {
                json.putAll(Map.of("path_with_namespace", "o/" + name, "http_url_to_repo", cloneUrl));
                json.put("default_branch", "main");
                if (fork) {
                    json.put("forked_from_project", Map.of("id", 1));
                }
            }
            case BITBUCKET_CLOUD, BITBUCKET_DATA_CENTER -> {
                boolean cloud = platform == Platform.BITBUCKET_CLOUD;
                json.putAll(Map.of("full_name", "o/" + name, "slug", name, "project", Map.of("key", "o")));
                String kind = cloud ? "https" : "http";
                json.put("links", Map.of("clone", List.of(Map.of("name", kind, "href", cloneUrl))));
                if (fork) {
                    json.put(cloud ? "parent" : "origin", Map.of("slug", "x"));
                }
            }
        }
        owned.add(json);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String method = exchange.getRequestMethod();
            int status = method.equals("POST") ? 201 : 200;
            Object answer;
            try {
                String header = platform == Platform.GITLAB ? "PRIVATE-TOKEN" : "Authorization";
                if (!authorization.equals(exchange.getRequestHeaders().getFirst(header))) {
                    throw new Refused(401, "who is there?");
                }
                String path = exchange.getRequestURI().getRawPath();
                Map<String, Object> body = sent.isEmpty() ? Map.of() : JSON.std.mapFrom(sent);
                answer = answer(method, path, query(exchange.getRequestURI().getRawQuery()), body);
            } catch (Refused e) {
                status = e.status;
                answer = Map.of("message", e.getMessage());
            }
            byte[] bytes = JSON.std.asBytes(answer);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            query.put(part.substring(0, equals), URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private Object answer(String method, String path, Map<String, String> query, Map<String, Object> body) {
        if (!method.equals("GET")) {
            writes.add(method + " " + path);
        }
        if (path.equals(listing())) {
            List<Map<String, Object>> page = "2".equals(query.get("page")) ? List.of() : owned;
            return bitbucket() ? Map.of("values", page, "isLastPage", true) : page;
        }
        if (path.equals("/api/v4/users")) {
            return List.of(Map.of("id", query.get("username").length()));
        }
        if (!path.startsWith(repository())) {
            throw new Refused(404, "no such place");
        }
        String rest = path.substring(repository().length());
        if (method.equals("GET") && rest.startsWith(collection())) {
            return listed(query);
        }
        if (method.equals("GET")) {
            return rest.equals("/labels") ? List.of() : Map.of();
        }
        if (method.equals("POST") && rest.equals(collection())) {
            return told(created(body));
        }
        if (rest.equals("/labels")) {
            return Map.of("id", ((String) body.get("name")).length());
        }
        return changed(method, List.of(rest.substring(1).split("/", -1)), body);
    }

    private Object listed(Map<String, String> query) {
        String asked = query.toString().toLowerCase(java.util.Locale.ROOT);
        boolean open = asked.contains("open");
        List<Map<String, Object>> found = pulls.stream()
                .filter(pull -> pull.open == open)
                .filter(pull -> query.getOrDefault("page", "1").equals("1"))
                .filter(pull -> platform == Platform.GITEA || asked.contains(pull.head))
                .map(this::told)
                .toList();
        return bitbucket() ? Map.of("values", found) : found;
    }

    private boolean bitbucket() {
        return platform == Platform.BITBUCKET_CLOUD || platform == Platform.BITBUCKET_DATA_CENTER;
    }

    private static void check(Map<String, Object> body, Set<String> needed, Set<String> known) {
        for (String field : needed) {
            if (!body.containsKey(field)) {
                throw new Refused(422, "missing " + field);
            }
        }
        for (String field : body.keySet()) {
            if (!needed.contains(field) && !known.contains(field)) {
                throw new Refused(422, "unknown " + field);
            }
        }
    }

    private static Object at(Object value, String... path) {
        Object current = value;
        for (String key : path) {
            current = ((Map<?, ?>) current).get(key);
        }
        return current;
    }

    private Pull created(Map<String, Object> body) {
        String head;
        String base;
        switch (platform) {
            case GITHUB -> {
                check(body, Set.of("title", "head", "base"), Set.of("body", "draft", "maintainer_can_modify"));
                head = (String) body.get("head");
                base = (String) body.get("base");
            }
            case GITLAB -> {
                check(
                        body,
                        Set.of("title", "source_branch", "target_branch"),
                        Set.of("description", "remove_source_branch"));
                head = (String) body.get("source_branch");
                base = (String) body.get("target_branch");
            }
            case GITEA -> {
                check(body, Set.of("title", "head", "base"), Set.of("body"));
                head = (String) body.get("head");
                base = (String) body.get("base");
            }
            case BITBUCKET_CLOUD -> {
                check(
                        body,
                        Set.of("title", "source"),
                        Set.of("description", "destination", "close_source_branch", "draft"));
                head = (String) at(body, "source", "branch", "name");
                base = (String) at(body, "destination", "branch", "name");
            }
            default -> {
                check(body, Set.of("title", "fromRef", "toRef"), Set.of("description", "draft"));
                head = ((String) at(body, "fromRef", "id")).substring("refs/heads/".length());
                base = ((String) at(body, "toRef", "id")).substring("refs/heads/".length());
            }
        }
        if (pulls.stream().anyMatch(pull -> pull.open && pull.head.equals(head))) {
            throw new Refused(409, "there is one for " + head);
        }
        Pull pull = new Pull(pulls.size() + 1, head, base, "", "");
        update(pull, body);
        pulls.add(pull);
        return pull;
    }

    private void update(Pull pull, Map<String, Object> body) {
        String title = (String) body.getOrDefault("title", pull.title);
        pull.title = title;
        boolean marked = title.startsWith("Draft: ") || title.startsWith("WIP: ");
        pull.draft = marked || Boolean.TRUE.equals(body.getOrDefault("draft", pull.draft));
        pull.body = (String) body.getOrDefault("body", body.getOrDefault("description", pull.body));
        if (pull.body.length() > longest()) {
            throw new Refused(422, "a text of " + pull.body.length() + " characters");
        }
        boolean closed = "closed".equals(body.get("state")) || "close".equals(body.get("state_event"));
        pull.open = pull.open && !closed;
        pull.version++;
        if (body.get("add_labels") instanceof String labels) {
            pull.labels.addAll(List.of(labels.split(",", -1)));
        }
        for (String field : List.of("reviewers", "reviewer_ids")) {
            if (body.get(field) instanceof List<?> people) {
                pull.reviewers.clear();
                people.forEach(person -> pull.reviewers.add(JSON.std.asString(person)));
            }
        }
    }

    private Object changed(String method, List<String> path, Map<String, Object> body) {
        Pull pull = pulls.get(Integer.parseInt(path.get(1)) - 1);
        String what = path.size() > 2 ? path.get(2) : "";
        switch (what) {
            case "" -> {
                if (platform == Platform.BITBUCKET_DATA_CENTER
                        && !Integer.valueOf(pull.version).equals(body.get("version"))) {
                    throw new Refused(409, "changed meanwhile");
                }
                update(pull, body);
            }
            case "decline" -> pull.open = false;
            case "labels" -> ((List<?>) body.get("labels")).forEach(label -> pull.labels.add(label.toString()));
            case "requested_reviewers" ->
                ((List<?>) body.get("reviewers")).forEach(person -> pull.reviewers.add((String) person));
            case "comments", "notes" -> {}
            default -> throw new Refused(404, method + " " + what);
        }
        return told(pull);
    }

    private Map<String, Object> told(Pull pull) {
        Map<String, Object> json = new LinkedHashMap<>();
        String url = "https://forge.example/o/r/" + pull.number;
        json.put("title", pull.title);
        switch (platform) {
            case GITHUB, GITEA -> {
                json.putAll(Map.of("number", pull.number, "html_url", url, "body", pull.body));
                json.put("state", pull.open ? "open" : "closed");
                json.put("head", Map.of("ref", pull.head, "repo", Map.of("full_name", "o/r")));
                json.put("base", Map.of("ref", pull.base));
                json.put(
                        "labels",
                        pull.labels.stream().map(label -> Map.of("name", label)).toList());
            }
            case GITLAB -> {
                json.putAll(Map.of("iid", pull.number, "web_url", url, "description", pull.body));
                json.put("state", pull.open ? "opened" : "closed");
                json.putAll(Map.of("source_branch", pull.head, "target_branch", pull.base));
                json.putAll(Map.of("source_project_id", 1, "target_project_id", 1, "labels", pull.labels));
            }
            case BITBUCKET_CLOUD -> {
                json.putAll(Map.of("id", pull.number, "links", Map.of("html", Map.of("href", url))));
                json.put("description", pull.body);
                json.put("state", pull.open ? "OPEN" : "DECLINED");
                json.put(
                        "source",
                        Map.of("branch", Map.of("name", pull.head), "repository", Map.of("full_name", "o/r")));
                json.put("destination", Map.of("branch", Map.of("name", pull.base)));
                json.put("reviewers", people(pull));
            }
            case BITBUCKET_DATA_CENTER -> {
                json.putAll(Map.of("id", pull.number, "version", pull.version, "description", pull.body));
                json.put("links", Map.of("self", List.of(Map.of("href", url))));
                json.put("state", pull.open ? "OPEN" : "DECLINED");
                Map<String, Object> repository = Map.of("slug", "r", "project", Map.of("key", "o"));
                json.put("fromRef", Map.of("displayId", pull.head, "repository", repository));
                json.put("toRef", Map.of("displayId", pull.base));
                json.put("reviewers", people(pull));
            }
        }
        return json;
    }

    private static List<Object> people(Pull pull) {
        return pull.reviewers.stream().map(JSON.std::anyFrom).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
