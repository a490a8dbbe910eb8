package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who takes over what a service says, found once for all services of a file. */
final class Heirs {
    private final Map<ComposeService, List<ComposeService>> extending = new HashMap<>();
    private final Map<String, List<ComposeService>> reaching = new HashMap<>();

    private Heirs() {}

    static Heirs of(Project project, ProjectFile file) {
        Heirs heirs = new Heirs();
        project.files(FileKind.COMPOSE)
                .flatMap(other -> project.compose(other).services().stream())
                .forEach(service -> service.bases().forEach(base -> add(heirs.extending, base, service)));
        project.compose(file).services().stream()
                .filter(service -> service.isComplete() && service.mapping().isPresent())
                .forEach(service -> service.reaches().forEach(name -> add(heirs.reaching, name, service)));
        return heirs;
    }

    private static <K> void add(Map<K, List<ComposeService>> heirs, K of, ComposeService service) {
        heirs.computeIfAbsent(of, unseen -> new ArrayList<>()).add(service);
    }

    /** Returns the services of all files of the project that extend this one, directly or not. */
    List<ComposeService> extending(ComposeService service) {
        return extending.getOrDefault(service, List.of());
    }

    /** Returns the services of the file that can start by themselves and whose keys concern the service of this name. */
    List<ComposeService> reaching(String name) {
        return reaching.getOrDefault(name, List.of());
    }
}
