package dev.drydock.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Dockerfile, DOCKERFILE, CERTAIN",
        "dockerfile, DOCKERFILE, CERTAIN",
        "DockerFile, DOCKERFILE, CERTAIN",
        "Containerfile, DOCKERFILE, CERTAIN",
        "api.Dockerfile, DOCKERFILE, CERTAIN",
        "api.dockerfile, DOCKERFILE, CERTAIN",
        "Dockerfile.prod, DOCKERFILE, CERTAIN",
        "Dockerfile-dev, DOCKERFILE, CERTAIN",
        "Dockerfile_old, DOCKERFILE, CERTAIN",
        "Dockerfile.py, DOCKERFILE, POSSIBLE",
        "Dockerfile.bak, DOCKERFILE, POSSIBLE",
        "Dockerfile2, DOCKERFILE, POSSIBLE",
        "dockerfile_parser.go, DOCKERFILE, POSSIBLE",
        "Dockerfile.j2, DOCKERFILE, TEMPLATE",
        "Dockerfile.alpine.erb, DOCKERFILE, TEMPLATE",
        "api.Dockerfile.tmpl, DOCKERFILE, TEMPLATE",
        "compose.yaml, COMPOSE, CERTAIN",
        "docker-compose.yml, COMPOSE, CERTAIN",
        "docker-compose.override.yml, COMPOSE, CERTAIN",
        "compose-dev.yaml, COMPOSE, CERTAIN",
        "Docker-Compose.yml, COMPOSE, CERTAIN",
        "docker-compose.yml.j2, COMPOSE, TEMPLATE",
        "deploy.sh, SHELL_SCRIPT, IF_IT_RUNS_CONTAINERS",
        "GNUmakefile, MAKEFILE, IF_IT_RUNS_CONTAINERS",
        "/src/.github/workflows/ci.yml, CI_WORKFLOW, IF_IT_RUNS_CONTAINERS",
        ".gitlab-ci.yml, CI_WORKFLOW, IF_IT_RUNS_CONTAINERS",
        "units/web.service, SYSTEMD_UNIT, IF_IT_RUNS_CONTAINERS",
        "docs/Use.md, MARKDOWN, IF_IT_RUNS_CONTAINERS",
    })
    void knows(String name, String kind, String verdict) {
        assertThat(FileNames.match(name))
                .hasValueSatisfying(match ->
                        assertThat(match.kind() + " " + match.verdict()).isEqualTo(kind + " " + verdict));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dockerfile.dockerignore",
                ".dockerignore",
                "Dockerfile.md",
                "Dockerfile.json",
                "Dockerfile~",
                "composer.yaml",
                "compose.json",
                "docker-composer.yml",
                "mydockerfile",
                "ci.yml",
                "file"
            })
    void leavesOut(String name) {
        assertThat(FileNames.match(name)).isEmpty();
    }
}
