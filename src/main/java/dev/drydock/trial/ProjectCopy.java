package dev.drydock.trial;

import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A copy of the files of a project, in which repairs are tried. */
final class ProjectCopy {
    /** More than a repository holds that somebody builds by hand, and less than a disk. */
    private static final long LARGEST = 4L << 30;

    private final Path folder;
    private final ProjectPath top;
    private final Set<ProjectPath> created = new HashSet<>();

    private ProjectCopy(Path folder, ProjectPath top) {
        this.folder = folder;
        this.top = top;
    }

    /**
     * Copies a folder of a project.
     *
     * @param root where the project lies
     * @param top the folder of the project that is copied
     * @param folder where the copy is made
     */
    static ProjectCopy of(Path root, ProjectPath top, Path folder) throws TrialFailedException {
        Path source = root.resolve(top.value());
        long[] left = {LARGEST};
        try {
            Files.walkFileTree(source, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                    Path target = folder.resolve(source.relativize(each).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(each, target, StandardCopyOption.COPY_ATTRIBUTES);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                    left[0] -= attributes.size();
                    if (left[0] < 0) {
                        return FileVisitResult.TERMINATE;
                    }
                    if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
                        Files.copy(
                                each,
                                folder.resolve(source.relativize(each).toString()),
                                StandardCopyOption.COPY_ATTRIBUTES,
                                LinkOption.NOFOLLOW_LINKS);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path each, IOException problem) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new TrialFailedException("its directory cannot be copied");
        }
        if (left[0] < 0) {
            throw new TrialFailedException("its directory is larger than 4 GB");
        }
        return new ProjectCopy(folder, top);
    }

    /** Returns where a file or folder of the project lies in the copy. */
    Path at(ProjectPath path) {
        String value = path.value();
        if (top.value().isEmpty()) {
            return folder.resolve(value);
        }
        return folder.resolve(
                path.equals(top) ? "" : value.substring(top.value().length() + 1));
    }

    /** Returns the folder of the copy, absolute. */
    Path folder() {
        return folder;
    }

    /** Returns the name in the project of a file of the copy; empty if it lies elsewhere. */
    Optional<ProjectPath> pathOf(Path file) {
        Path real = file.normalize();
        return real.startsWith(folder)
                ? top.resolve(folder.relativize(real).toString().replace('\\', '/'))
                : Optional.empty();
    }

    boolean holds(ProjectPath path) {
        return path.isWithin(top);
    }

    /** Gives the files of the copy the texts of a version of the project; what an earlier version created is removed. */
    void lay(Project original, Project version) throws TrialFailedException {
        try {
            for (ProjectPath path : created) {
                Files.deleteIfExists(at(path));
            }
            created.clear();
            for (ProjectFile file : version.files()) {
                if (!holds(file.path())) {
                    continue;
                }
                Path target = at(file.path());
                if (original.file(file.path()).isEmpty()) {
                    created.add(file.path());
                    Files.createDirectories(target.getParent());
                }
                Files.write(target, file.source().encode());
            }
        } catch (IOException e) {
            throw new TrialFailedException("its copy cannot be written");
        }
    }
}
