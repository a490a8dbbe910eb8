package dev.drydock.discovery;

import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectPath;
import java.nio.file.Path;
import java.util.Objects;

/**
 * One file that is to be judged.
 *
 * @param file where it lies, absolute
 * @param display its name as reports print it: as it was given on the command line
 * @param patchPath its name in a diff, so that {@code git apply} finds it: relative to the working directory, or to the
 *     root of the project if it lies elsewhere
 * @param kind what it is read as
 * @param root the folder in which its project starts, absolute
 * @param path its name in the project
 * @param named whether it was named itself, not found in a folder
 */
public record InputFile(
        Path file, String display, String patchPath, FileKind kind, Path root, ProjectPath path, boolean named) {
    public InputFile {
        Objects.requireNonNull(file);
        Objects.requireNonNull(display);
        Objects.requireNonNull(patchPath);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(root);
        Objects.requireNonNull(path);
    }
}
