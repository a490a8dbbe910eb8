package dev.drydock.cli;

import dev.drydock.discovery.DirectoryWorkspace;
import dev.drydock.discovery.FocusedGroup;
import dev.drydock.discovery.InputFile;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.Images;
import dev.drydock.model.ImagePlace;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.transform.builtin.files.RemoteFiles;
import dev.drydock.transform.builtin.images.NamedImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which images the files of a run name, and which files they fetch, for each lock file. */
final class ImageSurvey {
    private final Images images;
    private final Map<Path, Map<String, ImageReference>> byLock = new LinkedHashMap<>();
    private final Map<Path, Set<String>> downloads = new HashMap<>();
    private final Map<Path, LockFiles.Located> locks = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    ImageSurvey(Images images) {
        this.images = images;
    }

    /** What is done with a file that cannot be read. */
    interface Refusals {
        void refused(InputFile file, String reason);
    }

    /** Takes note of the images of these files. */
    void addAll(Inputs inputs, List<InputFile> files, Refusals refusals) {
        for (FocusedGroup group : inputs.groups(files)) {
            Map<InputFile, ProjectFile> read = new LinkedHashMap<>();
            for (InputFile input : group.files()) {
                try {
                    SourceFile source = SourceFile.read(() -> Files.newInputStream(input.file()));
                    read.put(input, new ProjectFile(input.path(), input.kind(), source.text()));
                } catch (SourceFile.RefusedException e) {
                    if (group.asked().contains(input)) {
                        refusals.refused(input, e.getMessage());
                    }
                }
            }
            Project project = new Project(
                    read.values(), DirectoryWorkspace.of(group.asked().get(0).root()));
            for (InputFile input : group.asked()) {
                if (read.containsKey(input)) {
                    add(project, read.get(input), input.display(), inputs.lock(input));
                }
            }
        }
    }

    /** Takes note of the images of a file, which the lock file is to hold. */
    void add(Project project, ProjectFile file, String display, LockFiles.Located lock) {
        locks.put(lock.file(), lock);
        Set<String> addresses = downloads.computeIfAbsent(lock.file(), key -> new TreeSet<>());
        if (file.kind() == FileKind.DOCKERFILE && file.dockerfile().isSound()) {
            addresses.addAll(RemoteFiles.in(file.dockerfile()));
        }
        Map<String, ImageReference> references = byLock.computeIfAbsent(lock.file(), key -> new TreeMap<>());
        NamedImages.in(project, file, images).ifPresent(places -> {
            for (ImagePlace place : places.all()) {
                place.reference()
                        .ifPresent(reference ->
                                reference.canonicalTagged().ifPresent(name -> references.putIfAbsent(name, reference)));
                place.unknownArgument()
                        .ifPresent(argument -> remarks.add(
                                display + ":" + file.source().line(place.range().start()) + ": " + place.text()
                                        + ": not looked up: the image depends on build argument " + argument
                                        + ", which has no default"));
            }
        });
    }

    /** Returns the lock files, in the order in which they were met. */
    List<LockFiles.Located> locks() {
        return List.copyOf(locks.values());
    }

    /** Returns the images that a lock file is to hold, by the name that it has there; one by digest alone is not. */
    Map<String, ImageReference> references(LockFiles.Located lock) {
        return byLock.get(lock.file());
    }

    /** Returns the addresses of the files that are fetched by ADD, in order. */
    Set<String> downloads(LockFiles.Located lock) {
        return downloads.get(lock.file());
    }

    /** Returns what was left out, for those who ask. */
    List<String> remarks() {
        return remarks;
    }
}
