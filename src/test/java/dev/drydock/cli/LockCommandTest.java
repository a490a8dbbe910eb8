package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drydock.image.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lock command, and --resolve, against a registry on loopback. */
class LockCommandTest {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String LOGIN = "me:pw-for-tests";

    private final Map<String, String> manifests = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean refusing;
    private HttpServer server;
    private String host;

    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        host = "127.0.0.1:" + server.getAddress().getPort();
        Files.createDirectory(folder.resolve(".git"));
    }

    @Test
    void writesDownWhatAddFetches() throws IOException {
        byte[] content = "a file".getBytes(StandardCharsets.UTF_8);
        server.createContext("/files/", exchange -> {
            try (exchange) {
                boolean moved = exchange.getRequestURI().getPath().endsWith("/moved");
                boolean there = exchange.getRequestURI().getPath().endsWith("/a");
                exchange.getResponseHeaders().set("Location", "/files/a");
                exchange.sendResponseHeaders(moved ? 302 : there ? 200 : 404, there ? content.length : -1);
                if (there) {
                    exchange.getResponseBody().write(content);
                }
            }
        });
        String base = "http://" + host + "/files/";
        Files.writeString(
                folder.resolve("Dockerfile"), "FROM scratch\nADD " + base + "a /a\nADD " + base + "moved /b\n");
        CommandCase.Result offline = CommandCase.in(folder).run("drydock lock --downloads --check");
        CommandCase.Result written = CommandCase.in(folder).run("drydock lock --downloads");

        assertThat(offline.exit()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(written.exit()).as(written.stderr()).isZero();
        assertThat(written.stdout()).isEqualTo("drydock.lock: 0 images, 2 checksums written\n");
        String checksum = Digest.sha256Of(content).toString();
        assertThat(CommandCase.in(folder)
                        .run("drydock diff --select add-url-verified")
                        .stdout())
                .contains("+ADD --checksum=" + checksum + " " + base + "a /a\n")
                .contains("+ADD --checksum=" + checksum + " " + base + "moved /b\n");
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nADD " + base + "gone /a\n");
        CommandCase.Result gone = CommandCase.in(folder).run("drydock lock --downloads --prune");
        assertThat(gone.exit()).isEqualTo(ExitCodes.ERROR);
        assertThat(gone.stdout()).isEqualTo("drydock.lock: 0 images, 2 checksums removed, 1 missing\n");
        assertThat(gone.stderr()).contains("/files/gone: the answer is 404\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            questions.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            String[] parts = path.split("/manifests/", 2);
            String content = path.endsWith("/tags/list")
                    ? "{\"name\":\"x\",\"tags\":[\"1\",\"1.2\",\"1.2.3\",\"latest\"]}"
                    : parts.length < 2 ? "" : manifests.getOrDefault(path, "");
            int status = refusing ? 401 : content.isEmpty() && !path.equals("/v2/") ? 404 : 200;
            byte[] body = content.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", path.endsWith("list") ? "application/json" : INDEX);
            if (refusing) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"test\"");
            } else if (parts.length == 2) {
                exchange.getResponseHeaders()
                        .set("Docker-Content-Digest", Digest.sha256Of(body).toString());
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head || status != 200 ? -1 : body.length == 0 ? -1 : body.length);
            if (!head && status == 200) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** Puts an index under a tag and returns its digest; the variant makes it another one. */
    private Digest keep(String repository, String tag, int variant) {
        String index = "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[{\"digest\":\""
                + Digest.sha256Of(new byte[] {(byte) variant})
                + "\",\"platform\":{\"os\":\"linux\",\"architecture\":\"amd64\"}}]}";
        Digest digest = Digest.sha256Of(index.getBytes(StandardCharsets.UTF_8));
        manifests.put("/v2/" + repository + "/manifests/" + tag, index);
        manifests.put("/v2/" + repository + "/manifests/" + digest, index);
        return digest;
    }

    private CommandCase.Result run(String arguments) {
        return CommandCase.in(folder).run("HOME=" + home + " SOURCE_DATE_EPOCH=1795392000 drydock " + arguments);
    }

    private void dockerfile(String text) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), text.replace("HOST", host));
    }

    private String lock() throws IOException {
        return Files.readString(folder.resolve("drydock.lock"));
    }

    @Test
    void whatTagsStandForIsWrittenDown() throws IOException {
        Digest digest = keep("team/app", "1.2", 1);
        dockerfile("FROM HOST/team/app:1.2\nCOPY --from=HOST/team/app:1.2 /a /b\n");

        CommandCase.Result first = run("lock");
        assertThat(first.stderr()).isEmpty();
        assertThat(first.exit()).isEqualTo(ExitCodes.OK);
        assertThat(first.stdout()).isEqualTo("drydock.lock: 1 image, 1 added\n");
        assertThat(lock()).contains("team/app:1.2", digest.toString(), "linux/amd64", "resolved: 2026-11-23");

        String once = lock();
        int asked = questions.get();
        assertThat(run("lock").stdout()).isEqualTo("drydock.lock: 1 image, unchanged\n");
        assertThat(questions.get()).isEqualTo(asked);
        assertThat(run("lock --update").exit()).isEqualTo(ExitCodes.OK);
        assertThat(lock()).isEqualTo(once);
        assertThat(run("lock --check").exit()).isEqualTo(ExitCodes.OK);
    }

    @Test
    void theImagesOfServicesAreWrittenDownAndWhatIsBuiltIsNot() throws IOException {
        Digest one = keep("team/app", "1", 1);
        Digest two = keep("team/db", "15", 2);
        Files.writeString(folder.resolve("compose.yaml"), """
                services:
                  app: {image: "HOST/team/app:${APP:-1}"}
                  db: &db
                    image: HOST/team/db:15
                  replica: *db
                  built:
                    build: .
                    image: HOST/team/built:1
                  worker:
                    image: HOST/team/built:1
                  web:
                    image: HOST/team/web:1
                  unknown:
                    image: HOST/team/app:$TAG
                """.replace("HOST", host));
        Files.writeString(folder.resolve("compose.override.yaml"), "services: {web: {build: web}}\n");

        CommandCase.Result result = run("lock -v");
        assertThat(result.exit()).isEqualTo(ExitCodes.OK);
        assertThat(result.stdout()).isEqualTo("drydock.lock: 2 images, 2 added\n");
        assertThat(result.stderr())
                .contains("compose.yaml:14: ", "not looked up: the image depends on build argument TAG");
        assertThat(lock()).contains(one.toString(), two.toString());

        String first = lock();
        run("lock --update");
        assertThat(lock()).isEqualTo(first);
        run("fix -q --select pin-image-digest");
        assertThat(Files.readString(folder.resolve("compose.yaml")))
                .contains("{image: \"" + host + "/team/app:${APP:-1@" + one + "}\"}", "/team/db:15@" + two + "\n")
                .contains("/team/built:1\n", "/team/web:1\n");
        assertThat(run("lock --check").exit()).isEqualTo(ExitCodes.OK);
        assertThat(run("lock --prune").stdout()).isEqualTo("drydock.lock: 2 images, unchanged\n");
    }

    @Test
    void whoWatchesSeesHowFarItIsOnOneLineThatGoesAway() throws IOException {
        for (int i = 0; i < 5; i++) {
            keep("team/app" + i, "1", i);
        }
        keep("team/app", "latest", 9);
        dockerfile("""
                FROM HOST/team/app0:1
                FROM HOST/team/app1:1
                FROM HOST/team/app2:1
                FROM HOST/team/app3:1
                FROM HOST/team/app4:1
                FROM HOST/team/none:1
                FROM HOST/team/app
                """);

        Terminal terminal = Terminal.of(watched("COLUMNS=30", "lock").stderr());
        assertThat(terminal.seen())
                .hasSize(8)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(30));
        assertThat(terminal.seen().get(6)).startsWith("images 7/7 127.0.0.1:");
        assertThat(terminal.seen().get(7)).startsWith("versions 1/1 127.0.0.1:");
        assertThat(terminal.left()).hasSize(1).first().asString().startsWith("drydock: error: 127.0.0.1:");

        assertThat(Terminal.of(watched("", "diff --resolve --exit-zero").stderr())
                        .seen())
                .contains("images 1/1 " + host + "/team/none");
    }

    @ParameterizedTest
    @CsvSource({"'', lock -q", "NO_COLOR=1, lock", "CI=true, lock", "TERM=dumb, lock"})
    void whoDoesNotWantToSeeItDoesNot(String variable, String command) throws IOException {
        keep("team/app", "1.2", 1);
        dockerfile("FROM HOST/team/app:1.2\n");
        assertThat(watched(variable, command).stderr()).isEmpty();
        assertThat(lock()).contains("team/app:1.2");
    }

    private CommandCase.Result watched(String variable, String arguments) {
        return CommandCase.in(folder)
                .watched()
                .run((variable + " HOME=" + home).strip() + " SOURCE_DATE_EPOCH=1795392000 drydock " + arguments);
    }

    /**
     * What a person sees of a text on a terminal.
     *
     * @param seen each state in which a line stood before it was written over
     * @param left the lines that stand there at the end
     */
    private record Terminal(List<String> seen, List<String> left) {
        static Terminal of(String printed) {
            List<String> seen = new ArrayList<>();
            List<String> left = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            int column = 0;
            for (int i = 0; i < printed.length(); i++) {
                char c = printed.charAt(i);
                if (c == '\r' || c == '\n') {
                    String shown = line.toString().stripTrailing();
                    column = 0;
                    if (c == '\n') {
                        left.add(shown);
                        line.setLength(0);
                    } else if (!shown.isEmpty()) {
                        seen.add(shown);
                    }
                } else {
                    line.replace(column, Math.min(column + 1, line.length()), String.valueOf(c));
                    column++;
                }
            }
            if (!line.toString().isBlank()) {
                left.add(line.toString());
            }
            return new Terminal(seen, left);
        }
    }

    @Test
    void aCheckAsksNobodyAndWritesNothing() throws IOException {
        dockerfile("FROM HOST/team/app:1.2\n");
        CommandCase.Result result = run("lock --check");
        assertThat(result.exit()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(result.stdout()).isEqualTo("drydock.lock: 0 images, 1 missing\n");
        assertThat(questions.get()).isZero();
        assertThat(folder.resolve("drydock.lock")).doesNotExist();
    }

    @Test
    void anImageThatIsNotThereIsOneLineAndTheOthersAreWritten() throws IOException {
        keep("team/app", "1.2", 1);
        dockerfile("FROM HOST/team/none:1 AS a\nFROM HOST/team/app:1.2\n");
        CommandCase.Result result = run("lock");
        assertThat(result.exit()).isEqualTo(ExitCodes.ERROR);
        assertThat(result.stderr().lines()).hasSize(1).first().asString().contains("team/none:1: ");
        assertThat(result.stdout()).isEqualTo("drydock.lock: 1 image, 1 added, 1 missing\n");
        assertThat(lock()).contains("team/app:1.2").doesNotContain("none");
    }

    @Test
    void aTagThatMovedIsToldAndRefreshed() throws IOException {
        Digest old = keep("team/app", "1.2", 1);
        dockerfile("FROM HOST/team/app:1.2\n");
        run("lock");
        run("fix -q --select images");
        assertThat(Files.readString(folder.resolve("Dockerfile"))).contains("@" + old);
        Digest now = keep("team/app", "1.2", 2);

        CommandCase.Result result = run("lock --update");
        assertThat(result.stdout()).contains("1 moved", "was " + old, "is  " + now);
        run("fix -q --select images");
        assertThat(Files.readString(folder.resolve("Dockerfile"))).contains("@" + now);
        assertThat(run("lock --check").exit()).isEqualTo(ExitCodes.OK);
    }

    @Test
    void latestBecomesTheVersionAndThatIsKnown() throws IOException {
        Digest digest = keep("team/app", "latest", 1);
        keep("team/app", "1.2.3", 1);
        keep("team/app", "1.2", 2);
        dockerfile("FROM HOST/team/app\n");
        assertThat(run("lock").stdout()).isEqualTo("drydock.lock: 2 images, 2 added\n");
        assertThat(lock()).contains("versionTag: \"1.2.3\"");
        run("fix -q --select images");
        assertThat(Files.readString(folder.resolve("Dockerfile")))
                .isEqualTo("FROM " + host + "/team/app:1.2.3@" + digest + "\n");
        assertThat(run("lock --check").exit()).isEqualTo(ExitCodes.OK);
        assertThat(run("lock --prune").stdout()).isEqualTo("drydock.lock: 1 image, 1 removed\n");
    }

    @Test
    void pruningNeedsTheWholeProject() throws IOException {
        keep("team/app", "1.2", 1);
        dockerfile("FROM HOST/team/app:1.2\n");
        run("lock");
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/Dockerfile"), "FROM scratch\n");
        CommandCase.Result result = run("lock --prune sub");
        assertThat(result.exit()).isEqualTo(ExitCodes.ERROR);
        assertThat(result.stderr()).contains("--prune must see the whole project");
        assertThat(lock()).contains("team/app");
    }

    @Test
    void resolvingKnowsMoreThanTheLockFileAndWritesItOnlyWhenAsked() throws IOException {
        Digest digest = keep("team/app", "1.2", 1);
        dockerfile("FROM HOST/team/app:1.2\n");
        assertThat(run("diff --select pin-image-digest").stdout()).isEmpty();
        assertThat(run("diff --select pin-image-digest --resolve").stdout()).contains("@" + digest);
        assertThat(folder.resolve("drydock.lock")).doesNotExist();
        run("check --resolve --write-lock");
        assertThat(lock()).contains(digest.toString());
    }

    @Test
    void noCredentialIsPrintedOrWritten() throws IOException {
        String encoded = Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8));
        Files.createDirectory(home.resolve(".docker"));
        Files.writeString(
                home.resolve(".docker/config.json"), "{\"auths\":{\"" + host + "\":{\"auth\":\"" + encoded + "\"}}}");
        keep("team/app", "1.2", 1);
        dockerfile("FROM HOST/team/app:1.2\nCOPY --from=HOST/team/none:1 /a /b\n");
        for (boolean refused : new boolean[] {true, false}) {
            refusing = refused;
            for (String arguments : new String[] {
                "lock -vv",
                "check -vv --resolve",
                "diff -vv --resolve",
                "lock -vv --mirror=http://" + LOGIN + "@" + host
            }) {
                CommandCase.Result result = run(arguments);
                assertThat(result.exit()).as(arguments).isEqualTo(ExitCodes.ERROR);
                assertThat(result.stdout() + result.stderr()).doesNotContain("pw-for-tests", encoded);
            }
        }
        assertThat(lock()).contains("team/app").doesNotContain("pw-for-tests", encoded);
    }

    @Test
    void aConfigurationBesideTheSourcesDoesNotSayWhereCredentialsGo() throws IOException {
        keep("team/app", "1.2", 1);
        dockerfile("FROM HOST/team/app:1.2\n");
        Files.writeString(folder.resolve(".drydock.yaml"), "registry:\n  mirrors: [\"ftp://nowhere\"]\n");
        CommandCase.Result result = run("lock");
        assertThat(result.exit()).isEqualTo(ExitCodes.OK);
        assertThat(result.stderr()).contains("registry is not taken from a configuration that comes with the sources");
        assertThat(run("lock --update -c .drydock.yaml").stderr()).contains("a mirror is the http or https address");
    }

    @Test
    void aLockFileThatIsNotUnderstoodStopsTheRun() throws IOException {
        dockerfile("FROM HOST/team/app:1.2\n");
        Files.writeString(folder.resolve("drydock.lock"), "version: 1\nimages:\n  node: {}\n");
        CommandCase.Result result = run("check");
        assertThat(result.exit()).isEqualTo(ExitCodes.ERROR);
        assertThat(result.stderr()).startsWith("drydock: error: drydock.lock:3:3: ");
    }
}
