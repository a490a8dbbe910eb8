package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against a real engine, docker or podman: images from scratch with the static busybox of Debian, so that no registry is
 * needed. Without an engine these tests are skipped; where {@code CI} is set they fail.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ProveIT {
    private static final String DOCKERFILE = """
            FROM scratch
            COPY busybox /bin/busybox
            COPY . /app
            EXPOSE 8080
            CMD ["/bin/busybox", "sh", "/app/start"]
            """;

    private static String engine;
    private static Path busybox;
    private static boolean cleaned;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private List<String> before;

    @BeforeEach
    void findEngine() throws Exception {
        if (engine == null) {
            engine = List.of("docker", "podman").stream()
                    .filter(program -> run(program, "info").isPresent())
                    .findFirst()
                    .orElse("");
            busybox = List.of("/bin/busybox", "/usr/bin/busybox").stream()
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElse(Path.of(""));
        }
        boolean ready = !engine.isEmpty() && Files.isExecutable(busybox);
        if (!ready && System.getenv("CI") != null) {
            throw new AssertionError(
                    "no container engine answers, or busybox-static is not there: .ci/run installs both");
        }
        Assumptions.assumeTrue(ready, "skipped: no container engine answers, or busybox-static is not there");
        if (!cleaned) {
            // What a run of these tests left that was killed goes with the first trial, whatever that tries.
            Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY nowhere /\n");
            drydock("prove", "--isolated", "--yes", "--engine", engine);
            cleaned = true;
        }
        Files.copy(busybox, folder.resolve("busybox"));
        Files.setPosixFilePermissions(folder.resolve("busybox"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("Dockerfile"), DOCKERFILE);
        Files.writeString(folder.resolve("index.html"), "up\n");
        before = everything();
    }

    @AfterEach
    void nothingIsLeft() {
        if (before != null) {
            assertThat(everything()).isEqualTo(before);
        }
    }

    private static List<String> everything() {
        List<String> all = new ArrayList<>();
        for (List<String> list : List.of(
                List.of("ps", "--all", "--quiet"),
                List.of("images", "--all", "--quiet"),
                List.of("network", "ls", "--quiet"),
                List.of("volume", "ls", "--quiet"))) {
            List<String> words = new ArrayList<>(List.of(engine));
            words.addAll(list);
            all.addAll(new TreeSet<>(
                    run(words.toArray(String[]::new)).orElse("").lines().toList()));
        }
        return all;
    }

    /** Returns what a program prints, or empty if it fails. */
    private static Optional<String> run(String... words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private int drydock(String... arguments) {
        Surroundings surroundings =
                Surroundings.of(folder, System.getenv(), new ByteArrayInputStream(new byte[0]), false, false);
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Drydock.commandLine(surroundings, new PrintWriter(out), new PrintWriter(err))
                .execute(arguments);
    }

    private String evidence() throws IOException {
        return Files.readString(folder.resolve("drydock.evidence.yaml"));
    }

    @Test
    void whatHoldsIsWrittenAndWhatBreaksIsLeft() throws Exception {
        // Root writes there, and nobody else may; no folder of the application, which could change hands.
        Files.writeString(folder.resolve("start"), """
                /bin/busybox touch /etc/state.conf || exit 3
                exec /bin/busybox httpd -f -p 8080 -h /app
                """);

        assertThat(drydock("prove", "--isolated", "--yes", "--engine", engine))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("1 port answers as before")
                .contains("held       DD502")
                .contains("left out   DD101")
                .contains("it ends: exited 3: touch: /etc/state.conf: Permission denied");
        assertThat(evidence()).contains("port 8080: HTTP 2xx").contains("result: left out");

        assertThat(drydock("prove", "--isolated", "--yes", "--engine", engine)).isZero();
        assertThat(err.toString()).contains("nothing has changed since").contains("nothing to try");

        drydock("explain", "--why-not", "DD101", "Dockerfile");
        assertThat(out.toString()).contains("and left out: it ends: exited 3");
        drydock("fix", "--isolated");
        assertThat(out.toString()).contains("proof: tried on ").contains("and left out: it ends: exited 3");
        assertThat(Files.readString(folder.resolve("Dockerfile"))).isEqualTo(DOCKERFILE);
        assertThat(folder.resolve(".dockerignore")).exists();
        drydock("fix", "--isolated");
        assertThat(Files.readString(folder.resolve("Dockerfile"))).isEqualTo(DOCKERFILE);
    }

    @Test
    void whatNeverBuiltIsToldAndNotTried() throws Exception {
        Files.writeString(folder.resolve("start"), "exit 0\n");
        Files.writeString(folder.resolve("Dockerfile"), DOCKERFILE + "COPY nowhere /\n");
        assertThat(drydock("prove", "--isolated", "--yes", "--engine", engine)).isEqualTo(ExitCodes.FINDINGS);
        assertThat(err.toString()).contains("not tried: Dockerfile does not build:");
        assertThat(folder.resolve("drydock.evidence.yaml")).doesNotExist();
    }

    @Test
    void whatAKilledRunLeftIsRemovedByTheNextOne() throws Exception {
        Files.writeString(folder.resolve("start"), "exec /bin/busybox httpd -f -p 8080 -h /app\n");
        String host = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9-]", "-");
        // No process has this number: Linux ends at 4194304.
        run(engine, "volume", "create", "--label", "dev.drydock.trial=" + host + ".4194305.1", "left-by-a-killed-run");
        Path copies = Path.of(System.getProperty("java.io.tmpdir"), "drydock-trial-" + host + ".4194305.1_left");
        Files.createDirectories(copies.resolve("project"));
        assertThat(drydock("prove", "--isolated", "--yes", "--engine", engine))
                .as(err.toString())
                .isZero();
        assertThat(copies).doesNotExist();
    }

    @Test
    void theContainersOfAScriptAreTriedAndTheScriptIsNot() throws Exception {
        Files.writeString(folder.resolve("start"), "exec /bin/busybox httpd -f -p 8080 -h /app\n");
        Files.writeString(folder.resolve("run.sh"), """
                #!/bin/sh
                touch "$HOME/the-script-was-run"
                docker build -t drydock-test-of-scripts .
                docker run -d --restart=always --name web -p 8080:8080 -v pages:/srv drydock-test-of-scripts
                docker run -d --privileged drydock-test-of-scripts
                """);
        Path report = folder.resolve("report.json");
        drydock("prove", "--isolated", "--yes", "--engine", engine, "--report", "report.json", "run.sh");
        assertThat(err.toString()).contains("it is privileged; --allow privileged starts it");
        assertThat(out.toString())
                .as(err.toString())
                .contains("run.sh#command 2: port 8080: HTTP 2xx")
                .contains("held       DD953 run.sh, command 2")
                .doesNotContain("held       DD953 run.sh, command 3");
        assertThat(report).content().contains("\"outcome\" : \"held\"");
        assertThat(Path.of(System.getProperty("user.home"), "the-script-was-run"))
                .doesNotExist();
    }

    @Test
    void aBuildThatDoesNotEndIsEnded() throws Exception {
        Files.writeString(folder.resolve("start"), "exit 0\n");
        Files.writeString(folder.resolve("Dockerfile"), DOCKERFILE + "RUN [\"/bin/busybox\", \"sleep\", \"3000\"]\n");
        assertThat(drydock("prove", "--isolated", "--yes", "--engine", engine, "--time-limit", "10"))
                .isEqualTo(ExitCodes.FINDINGS);
        assertThat(err.toString()).contains("the build took longer than 10 s");
    }

    @Test
    void aContainerThatFloodsItsLogAndIgnoresSignalsIsTriedAndRemoved() throws Exception {
        Files.writeString(folder.resolve("start"), """
                trap '' TERM
                /bin/busybox httpd -p 8080 -h /app
                while :; do echo flood; done
                """);
        assertThat(drydock("prove", "--isolated", "--yes", "--engine", engine, "--start-limit", "8"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("1 port answers as before");
    }

    @Test
    void whatIsWrittenOnlyOnRequestIsSeenOnlyByWhoAsks() throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), DOCKERFILE.replace("COPY . /app", """
                RUN ["/bin/busybox", "ln", "-s", "/bin/busybox", "/bin/sh"]
                COPY . /app"""));
        Files.writeString(folder.resolve("start"), "exec /bin/busybox httpd -f -p 8080 -h /app\n");
        Path program = Files.createDirectory(folder.resolve("cgi-bin")).resolve("save");
        Files.writeString(program, """
                #!/bin/busybox sh
                place=spo; place=/${place}ol
                /bin/busybox mkdir -p $place && echo x >$place/x && printf 'Content-Type: text/plain\\r\\n\\r\\nsaved\\n'
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(drydock("prove", "--isolated", "--yes", "--engine", engine))
                .as(err.toString())
                .isZero();
        assertThat(evidence()).contains("port 8080: HTTP 2xx").doesNotContain("/spool", "cgi-bin");

        String probe = "/bin/busybox wget -q -O - http://127.0.0.1:8080/cgi-bin/save | /bin/busybox grep saved";
        assertThat(drydock("prove", "--isolated", "--yes", "--update", "--engine", engine, "--probe", probe))
                .as(err.toString())
                .isZero();
        // Where nobody may set limits, an engine may start containers and yet refuse programs in them.
        Assumptions.assumeFalse(
                evidence().contains("exit code 126"), "skipped: the engine runs no program in containers");
        assertThat(evidence()).contains("cgi-bin/save").contains("exit code 0").contains("- \"/spool\"");
        assertThat(out.toString()).as(err.toString()).contains("held       DD101");
    }

    @Test
    void aContainerThatForksWithoutEndIsBounded() throws Exception {
        Files.writeString(folder.resolve("start"), """
                /bin/busybox httpd -p 8080 -h /app
                (while :; do /bin/busybox sleep 1000 & done)
                exec /bin/busybox sleep 1000
                """);
        int code = drydock("prove", "--isolated", "--yes", "--engine", engine, "--start-limit", "8");
        assertThat(code).as(err.toString()).isIn(ExitCodes.OK, ExitCodes.FINDINGS);
    }

    @Test
    void whatFailsAtOnceIsNoTrial() throws Exception {
        Files.writeString(folder.resolve("start"), "echo TOKEN_OF_THE_SERVICE is not set; exit 7\n");
        assertThat(drydock("prove", "--isolated", "--yes", "--engine", engine)).isEqualTo(ExitCodes.FINDINGS);
        assertThat(err.toString())
                .contains("Dockerfile: as it is, it ends at once, exited 7: TOKEN_OF_THE_SERVICE is not set");
        assertThat(folder.resolve("drydock.evidence.yaml")).doesNotExist();
    }

    @Test
    void nothingIsStartedUnlessSomebodySaysSo() {
        assertThat(drydock("prove", "--isolated", "--engine", engine)).isEqualTo(ExitCodes.ERROR);
        assertThat(err.toString()).contains("--yes says that you trust them");
        assertThat(drydock("prove", "--isolated", "--yes", "--engine", "no-such-engine"))
                .isEqualTo(ExitCodes.ERROR);
        assertThat(err.toString()).contains("no-such-engine is not there");
    }
}
