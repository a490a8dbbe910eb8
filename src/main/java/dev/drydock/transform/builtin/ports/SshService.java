package dev.drydock.transform.builtin.ports;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.Ports;
import dev.drydock.model.BuildStage;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.ProjectFile;
import dev.drydock.transform.Inspection;
import dev.drydock.written.WrittenPaths;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether ssh is what a container is for: the image serves it, or the program in it does. */
final class SshService {
    private static final int SSH = 22;
    /** Files in which a project names its libraries. */
    private static final List<String> MANIFESTS = List.of(
            "go.mod",
            "package.json",
            "requirements.txt",
            "pyproject.toml",
            "Cargo.toml",
            "pom.xml",
            "build.gradle",
            "Gemfile");

    private SshService() {}

    /** Returns the sign in a phrase, or empty if there is none. */
    static Optional<String> of(Inspection inspection, ProjectFile file, BuildStage stage) {
        Ports ports = inspection.facts().knowledge().ports();
        return image(inspection, stage)
                .map(name -> name + " serves ssh itself")
                .or(() -> library(inspection, file, ports))
                .or(() -> copied(inspection, file, stage))
                .or(() -> WrittenPaths.of(
                                inspection.project(),
                                file,
                                stage,
                                inspection.facts().knowledge().writers())
                        .openedPorts()
                        .filter(opened -> opened.contains(SSH))
                        .map(opened -> "its sources open port " + SSH));
    }

    /** Returns the image of a stage if it serves ssh by itself, so that a server in it is what it is for. */
    static Optional<String> image(Inspection inspection, BuildStage stage) {
        return stage.image()
                .reference()
                .map(ImageReference::familiarName)
                .filter(inspection.facts().knowledge().ports()::isSshServer);
    }

    private static Optional<String> library(Inspection inspection, ProjectFile file, Ports ports) {
        for (String manifest : MANIFESTS) {
            String text = text(inspection, file, manifest).orElse("");
            Optional<String> library =
                    ports.sshLibraries().stream().filter(text::contains).findFirst();
            if (library.isPresent()) {
                return library.map(
                        name -> manifest + " names " + name + ", with which the program may serve ssh itself");
            }
        }
        return Optional.empty();
    }

    /** Returns the file that a COPY brings in and that speaks of an ssh server, such as a script that starts one. */
    private static Optional<String> copied(Inspection inspection, ProjectFile file, BuildStage stage) {
        return stage.history().stream()
                .filter(FileTransfer.class::isInstance)
                .map(FileTransfer.class::cast)
                .filter(copy -> copy.flag("from").isEmpty())
                .flatMap(copy -> copy.sources().stream())
                .map(Argument::value)
                .filter(source -> text(inspection, file, source)
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .filter(text -> DropSshPort.SIGNS.stream().anyMatch(text::contains))
                        .isPresent())
                .findFirst()
                .map(source -> source + " speaks of an ssh server");
    }

    private static Optional<String> text(Inspection inspection, ProjectFile file, String path) {
        return ContextSearch.read(inspection.project(), file, path)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
