package dev.drydock.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final ProjectPath PATH = ProjectPath.of("api/Dockerfile");
    private static final SourceText BEFORE = SourceText.of("FROM node\n");
    private static final SourceText AFTER = SourceText.of("FROM node\nUSER node\n");
    private static final FindingKey KEY =
            new FindingKey("DD101", PATH, "final stage", "the container runs as \"root\"\u00e9");

    private static Evidence evidence() {
        Observed seen = new Observed(
                List.of(80, 22),
                List.of(80),
                List.of("/data"),
                List.of(0),
                64,
                16,
                Optional.of(List.of("CHOWN")),
                List.of("wget", "-q"));
        Proof proof = new Proof(
                new TreeMap<>(
                        Map.of(PATH, new ProvenText(Optional.of(ProvenText.digest(BEFORE)), ProvenText.digest(AFTER)))),
                DAY,
                Optional.of("0123456789abcdef0123456789abcdef01234567"),
                "docker 28",
                new TreeMap<>(Map.of("node:22", "sha256:" + ProvenText.digest(BEFORE))),
                "builds",
                List.of("port 80: HTTP 2xx"),
                new TreeMap<>(Map.of("api/Dockerfile", seen)),
                new TreeMap<>(Map.of(
                        KEY,
                        Verdict.HELD,
                        new FindingKey("DD805", PATH, "final stage", "none"),
                        Verdict.leftOut("it fails"))));
        return new Evidence(List.of(proof));
    }

    private static Project project(SourceText text) {
        return new Project(List.of(new ProjectFile(PATH, FileKind.DOCKERFILE, text)), Workspace.UNKNOWN);
    }

    @Test
    void whatIsWrittenIsReadBack() throws EvidenceFormatException {
        String text = EvidenceWriter.write(evidence());
        assertThat(EvidenceReader.read(text, DAY)).isEqualTo(evidence());
        assertThat(EvidenceWriter.write(EvidenceReader.read(text, DAY))).isEqualTo(text);
    }

    @Test
    void itHoldsForTheTextFromBeforeAndAfterAndForNoOther() {
        assertThat(evidence().of(project(BEFORE))).isPresent();
        assertThat(evidence().of(project(AFTER))).isPresent();
        assertThat(evidence().of(project(SourceText.of("FROM node \n")))).isEmpty();
    }

    @Test
    void aNewProofTakesThePlaceOfTheOldOne() {
        assertThat(evidence().with(evidence().proofs().get(0)).proofs()).hasSize(1);
    }

    @Test
    void pathsAreNamedFromAnotherFolder() {
        Evidence moved = evidence()
                .renamed(path -> path.value().startsWith("api/")
                        ? ProjectPath.parse(path.value().substring(4))
                        : Optional.empty());
        assertThat(moved.proofs().get(0).files()).containsOnlyKeys(ProjectPath.of("Dockerfile"));
        assertThat(moved.proofs().get(0).observed()).containsOnlyKeys("Dockerfile");
        assertThat(evidence().renamed(path -> Optional.empty())).isEqualTo(Evidence.NONE);
    }

    @Test
    void aHostileFileIsNone() {
        String good = EvidenceWriter.write(evidence());
        for (String bad : List.of(
                "",
                "- a",
                "version: 2\nproofs: []\n",
                "a: &a [*a]\n",
                good.replace("api/Dockerfile", "../../etc/passwd"),
                good.replace("result: held", "result: safe"),
                good.replace("2026-11-28", "2026-11-29"),
                good.replace("2026-11-28", "soon"),
                good.replace("[22, 80]", "[-1]"),
                good.replace("scope: \"final stage\"", "scope: [x]"),
                good.replaceFirst("after: \"[0-9a-f]{8}", "after: \"zzzzzzzz"),
                good + "proofs: []\n",
                "version: 1\nproofs:" + "[".repeat(100_000))) {
            assertThatThrownBy(() -> EvidenceReader.read(bad, DAY))
                    .as(bad.substring(0, Math.min(60, bad.length())))
                    .isInstanceOf(EvidenceFormatException.class)
                    .hasMessageNotContaining("passwd");
        }
    }
}
