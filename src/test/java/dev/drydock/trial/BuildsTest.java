package dev.drydock.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of the log of a build. */
class BuildsTest {
    @Test
    void anImageThatIsNotThereIsToldOnceWithoutTheStepsBefore() {
        String log = """
                #1 [internal] load build definition from web.dockerfile
                #1 transferring dockerfile: 304B 0.0s done
                #1 DONE 0.1s

                #2 [internal] load metadata for docker.io/library/node:26
                #2 ERROR: docker.io/library/node:26: not found
                ------
                 > [internal] load metadata for docker.io/library/node:26:
                ------
                 \u001b[33m1 warning found (use docker --debug to expand):
                \u001b[0m - JSONArgsRecommended: JSON arguments recommended for CMD (line 3)
                web.dockerfile:3
                --------------------
                   2 |
                   3 | >>> FROM node:26
                --------------------
                ERROR: failed to build: failed to solve: node:26: docker.io/library/node:26: not found
                """;
        assertThat(Builds.why(log)).isEqualTo("ERROR: docker.io/library/node:26: not found");
    }

    @Test
    void whatAStepPrintedInBracketsIsNoStep() {
        String log = """
                #7 [build 2/3] RUN mvn -q package
                #7 4.20 [ERROR] COMPILATION ERROR :
                #7 4.20 [ERROR] /src/App.java:[3,5] cannot find symbol
                #7 ERROR: process "/bin/sh -c mvn -q package" did not complete successfully: exit code: 1
                """;
        assertThat(Builds.why(log))
                .startsWith("[ERROR] COMPILATION ERROR :; [ERROR] /src/App.java:[3,5] cannot find symbol; ERROR: ");
    }

    @Test
    void theHintWhereToReadMoreIsNoReason() {
        assertThat(Lines.reason("""
                docker: Error response from daemon: no command specified

                Run 'docker run --help' for more information
                """)).isEqualTo("docker: Error response from daemon: no command specified");
        assertThat(Lines.reason("")).isEmpty();
    }

    @Test
    void theImagesOfABuildAreReadFromItsLogWithTheirDigests() {
        String digest = "sha256:" + "ab".repeat(32);
        Map<String, String> known =
                Map.of("docker.io/library/debian:12", digest, "docker.io/library/debian:11", digest);
        Bases bases = new Bases(name -> Optional.ofNullable(known.get(name))
                .flatMap(each -> Json.parse("[{\"RepoDigests\": [\"debian@" + each + "\"]}]")));
        bases.addFrom("""
                #2 [internal] load metadata for docker.io/library/golang:1.26
                #3 [internal] load metadata for docker.io/library/debian:12
                #4 [build 1/2] FROM docker.io/library/golang:1.26@sha256:%s
                #5 [stage-1 1/3] FROM docker.io/library/debian:12
                #6 [stage-1 2/3] RUN echo FROM docker.io/library/debian:11
                #7 [other 1/1] FROM docker.io/library/debian:11
                a line FROM nowhere
                """.formatted("cd".repeat(32)));
        assertThat(bases.digests())
                .containsOnly(Map.entry("debian:12", digest), Map.entry("golang:1.26", "sha256:" + "cd".repeat(32)));
        Bases ofPodman = new Bases(name -> name.equals("build")
                ? Optional.empty()
                : Json.parse("[{\"RepoDigests\": [\"" + name + "@" + digest + "\"]}]"));
        ofPodman.addFrom("STEP 1/4: FROM docker.io/library/debian:12 AS build\n[2/2] STEP 1/2: FROM build\n");
        assertThat(ofPodman.digests()).containsOnly(Map.entry("debian:12", digest));
    }
}
