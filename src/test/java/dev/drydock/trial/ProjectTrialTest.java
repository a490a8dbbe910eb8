package dev.drydock.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Selection;
import dev.drydock.evidence.FindingKey;
import dev.drydock.evidence.Observed;
import dev.drydock.evidence.Verdict;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.SourceText;
import dev.drydock.transform.Facts;
import dev.drydock.transform.builtin.BuiltInTransforms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** With containers that only pretend: what they can live with is a condition on the text of the compose file. */
class ProjectTrialTest {
    private static final ProjectPath FILE = ProjectPath.of("compose.yaml");
    private static final String TEXT = """
            services:
              ping:
                image: example.org/own/ping:2
              store:
                image: example.org/own/store:1
            """;

    private static Observation running() {
        return new Observation(
                Observation.RUNNING,
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                Observation.RUNNING,
                Observed.NOTHING,
                List.of());
    }

    private static Observation failing(String why) {
        return new Observation(
                "exited 1", new TreeMap<>(), new TreeMap<>(), Optional.empty(), "", Observed.NOTHING, List.of(why));
    }

    /** The services of the file, each with what it cannot live with and what it says then. */
    private static class Pretended implements Rig {
        private final Map<String, Predicate<String>> broken;
        private final Map<String, String> refused;
        private final Set<String> needed = new HashSet<>();
        private int starts;

        Pretended(Map<String, Predicate<String>> broken, Map<String, String> refused, Set<String> needed) {
            this.broken = broken;
            this.refused = refused;
            this.needed.addAll(needed);
        }

        String complaint(String service) {
            return service + ": permission denied";
        }

        private static String service(Project project, String name) {
            String text = project.file(FILE).orElseThrow().source().text();
            int start = text.indexOf("  " + name + ":");
            int end = text.indexOf("\n  s", start);
            return text.substring(start, end < 0 ? text.length() : end);
        }

        @Override
        public Map<String, Comparison> original(Project project) {
            Map<String, Comparison> originals = new TreeMap<>();
            broken.keySet().stream()
                    .filter(name -> !refused.containsKey(FILE + "#" + name))
                    .forEach(name -> originals.put(FILE + "#" + name, new Comparison(running(), running())));
            return originals;
        }

        @Override
        public Map<String, Observation> repaired(Project version) {
            starts++;
            Map<String, Observation> seen = new TreeMap<>();
            broken.forEach((name, test) -> seen.put(
                    FILE + "#" + name, test.test(service(version, name)) ? failing(complaint(name)) : running()));
            return seen;
        }

        @Override
        public Optional<Map<String, Observation>> withCapabilities(
                Project version, String container, List<String> capabilities) {
            starts++;
            return Optional.of(Map.of(
                    container, capabilities.containsAll(needed) ? running() : failing("operation not permitted")));
        }

        @Override
        public Map<String, String> refused() {
            return refused;
        }

        @Override
        public boolean covers(FindingKey repair) {
            return !refused.containsKey(FILE + "#" + repair.scope().replace("service ", ""));
        }
    }

    private static ProjectTrial.Proven prove(Rig rig) throws TrialFailedException {
        Project project =
                new Project(List.of(new ProjectFile(FILE, FileKind.COMPOSE, SourceText.of(TEXT))), Workspace.UNKNOWN);
        Engine engine = new Engine(
                Catalogue.packaged(BuiltInTransforms.all()), new Facts(Knowledge.packaged()), Selection.DEFAULT);
        return new ProjectTrial(
                        project,
                        engine,
                        List.of(rig),
                        "docker 28",
                        LocalDate.of(2026, 11, 29),
                        Optional.empty(),
                        text -> text,
                        progress -> {})
                .run(false);
    }

    private static Map<String, Verdict> verdicts(ProjectTrial.Proven proven) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        proven.proof().verdicts().forEach((key, verdict) -> verdicts.put(key.rule() + " " + key.scope(), verdict));
        return verdicts;
    }

    @Test
    void whatBreaksIsLeftOutAloneAndCapabilitiesAreFound() throws TrialFailedException {
        Pretended rig = new Pretended(
                Map.of(
                        "ping", text -> text.contains("cap_drop") && !text.contains("- NET_RAW"),
                        "store", text -> text.contains("read_only: true")),
                Map.of(),
                Set.of("NET_RAW"));
        ProjectTrial.Proven proven = prove(rig);
        Map<String, Verdict> verdicts = verdicts(proven);
        assertThat(verdicts.get("DD902 service ping").held()).isTrue();
        assertThat(verdicts.get("DD903 service ping").held()).isTrue();
        assertThat(verdicts.get("DD903 service store"))
                .isEqualTo(Verdict.leftOut("it ends: exited 1: store: permission denied"));
        assertThat(verdicts.get("DD902 service store").held()).isTrue();
        String written =
                proven.result().after().file(FILE).orElseThrow().source().text();
        assertThat(written).contains("cap_add:\n      - NET_RAW\n");
        assertThat(Pretended.service(proven.result().after(), "store")).doesNotContain("read_only");
        assertThat(proven.proof().observed("compose.yaml#ping").orElseThrow().capabilities())
                .contains(List.of("NET_RAW"));
        // How many processors it gets along with, no trial shows: that is not decided, and said once.
        assertThat(proven.proof().verdicts().keySet())
                .noneMatch(key -> key.text().contains("limits the cpus"));
        assertThat(proven.result().remaining()).anySatisfy(left -> {
            assertThat(left.message()).contains("nothing limits the cpus of the service ping");
            assertThat(left.reason()).isEqualTo("no trial measures what it limits; --safety suggest writes it");
            assertThat(left.tried()).isFalse();
        });
        assertThat(proven.trials()).isEqualTo(rig.starts + 1).isLessThanOrEqualTo(30);
    }

    @Test
    void aRepairThatTheFailureNamesIsTriedAloneInsteadOfSearched() throws TrialFailedException {
        Pretended named =
                new Pretended(
                        Map.of("ping", text -> text.contains("mem_limit"), "store", text -> false),
                        Map.of(),
                        Set.of()) {
                    @Override
                    String complaint(String service) {
                        return "the engine takes no mem_limit here";
                    }
                };
        Pretended silent = new Pretended(
                Map.of("ping", text -> text.contains("mem_limit"), "store", text -> false), Map.of(), Set.of());
        assertThat(verdicts(prove(named)).get("DD912 service ping").reason()).contains("takes no mem_limit");
        assertThat(verdicts(prove(silent)).get("DD912 service ping").held()).isFalse();
        assertThat(named.starts).isLessThan(silent.starts);
    }

    @Test
    void nothingIsSaidOfAServiceThatWasNotStarted() throws TrialFailedException {
        Pretended rig = new Pretended(
                Map.of("ping", text -> false, "store", text -> false),
                Map.of(FILE + "#store", "it is privileged; --allow privileged starts it"),
                Set.of());
        ProjectTrial.Proven proven = prove(rig);
        List<String> scopes = new ArrayList<>();
        proven.proof().verdicts().keySet().forEach(key -> scopes.add(key.scope()));
        assertThat(scopes).contains("service ping").doesNotContain("service store");
        assertThat(proven.problems())
                .containsExactly("compose.yaml#store: it is privileged; --allow privileged starts it");
    }

    @Test
    void aProjectOfWhichNothingCanBeTriedHasNoProof() {
        Rig rig = new Rig() {
            @Override
            public Map<String, Comparison> original(Project project) throws TrialFailedException {
                throw new TrialFailedException("compose.yaml does not build");
            }

            @Override
            public Map<String, Observation> repaired(Project version) {
                throw new AssertionError("nothing is repaired of what was never tried");
            }

            @Override
            public boolean covers(FindingKey repair) {
                return true;
            }
        };
        assertThatThrownBy(() -> prove(rig)).hasMessage("compose.yaml does not build");
    }
}
