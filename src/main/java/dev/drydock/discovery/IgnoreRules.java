package dev.drydock.discovery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All ignore patterns that hold in one folder. Immutable; a folder below adds its own files.
 *
 * <p>As in Git, the pattern nearest to a file decides, and a folder that is ignored is not looked into.
 */
final class IgnoreRules {
    private static final String GITIGNORE = ".gitignore";
    private static final String DRYDOCKIGNORE = ".drydockignore";

    /** Invariant: from the outermost folder to the innermost. */
    private final List<IgnoreFile> files;

    private final boolean respectGitignore;
    private final IgnoreFile.Source source;

    private IgnoreRules(List<IgnoreFile> files, boolean respectGitignore, IgnoreFile.Source source) {
        this.files = List.copyOf(files);
        this.respectGitignore = respectGitignore;
        this.source = source;
    }

    static IgnoreRules none(boolean respectGitignore) {
        return none(respectGitignore, IgnoreFile::read);
    }

    /** Returns the rules of no folder, whose files are read from {@code source}. */
    static IgnoreRules none(boolean respectGitignore, IgnoreFile.Source source) {
        return new IgnoreRules(List.of(), respectGitignore, source);
    }

    /** Returns these rules and those of the ignore files that lie directly in {@code folder}. */
    IgnoreRules enter(Path folder) {
        List<IgnoreFile> more = new ArrayList<>(files);
        if (respectGitignore) {
            source.read(folder, GITIGNORE).ifPresent(more::add);
        }
        source.read(folder, DRYDOCKIGNORE).ifPresent(more::add);
        return more.size() == files.size() ? this : new IgnoreRules(more, respectGitignore, source);
    }

    /** Returns these rules and those of all folders from {@code top} down to the parent of {@code folder}. */
    IgnoreRules enterParents(Path top, Path folder) {
        IgnoreRules rules = this;
        Path current = top;
        if (!folder.startsWith(top)) {
            return rules;
        }
        for (Path segment : top.relativize(folder)) {
            rules = rules.enter(current);
            current = current.resolve(segment);
        }
        return rules;
    }

    boolean isIgnored(Path path, boolean isFolder) {
        for (int i = files.size() - 1; i >= 0; i--) {
            Optional<Boolean> decision = files.get(i).decide(path, isFolder);
            if (decision.isPresent()) {
                return decision.get();
            }
        }
        return false;
    }
}
