package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.git.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program signs as the user's own Git configuration says, which it finds where Git finds it. */
class SignedCommitIT {

    @TempDir
    Path temp;

    @Test
    void theUsersConfigurationSignsAndNamesTheAuthor() throws IOException, InterruptedException {
        Path home = Files.createDirectories(temp.resolve("home"));
        Path key = Files.createDirectories(home.resolve(".ssh")).resolve("sign");
        assertThat(new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        Files.writeString(home.resolve(".gitconfig"), """
                [user]
                    name = A Maintainer
                    email = maintainer@example.org
                    signingKey = ~/.ssh/sign.pub
                [commit]
                    gpgSign = true
                [gpg]
                    format = ssh
                """);
        Path allowed = Files.writeString(
                temp.resolve("allowed"), "maintainer@example.org " + Files.readString(home.resolve(".ssh/sign.pub")));
        GitCommand git = GitCommand.init(temp.resolve("repo"));
        git.write("Dockerfile", "FROM alpine:3.19\nRUN apk add curl\n").commitAll("feat(docker): first");
        git.run("commit", "-q", "--allow-empty", "-m", "chore: second");
        git.run("commit", "-q", "--allow-empty", "-m", "fix(docker): third");

        BuiltProgram drydock = new BuiltProgram(git.folder(), home);
        CommandCase.Result result = drydock.run("branch", "--signoff");
        assertThat(result.exit()).as(result.stderr()).isZero();
        GitCommand.Result verified = git.tryRun(
                "-c",
                "gpg.format=ssh",
                "-c",
                "gpg.ssh.allowedSignersFile=" + allowed,
                "verify-commit",
                "drydock/fixes");
        assertThat(verified.output()).contains("Good \"git\" signature for maintainer@example.org");
        assertThat(verified.status()).isZero();
        String format = "--format=%an <%ae>|%(trailers:key=Signed-off-by,valueonly,separator=%x2C)";
        assertThat(git.run("log", "-1", format, "drydock/fixes"))
                .isEqualTo("A Maintainer <maintainer@example.org>|A Maintainer <maintainer@example.org>");

        CommandCase.Result unsigned = drydock.run("branch", "--no-sign", "--branch-prefix", "plain/");
        assertThat(unsigned.exit()).as(unsigned.stderr()).isZero();
        assertThat(git.run("cat-file", "-p", "plain/fixes")).doesNotContain("gpgsig");
    }
}
