package dev.drydock.golden;

import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What {@code case.yaml} says of one pattern of the reference.
 *
 * @param section of the reference
 * @param pattern in a few words
 * @param rules which repair it
 * @param repaired what the files of a repaired project hold
 */
record ReferenceRow(String section, String pattern, List<String> rules, Map<ProjectPath, Texts> repaired) {
    /**
     * What one file holds.
     *
     * @param there texts that stand in the file
     * @param gone texts that do not
     */
    record Texts(List<String> there, List<String> gone) {
        boolean holds(String text) {
            return there.stream().allMatch(text::contains) && gone.stream().noneMatch(text::contains);
        }
    }

    static ReferenceRow read(Path file) {
        Map<?, ?> values = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(GoldenFiles.read(file));
        Map<ProjectPath, Texts> repaired = new LinkedHashMap<>();
        ((Map<?, ?>) values.get("repaired")).forEach((path, texts) -> {
            Map<?, ?> lists = (Map<?, ?>) texts;
            repaired.put(ProjectPath.of(path.toString()), new Texts(list(lists.get("there")), list(lists.get("gone"))));
        });
        return new ReferenceRow(
                values.get("section").toString(),
                values.get("pattern").toString(),
                list(values.get("rules")),
                repaired);
    }

    private static List<String> list(Object value) {
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(Object::toString).toList();
    }

    boolean isRepairedBy(Project after) {
        return repaired.entrySet().stream().allMatch(entry -> {
            String text =
                    after.file(entry.getKey()).map(file -> file.source().text()).orElse("");
            return entry.getValue().holds(text);
        });
    }
}
