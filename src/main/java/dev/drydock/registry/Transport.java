package dev.drydock.registry;

import java.io.IOException;
import java.io.Serial;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends questions over HTTP: bounded in size and time, repeated when a connection or a server fails, and redirected by
 * hand, so that a credential stays with the origin that it was meant for.
 */
final class Transport {
    private static final int MOST_REDIRECTS = 5;
    private static final System.Logger LOG = System.getLogger(Transport.class.getName());

    private final RegistryOptions options;
    private final AddressPolicy policy;
    private final Trust trust;
    private final Clock clock;
    private final Pauses pauses;
    /** By the files with additional authorities: a client costs threads, so hosts with equal trust share one. */
    private final Map<List<Path>, HttpClient> clients = new HashMap<>();

    Transport(RegistryOptions options, AddressPolicy policy, Clock clock, Pauses pauses) {
        this.options = options;
        this.policy = policy;
        this.trust = new Trust(options);
        this.clock = clock;
        this.pauses = pauses;
    }

    /** Returns the last answer to this question: no redirect, and no failure that another attempt could mend. */
    Response send(Request request) throws RegistryFailure, InterruptedException {
        Request current = request;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Response response = sendUntilAnswered(current);
            if (!isRedirect(response.status())) {
                return response;
            }
            current = redirected(current, response);
        }
        throw new RegistryFailure(Failed.Kind.BAD_ANSWER, request.origin() + " redirects without end");
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private Request redirected(Request request, Response response) throws RegistryFailure {
        URI target;
        try {
            target = request.address().resolve(response.header("Location").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new RegistryFailure(Failed.Kind.BAD_ANSWER, request.origin() + " redirects to what is no address");
        }
        if (request.form().isPresent() || !policy.allows(request.origin(), target)) {
            throw new RegistryFailure(
                    Failed.Kind.BAD_ANSWER, request.origin() + " redirects to an address that must not be asked");
        }
        return request.at(target);
    }

    private Response sendUntilAnswered(Request request) throws RegistryFailure, InterruptedException {
        Duration backOff = options.backOff();
        for (int attempt = 1; true; attempt++) {
            boolean last = attempt == options.attempts();
            Optional<Duration> asked = Optional.empty();
            try {
                Response response = sendOnce(request);
                asked = response.header("Retry-After").flatMap(value -> RetryAfter.parse(value, clock));
                if (response.status() == 429 && (last || isTooLong(asked))) {
                    throw new RegistryFailure(rateLimited(request, asked));
                }
                boolean passing = response.status() == 429 || (isPassing(response.status()) && !isTooLong(asked));
                if (last || !passing) {
                    return response;
                }
            } catch (PassingFailure e) {
                if (last) {
                    throw new RegistryFailure(e.failed);
                }
            }
            pauses.pause(asked.orElse(Pauses.jittered(backOff)));
            backOff = backOff.multipliedBy(2);
        }
    }

    private boolean isTooLong(Optional<Duration> asked) {
        return asked.isPresent() && asked.get().compareTo(options.longestPause()) > 0;
    }

    private static boolean isPassing(int status) {
        return status == 500 || status == 502 || status == 503 || status == 504;
    }

    private static Failed rateLimited(Request request, Optional<Duration> asked) {
        String wait =
                asked.map(d -> "; it asks to wait " + d.toSeconds() + " s").orElse("");
        return new Failed(
                Failed.Kind.RATE_LIMITED, request.origin() + " refuses further requests for now (429)" + wait, asked);
    }

    /** Returns the status of one attempt without login and without redirects, or empty when there is no HTTP answer. */
    Optional<Integer> probe(URI address) throws InterruptedException {
        try {
            return Optional.of(sendOnce(Request.get(address, "", 1 << 16)).status());
        } catch (RegistryFailure | PassingFailure e) {
            return Optional.empty();
        }
    }

    private Response sendOnce(Request request) throws RegistryFailure, PassingFailure, InterruptedException {
        if (!policy.allows(request.address())) {
            throw new RegistryFailure(
                    Failed.Kind.UNREACHABLE, "plain HTTP to a host that is neither loopback nor listed is not used");
        }
        CompletableFuture<HttpResponse<byte[]>> answer = clientFor(request.origin())
                .sendAsync(httpRequest(request), info -> new BoundedBody(request.bodyLimit()));
        try {
            HttpResponse<byte[]> response = answer.get(options.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
            LOG.log(System.Logger.Level.DEBUG, "{0}: {1,number,#}", request, response.statusCode());
            return new Response(request.address(), response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            throw new PassingFailure(unreachable(request, "gives no answer in time"));
        } catch (ExecutionException e) {
            throw failure(request, e.getCause());
        } finally {
            // Also when this thread is interrupted: no question goes on without somebody who waits for it.
            answer.cancel(true);
        }
    }

    private HttpRequest httpRequest(Request request) throws RegistryFailure {
        try {
            var builder = HttpRequest.newBuilder(request.address())
                    .timeout(options.answerTimeout())
                    .header("User-Agent", "drydock");
            if (!request.accept().isEmpty()) {
                builder.header("Accept", request.accept());
            }
            request.authorization().ifPresent(value -> builder.header("Authorization", value));
            if (request.form().isPresent()) {
                builder.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(request.form().get()));
            } else {
                builder.method(request.method(), HttpRequest.BodyPublishers.noBody());
            }
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new RegistryFailure(unreachable(request, "cannot be asked over HTTP"));
        }
    }

    private synchronized HttpClient clientFor(Origin origin) throws RegistryFailure {
        List<Path> authorities = origin.isPlain() ? List.of() : trust.authoritiesFor(origin);
        HttpClient known = clients.get(authorities);
        if (known != null) {
            return known;
        }
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connectTimeout());
        if (!authorities.isEmpty()) {
            builder.sslContext(Trust.contextWith(authorities));
        }
        HttpClient client = builder.build();
        clients.put(authorities, client);
        return client;
    }

    private static PassingFailure failure(Request request, Throwable thrown) throws RegistryFailure {
        if (hasCause(thrown, BoundedBody.TooLargeException.class)) {
            throw new RegistryFailure(Failed.Kind.BAD_ANSWER, request.origin() + " sends more than is read");
        }
        if (hasCause(thrown, CertificateException.class)) {
            throw new RegistryFailure(unreachable(request, "has a certificate that is not trusted"));
        }
        if (hasCause(thrown, SSLException.class)) {
            throw new RegistryFailure(unreachable(request, "does not speak TLS as expected"));
        }
        if (hasCause(thrown, UnresolvedAddressException.class)) {
            return new PassingFailure(unreachable(request, "is not a known host name"));
        }
        if (hasCause(thrown, HttpTimeoutException.class)) {
            return new PassingFailure(unreachable(request, "gives no answer in time"));
        }
        if (hasCause(thrown, ConnectException.class)) {
            return new PassingFailure(unreachable(request, "does not accept connections"));
        }
        if (hasCause(thrown, IOException.class)) {
            return new PassingFailure(unreachable(request, "broke the connection"));
        }
        throw new RegistryFailure(unreachable(request, "cannot be asked over HTTP"));
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        Throwable current = thrown;
        for (int depth = 0; current != null && depth < 20; depth++) {
            if (type.isInstance(current)) {
                return true;
            }
            current = current.getCause();
        }
        return false;
    }

    private static Failed unreachable(Request request, String what) {
        return Failed.of(Failed.Kind.UNREACHABLE, request.origin() + " " + what);
    }

    /** A failure that may be gone at the next attempt. */
    private static final class PassingFailure extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Failed failed;

        PassingFailure(Failed failed) {
            super(failed.message(), null, false, false);
            this.failed = failed;
        }
    }
}
