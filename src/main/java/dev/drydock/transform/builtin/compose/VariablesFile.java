package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.DotEnv;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables of a file that {@code env_file} names; of one that only its owners have, those of the sample beside it. */
final class VariablesFile {
    private static final int LARGEST = 1 << 16;
    private static final List<String> ENDINGS = List.of("", ".example", ".sample", ".dist", ".template");

    private VariablesFile() {}

    /** Returns the variables; the value of one that a variable takes part in is empty. */
    static Map<String, String> read(Workspace workspace, ProjectPath path) {
        Map<String, String> variables = new LinkedHashMap<>();
        ENDINGS.stream()
                .flatMap(ending -> path.parent().resolve(path.fileName() + ending).stream())
                .flatMap(place -> workspace.read(place, LARGEST).stream())
                .limit(1)
                .map(bytes -> DotEnv.parse(new String(bytes, StandardCharsets.UTF_8)))
                .flatMap(found -> found.entrySet().stream())
                .forEach(each -> variables.put(each.getKey(), each.getValue().indexOf('$') < 0 ? each.getValue() : ""));
        return variables;
    }
}
