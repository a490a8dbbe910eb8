package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that compose files take in the file of values which they share. All of them choose at the same time; each knows what
 * those before it choose, so that a name has one value, in whatever order they are rewritten.
 */
final class ClaimedNames {
    private static final Set<String> DEFAULT =
            Set.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

    private ClaimedNames() {}

    /**
     * Returns what the compose files of the directory that go before this one take, and the values. The file that compose reads by
     * itself is the first: its secrets take the names that they have.
     */
    static Map<String, String> before(Project project, Knowledge knowledge, ProjectFile file) {
        List<ProjectFile> ordered = project.files(FileKind.COMPOSE)
                .filter(other -> other.path().parent().equals(file.path().parent()))
                .sorted(Comparator.<ProjectFile, Boolean>comparing(
                                other -> !DEFAULT.contains(other.path().fileName()))
                        .thenComparing(ProjectFile::path))
                .toList();
        Map<String, String> claimed = new LinkedHashMap<>();
        for (ProjectFile other : ordered) {
            if (other.path().equals(file.path())) {
                break;
            }
            claimed.putAll(of(project, knowledge, other, claimed));
        }
        return claimed;
    }

    private static Map<String, String> of(
            Project project, Knowledge knowledge, ProjectFile file, Map<String, String> claimed) {
        ComposeFile compose = project.compose(file);
        if (compose.form() != ComposeFile.Form.SERVICES
                || AppStore.of(project, file, compose).isPresent()) {
            return Map.of();
        }
        SecretPlaces places = new SecretPlaces(project, file, compose.secrets());
        ValuesFile values = new ValuesFile(project, file, places, claimed);
        compose.services().forEach(service -> {
            RunImage image = RunImage.of(service, knowledge.images());
            SecretFileSupport support = new SecretFileSupport(project, file, service, image, knowledge);
            EnvironmentSecret.of(service, image, knowledge).stream()
                    .filter(secret ->
                            EnvToSecrets.whyNot(support, secret, places).isPresent())
                    .forEach(values::takes);
        });
        return values.chosen();
    }
}
