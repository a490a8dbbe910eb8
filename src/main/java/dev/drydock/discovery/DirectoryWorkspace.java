package dev.drydock.discovery;

import dev.drydock.evidence.Evidence;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The files below one folder, read-only. What a symbolic link that leads out of the folder holds is not looked at. */
public final class DirectoryWorkspace implements Workspace {
    /** Real, so that every other real path can be compared with it. */
    private final Path root;

    /** Made when it is first asked for: it may have to read the index of a large repository. */
    private volatile GitTracking tracking;

    private DirectoryWorkspace(Path root) {
        this.root = root;
    }

    /** Returns the workspace of an existing folder, or {@link Workspace#UNKNOWN} if it cannot be resolved. */
    public static Workspace of(Path folder) {
        try {
            return new DirectoryWorkspace(folder.toRealPath());
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    @Override
    public boolean isKnown() {
        return true;
    }

    @Override
    public Kind kind(ProjectPath path) {
        return inside(path).map(DirectoryWorkspace::kind).orElseGet(() -> isTaken(path) ? Kind.OTHER : Kind.ABSENT);
    }

    private static Kind kind(Path real) {
        if (Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
            return Kind.FOLDER;
        }
        return Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS) ? Kind.FILE : Kind.OTHER;
    }

    /** Returns whether the last of the names of a path that is there is no folder of the project, so that nothing can be made. */
    private boolean isTaken(ProjectPath path) {
        for (ProjectPath each = path; !each.equals(ProjectPath.ROOT); each = each.parent()) {
            Optional<Path> real = inside(each);
            if (real.isPresent()) {
                return !Files.isDirectory(real.get(), LinkOption.NOFOLLOW_LINKS);
            }
            if (isLinkOrMore(each)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLinkOrMore(ProjectPath path) {
        try {
            return Files.exists(root.resolve(path.value()), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public boolean isReadableByAll(ProjectPath path) {
        Optional<Path> real = inside(path);
        try {
            return real.isEmpty()
                    || Files.getPosixFilePermissions(real.get()).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            // A file system without such modes gives every file the same one in the image.
            return true;
        }
    }

    @Override
    public boolean isCloned(ProjectPath path) {
        Optional<Path> real = inside(path);
        if (real.isEmpty()) {
            return false;
        }
        return tracking().isCloned(root.resolve(path.value()));
    }

    @Override
    public boolean isTracked(ProjectPath path) {
        return inside(path).isPresent() && tracking().isTracked(root.resolve(path.value()));
    }

    private GitTracking tracking() {
        GitTracking known = tracking;
        if (known == null) {
            known = GitTracking.of(root);
            tracking = known;
        }
        return known;
    }

    @Override
    public Optional<byte[]> read(ProjectPath path, int limit) {
        Optional<Path> real = inside(path);
        if (real.isEmpty() || !Files.isRegularFile(real.get(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            if (Files.size(real.get()) > limit) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(real.get(), LinkOption.NOFOLLOW_LINKS)) {
                // One byte more than allowed: a file may grow between the two looks.
                byte[] bytes = in.readNBytes(Math.addExact(Math.min(limit, Integer.MAX_VALUE - 1), 1));
                return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isLink(ProjectPath path) {
        try {
            return Files.isSymbolicLink(root.resolve(path.value()));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public List<ProjectPath> list(ProjectPath folder) {
        Optional<Path> real = inside(folder);
        List<ProjectPath> children = new ArrayList<>();
        if (real.isEmpty() || !Files.isDirectory(real.get())) {
            return children;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(real.get())) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                // What was tried speaks of everything, and uses nothing of it.
                if (!TemporaryFiles.isOurs(name) && !name.equals(Evidence.FILE_NAME)) {
                    folder.resolve(name).ifPresent(children::add);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        children.sort(Comparator.naturalOrder());
        return List.copyOf(children);
    }

    private Optional<Path> inside(ProjectPath path) {
        try {
            Path real = root.resolve(path.value()).toRealPath();
            return real.startsWith(root) ? Optional.of(real) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
