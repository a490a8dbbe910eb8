package dev.drydock.engine;

import dev.drydock.compose.ComposeService;
import dev.drydock.dockerfile.Stage;
import dev.drydock.project.FileKind;
import dev.drydock.project.MadeContainers;
import dev.drydock.project.ProjectFile;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names the part of a file that a place lies in, so that the name stays when lines are added or repairs are made: the stage,
 * the service, the command. What lies in none of them is the file as a whole.
 */
final class FindingScopes {
    static final String WHOLE_FILE = "file";

    /** Versions of files that are remembered; more than that come and go in a long run. */
    private static final int REMEMBERED = 64;

    /** A part of a file, from its start to that of the next one. */
    private record Part(int start, String name) {}

    private final Map<ProjectFile, List<Part>> parts = new HashMap<>();

    /** Returns the name of the part of {@code file} in which {@code range} starts. */
    String of(ProjectFile file, TextRange range) {
        if (parts.size() > REMEMBERED) {
            parts.clear();
        }
        List<Part> found = parts.computeIfAbsent(file, FindingScopes::parts);
        int low = 0;
        int high = found.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (found.get(middle).start() <= range.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? WHOLE_FILE : found.get(low - 1).name();
    }

    private static List<Part> parts(ProjectFile file) {
        if (file.kind() == FileKind.DOCKERFILE) {
            return stages(file.dockerfile().stages());
        }
        return file.kind() == FileKind.COMPOSE ? services(file) : commands(file);
    }

    private static List<Part> stages(List<Stage> stages) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            String name = i == stages.size() - 1
                    ? "final stage"
                    : "stage " + stage.name().orElse(String.valueOf(i));
            parts.add(new Part(stage.from().range().start(), name));
        }
        return parts;
    }

    private static List<Part> services(ProjectFile file) {
        List<Part> parts = new ArrayList<>();
        for (ComposeService service : file.compose().services()) {
            parts.add(new Part(service.entry().range().start(), "service " + service.name()));
            parts.add(new Part(service.entry().range().end(), WHOLE_FILE));
        }
        // Where one service ends and the next one starts at the same place, the stable sort keeps the end before it.
        parts.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return parts;
    }

    private static List<Part> commands(ProjectFile file) {
        return MadeContainers.of(file).stream()
                .map(each -> new Part(MadeContainers.start(each.command().command()), each.name()))
                .toList();
    }
}
