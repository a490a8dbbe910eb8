package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * Compose files that an app store or a platform installs. It puts in ports and passwords by itself, reaches the ports
 * from outside, and takes the compose file alone, without files beside it.
 */
final class AppStore {
    private record Sign(String name, List<String> texts, List<String> files) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("1Panel", List.of("${PANEL_APP_PORT_", "${PANEL_DB_", "createdBy: \"Apps\""), List.of()),
            new Sign("CasaOS", List.of("x-casaos:"), List.of()),
            new Sign("Umbrel", List.of("$APP_DATA_DIR", "${APP_DATA_DIR}"), List.of("umbrel-app.yml")),
            new Sign("Runtipi", List.of("runtipi.managed", "tipi_main_network"), List.of()),
            new Sign(
                    "Coolify",
                    List.of("SERVICE_FQDN_", "SERVICE_URL_", "$SERVICE_PASSWORD_", "${SERVICE_PASSWORD_"),
                    List.of()),
            new Sign("Dokploy", List.of("dokploy-network"), List.of("template.toml")));

    private AppStore() {}

    /** Returns the store that installs the file, or empty if it is for people. */
    static Optional<String> of(Project project, ProjectFile file, ComposeFile compose) {
        if (compose.document().isEmpty()) {
            return Optional.empty();
        }
        String text = file.source().text();
        return SIGNS.stream()
                .filter(sign -> sign.texts().stream().anyMatch(text::contains)
                        || sign.files().stream()
                                .anyMatch(name -> file.path()
                                        .parent()
                                        .resolve(name)
                                        .filter(path -> project.workspace().kind(path) == Workspace.Kind.FILE)
                                        .isPresent()))
                .map(Sign::name)
                .findFirst();
    }
}
