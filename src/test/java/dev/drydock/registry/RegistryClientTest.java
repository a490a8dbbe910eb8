package dev.drydock.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.image.Digest;
import dev.drydock.image.ImageReference;
import dev.drydock.image.Platform;
import dev.drydock.registry.FakeRegistry.Reply;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryClientTest {
    @TempDir
    private Path home;

    private FakeRegistry registry;
    private Clients clients;

    @BeforeEach
    void start() throws Exception {
        registry = FakeRegistry.plain();
        clients = new Clients(home);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private Resolution resolve(String repositoryAndTag) throws Exception {
        return clients.client().resolve(registry.reference(repositoryAndTag));
    }

    private static Failed failed(Resolution resolution) {
        assertThat(resolution).isInstanceOf(Failed.class);
        Failed failed = (Failed) resolution;
        assertThat(failed.message()).doesNotContain("\n").isNotBlank();
        return failed;
    }

    private static Resolved resolved(Resolution resolution) {
        assertThat(resolution).isInstanceOf(Resolved.class);
        return (Resolved) resolution;
    }

    private static List<String> names(List<Platform> platforms) {
        return platforms.stream().map(Platform::toString).toList();
    }

    // ---- What an image is

    @Test
    void aMultiPlatformImageHasTheDigestOfItsIndex() throws Exception {
        Digest digest = registry.keepIndex("a/app", "1");

        Resolved image = resolved(resolve("a/app:1"));

        assertThat(image.digest()).isEqualTo(digest);
        assertThat(image.mediaType()).isEqualTo(FakeRegistry.INDEX);
        assertThat(names(image.platforms())).containsExactly("linux/amd64", "linux/arm64/v8");
        assertThat(registry.asked()).containsExactly("HEAD /v2/a/app/manifests/1", "GET /v2/a/app/manifests/" + digest);
    }

    @Test
    void aSinglePlatformImageHasThePlatformOfItsConfiguration() throws Exception {
        Digest config = registry.keepBlob("app", "{\"os\":\"linux\",\"architecture\":\"arm\",\"variant\":\"v7\"}");
        Digest digest = registry.keep("app", "latest", FakeRegistry.MANIFEST, FakeRegistry.manifest(config));

        Resolved image = resolved(resolve("app"));

        assertThat(image.digest()).isEqualTo(digest);
        assertThat(image.mediaType()).isEqualTo(FakeRegistry.MANIFEST);
        assertThat(names(image.platforms())).containsExactly("linux/arm/v7");
    }

    @Test
    void aConfigurationThatIsMissingOrForgedLeavesThePlatformUnknown() throws Exception {
        Digest config = Digest.sha256Of("{}".getBytes(StandardCharsets.UTF_8));
        registry.keep("app", "latest", FakeRegistry.MANIFEST, FakeRegistry.manifest(config));

        assertThat(resolved(resolve("app")).platforms()).isEmpty();
        registry.answer("/v2/app/blobs/" + config, Reply.json("{\"os\":\"linux\",\"architecture\":\"forged\"}"));
        assertThat(resolved(resolve("app")).platforms()).isEmpty();
    }

    @Test
    void theTagDecidesAndNotTheDigestBesideIt() throws Exception {
        Digest digest = registry.keepIndex("app", "1");
        String old = "@sha256:" + "0".repeat(64);

        assertThat(resolved(resolve("app:1" + old)).digest()).isEqualTo(digest);
        assertThat(resolved(resolve("app@" + digest)).digest()).isEqualTo(digest);
        assertThat(failed(resolve("app" + old)).kind()).isEqualTo(Failed.Kind.NOT_FOUND);
    }

    @Test
    void whatIsKnownAlreadyCostsOneHeadOnly() throws Exception {
        Digest digest = registry.keepIndex("app", "1");
        var known = new Resolved(digest, "known", List.of());
        var client = new RegistryClient(
                clients.options(),
                d -> d.equals(digest) ? Optional.of(known) : Optional.empty(),
                clients.clock(),
                clients.pauses::add);

        assertThat(client.resolve(registry.reference("app:1"))).isEqualTo(known);
        assertThat(client.claimedDigest(registry.reference("app:1")))
                .isEqualTo(new Resolved(digest, FakeRegistry.INDEX, List.of()));
        assertThat(registry.asked()).containsExactly("HEAD /v2/app/manifests/1", "HEAD /v2/app/manifests/1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 501})
    void aRegistryWithoutHeadIsAskedWithGet(int status) throws Exception {
        Digest digest = registry.keepIndex("app", "1");
        registry.before(r -> r.method().equals("HEAD") ? Optional.of(Reply.status(status)) : Optional.empty());

        assertThat(resolved(resolve("app:1")).digest()).isEqualTo(digest);
        assertThat(resolved(clients.client().claimedDigest(registry.reference("app:1")))
                        .digest())
                .isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "sha256:abc", "md5:d41d8cd98f00b204e9800998ecf8427e"})
    void withoutAUsableDigestHeaderTheDigestIsComputed(String header) throws Exception {
        String index = FakeRegistry.index("linux/amd64");
        registry.answer(
                "/v2/app/manifests/1", Reply.ok(FakeRegistry.INDEX, index).with("Docker-Content-Digest", header));

        assertThat(resolved(resolve("app:1")).digest())
                .isEqualTo(Digest.sha256Of(index.getBytes(StandardCharsets.UTF_8)));
    }

    // ---- Answers that contradict themselves

    @Test
    void aWrongDigestHeaderIsNotBelieved() throws Exception {
        Digest claimed = Digest.sha256Of(new byte[] {1});
        Reply lie = Reply.ok(FakeRegistry.INDEX, FakeRegistry.index("linux/amd64"))
                .with("Docker-Content-Digest", claimed.toString());
        registry.answer("/v2/app/manifests/1", lie);
        registry.answer("/v2/app/manifests/" + claimed, lie);

        assertThat(failed(resolve("app:1")).kind()).isEqualTo(Failed.Kind.BAD_ANSWER);
        registry.before(r -> r.method().equals("HEAD") ? Optional.of(Reply.status(405)) : Optional.empty());
        assertThat(failed(resolve("app:1")).kind()).isEqualTo(Failed.Kind.BAD_ANSWER);
    }

    @Test
    void anotherDigestThanTheOneAskedForIsNotBelieved() throws Exception {
        Digest other = registry.keepIndex("app", "1");
        Digest asked = Digest.sha256Of(new byte[] {1});
        registry.answer(
                "/v2/app/manifests/" + asked,
                Reply.ok(FakeRegistry.INDEX, "{}").with("Docker-Content-Digest", other.toString()));

        assertThat(failed(resolve("app@" + asked)).kind()).isEqualTo(Failed.Kind.BAD_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<html><body>Sign in</body></html>",
                "[]",
                "{}",
                "{\"schemaVersion\":1,\"config\":{}}",
                "{\"schemaVersion\":2}",
                "{\"schemaVersion\":2,\"manifests\":[],\"config\":{}}",
                "{\"schemaVersion\":2,\"manifests\":[",
                "{\"schemaVersion\":\"2\",\"manifests\":[]}"
            })
    void whatIsNoManifestIsNotBelieved(String garbage) throws Exception {
        registry.keep("app", "1", FakeRegistry.INDEX, garbage);

        assertThat(failed(resolve("app:1")).kind()).isEqualTo(Failed.Kind.BAD_ANSWER);
    }

    @Test
    void nestingWithoutEndIsNotBelieved() throws Exception {
        registry.keep("app", "1", FakeRegistry.INDEX, "[".repeat(1_000_000));

        assertThat(failed(resolve("app:1")).kind()).isEqualTo(Failed.Kind.BAD_ANSWER);
    }

    @Test
    void aHugeBodyIsNotRead() throws Exception {
        registry.keep("app", "1", FakeRegistry.INDEX, " ".repeat((4 << 20) + 1));

        Failed failure = failed(resolve("app:1"));

        assertThat(failure.kind()).isEqualTo(Failed.Kind.BAD_ANSWER);
        assertThat(failure.message()).contains("sends more than is read");
    }

    // ---- Failures of server and network

    @ParameterizedTest
    @CsvSource({
        "401, DENIED, 1",
        "403, DENIED, 1",
        "404, NOT_FOUND, 1",
        "500, SERVER_ERROR, 3",
        "502, SERVER_ERROR, 3",
        "503, SERVER_ERROR, 3",
        "504, SERVER_ERROR, 3"
    })
    void aStatusHasItsKindOfFailureAndItsNumberOfAttempts(int status, Failed.Kind kind, int attempts) throws Exception {
        registry.before(r -> Optional.of(Reply.status(status)));

        assertThat(failed(resolve("app:1")).kind()).isEqualTo(kind);
        assertThat(registry.asked()).hasSize(attempts);
        assertThat(clients.pauses).hasSize(attempts - 1);
    }

    @Test
    void aServerThatRecoversIsAskedAgainAfterGrowingPauses() throws Exception {
        Digest digest = registry.keepIndex("app", "1");
        Queue<Reply> failures = new ConcurrentLinkedQueue<>(List.of(Reply.status(503), Reply.status(500)));
        registry.before(r -> Optional.ofNullable(failures.poll()));

        assertThat(resolved(resolve("app:1")).digest()).isEqualTo(digest);
        assertThat(clients.pauses).hasSize(2);
        assertThat(clients.pauses.get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(clients.pauses.get(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
    }

    @Test
    void theRegistrySaysHowLongToWait() throws Exception {
        Digest digest = registry.keepIndex("app", "1");
        Queue<Reply> refusals = new ConcurrentLinkedQueue<>(List.of(
                Reply.status(429).with("Retry-After", "7"),
                Reply.status(429).with("Retry-After", "Mon, 23 Nov 2026 12:00:09 GMT")));
        registry.before(r -> Optional.ofNullable(refusals.poll()));

        assertThat(resolved(resolve("app:1")).digest()).isEqualTo(digest);
        assertThat(clients.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(9));
    }

    @Test
    void aLongWaitIsAFailureAndTheOtherReferencesDoNotAsk() throws Exception {
        registry.before(r -> Optional.of(Reply.status(429).with("Retry-After", "3600")));
        RegistryClient client = clients.client();

        Failed first = failed(client.resolve(registry.reference("app:1")));
        Failed second = failed(client.resolve(registry.reference("other:1")));

        assertThat(first.kind()).isEqualTo(Failed.Kind.RATE_LIMITED);
        assertThat(first.retryAfter()).contains(Duration.ofHours(1));
        assertThat(second).isEqualTo(first);
        assertThat(registry.asked()).hasSize(1);
        assertThat(clients.pauses).isEmpty();
    }

    @Test
    void aRegistryThatRefusesAgainAndAgainIsLeftAlone() throws Exception {
        registry.before(r -> Optional.of(Reply.status(429)));

        assertThat(failed(resolve("app:1")).kind()).isEqualTo(Failed.Kind.RATE_LIMITED);
        assertThat(registry.asked()).hasSize(3);
    }

    @Test
    void aClosedPortIsFoundOutOnce() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        RegistryClient client = clients.client();
        ImageReference reference =
                ImageReference.parse("127.0.0.1:" + port + "/app").orElseThrow();

        Failed failure = failed(client.resolve(reference));
        int pauses = clients.pauses.size();

        assertThat(failure.kind()).isEqualTo(Failed.Kind.UNREACHABLE);
        assertThat(failure.message()).contains("does not accept connections");
        assertThat(client.resolve(reference)).isEqualTo(failure);
        assertThat(clients.pauses).hasSize(pauses);
    }

    @Test
    void aServerThatIsSilentIsGivenUp() throws Exception {
        var over = new CountDownLatch(1);
        registry.before(r -> {
            await(over);
            return Optional.empty();
        });
        RegistryOptions impatient = clients.options().withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(300));

        Failed failure = failed(clients.client(impatient).resolve(registry.reference("app:1")));
        over.countDown();

        assertThat(failure.kind()).isEqualTo(Failed.Kind.UNREACHABLE);
        assertThat(failure.message()).contains("gives no answer in time");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aBodyThatNeverEndsIsGivenUp() throws Exception {
        var over = new CountDownLatch(1);
        try (var server = new RawServer((line, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            if (line.startsWith("GET")) {
                RawServer.write(out, "{");
                over.await();
            }
        })) {
            RegistryOptions impatient = clients.options().withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(400));
            Failed failure = failed(clients.client(impatient).resolve(at(server)));
            over.countDown();

            assertThat(failure.message()).contains("gives no answer in time");
        }
    }

    private static ImageReference at(RawServer server) {
        return ImageReference.parse(server.host() + "/app:1").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"schemaVersion\":2",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 banana\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "\0\1\2\3",
                ""
            })
    void anAnswerThatIsTruncatedOrNoHttpIsAFailure(String wire) throws Exception {
        try (var server = new RawServer((line, out) -> reply(line, out, wire))) {
            assertThat(failed(clients.client().resolve(at(server))).kind())
                    .isIn(Failed.Kind.UNREACHABLE, Failed.Kind.BAD_ANSWER);
        }
    }

    private static void reply(String line, OutputStream out, String wire) throws Exception {
        boolean head = line.startsWith("HEAD");
        RawServer.write(out, head ? "HTTP/1.1 405 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" : wire);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.123/x", "host:99999/x", "host:0/x"})
    void aNameThatIsNoHostIsAFailure(String name) throws Exception {
        Failed failure =
                failed(clients.client().resolve(ImageReference.parse(name).orElseThrow()));

        assertThat(failure.kind()).isEqualTo(Failed.Kind.UNREACHABLE);
    }

    // ---- Redirects

    @Test
    void aRedirectOnTheSameHostIsFollowed() throws Exception {
        Digest digest = registry.keepIndex("real", "1");
        registry.answer("/v2/app/manifests/1", Reply.status(307).with("Location", "/v2/real/manifests/1"));
        registry.answer(
                "/v2/app/manifests/" + digest, Reply.status(302).with("Location", "/v2/real/manifests/" + digest));

        assertThat(resolved(resolve("app:1")).digest()).isEqualTo(digest);
    }

    @Test
    void aRedirectWithoutEndIsAFailure() throws Exception {
        registry.answer("/v2/app/manifests/1", Reply.status(301).with("Location", "/v2/app/manifests/1"));

        assertThat(failed(resolve("app:1")).message()).contains("redirects without end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/", "file:///etc/passwd", "http://u:p@127.0.0.1/", "::", "https:", "ftp://a/"
            })
    void aRedirectToWhatMustNotBeAskedIsAFailure(String location) throws Exception {
        registry.answer("/v2/app/manifests/1", Reply.status(307).with("Location", location));

        assertThat(failed(resolve("app:1")).kind()).isEqualTo(Failed.Kind.BAD_ANSWER);
    }

    // ---- Mirrors

    @Test
    void mirrorsOfDockerHubAreAskedInTheirOrder() throws Exception {
        Digest digest = registry.keepIndex("library/node", "18");
        try (FakeRegistry broken = FakeRegistry.plain()) {
            broken.before(r -> Optional.of(Reply.status(404)));
            RegistryClient client = clients.client(clients.options()
                    .withMirrors(List.of(
                            URI.create("http://" + broken.host() + "/"), URI.create("http://" + registry.host()))));

            assertThat(resolved(client.resolve(ImageReference.parse("node:18").orElseThrow()))
                            .digest())
                    .isEqualTo(digest);
            assertThat(broken.asked()).containsExactly("HEAD /v2/library/node/manifests/18");
        }
    }

    // ---- Tags

    @Test
    void tagsAreReadPageByPage() throws Exception {
        registry.answer(
                "/v2/app/tags/list?n=1000",
                Reply.json("{\"name\":\"app\",\"tags\":[\"1\",\"-bad\",\"2\",7]}")
                        .with("Link", "</v2/app/tags/list?n=1000&last=2>; rel=\"next\""));
        registry.answer("/v2/app/tags/list?n=1000&last=2", Reply.json("{\"tags\":[\"3\"]}"));

        assertThat(clients.client().tags(registry.reference("app")))
                .isEqualTo(new TagList(List.of("1", "2", "3"), true));
    }

    @Test
    void aRepositoryWithoutTagsHasNone() throws Exception {
        registry.answer("/v2/app/tags/list?n=1000", Reply.json("{\"name\":\"app\",\"tags\":null}"));

        assertThat(clients.client().tags(registry.reference("app"))).isEqualTo(new TagList(List.of(), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"</v2/app/tags/list?n=1000>; rel=next", "<https://example.org/>; rel=next", "<::>; rel=next"})
    void aTagListThatGoesInACircleOrElsewhereIsAFailure(String link) throws Exception {
        registry.answer(
                "/v2/app/tags/list?n=1000", Reply.json("{\"tags\":[\"1\"]}").with("Link", link));

        assertThat(clients.client().tags(registry.reference("app")))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.kind()).isEqualTo(Failed.Kind.BAD_ANSWER));
    }

    @Test
    void aTagListWithoutEndIsReadInPart() throws Exception {
        Queue<Integer> pages = new ArrayDeque<>();
        registry.before(r -> {
            pages.add(1);
            return Optional.of(Reply.json("{\"tags\":[\"1\"]}")
                    .with("Link", "</v2/app/tags/list?last=" + pages.size() + ">; rel=\"next\""));
        });

        assertThat(clients.client().tags(registry.reference("app"))).isInstanceOfSatisfying(TagList.class, list -> {
            assertThat(list.complete()).isFalse();
            assertThat(list.tags()).hasSize(50);
        });
    }

    @ParameterizedTest
    @CsvSource({"403, DENIED", "404, NOT_FOUND", "500, SERVER_ERROR", "418, BAD_ANSWER"})
    void aRefusedTagListHasItsKindOfFailure(int status, Failed.Kind kind) throws Exception {
        registry.before(r -> Optional.of(Reply.status(status)));

        assertThat(clients.client().tags(registry.reference("app")))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    // ---- TLS

    @Test
    void aPrivateAuthorityIsTrustedOnlyWhereTheUserSaysSo() throws Exception {
        PrivateAuthority authority = PrivateAuthority.in(home);
        try (FakeRegistry secure = FakeRegistry.tls(authority.serverContext())) {
            Digest digest = secure.keepIndex("app", "1");
            ImageReference reference = secure.reference("app:1");
            RegistryOptions options = clients.options();

            Failed refused = failed(clients.client().resolve(reference));
            assertThat(refused.kind()).isEqualTo(Failed.Kind.UNREACHABLE);
            assertThat(refused.message()).contains("has a certificate that is not trusted");
            assertThat(secure.seen()).isEmpty();

            RegistryClient named = clients.client(options.withCertificateAuthorities(List.of(authority.certificate)));
            assertThat(resolved(named.resolve(reference)).digest()).isEqualTo(digest);

            Path folder =
                    Files.createDirectories(home.resolve(".docker/certs.d").resolve(secure.host()));
            Files.copy(authority.certificate, folder.resolve("ca.crt"));
            assertThat(resolved(clients.client().resolve(reference)).digest()).isEqualTo(digest);
        }
    }

    @Test
    void aFileThatIsNoCertificateIsNamed() throws Exception {
        Path file = Files.writeString(home.resolve("ca.pem"), "nonsense");
        RegistryClient client = clients.client(clients.options().withCertificateAuthorities(List.of(file)));

        Failed failure = failed(
                client.resolve(ImageReference.parse("registry.invalid/app").orElseThrow()));

        assertThat(failure.message()).contains("ca.pem").contains("PEM");
    }

    @Test
    void tlsIsNeverLeftForPlainHttp() throws Exception {
        PrivateAuthority authority = PrivateAuthority.in(home);
        try (FakeRegistry secure = FakeRegistry.tls(authority.serverContext())) {
            registry.keepIndex("app", "1");
            secure.answer(
                    "/v2/app/manifests/1",
                    Reply.status(307).with("Location", "http://" + registry.host() + "/v2/app/manifests/1"));
            RegistryClient client =
                    clients.client(clients.options().withCertificateAuthorities(List.of(authority.certificate)));

            assertThat(failed(client.resolve(secure.reference("app:1"))).kind()).isEqualTo(Failed.Kind.BAD_ANSWER);
            assertThat(registry.seen()).isEmpty();
        }
    }
}
