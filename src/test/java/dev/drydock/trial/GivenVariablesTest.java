package dev.drydock.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a repair takes out of a file is supplied in its trial. */
class GivenVariablesTest {
    @Test
    void whatAnImageNoLongerSetsIsSuppliedAsItWas() {
        GivenVariables given = new GivenVariables();
        given.remember("web", List.of("PATH=/bin", "TOKEN=a=b", "EMPTY="));
        given.remember("web", List.of("TOKEN=other"));
        assertThat(given.missing("web", List.of("PATH=/usr/bin", "EMPTY="))).containsExactly(Map.entry("TOKEN", "a=b"));
        assertThat(given.missing("other", List.of())).isEmpty();
    }

    @Test
    void whatAnotherStageOrTheBaseSetsIsNotSupplied() {
        Dockerfile before = parsed("FROM node:22\nENV TOKEN=a\nENV MODE=fast\n");
        Dockerfile after = parsed("FROM node:22 AS build\nENV MODE=fast\nFROM node:22-slim\n");
        GivenVariables given = new GivenVariables();
        given.remember("web", List.of("NODE_VERSION=22", "TOKEN=a", "MODE=fast"), before);
        assertThat(given.takenOut("web", List.of(), after)).containsExactly(Map.entry("TOKEN", "a"));
    }

    private static Dockerfile parsed(String text) {
        return new ProjectFile(ProjectPath.of("Dockerfile"), FileKind.DOCKERFILE, SourceText.of(text)).dockerfile();
    }

    @Test
    void aVariableThatALineOnlyNamesHasTheValueFromBefore() {
        GivenVariables given = new GivenVariables();
        List<String> options = List.of("--name=db", "--env=POSTGRES_PASSWORD=pw", "--env=HOME");
        given.remember("db", GivenVariables.ofOptions(options));
        assertThat(given.supplied("db", "--env=POSTGRES_PASSWORD")).isEqualTo("--env=POSTGRES_PASSWORD=pw");
        assertThat(given.supplied("db", "--env=POSTGRES_PASSWORD=new")).isEqualTo("--env=POSTGRES_PASSWORD=new");
        assertThat(given.supplied("db", "--env=HOME")).isEqualTo("--env=HOME");
        assertThat(given.supplied("db", "--name=db")).isEqualTo("--name=db");
    }
}
