package dev.drydock.discovery;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.util.FS;

/** Which files below a folder a fresh clone of its repository has. Reads the index, and ignore files; runs nothing. */
final class GitTracking {
    private static final String GIT = ".git";
    private static final String IGNORE_FILE = ".gitignore";
    private static final String LINK = "gitdir: ";

    private final Path top;
    private final Optional<DirCache> index;

    private GitTracking(Path top, Optional<DirCache> index) {
        this.top = top;
        this.index = index;
    }

    /** Looks at the repository of a folder; without one only ignore files below the folder say something. */
    static GitTracking of(Path folder) {
        Optional<Path> top = GitRoots.above(folder);
        if (top.isEmpty()) {
            return new GitTracking(folder, Optional.empty());
        }
        // Where nothing below the folder is tracked, it is no part of the repository.
        Optional<DirCache> index = index(top.get()).filter(known -> holds(known, name(top.get(), folder)));
        return new GitTracking(top.get(), index);
    }

    private static Optional<DirCache> index(Path top) {
        try {
            Path git = top.resolve(GIT);
            if (Files.isRegularFile(git)) {
                String text = Files.readString(git, StandardCharsets.UTF_8).trim();
                if (!text.startsWith(LINK)) {
                    return Optional.empty();
                }
                git = top.resolve(text.substring(LINK.length()));
            }
            File file = git.resolve("index").toFile();
            return file.isFile() ? Optional.of(DirCache.read(file, FS.DETECTED)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // An index that cannot be read says nothing.
            return Optional.empty();
        }
    }

    private static boolean holds(DirCache index, String folder) {
        return folder.isEmpty() ? index.getEntryCount() > 0 : index.getEntriesWithin(folder).length > 0;
    }

    private static String name(Path top, Path path) {
        return top.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** Returns whether a clone has the file: it is tracked, or without a repository not ignored. */
    boolean isCloned(Path file) {
        return index.map(known -> known.getEntry(name(top, file)) != null).orElseGet(() -> !isIgnored(file));
    }

    /** Returns whether the repository has the file. */
    boolean isTracked(Path file) {
        return index.filter(known -> known.getEntry(name(top, file)) != null).isPresent();
    }

    private boolean isIgnored(Path file) {
        IgnoreRules rules = IgnoreRules.none(
                true, (folder, name) -> name.equals(IGNORE_FILE) ? IgnoreFile.read(folder, name) : Optional.empty());
        Path current = top;
        rules = rules.enter(current);
        for (Path segment : top.relativize(file)) {
            current = current.resolve(segment);
            boolean folder = !current.equals(file);
            if (rules.isIgnored(current, folder)) {
                return true;
            }
            rules = folder ? rules.enter(current) : rules;
        }
        return false;
    }
}
