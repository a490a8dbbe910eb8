package dev.drydock.registry;

import dev.drydock.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Fetches files to learn their SHA-256 digest; nothing is kept. Over TLS only, apart from loopback and hosts that the user
 * listed, and never from elsewhere to loopback.
 */
public final class DownloadDigests {
    private static final int MOST_REDIRECTS = 10;
    private static final long LARGEST = 4L << 30;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final AddressPolicy policy;
    private final HttpClient client;

    /** A file whose digest could not be learnt. The message is one line without a final full stop, and holds no address. */
    public static final class DownloadException extends Exception {
        private static final long serialVersionUID = 1L;

        DownloadException(String message) {
            // Without a cause: that of the HTTP client could hold the address with a token in it.
            super(message, null, false, false);
        }
    }

    public DownloadDigests(RegistryOptions options) {
        policy = new AddressPolicy(options.plainHttpHosts());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connectTimeout())
                .build();
    }

    /**
     * Returns the digest of what the address leads to now.
     *
     * @throws DownloadException if it cannot be fetched, is larger than 4 GiB or takes longer than 15 minutes
     */
    public Digest sha256(URI address) throws DownloadException, InterruptedException {
        if (!policy.allows(address)) {
            throw new DownloadException("it is not asked for over plain HTTP");
        }
        URI current = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<InputStream> response = get(current);
            try (InputStream body = response.body()) {
                if (response.statusCode() == 200) {
                    return digest(body);
                }
                current = target(current, response);
            } catch (IOException e) {
                throw new DownloadException("the connection broke");
            }
        }
        throw new DownloadException("it redirects without end");
    }

    private HttpResponse<InputStream> get(URI address) throws DownloadException, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(LONGEST)
                    .header("User-Agent", "drydock")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | IllegalArgumentException e) {
            throw new DownloadException("the host cannot be reached");
        }
    }

    private URI target(URI from, HttpResponse<?> response) throws DownloadException {
        int status = response.statusCode();
        boolean redirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        if (!redirect) {
            throw new DownloadException("the answer is " + status);
        }
        try {
            URI to = from.resolve(response.headers().firstValue("Location").orElse(""));
            if (policy.allows(Origin.of(from), to)) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw new DownloadException("it redirects to what is no address");
        }
        throw new DownloadException("it redirects to an address that must not be asked");
    }

    private static Digest digest(InputStream body) throws IOException, DownloadException {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            total += count;
            if (total > LARGEST) {
                throw new DownloadException("it is larger than 4 GiB");
            }
            if (System.nanoTime() > end) {
                throw new DownloadException("it takes longer than " + LONGEST.toMinutes() + " minutes");
            }
            sha256.update(buffer, 0, count);
        }
        return Digest.parse("sha256:" + HexFormat.of().formatHex(sha256.digest()))
                .orElseThrow();
    }
}
