package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.git.GitCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commit is tried, not the checkout. The engine is played by a script whose containers do their work and end. */
@DisabledOnOs(OS.WINDOWS)
class CommitProvingTest {
    private static final String ENGINE = """
            #!/bin/sh
            case "$1" in
            version) echo 28.0 ;;
            --version) echo Docker version 28.0 ;;
            build)
                while [ $# -gt 0 ]; do
                    [ "$1" = --iidfile ] && echo sha256:1 >"$2"
                    shift
                done ;;
            image) echo '[{"Config": {}}]' ;;
            run) echo 0123456789 ;;
            container) echo '[{"State": {"Running": false, "Status": "exited", "ExitCode": 0}}]' ;;
            esac
            """;

    @TempDir
    Path temp;

    private GitCommand git;
    private Path engine;

    @BeforeEach
    void aRepository() throws Exception {
        engine = Files.writeString(temp.resolve("docker"), ENGINE);
        Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwxr-xr-x"));
        git = GitCommand.init(temp.resolve("repo"));
        git.run("config", "user.name", "A Person");
        git.run("config", "user.email", "person@example.org");
        git.write("job/Dockerfile", """
                FROM python:3.12-slim
                WORKDIR /app
                COPY job.py ./
                EXPOSE 8000
                CMD ["python", "job.py"]
                """).write("job/job.py", "print(1)\n");
        git.commitAll("first");
        git.write("job/Dockerfile", "FROM nowhere\n");
    }

    private CommandCase.Result drydock(String arguments) {
        return CommandCase.in(git.folder())
                .run("HOME=" + temp.resolve("home") + " XDG_CONFIG_HOME=" + temp.resolve("home") + " drydock "
                        + arguments);
    }

    @Test
    void aSuggestionThatHeldIsInTheBranchWithItsProof() {
        assertThat(drydock("pr --no-push --quiet").exit()).isZero();
        String without = git.run("for-each-ref", "--format=%(refname:short)", "refs/heads/drydock");
        assertThat(without.lines().map(branch -> git.run("show", branch + ":job/Dockerfile")))
                .noneMatch(text -> text.contains("HEALTHCHECK"));
        CommandCase.Result result = drydock("pr --no-push --prove --yes --engine " + engine);
        assertThat(result.exit()).as(result.stderr()).isZero();
        assertThat(result.stderr()).contains("held       DD805 job/Dockerfile");
        String branches = git.run("for-each-ref", "--format=%(refname:short)", "refs/heads/drydock");
        assertThat(branches.lines().map(branch -> git.run("show", branch + ":job/Dockerfile")))
                .anyMatch(text -> text.contains("HEALTHCHECK"));
        assertThat(git.folder().resolve("drydock.evidence.yaml")).doesNotExist();
    }

    @Test
    void nothingIsTriedUnlessSomebodySaysSo() {
        CommandCase.Result result = drydock("pr --no-push --prove --engine " + engine);
        assertThat(result.exit()).isEqualTo(ExitCodes.ERROR);
        assertThat(result.stderr()).contains("--yes says that you trust them");
        CommandCase.Result bot = drydock("bot --org example --base-url http://127.0.0.1:1 --platform gitea --prove");
        assertThat(bot.exit()).isEqualTo(ExitCodes.ERROR);
        assertThat(bot.stderr()).contains("bot --prove builds and runs what the repositories say");
    }
}
