package dev.drydock.container;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.model.ContainerPath;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings that COPY and ADD bring from the build context to the server of an image: those of nginx, Redis and so on. */
final class CopiedSettings {
    private static final int LARGEST = 1 << 18;
    private static final int MOST = 100;
    private static final int DEEPEST = 4;

    private final ContainerImage.Built image;
    private final List<SettingsFile> files = new ArrayList<>();

    private CopiedSettings(ContainerImage.Built image) {
        this.image = image;
    }

    /** Returns the files with settings, in the order of the instructions. */
    static List<SettingsFile> of(ContainerImage.Built image) {
        CopiedSettings settings = new CopiedSettings(image);
        for (Instruction instruction : image.stage().history()) {
            if (instruction instanceof CopyInstruction copy && copy.from().isPresent()) {
                image.stage().origin(copy).ifPresent(stage -> copy.sources().forEach(settings::passedOn));
            } else if (instruction instanceof FileTransfer transfer) {
                boolean named = settings.isSettings(
                        transfer.destination().flatMap(Argument::staticValue).orElse(""));
                transfer.sources().forEach(source -> settings.take(source, named));
                String where = image.dockerfile().path().value() + ":" + instruction.line();
                instruction.heredocs().stream()
                        .map(Heredoc::text)
                        .forEach(text -> settings.files.add(new SettingsFile(where, text)));
            }
        }
        return List.copyOf(settings.files);
    }

    /** Returns the files of any kind that the instructions put directly into a directory. */
    static List<SettingsFile> below(ContainerImage.Built image, String folder) {
        CopiedSettings copied = new CopiedSettings(image);
        for (Instruction instruction : image.stage().history()) {
            if (instruction instanceof FileTransfer transfer
                    && transfer.flag("from").isEmpty()
                    && transfer.destination()
                            .flatMap(argument -> image.stage().expand(argument, instruction))
                            .flatMap(text -> ContainerPath.resolve(image.stage().workdirAt(instruction), text))
                            .filter(path -> ContainerPath.isWithin(path, folder))
                            .isPresent()) {
                transfer.sources().stream()
                        .flatMap(source -> source.staticValue().stream())
                        .forEach(source -> copied.takeAll(source, folder));
            }
        }
        return List.copyOf(copied.files);
    }

    private void takeAll(String source, String folder) {
        Workspace workspace = image.project().workspace();
        Optional<ProjectPath> place = ContextSearch.locate(image.project(), image.dockerfile(), source)
                .or(() -> image.dockerfile()
                        .path()
                        .parent()
                        .resolve(ContainerPath.normalise("/" + source).substring(1)));
        place.stream()
                .flatMap(path ->
                        workspace.kind(path) == Workspace.Kind.FOLDER ? workspace.list(path).stream() : Stream.of(path))
                .limit(MOST)
                .forEach(path -> workspace
                        .read(path, LARGEST)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .ifPresent(text -> files.add(
                                new SettingsFile(path.value(), text, Optional.of(folder + "/" + path.fileName())))));
    }

    /** Returns where the instructions put something that lies in a directory, or is it. */
    static Optional<String> copiedInto(ContainerImage.Built image, String folder) {
        return image.stage().history().stream()
                .filter(FileTransfer.class::isInstance)
                .flatMap(instruction -> ((FileTransfer) instruction)
                                .destination()
                                .flatMap(argument -> image.stage().expand(argument, instruction))
                                .flatMap(text ->
                                        ContainerPath.resolve(image.stage().workdirAt(instruction), text))
                                .stream())
                .filter(path -> ContainerPath.isWithin(path, folder))
                .findFirst();
    }

    /** What another stage hands on came from the context there, below a directory whose name says nothing here. */
    private void passedOn(Argument source) {
        String rest = source.staticValue().orElse("");
        while (isSettings(rest)) {
            int slash = rest.indexOf('/');
            rest = slash < 0 ? "" : rest.substring(slash + 1);
            Optional<ProjectPath> file = ContextSearch.locate(image.project(), image.dockerfile(), rest);
            if (file.isPresent()) {
                read(file.get(), false);
                return;
            }
        }
    }

    private boolean isSettings(String path) {
        return image.knowledge().writers().hasSettingsEnding(path);
    }

    /**
     * Reads a file, or a folder of files.
     *
     * @param named whether the destination has a name of settings, whatever the source is called
     */
    private void take(Argument source, boolean named) {
        String text = source.staticValue().orElse("");
        Optional<ProjectPath> file = ContextSearch.locate(image.project(), image.dockerfile(), text);
        if (file.isPresent()) {
            read(file.get(), named);
            return;
        }
        image.dockerfile()
                .path()
                .parent()
                .resolve(ContainerPath.normalise("/" + text).substring(1))
                .ifPresent(folder -> walk(folder, 0));
    }

    private void walk(ProjectPath folder, int depth) {
        if (depth > DEEPEST || image.project().workspace().kind(folder) != Workspace.Kind.FOLDER) {
            return;
        }
        for (ProjectPath child : image.project().workspace().list(folder)) {
            Workspace.Kind kind = image.project().workspace().kind(child);
            boolean apart = image.knowledge().writers().isBuildFolder(child.fileName());
            if (kind == Workspace.Kind.FOLDER && !apart) {
                walk(child, depth + 1);
            } else if (kind == Workspace.Kind.FILE) {
                read(child, false);
            }
        }
    }

    private void read(ProjectPath path, boolean named) {
        if (!(named || isSettings(path.fileName())) || files.size() >= MOST) {
            return;
        }
        image.project()
                .workspace()
                .read(path, LARGEST)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .ifPresent(text -> files.add(new SettingsFile(path.value(), text)));
    }
}
