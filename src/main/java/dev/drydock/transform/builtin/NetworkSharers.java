package dev.drydock.transform.builtin;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.SurroundingCommands;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who runs in the network of another container: what is published there may be a port of theirs. */
public final class NetworkSharers {
    private static final String SERVICE = "service:";
    private static final String CONTAINER = "container:";

    private final Project project;
    private final ProjectFile file;
    private final SurroundingCommands.Found found;

    public NetworkSharers(Project project, ProjectFile file) {
        this.project = project;
        this.file = file;
        this.found = project.commandsAround(file);
    }

    /** Returns the service, or the place, that joins the network of a service of the file. */
    public Optional<String> of(ComposeService service) {
        Optional<String> own = service.setting("container_name").flatMap(Setting::text);
        return composeFiles()
                .flatMap(compose ->
                        compose.services().stream().filter(other -> joins(other, service) && mayMean(compose, service)))
                .map(other -> "the service " + other.name())
                .findFirst()
                .or(() -> ofContainer(own.orElse(service.name())));
    }

    /** Returns the place that joins the network of a container of this name, or of one that compose makes for such a service. */
    public Optional<String> ofContainer(String name) {
        if (speaks(file.source().text(), name)) {
            return Optional.of(file.path().toString());
        }
        for (Map.Entry<ProjectPath, String> text : new TreeMap<>(found.texts()).entrySet()) {
            if (speaks(text.getValue(), name)) {
                return Optional.of(text.getKey().toString());
            }
        }
        return Optional.empty();
    }

    private Stream<ComposeFile> composeFiles() {
        return Stream.concat(
                project.files(FileKind.COMPOSE).map(project::compose),
                found.composeFiles().stream()
                        .filter(path -> project.file(path).isEmpty())
                        .sorted()
                        .flatMap(path -> project.composeAt(path).stream()));
    }

    private static boolean joins(ComposeService other, ComposeService service) {
        return other.networkMode()
                .flatMap(Setting::text)
                .filter(mode -> mode.equals(SERVICE + service.name()))
                .isPresent();
    }

    /** A file that has a service of the name itself means that one. */
    private static boolean mayMean(ComposeFile compose, ComposeService service) {
        return compose == service.file()
                || compose.service(service.name())
                        .filter(ComposeService::isComplete)
                        .isEmpty();
    }

    /** Returns whether a text says {@code container:name}, or the name that compose gives: {@code container:shop-name-1}; a variable may be any. */
    private static boolean speaks(String text, String name) {
        for (int at = text.indexOf(CONTAINER); at >= 0; at = text.indexOf(CONTAINER, at + 1)) {
            int start = at + CONTAINER.length();
            int end = start;
            while (end < text.length() && isPart(text.charAt(end))) {
                end++;
            }
            String word = text.substring(start, end);
            boolean variable = start < text.length() && text.charAt(start) == '$';
            if (variable || word.equals(name) || List.of(word.split("[-_]")).contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }
}
