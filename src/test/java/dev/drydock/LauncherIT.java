package dev.drydock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the packaged jar, as whole processes. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("drydock").toAbsolutePath();

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    private record Output(int exit, String stdout, String stderr) {}

    @BeforeEach
    void surroundings() throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nADD app /app\n");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    @Test
    void runsTheJarAndPassesItsExitCodeOn() throws Exception {
        Output diff = run(LAUNCHER.toString(), "diff", "--select", "add-to-copy", "Dockerfile");

        assertThat(diff.exit()).isEqualTo(1);
        assertThat(diff.stdout()).contains("-ADD app /app\n+COPY app /app\n");
        assertThat(diff.stderr()).isEqualTo("1 file: 1 to fix, 0 left\n");
    }

    @Test
    void theArchiveOfTheBuildIsPreferred() throws Exception {
        run(LAUNCHER.toString(), "check", "-q", "Dockerfile");

        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void keepsAnArchiveThatChangesNothingInTheOutput() throws Exception {
        useJarWithoutArchive();
        Output first = run(LAUNCHER.toString(), "diff", "-q", "Dockerfile");
        Output second = run(LAUNCHER.toString(), "diff", "-q", "Dockerfile");

        assertThat(archives()).hasSize(1);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void anArchiveThatWasMadeInAnotherPlaceIsNotTaken() throws Exception {
        useJarWithoutArchive();
        try (Stream<Path> files = Files.list(LAUNCHER.resolveSibling("target"))) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("drydock-"))
                    .toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }

        run(LAUNCHER.toString(), "check", "-q", "Dockerfile");

        assertThat(archives()).hasSize(1);
    }

    @Test
    void aDamagedArchiveIsNoReasonToFail() throws Exception {
        useJarWithoutArchive();
        Output first = run(LAUNCHER.toString(), "diff", "-q", "Dockerfile");
        Path archive = archives().get(0);
        assertThat(archive.toFile().setWritable(true)).isTrue();
        Files.write(archive, "not an archive".getBytes(StandardCharsets.US_ASCII));

        Output second = run(LAUNCHER.toString(), "diff", "-q", "Dockerfile");

        assertThat(second.stdout()).isEqualTo(first.stdout());
        assertThat(second.exit()).isEqualTo(first.exit());
    }

    @Test
    void needsNoCacheFolder() throws Exception {
        environment.put("XDG_CACHE_HOME", "/dev/null");

        assertThat(run(LAUNCHER.toString(), "version").exit()).isZero();
        assertThat(run(LAUNCHER.toString(), "check", "-q", "Dockerfile").exit()).isEqualTo(1);
    }

    @Test
    void findsTheJarThroughLinks() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("a b/bin"));
        Path link = Files.createSymbolicLink(bin.resolve("dd"), bin.relativize(folder.resolve("other")));
        Files.createSymbolicLink(folder.resolve("other"), LAUNCHER);

        assertThat(run(link.toString(), "version").stdout()).startsWith("drydock ");
    }

    @Test
    void neverBuildsAndSaysHowTo() throws Exception {
        Path checkout = Files.createDirectory(folder.resolve("checkout"));
        Files.copy(LAUNCHER, checkout.resolve("drydock"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(checkout.resolve("pom.xml"), "");

        Output output = run(checkout.resolve("drydock").toString(), "version");

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.stderr()).contains("not built: run `mvn -q -DskipTests package`");
        assertThat(output.stdout()).isEmpty();
    }

    @Test
    void refusesAnOldJava() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk8/bin"));
        Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"1.8.0_402\"\n");
        Path java = Files.writeString(old.resolve("java"), "#!/bin/sh\nexit 99\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        environment.put("DRYDOCK_JAVA", java.toString());

        Output output = run(LAUNCHER.toString(), "version");

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.stderr()).contains("must be Java 17 or newer").contains("version 1.8.0_402");
    }

    @Test
    void filesWithNonAsciiNamesAreFoundInThePlainLocale() throws Exception {
        Files.writeString(folder.resolve("caf\u00E9.Dockerfile"), "FROM scratch\nADD app /app\n");
        environment.put("LC_ALL", "");
        environment.put("LANG", "");

        Output output = run(LAUNCHER.toString(), "check", "--select", "add-to-copy", ".");

        assertThat(output.stdout()).contains("caf\u00E9.Dockerfile:2:1: DD501");
    }

    @Test
    void runsUnderOtherShells() throws Exception {
        for (List<String> shell : List.of(List.of("dash"), List.of("busybox", "sh"), List.of("bash", "--posix"))) {
            if (!isInstalled(shell.get(0))) {
                continue;
            }
            List<String> command = new ArrayList<>(shell);
            command.add(LAUNCHER.toString());
            command.add("version");
            assertThat(run(command.toArray(String[]::new)).stdout())
                    .as(shell.toString())
                    .startsWith("drydock ");
        }
    }

    @Test
    void anUnwritableOutputIsAnError() throws Exception {
        assumeThat(Path.of("/dev/full")).exists();

        Output output = run("sh", "-c", "\"$0\" check Dockerfile > /dev/full", LAUNCHER.toString());

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.stderr()).contains("cannot write to standard output");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** As if the build had been made for another runtime. */
    private void useJarWithoutArchive() throws IOException {
        Path jar = LAUNCHER.resolveSibling("target").resolve("drydock.jar");
        environment.put(
                "DRYDOCK_JAR", Files.copy(jar, folder.resolve("drydock.jar")).toString());
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache/drydock"))) {
            return files.toList();
        }
    }

    private Output run(String... command) throws IOException, InterruptedException {
        Path stdout = folder.resolveSibling(folder.getFileName() + ".out");
        Path stderr = folder.resolveSibling(folder.getFileName() + ".err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile())
                .start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        Output output = new Output(exit, Files.readString(stdout), Files.readString(stderr));
        Files.delete(stdout);
        Files.delete(stderr);
        return output;
    }
}
