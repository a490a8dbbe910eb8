package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An engine that stops answering, played by a script: one line, exit code 2, and nothing written. */
@DisabledOnOs(OS.WINDOWS)
class DyingEngineTest {
    /** Builds and starts whatever it is told, and prints its environment into the log of the build. */
    private static final String ENGINE = """
            #!/bin/sh
            case "$1" in
            version) echo 28.0 ;;
            --version) echo Docker version 28.0 ;;
            build)
                env >&2
                while [ $# -gt 0 ]; do
                    [ "$1" = --iidfile ] && echo sha256:1 >"$2"
                    shift
                done
                exit %BUILD% ;;
            image) echo '[{"Config": {}}]' ;;
            run) echo 0123456789 ;;
            container|exec|logs|diff|top|stats|restart)
                echo 'Cannot connect to the Docker daemon' >&2
                exit 1 ;;
            esac
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path project;

    @BeforeEach
    void makeProject() throws Exception {
        project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(project.resolve("Dockerfile"), "FROM python:3.12-slim\nCMD [\"python\"]\n");
    }

    private int prove(int build, String... options) throws Exception {
        Path engine = Files.writeString(folder.resolve("docker"), ENGINE.replace("%BUILD%", String.valueOf(build)));
        Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwxr-xr-x"));
        Surroundings surroundings =
                Surroundings.of(project, Map.of(), new ByteArrayInputStream(new byte[0]), false, false);
        String[] words = new String[options.length + 5];
        System.arraycopy(new String[] {"prove", "--isolated", "--yes", "--engine", engine.toString()}, 0, words, 0, 5);
        System.arraycopy(options, 0, words, 5, options.length);
        return Drydock.commandLine(surroundings, new PrintWriter(out), new PrintWriter(err))
                .execute(words);
    }

    @Test
    void anEngineThatDiesInTheMiddleIsOneLine() throws Exception {
        assertThat(prove(0)).isEqualTo(ExitCodes.ERROR);
        assertThat(err.toString())
                .contains("drydock: error: the engine no longer answers, or has lost a container that it started");
        assertThat(project.resolve("drydock.evidence.yaml")).doesNotExist();
    }

    @Test
    void aReportIsWrittenAndLogsAreKeptOfWhatDoesNotBuild() throws Exception {
        assertThat(prove(1, "--report", "report.md", "--keep-logs", "logs")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(project.resolve("report.md")).content().contains("not tried: Dockerfile does not build:");
        assertThat(project.resolve("logs/001-build.log"))
                .content()
                .contains("DOCKER_BUILDKIT=1")
                .doesNotContain("DRYDOCK_TOKEN");
    }
}
