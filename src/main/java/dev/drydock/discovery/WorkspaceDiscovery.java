package dev.drydock.discovery;

import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the files to judge in a workspace that need not be a folder on disk, by the rules of {@link Discovery}: the same
 * names, the same ignore files, the same folders left out. For one search.
 */
public final class WorkspaceDiscovery {
    /** What stands for the top of the workspace where a path is wanted; nothing is ever read there. */
    public static final Path ROOT = Path.of("/").toAbsolutePath();

    private static final int LARGEST = 10 << 20;

    private final Workspace workspace;
    private final IgnoreFile excludes;
    private final List<InputFile> files = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<InputFile> templates = new ArrayList<>();
    private final Map<InputFile, String> fixtures = new HashMap<>();

    private WorkspaceDiscovery(Workspace workspace, List<String> excludes) {
        this.workspace = workspace;
        this.excludes = IgnoreFile.of(ROOT, excludes);
    }

    /**
     * Returns every file that is judged, ordered by folder and name.
     *
     * @param excludes patterns in gitignore syntax, relative to the top
     */
    public static Found find(Workspace workspace, List<String> excludes, boolean respectGitignore) {
        WorkspaceDiscovery discovery = new WorkspaceDiscovery(workspace, excludes);
        IgnoreRules rules = IgnoreRules.none(respectGitignore, discovery::ignoreFile);
        discovery.search(ProjectPath.ROOT, rules.enter(ROOT));
        return new Found(
                discovery.files, discovery.skipped, discovery.templates, List.of(), List.of(), discovery.fixtures);
    }

    private static Path place(ProjectPath path) {
        return path.value().isEmpty() ? ROOT : ROOT.resolve(path.value());
    }

    private Optional<IgnoreFile> ignoreFile(Path folder, String name) {
        String inside = ROOT.relativize(folder).toString();
        return ProjectPath.parse(inside.isEmpty() ? name : inside + "/" + name)
                .flatMap(path -> workspace.read(path, IgnoreFile.SIZE_LIMIT))
                .map(text -> IgnoreFile.of(folder, text));
    }

    private void search(ProjectPath folder, IgnoreRules rules) {
        for (ProjectPath child : workspace.list(folder)) {
            Workspace.Kind kind = workspace.kind(child);
            if (kind == Workspace.Kind.FILE) {
                file(child, rules);
            } else if (kind == Workspace.Kind.FOLDER
                    && Discovery.isEntered(child.fileName())
                    && !isLeftOut(child, true, rules)) {
                if (VendoredFiles.are(child.fileName(), inside -> holds(child, inside))) {
                    skipped.add(child + Discovery.VENDORED);
                } else {
                    search(child, rules.enter(place(child)));
                }
            }
        }
    }

    private boolean holds(ProjectPath folder, String inside) {
        return folder.resolve(inside)
                .filter(path -> workspace.kind(path) != Workspace.Kind.ABSENT)
                .isPresent();
    }

    private void file(ProjectPath file, IgnoreRules rules) {
        Optional<FileNames.Match> match = FileNames.match(file.value());
        if (match.isEmpty() || isLeftOut(file, false, rules)) {
            return;
        }
        FileNames.Verdict verdict = match.get().verdict();
        if (verdict == FileNames.Verdict.TEMPLATE) {
            skipped.add(file + Discovery.TEMPLATE);
        } else if (looksRight(file, match.get())) {
            InputFile taken = new InputFile(
                    place(file), file.value(), file.value(), match.get().kind(), ROOT, file, false);
            (isTemplate(file, match.get()) ? templates : files).add(taken);
            List<String> names = List.of(file.parent().value().split("/"));
            TestFixtures.depth(names)
                    .ifPresent(depth -> fixtures.put(taken, String.join("/", names.subList(0, depth))));
        }
    }

    private boolean looksRight(ProjectPath file, FileNames.Match match) {
        try {
            return Discovery.isWanted(match, limit -> head(file, limit));
        } catch (IOException e) {
            // A workspace throws none: what cannot be read is absent.
            throw new UncheckedIOException(e);
        }
    }

    private boolean isTemplate(ProjectPath file, FileNames.Match match) {
        try {
            return Discovery.isTemplate(match.kind(), limit -> head(file, limit));
        } catch (IOException e) {
            // A workspace throws none: what cannot be read is absent.
            throw new UncheckedIOException(e);
        }
    }

    private String head(ProjectPath file, int limit) {
        return workspace
                .read(file, LARGEST)
                .map(bytes -> new String(bytes, 0, Math.min(bytes.length, limit), StandardCharsets.UTF_8))
                .orElse("");
    }

    private boolean isLeftOut(ProjectPath path, boolean isFolder, IgnoreRules rules) {
        if (excludes.decide(place(path), isFolder).orElse(false)) {
            skipped.add(path + ": excluded");
            return true;
        }
        if (rules.isIgnored(place(path), isFolder)) {
            if (!isFolder) {
                skipped.add(path + ": ignored");
            }
            return true;
        }
        return false;
    }
}
