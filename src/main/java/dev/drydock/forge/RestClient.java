package dev.drydock.forge;

import dev.drydock.git.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Requests to one API: the token goes to its address alone, a redirect away from it is not followed, limits on the rate are
 * waited out, and what failed on the way is tried again where that is harmless.
 */
final class RestClient {
    private static final int ATTEMPTS = 5;
    private static final int REDIRECTS = 3;
    private static final int MOST_BYTES = 32 << 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Waits; tests do not. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration duration) throws InterruptedException;

        static Pause real() {
            return duration -> Thread.sleep(duration.toMillis());
        }
    }

    /** An answer with a status of success. */
    record Answer(int status, Json body, Optional<String> link, Optional<String> nextPage, Optional<Long> total) {}

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final Platform platform;
    private final URI base;
    private final Optional<ForgeCredentials> credentials;
    private final List<String> headers;
    private final Pause pause;
    private final Clock clock;
    private final RateGate gate;

    /**
     * @param gate is shared by all clients of a run
     * @param base the address of the API, without a slash at its end
     * @param headers more headers, name and value in turn
     */
    RestClient(ForgeAddress address, RateGate gate, URI base, List<String> headers) throws ForgeException {
        this.gate = gate;
        this.platform = address.platform();
        this.base = base;
        this.credentials = address.credentials();
        this.headers = headers;
        this.pause = address.pause();
        this.clock = address.clock();
        boolean plain = !"https".equalsIgnoreCase(base.getScheme());
        if (plain && credentials.isPresent() && !isLoopback(base.getHost())) {
            throw new ForgeException(base + ": a token is not sent over plain HTTP; use https");
        }
    }

    private static boolean isLoopback(String host) {
        return host != null
                && (host.equals("localhost")
                        || host.equals("[::1]")
                        || (host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))));
    }

    Answer get(String path) throws ForgeException {
        return send("GET", path, null);
    }

    /** Returns the answer, or empty if the status is 404. */
    Optional<Answer> find(String path) throws ForgeException {
        try {
            return Optional.of(get(path));
        } catch (ForgeException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    Answer post(String path, Object body) throws ForgeException {
        return send("POST", path, body);
    }

    Answer put(String path, Object body) throws ForgeException {
        return send("PUT", path, body);
    }

    Answer patch(String path, Object body) throws ForgeException {
        return send("PATCH", path, body);
    }

    Answer delete(String path) throws ForgeException {
        return send("DELETE", path, null);
    }

    /** Sends a request to a path below the base, or to a full address below it that an earlier answer named. */
    private Answer send(String method, String path, Object body) throws ForgeException {
        URI target = resolve(path);
        int redirects = 0;
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt >= ATTEMPTS;
            HttpResponse<InputStream> response;
            passGate();
            try {
                response = http.send(request(method, target, body), HttpResponse.BodyHandlers.ofInputStream());
            } catch (IOException e) {
                // Whether a POST arrived is unknown: sending it again could open a second request.
                if (last || method.equals("POST")) {
                    throw failure(method, path, 0, reason(e));
                }
                sleep(backOff(attempt));
                continue;
            } catch (InterruptedException e) {
                throw interrupted();
            }
            int status = response.statusCode();
            String text = read(response, method, path);
            if (status >= 200 && status < 300) {
                Json json = Json.parse(text.isBlank() ? "{}" : text)
                        .orElseThrow(() -> failure(method, path, status, "the answer is not JSON"));
                OptionalLong total = number(header(response, "x-total-count"));
                return new Answer(
                        status,
                        json,
                        header(response, "link"),
                        header(response, "x-next-page"),
                        total.isPresent() ? Optional.of(total.getAsLong()) : Optional.empty());
            }
            if (status >= 300 && status < 400 && redirects++ < REDIRECTS) {
                target = redirect(response, target, method, path);
                continue;
            }
            boolean limited = isLimited(response, text);
            Optional<Duration> wait = delay(response, text, attempt, method);
            if (wait.isEmpty() || last) {
                ForgeException failure = failure(method, path, status, message(text));
                throw limited ? new RateLimitException(failure.getMessage(), status) : failure;
            }
            if (!limited) {
                sleep(wait.get());
            }
        }
    }

    /** Waits until the forge takes requests again. */
    private void passGate() throws ForgeException {
        Instant until = gate.closedUntil();
        Optional<Duration> pause = gate.pause();
        if (gate.isShut()) {
            throw new RateLimitException(platform.label() + ": the limit of requests is used up until " + until, 429);
        }
        if (pause.isPresent()) {
            sleep(pause.get());
            gate.open(until);
        }
    }

    private URI resolve(String path) throws ForgeException {
        URI target;
        try {
            target = URI.create(path.startsWith("/") ? base + path : path);
        } catch (IllegalArgumentException e) {
            throw new ForgeException(platform.label() + " named an address that is none: " + path);
        }
        if (!sameOrigin(target)) {
            throw new ForgeException(
                    platform.label() + " points to another host (" + target.getHost() + "): not followed");
        }
        return target;
    }

    private boolean sameOrigin(URI target) {
        return base.getScheme().equalsIgnoreCase(target.getScheme())
                && base.getHost().equalsIgnoreCase(target.getHost())
                && base.getPort() == target.getPort();
    }

    private URI redirect(HttpResponse<InputStream> response, URI from, String method, String path)
            throws ForgeException {
        String location = header(response, "location")
                .orElseThrow(() -> failure(method, path, response.statusCode(), "redirected to nowhere"));
        URI target;
        try {
            target = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw failure(method, path, response.statusCode(), "redirected to an address that is none");
        }
        if (!sameOrigin(target)) {
            throw failure(method, path, response.statusCode(), "redirected to another host, " + target.getHost());
        }
        return target;
    }

    private HttpRequest request(String method, URI target, Object body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(target)
                .timeout(TIMEOUT)
                .header("User-Agent", "drydock")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(Json.write(body)));
        if (body != null) {
            builder.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.size(); i += 2) {
            builder.header(headers.get(i), headers.get(i + 1));
        }
        credentials.ifPresent(c -> builder.header(c.header().get(0), c.header().get(1)));
        return builder.build();
    }

    private String read(HttpResponse<InputStream> response, String method, String path) throws ForgeException {
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw failure(method, path, response.statusCode(), "the answer is too long");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (ForgeException e) {
            throw e;
        } catch (IOException e) {
            throw failure(method, path, response.statusCode(), reason(e));
        }
    }

    /** Returns how long to wait before the next attempt; empty if another one would not help. */
    private Optional<Duration> delay(HttpResponse<InputStream> response, String text, int attempt, String method)
            throws ForgeException {
        int status = response.statusCode();
        boolean limited = isLimited(response, text);
        // A server that failed at the same twice will not do it at the third time.
        boolean hopeless = status == 500 && attempt > 1;
        if (!limited
                && (status < 500 || hopeless || method.equals("POST"))
                && !(status == 503 && hasRetryAfter(response))) {
            return Optional.empty();
        }
        Duration wait = retryAfter(response)
                .or(() -> limited ? untilReset(response) : Optional.empty())
                .orElseGet(() -> limited ? Duration.ofSeconds(60) : backOff(attempt));
        if (limited) {
            gate.close(wait.isNegative() ? Duration.ZERO : wait);
        }
        if (wait.compareTo(RateGate.PATIENCE) > 0) {
            throw new RateLimitException(
                    platform.label() + ": the limit of requests is used up until "
                            + clock.instant().plus(wait),
                    status);
        }
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    }

    private static boolean isLimited(HttpResponse<InputStream> response, String text) {
        int status = response.statusCode();
        return status == 429 || (status == 403 && isRateLimit(response, text));
    }

    /** GitHub answers 403 for its primary limit (nothing remaining) and for its secondary ones (said in the text). */
    private static boolean isRateLimit(HttpResponse<InputStream> response, String text) {
        return hasRetryAfter(response)
                || header(response, "x-ratelimit-remaining").filter("0"::equals).isPresent()
                || text.toLowerCase(Locale.ROOT).contains("secondary rate limit");
    }

    private static boolean hasRetryAfter(HttpResponse<InputStream> response) {
        return header(response, "retry-after").isPresent();
    }

    private Optional<Duration> retryAfter(HttpResponse<InputStream> response) {
        OptionalLong seconds = number(header(response, "retry-after"));
        return seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsLong())) : Optional.empty();
    }

    /** GitHub says {@code X-RateLimit-Reset}, GitLab {@code RateLimit-Reset}; both in seconds since 1970. */
    private Optional<Duration> untilReset(HttpResponse<InputStream> response) {
        OptionalLong reset =
                number(header(response, "x-ratelimit-reset").or(() -> header(response, "ratelimit-reset")));
        return reset.isPresent()
                ? Optional.of(Duration.between(clock.instant(), Instant.ofEpochSecond(reset.getAsLong()))
                        .plusSeconds(1))
                : Optional.empty();
    }

    private static OptionalLong number(Optional<String> text) {
        String digits = text.orElse("").strip();
        boolean valid =
                !digits.isEmpty() && digits.length() < 13 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return valid ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    private static Duration backOff(int attempt) {
        return Duration.ofSeconds(1L << attempt);
    }

    private void sleep(Duration wait) throws ForgeException {
        try {
            pause.sleep(wait);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private ForgeException interrupted() {
        Thread.currentThread().interrupt();
        return new ForgeException(platform.label() + ": interrupted");
    }

    private static Optional<String> header(HttpResponse<InputStream> response, String name) {
        return response.headers().firstValue(name);
    }

    private static String reason(IOException e) {
        if (e instanceof ConnectException) {
            return e.getCause() instanceof UnresolvedAddressException
                            || (e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException)
                    ? "no host has this name"
                    : "the host does not answer";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private ForgeException failure(String method, String path, int status, String why) {
        int query = path.indexOf('?');
        String where = query < 0 ? path : path.substring(0, query);
        String text = platform.label() + ": " + method + " " + where + (status == 0 ? "" : " answered " + status)
                + hint(status) + (why.isBlank() ? "" : ": " + why);
        return new ForgeException(credentials.map(c -> c.mask(text)).orElse(text), status);
    }

    private String hint(int status) {
        return switch (status) {
            case 401 -> " (the token is missing, wrong or expired)";
            case 403 -> " (the token may not do this)";
            case 404 -> " (not there, or the token may not see it)";
            default -> "";
        };
    }

    /** The platforms put their reason into different fields. */
    private static String message(String text) {
        Optional<Json> json = Json.parse(text);
        if (json.isEmpty()) {
            return OneLine.of(text, 200);
        }
        StringBuilder message = new StringBuilder();
        append(message, json.get().at("message"));
        append(message, json.get().at("error", "message"));
        append(message, json.get().at("error"));
        append(message, json.get().at("error_description"));
        for (Json error : json.get().at("errors").items()) {
            append(message, error.at("message"));
            append(message, error);
            if (!error.at("message").isPresent()) {
                append(message, error.at("field"));
                append(message, error.at("code"));
            }
        }
        return OneLine.of(message.toString(), 300);
    }

    private static void append(StringBuilder message, Json value) {
        String text = value.text();
        if (text.isEmpty()) {
            text = String.join(
                    ", ",
                    value.items().stream()
                            .map(Json::text)
                            .filter(item -> !item.isEmpty())
                            .toList());
        }
        if (!text.isEmpty() && message.indexOf(text) < 0) {
            message.append(message.isEmpty() ? "" : "; ").append(text);
        }
    }
}
