package dev.drydock.transform.builtin.user;

import dev.drydock.compose.ServiceBuild;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The dev containers of a project. Their tools give the user of the image the number of whoever works in it, so that the
 * folder that they mount can be written; they do so for a user with a name, never for a number.
 *
 * @param project whose files these are
 */
record DevContainers(Project project) {
    private static final int LARGEST = 1 << 18;
    private static final String FOLDER = ".devcontainer";
    private static final String FILE = "devcontainer.json";
    private static final String REASON = "the dev container adapts the number of its user only if it has a name;"
            + " name the user as remoteUser in devcontainer.json, too";

    static DevContainers of(Project project) {
        return new DevContainers(project);
    }

    /** Returns why the users of a Dockerfile, or of one inside a compose file, keep their names. */
    Optional<String> reason(ProjectPath file) {
        List<ProjectPath> settings = new ArrayList<>();
        boolean inside = false;
        for (ProjectPath folder = file.parent(); ; folder = folder.parent()) {
            boolean own = folder.fileName().equals(FOLDER);
            inside |= own;
            if (own) {
                settings.addAll(settings(folder));
            }
            folder.resolve("." + FILE).ifPresent(settings::add);
            folder.resolve(FOLDER).map(this::settings).ifPresent(settings::addAll);
            if (folder.equals(ProjectPath.ROOT)) {
                break;
            }
        }
        List<Named> named = settings.stream()
                .distinct()
                .flatMap(path -> read(path).map(text -> new Named(path, CommentedJson.parse(text))).stream())
                .filter(each -> names(each, file))
                .toList();
        boolean left = named.isEmpty() ? inside : named.stream().anyMatch(each -> !each.hasUser());
        return left ? Optional.of(REASON) : Optional.empty();
    }

    /** A devcontainer.json; empty if it cannot be read as one. */
    private record Named(ProjectPath path, Optional<CommentedJson> json) {
        boolean hasUser() {
            return json.filter(object -> object.text("remoteUser").isPresent()
                            || object.text("containerUser").isPresent())
                    .isPresent();
        }
    }

    private List<ProjectPath> settings(ProjectPath folder) {
        List<ProjectPath> paths = new ArrayList<>();
        folder.resolve(FILE).ifPresent(paths::add);
        if (project.workspace().kind(folder) == Workspace.Kind.FOLDER) {
            for (ProjectPath each : project.workspace().list(folder)) {
                each.resolve(FILE).ifPresent(paths::add);
            }
        }
        return paths;
    }

    private Optional<String> read(ProjectPath path) {
        return project.workspace().read(path, LARGEST).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private boolean names(Named named, ProjectPath file) {
        if (named.json().isEmpty()) {
            return true;
        }
        CommentedJson json = named.json().get();
        ProjectPath folder = named.path().parent();
        Optional<String> dockerfile = json.object("build").text("dockerfile").or(() -> json.text("dockerFile"));
        if (dockerfile.filter(text -> isAt(folder, text, file)).isPresent()) {
            return true;
        }
        Optional<String> service = json.text("service");
        return json.texts("dockerComposeFile").stream()
                .flatMap(text -> folder.resolve(text).stream())
                .anyMatch(compose -> compose.equals(file) || builds(compose, service, file));
    }

    private boolean builds(ProjectPath compose, Optional<String> service, ProjectPath file) {
        return service.flatMap(name -> project.composeAt(compose).flatMap(found -> found.service(name)))
                .flatMap(found -> found.build())
                .flatMap(ServiceBuild::dockerfilePath)
                .filter(text -> isAt(compose.parent(), text, file))
                .isPresent();
    }

    /** A path with a variable is taken to mean whatever file has its name. */
    private static boolean isAt(ProjectPath folder, String text, ProjectPath file) {
        return text.contains("$")
                ? text.substring(text.lastIndexOf('/') + 1).equals(file.fileName())
                : folder.resolve(text).filter(file::equals).isPresent();
    }
}
