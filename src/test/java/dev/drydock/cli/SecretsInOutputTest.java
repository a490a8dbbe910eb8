package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.git.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No command prints a secret that stands in a file that it reads, in any format and at any verbosity. */
class SecretsInOutputTest {
    private static final List<String> SECRETS = List.of(
            "hunter2-long",
            "two 3 words",
            "npm_q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8",
            "Zxc98765Vbn",
            "Rtz-445566",
            "Poi-778899",
            "MIIEowIBAAKCAQEA1234",
            "fallback-4711");

    private static final String DOCKERFILE = """
            FROM node:18
            MAINTAINER me
            ENV DB_PASSWORD=hunter2-long \\
                API_TOKEN="two 3 words"
            ARG NPM_TOKEN=npm_q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8
            ADD a /a
            RUN curl -u me:Zxc98765Vbn http://example.com/ && echo 'root:Rtz-445566' | chpasswd
            # it was Zxc98765Vbn
            RUN echo "-----BEGIN RSA PRIVATE KEY-----\\n\\
            MIIEowIBAAKCAQEA1234\\n\\
            -----END RSA PRIVATE KEY-----" > /key
            ADD https://me:Poi-778899@example.com/x.bin /x
            ADD b /b
            CMD ["x", "--password", "hunter2-long"]
            """;

    private static final String COMPOSE = """
            services:
              db:
                image: postgres:15
                build: .
                privileged: true
                environment:
                  POSTGRES_PASSWORD: hunter2-long
                  API_TOKEN: ${API_TOKEN:-fallback-4711}
                  DATABASE_URL: "postgres://me:Poi-778899@db/x"
            """;

    @TempDir
    Path temp;

    private Path project;
    private GitCommand git;

    @BeforeEach
    void aProjectWithSecrets() throws IOException {
        project = temp.resolve("project");
        git = GitCommand.init(project);
        Files.writeString(project.resolve("broken.Dockerfile"), "FROM a\nENV\nPASSWORD=hunter2-long x\nRUN <<E\n");
        git.write("Dockerfile", DOCKERFILE)
                .write("docker-compose.yml", COMPOSE)
                .write("broken/compose.yaml", "services: {a: {environment: [A_TOKEN=hunter2-long, ]\n")
                .commitAll("first");
    }

    @Test
    void noFormatHoldsOne() {
        List<String> commands = new ArrayList<>();
        for (String verbosity : List.of("", " -v", " -vv")) {
            for (RunOptions.Threshold threshold : RunOptions.Threshold.values()) {
                commands.add("diff --explain -t " + threshold.name().toLowerCase(Locale.ROOT) + verbosity);
            }
            for (String format :
                    List.of("text", "json", "sarif", "github", "gitlab", "checkstyle", "junit", "markdown", "diff")) {
                commands.add("check -f " + format + verbosity);
            }
            commands.add("branch --dry-run" + verbosity);
            commands.add("explain --why-not Dockerfile" + verbosity);
        }
        for (String command : commands) {
            for (String safety : List.of("", " --safety suggest")) {
                boolean levels = !command.startsWith("explain");
                tellsNothing(CommandCase.in(project).run("drydock " + command + (levels ? safety : "")), command);
            }
        }
    }

    @Test
    void fixTellsNothingAndWritesTheFileAsItIs() throws IOException {
        CommandCase.Result result = CommandCase.in(project).run("drydock fix -vv --select add-to-copy");

        tellsNothing(result, "fix");
        assertThat(Files.readString(project.resolve("Dockerfile")))
                .isEqualTo(DOCKERFILE.replace("ADD a", "COPY a").replace("ADD b", "COPY b"));
    }

    @Test
    void aMaskedPatchSaysThatItCannotBeApplied() {
        CommandCase folder = CommandCase.in(project);
        String masked = folder.run("drydock diff --safety suggest --select env-secret-out Dockerfile")
                .stdout();
        String whole = folder.run("drydock diff --show-secrets --safety suggest --select env-secret-out Dockerfile")
                .stdout();

        assertThat(masked).contains("-ENV DB_PASSWORD=******** \\").contains("it cannot be applied");
        assertThat(whole).contains("-ENV DB_PASSWORD=hunter2-long \\").doesNotContain("cannot be applied");
    }

    private static void tellsNothing(CommandCase.Result result, String command) {
        for (String secret : SECRETS) {
            assertThat(result.stdout() + result.stderr()).as(command).doesNotContain(secret);
        }
    }
}
