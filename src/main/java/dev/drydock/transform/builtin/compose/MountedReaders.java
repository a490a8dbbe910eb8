package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Definition;
import dev.drydock.compose.Grant;
import dev.drydock.compose.VolumeMount;
import dev.drydock.compose.Watch;
import dev.drydock.model.ContainerPath;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.WholeWords;
import dev.drydock.transform.builtin.CodeMentions;
import dev.drydock.transform.builtin.Documents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds sources, scripts and settings of the project that are mounted or copied into the container of a service and read a
 * variable of it there. What an entrypoint reads from a file it may keep for itself.
 */
final class MountedReaders {
    private static final int LARGEST = 1 << 18;
    /** The scripts there are run by the entrypoint. */
    private static final String SET_UP = "/docker-entrypoint-initdb.d";

    private final Project project;
    private final ProjectFile file;
    private final ComposeService service;
    private final Optional<ProjectPath> built;
    private final boolean exported;
    private final Set<String> data;

    /**
     * Looks at what one service mounts.
     *
     * @param built the build context, which is judged by itself
     * @param exported whether the entrypoint hands on what it reads to scripts that set a database up
     * @param data the directories of the container that hold data
     */
    MountedReaders(
            Project project,
            ProjectFile file,
            ComposeService service,
            Optional<ProjectPath> built,
            boolean exported,
            Set<String> data) {
        this.project = project;
        this.file = file;
        this.service = service;
        this.built = built;
        this.exported = exported;
        this.data = Set.copyOf(data);
    }

    /** Returns the first place that names the variable and not the one that names the file. */
    Optional<String> of(String variable, String fileVariable) {
        for (ProjectPath path : places()) {
            Optional<String> found = project.workspace().kind(path) == Workspace.Kind.FOLDER
                    ? new CodeMentions(project.workspace(), Optional.of(path))
                            .ofReader(each -> mayRead(each), text -> reads(text, variable, fileVariable))
                    : project.workspace()
                            .read(path, LARGEST)
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .filter(text -> mayRead(path) && reads(text, variable, fileVariable))
                            .map(text -> path.value());
            if (found.isPresent()) {
                return found;
            }
        }
        return inline(variable, fileVariable);
    }

    /** The text of a config may stand in the compose file itself. */
    private Optional<String> inline(String variable, String fileVariable) {
        return definitions()
                .filter(definition -> definition
                        .text("content")
                        .filter(text -> reads(text, variable, fileVariable))
                        .isPresent())
                .map(definition -> "the config " + definition.name())
                .findFirst();
    }

    private Stream<Definition> definitions() {
        List<String> granted = service.configs().stream().map(Grant::source).toList();
        return service.file().configs().stream().filter(definition -> granted.contains(definition.name()));
    }

    private List<ProjectPath> places() {
        ProjectPath folder = file.path().parent();
        List<ProjectPath> places = new ArrayList<>();
        for (VolumeMount mount : service.volumes()) {
            String target = ContainerPath.normalise(mount.target());
            boolean handedOn = exported && ContainerPath.isWithin(target, SET_UP);
            if (mount.type() == VolumeMount.Type.BIND && !handedOn && !data.contains(target)) {
                mount.source().flatMap(folder::resolve).filter(this::isOther).ifPresent(places::add);
            }
        }
        service.watches().stream()
                .filter(Watch::copies)
                .flatMap(watch -> watch.path().stream())
                .flatMap(path -> folder.resolve(path).stream())
                .filter(this::isOther)
                .forEach(places::add);
        definitions()
                .flatMap(definition -> definition.text("file").stream())
                .flatMap(path -> folder.resolve(path).stream())
                .forEach(places::add);
        return places;
    }

    private boolean isOther(ProjectPath path) {
        return built.filter(context -> path.isWithin(context) || context.isWithin(path))
                .isEmpty();
    }

    private static boolean reads(String text, String variable, String fileVariable) {
        return WholeWords.contains(text, variable) && !text.contains(fileVariable);
    }

    /** Documents and files of values say the name for people and for compose. */
    private static boolean mayRead(ProjectPath path) {
        String name = path.fileName();
        return !Documents.isDocument(path)
                && !name.startsWith(".env")
                && !name.endsWith(".env")
                && FileKind.of(path).filter(FileKind.COMPOSE::equals).isEmpty();
    }
}
