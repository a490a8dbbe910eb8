package dev.drydock.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drydock.image.Digest;
import dev.drydock.image.ImageReference;
import dev.drydock.image.Platform;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against the registry of the distribution project, as Debian packages it ({@code docker-registry}): started on a free
 * port of loopback with a folder of its own, and filled by plain HTTP PUT.
 */
class RealRegistryIT {
    private static final String PASSWORD = "pw-for-tests";
    /** The bcrypt hash of the password, of the least cost. */
    private static final String HTPASSWD = "me:$2b$04$VWinRfrasSMYZQGDwTIS9upOm9xVuhqAEQSRpfqjH71vsF4ieWJVG\n";

    private static final String SERVICE = "test registry";
    private static final String ISSUER = "test issuer";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();
    private Clients clients;
    private Digest index;

    @BeforeEach
    void fill() throws Exception {
        assumeTrue(program().isPresent(), "docker-registry is not on the PATH");
        clients = new Clients(folder.resolve("home"));
        int port = start("", "");
        URI base = URI.create("http://127.0.0.1:" + port);
        List<String> entries = new ArrayList<>();
        for (String architecture : List.of("amd64", "arm64")) {
            String config =
                    "{\"os\":\"linux\",\"architecture\":\"" + architecture + "\",\"rootfs\":{\"type\":\"layers\"}}";
            Digest blob = pushBlob(base, config);
            String manifest = "{\"schemaVersion\":2,\"mediaType\":\"" + Manifest.OCI_MANIFEST
                    + "\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\"" + blob
                    + "\",\"size\":" + config.length() + "},\"layers\":[]}";
            Digest digest = pushManifest(base, "single-" + architecture, Manifest.OCI_MANIFEST, manifest);
            entries.add("{\"mediaType\":\"" + Manifest.OCI_MANIFEST + "\",\"digest\":\"" + digest + "\",\"size\":"
                    + manifest.length() + ",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + architecture
                    + "\"}}");
        }
        String list = "{\"schemaVersion\":2,\"mediaType\":\"" + Manifest.OCI_INDEX + "\",\"manifests\":["
                + String.join(",", entries) + "]}";
        index = pushManifest(base, "1.2.3", Manifest.OCI_INDEX, list);
        assertThat(pushManifest(base, "latest", Manifest.OCI_INDEX, list)).isEqualTo(index);
        stopAll();
    }

    @AfterEach
    void stopAll() throws Exception {
        for (Process process : started) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        started.clear();
    }

    private static Optional<Path> program() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry, "docker-registry"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts a registry on the common storage and returns its port; the arguments are parts of its configuration. */
    private int start(String tls, String auth) throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path config = folder.resolve("config-" + port + ".yml");
        Files.writeString(
                config,
                "version: 0.1\nlog: {level: error, accesslog: {disabled: true}}\n"
                        + "storage: {filesystem: {rootdirectory: " + folder.resolve("data") + "}}\n"
                        + "http: {addr: '127.0.0.1:" + port + "'" + tls + "}\n" + auth);
        Path log = folder.resolve("registry-" + port + ".log");
        Process process = new ProcessBuilder(program().orElseThrow().toString(), "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        started.add(process);
        for (int attempt = 0; attempt < 300 && process.isAlive(); attempt++) {
            if (accepts(port)) {
                return port;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("docker-registry did not start: " + Files.readString(log));
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Digest pushBlob(URI base, String text) throws Exception {
        HttpResponse<String> begun = send(HttpRequest.newBuilder(base.resolve("/v2/team/app/blobs/uploads/"))
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(begun.statusCode()).isEqualTo(202);
        Digest digest = Digest.sha256Of(text.getBytes(StandardCharsets.UTF_8));
        String location = begun.headers().firstValue("Location").orElseThrow();
        URI upload = base.resolve(location + (location.contains("?") ? "&" : "?") + "digest=" + digest);
        assertThat(send(HttpRequest.newBuilder(upload).PUT(HttpRequest.BodyPublishers.ofString(text)))
                        .statusCode())
                .isEqualTo(201);
        return digest;
    }

    private Digest pushManifest(URI base, String tag, String mediaType, String json) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve("/v2/team/app/manifests/" + tag))
                .header("Content-Type", mediaType)
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers()
                .firstValue("Docker-Content-Digest")
                .flatMap(Digest::parse)
                .orElseThrow();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static ImageReference app(int port, String tag) {
        return ImageReference.parse("127.0.0.1:" + port + "/team/app" + tag).orElseThrow();
    }

    private void assertIsTheIndex(Resolution resolution) {
        assertThat(resolution).isInstanceOfSatisfying(Resolved.class, image -> {
            assertThat(image.digest()).isEqualTo(index);
            assertThat(image.mediaType()).isEqualTo(Manifest.OCI_INDEX);
            assertThat(image.platforms()).extracting(Platform::toString).containsExactly("linux/amd64", "linux/arm64");
        });
    }

    private static void assertFailed(Failed.Kind kind, Resolution resolution) {
        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    @Test
    void anonymously() throws Exception {
        int port = start("", "");
        RegistryClient client = clients.client();

        assertIsTheIndex(client.resolve(app(port, "")));
        assertIsTheIndex(client.resolve(app(port, ":1.2.3")));
        assertIsTheIndex(client.resolve(app(port, "@" + index)));
        assertThat(client.resolve(app(port, ":single-arm64")))
                .isInstanceOfSatisfying(
                        Resolved.class,
                        image -> assertThat(image.platforms())
                                .extracting(Platform::toString)
                                .containsExactly("linux/arm64"));
        assertFailed(Failed.Kind.NOT_FOUND, client.resolve(app(port, ":none")));
        assertThat(client.tags(app(port, ""))).isInstanceOfSatisfying(TagList.class, list -> {
            assertThat(list.complete()).isTrue();
            assertThat(list.tags()).containsExactlyInAnyOrder("1.2.3", "latest", "single-amd64", "single-arm64");
        });
        assertThat(new VersionTagFinder(client, 10).find(app(port, ""), index)).contains("1.2.3");
    }

    @Test
    void withBasicAuthentication() throws Exception {
        Path passwords = Files.writeString(folder.resolve("htpasswd"), HTPASSWD);
        int port = start("", "auth: {htpasswd: {realm: test, path: " + passwords + "}}\n");

        assertFailed(Failed.Kind.DENIED, clients.client().resolve(app(port, "")));
        login(port, "wrong");
        assertFailed(Failed.Kind.DENIED, clients.client().resolve(app(port, "")));
        login(port, PASSWORD);
        assertIsTheIndex(clients.client().resolve(app(port, "")));
    }

    private void login(int port, String password) {
        String auth = Base64.getEncoder().encodeToString(("me:" + password).getBytes(StandardCharsets.UTF_8));
        clients.config("{\"auths\":{\"127.0.0.1:" + port + "\":{\"auth\":\"" + auth + "\"}}}");
    }

    @Test
    void overTlsWithAPrivateAuthority() throws Exception {
        PrivateAuthority authority = PrivateAuthority.in(folder);
        Path key = pem("server.key", "PRIVATE KEY", authority.privateKey().getEncoded());
        int port = start(", tls: {certificate: " + authority.certificate + ", key: " + key + "}", "");

        assertFailed(Failed.Kind.UNREACHABLE, clients.client().resolve(app(port, "")));
        RegistryOptions trusting = clients.options().withCertificateAuthorities(List.of(authority.certificate));
        assertIsTheIndex(clients.client(trusting).resolve(app(port, "")));
    }

    private Path pem(String name, String label, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }

    @Test
    void withBearerTokens() throws Exception {
        PrivateAuthority authority = PrivateAuthority.in(folder);
        try (var issuer = new TokenIssuer(authority)) {
            int port = start(
                    "",
                    "auth: {token: {realm: '" + issuer.realm() + "', service: '" + SERVICE + "', issuer: '" + ISSUER
                            + "', rootcertbundle: " + authority.certificate + "}}\n");

            assertFailed(Failed.Kind.DENIED, clients.client().resolve(app(port, "")));
            login(port, PASSWORD);
            assertIsTheIndex(clients.client().resolve(app(port, "")));
            assertThat(issuer.questions).contains("service=test+registry&scope=repository%3Ateam%2Fapp%3Apull");
        }
    }

    /** Issues tokens (RS256) for pulling to those who know the password. */
    private static final class TokenIssuer implements AutoCloseable {
        final List<String> questions = new CopyOnWriteArrayList<>();
        private final PrivateAuthority authority;
        private final HttpServer server;

        TokenIssuer(PrivateAuthority authority) throws IOException {
            this.authority = authority;
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/token", this::issue);
            server.start();
        }

        String realm() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
        }

        private void issue(HttpExchange exchange) throws IOException {
            try (exchange) {
                questions.add(exchange.getRequestURI().getRawQuery());
                String expected = Credential.password("me", PASSWORD).basicHeader();
                if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    exchange.sendResponseHeaders(401, -1);
                    return;
                }
                byte[] body = ("{\"token\":\"" + token() + "\"}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (Exception e) {
                throw new IOException(e);
            }
        }

        private String token() throws Exception {
            String certificate = Base64.getEncoder()
                    .encodeToString(authority.keys().getCertificate("server").getEncoded());
            long now = Instant.now().getEpochSecond();
            String header = "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5c\":[\"" + certificate + "\"]}";
            String claims =
                    "{\"iss\":\"" + ISSUER + "\",\"sub\":\"me\",\"aud\":\"" + SERVICE + "\",\"exp\":" + (now + 300)
                            + ",\"nbf\":" + (now - 10) + ",\"iat\":" + now + ",\"jti\":\"1\",\"access\":"
                            + "[{\"type\":\"repository\",\"name\":\"team/app\",\"actions\":[\"pull\"]}]}";
            String signed = base64Url(header.getBytes(StandardCharsets.UTF_8)) + "."
                    + base64Url(claims.getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(authority.privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64Url(signature.sign());
        }

        private static String base64Url(byte[] bytes) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
