package dev.drydock.transform.builtin.files;

import dev.drydock.knowledge.Secrets;
import dev.drydock.project.BuildingServices;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.transform.builtin.EnvFileLibraries;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Who reads {@code .env} out of the image, or while it is built, although no line names the file: whoever has one beside the
 * Dockerfile loses what it holds once an ignore file keeps it out.
 */
final class SettingsReaders {
    private static final int LARGEST = 1 << 16;
    /** How a repository says that everybody has such a file, which it does not hold. */
    private static final Set<String> IGNORED =
            Set.of(".env", "/.env", "**/.env", "*.env", ".env*", ".env.*", ".env.local");

    private SettingsReaders() {}

    /** Returns the library and its place; empty if there is none, or what starts the container hands the variables over. */
    static Optional<String> of(Project project, ProjectFile file, Exclusion.Situation situation, Secrets secrets) {
        if (!situation.needs().whole() || !isUsed(project.workspace(), situation)) {
            return Optional.empty();
        }
        return EnvFileLibraries.in(project.workspace(), situation.files().root(), secrets)
                .filter(library -> secrets.readsEnvFileInBuild(library) || !isHandedOver(project, file));
    }

    private static boolean isUsed(Workspace workspace, Exclusion.Situation situation) {
        return situation.has(".env", "env.example", "example.env", "sample.env")
                || ignores(workspace, situation.files().root())
                || situation.files().files().stream()
                        .filter(path -> path.parent().equals(situation.files().root())
                                && path.fileName().startsWith("README"))
                        .flatMap(path -> workspace.read(path, LARGEST).stream())
                        .anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(".env"));
    }

    private static boolean ignores(Workspace workspace, ProjectPath root) {
        return root.resolve(".gitignore")
                .flatMap(path -> workspace.read(path, LARGEST))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> text.lines().map(String::strip).anyMatch(IGNORED::contains))
                .isPresent();
    }

    private static boolean isHandedOver(Project project, ProjectFile file) {
        return BuildingServices.of(project, file, Optional.empty()).services().stream()
                        .anyMatch(service -> !service.envFiles().isEmpty()
                                || !service.environment().isEmpty())
                || project.imagesAround(file).runsOf(file.path()).stream()
                        .anyMatch(run -> run.command().hasAny("env-file", "env", "e"));
    }
}
