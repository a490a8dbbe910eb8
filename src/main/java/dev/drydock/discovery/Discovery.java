package dev.drydock.discovery;

import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectPath;
import dev.drydock.script.ContainerPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the files to judge. A folder is searched in depth; a file that is named itself is always taken. For one search.
 *
 * <p>Symbolic links to folders are not followed: what they lead to inside the tree is found there anyway, so that there
 * are no cycles and no way out. A link to a file counts as that file, once.
 */
public final class Discovery {
    static final int SNIFFED_BYTES = 1 << 16;
    /** How much of a file is searched for commands; nobody writes a longer script. */
    static final int SEARCHED_BYTES = 1 << 20;
    /** Hidden folders in which people keep Dockerfiles; all others hold caches and settings. */
    private static final Set<String> VISIBLE_DOT_FOLDERS =
            Set.of(".github", ".gitlab", ".devcontainer", ".docker", ".ci", ".circleci", ".buildkite");

    static final String TEMPLATE = ": a template, not a file that Docker reads";

    /** What is said of a file that is named and is a template by its content. */
    public static final String IS_TEMPLATE = "a template, not a file that Docker reads; name what is made from it";

    /** What is said of a file that is named and is of another kind. */
    public static final String UNKNOWN_KIND =
            "not read: neither its name nor its first lines are those of a Dockerfile,"
                    + " a compose file or a script; for a Dockerfile of any name: drydock check --stdin-filename Dockerfile -";

    /** Why a directory is left out that a package manager fills. */
    static final String VENDORED = ": files of other projects, put there by a package manager";

    private static final Set<String> NEVER_ENTERED = Set.of(".git", "node_modules");

    private final DiscoveryOptions options;
    private final IgnoreFile excludes;
    /** By real path, so that a file is taken once, whatever leads to it. */
    private final Map<Path, InputFile> files = new LinkedHashMap<>();

    private final List<String> skipped = new ArrayList<>();
    private final List<InputFile> templates = new ArrayList<>();
    private final List<Found.Unreadable> errors = new ArrayList<>();
    private final Set<Path> temporary = new LinkedHashSet<>();
    private final Map<InputFile, String> fixtures = new HashMap<>();

    /** The directory that is searched; what it is called itself says nothing, for somebody named it. */
    private Path searched;

    private Discovery(DiscoveryOptions options) {
        this.options = options;
        this.excludes = IgnoreFile.of(options.excludeBase(), options.excludes());
    }

    /** Returns the files that the arguments mean. */
    public static Found find(List<String> arguments, DiscoveryOptions options) {
        Discovery discovery = new Discovery(options);
        arguments.forEach(discovery::argument);
        return new Found(
                List.copyOf(discovery.files.values()),
                discovery.skipped,
                discovery.templates,
                discovery.errors,
                List.copyOf(discovery.temporary),
                discovery.fixtures);
    }

    /**
     * Returns the files below the roots of the projects of {@code asked} that are judged if nobody leaves anything out, those
     * of {@code asked} apart. What cannot be looked at is absent.
     */
    public static List<InputFile> around(List<InputFile> asked, DiscoveryOptions options) {
        Discovery discovery = new Discovery(new DiscoveryOptions(
                options.workingDirectory(), List.of(), options.excludeBase(), false, options.respectGitignore()));
        Set<Path> roots = new LinkedHashSet<>();
        asked.forEach(file -> roots.add(file.root()));
        for (Path root : roots) {
            discovery.searched = root;
            discovery.search(
                    root,
                    discovery.patchPath(root, ProjectPath.ROOT),
                    root,
                    IgnoreRules.none(options.respectGitignore()));
        }
        Map<Path, InputFile> files = new LinkedHashMap<>(discovery.files);
        asked.forEach(file -> files.remove(real(file.file())));
        return List.copyOf(files.values());
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    /**
     * Returns the kind of a text: what its name says, else what its first lines look like, else a Dockerfile, because a
     * text that a person gives is taken.
     */
    public static FileKind kindOf(String name, String head) {
        return knownKind(name, head).orElse(FileKind.DOCKERFILE);
    }

    /** Returns the kind of a file that is named: what its name says, else what its first lines look like, else empty. */
    public static Optional<FileKind> knownKind(String name, String head) {
        return certainKind(name)
                .or(() -> ContentSniffer.kind(head))
                .or(() -> FileNames.match(name).map(FileNames.Match::kind));
    }

    private static Optional<FileKind> certainKind(String name) {
        return FileNames.match(name)
                .filter(match -> match.verdict() != FileNames.Verdict.POSSIBLE)
                .map(FileNames.Match::kind);
    }

    private void argument(String argument) {
        Path path;
        try {
            path = options.workingDirectory().resolve(argument).normalize();
        } catch (InvalidPathException e) {
            error(argument, "not a path");
            return;
        }
        String display = display(argument);
        if (Files.isDirectory(path)) {
            folderArgument(path, display);
        } else if (options.forceExclude() && isExcluded(path)) {
            skipped.add(display + ": excluded");
        } else if (options.forceExclude() && Files.isRegularFile(path)) {
            handedFile(path, display);
        } else {
            namedFile(path, display);
        }
    }

    private void folderArgument(Path folder, String display) {
        int before = files.size() + errors.size();
        Path root = ProjectRoots.of(folder);
        IgnoreRules rules = IgnoreRules.none(options.respectGitignore()).enterParents(root, folder);
        searched = folder;
        search(folder, display, root, rules);
        boolean looksLikeFile = folder.getFileName() != null
                && FileNames.match(folder.getFileName().toString()).isPresent();
        if (files.size() + errors.size() == before && looksLikeFile) {
            error(display, "a directory, not a file");
        }
    }

    /** A hook hands over what has changed, and no person chose it: it is taken if a search would take it. */
    private void handedFile(Path file, String display) {
        Optional<FileNames.Match> match = nameOf(file);
        try {
            Path real = file.toRealPath();
            if (isBelowNeverEntered(file)) {
                skipped.add(display + ": excluded");
            } else if (match.filter(found -> found.verdict() == FileNames.Verdict.TEMPLATE)
                    .isPresent()) {
                skipped.add(display + TEMPLATE);
            } else if (match.isEmpty() || !isWanted(match.get(), limit -> head(real, limit))) {
                skipped.add(display + ": of another kind");
            } else {
                searched = options.workingDirectory();
                Path folder = Optional.ofNullable(file.getParent()).orElse(searched);
                // What lies outside has no directories below the one that the hook works in.
                take(real, file, display, match.get().kind(), ProjectRoots.of(folder), !file.startsWith(searched));
            }
        } catch (IOException e) {
            error(display, reason(file, e));
        }
    }

    private boolean isBelowNeverEntered(Path file) {
        Path top = options.workingDirectory();
        Path folder = file.getParent();
        if (folder == null || !folder.startsWith(top) || folder.equals(top)) {
            return false;
        }
        for (Path part : top.relativize(folder)) {
            if (!isEntered(part.toString())) {
                return true;
            }
        }
        return false;
    }

    private void namedFile(Path file, String display) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(options.workingDirectory());
        try {
            Path real = file.toRealPath();
            if (!Files.isRegularFile(real)) {
                error(display, "not a regular file");
                return;
            }
            String name = slashes(file);
            // The content is read once more to be judged; here only if the name leaves a doubt.
            String head = certainKind(name).isPresent() ? "" : head(real, SNIFFED_BYTES);
            Optional<FileKind> kind = knownKind(name, head);
            if (kind.isEmpty()) {
                error(display, UNKNOWN_KIND);
                return;
            }
            take(real, file, display, kind.get(), ProjectRoots.of(folder), true);
        } catch (IOException e) {
            error(display, reason(file, e));
        }
    }

    private void search(Path folder, String display, Path root, IgnoreRules outer) {
        IgnoreRules rules = outer.enter(folder);
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            error(display, reason(folder, e.getCause()));
        } catch (IOException e) {
            error(display, reason(folder, e));
        }
        children.sort(Comparator.comparing(child -> child.getFileName().toString()));
        for (Path child : children) {
            String name = child.getFileName().toString();
            if (TemporaryFiles.isOurs(name)) {
                temporary.add(folder);
                continue;
            }
            String childDisplay = display.equals(".") || display.isEmpty() ? name : join(display, name);
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                boolean entered = isEntered(name) && !isLeftOut(child, true, rules, childDisplay);
                if (entered && VendoredFiles.are(name, inside -> Files.exists(child.resolve(inside)))) {
                    skipped.add(childDisplay + VENDORED);
                } else if (entered) {
                    search(child, childDisplay, root, rules);
                }
            } else {
                foundFile(child, childDisplay, root, rules);
            }
        }
    }

    private static String join(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** Returns whether a folder of this name is searched. */
    static boolean isEntered(String name) {
        // Cookiecutter and its like fill in names of directories as well: what lies below is made of templates.
        return !NEVER_ENTERED.contains(name)
                && !name.contains("{{")
                && (!name.startsWith(".") || VISIBLE_DOT_FOLDERS.contains(name));
    }

    private void foundFile(Path file, String display, Path root, IgnoreRules rules) {
        Optional<FileNames.Match> match = nameOf(file);
        if (match.isEmpty() || isLeftOut(file, false, rules, display)) {
            return;
        }
        if (match.get().verdict() == FileNames.Verdict.TEMPLATE) {
            skipped.add(display + TEMPLATE);
            return;
        }
        try {
            Path real = file.toRealPath();
            if (Files.isDirectory(real)) {
                return;
            }
            if (!Files.isRegularFile(real)) {
                error(display, "not a regular file");
            } else if (!real.startsWith(root.toRealPath())) {
                skipped.add(display + ": a symbolic link out of " + root.getFileName());
            } else if (isWanted(match.get(), limit -> head(real, limit))) {
                take(real, file, display, match.get().kind(), root, false);
            }
        } catch (IOException e) {
            if (Files.isSymbolicLink(file)) {
                // Nobody named it, and nothing is behind it that could be judged.
                skipped.add(display + ": " + reason(file, e));
            } else {
                error(display, reason(file, e));
            }
        }
    }

    /** Reads the first bytes of a file. */
    @FunctionalInterface
    interface Head {
        String read(int limit) throws IOException;
    }

    /** Returns whether a file of this name is judged; its content is looked at only where the name leaves it open. */
    static boolean isWanted(FileNames.Match match, Head head) throws IOException {
        return switch (match.verdict()) {
            // Dockerfile.notes may be a text about Dockerfiles.
            case CERTAIN -> !match.variant() || !ContentSniffer.isProse(head.read(SNIFFED_BYTES));
            case POSSIBLE ->
                ContentSniffer.containerFile(head.read(SNIFFED_BYTES)).isPresent();
            case IF_IT_RUNS_CONTAINERS -> ContainerPrograms.mayOccur(head.read(SEARCHED_BYTES));
            case TEMPLATE -> false;
        };
    }

    /** Returns whether a file is a template by its content, whatever its name says. */
    static boolean isTemplate(FileKind kind, Head head) throws IOException {
        if (kind != FileKind.DOCKERFILE && kind != FileKind.COMPOSE) {
            return false;
        }
        String text = head.read(SNIFFED_BYTES);
        return TemplateText.is(kind, text, text.length() < SNIFFED_BYTES / 2);
    }

    private boolean isLeftOut(Path path, boolean isFolder, IgnoreRules rules, String display) {
        if (excludes.decide(path, isFolder).orElse(false)) {
            skipped.add(display + ": excluded");
            return true;
        }
        if (rules.isIgnored(path, isFolder)) {
            if (!isFolder) {
                skipped.add(display + ": ignored");
            }
            return true;
        }
        return false;
    }

    /** A file that is named itself has no folder search above it: each of its folders is asked about. */
    private boolean isExcluded(Path file) {
        Path top = GitRoots.above(file.getParent()).orElse(options.workingDirectory());
        IgnoreRules rules = IgnoreRules.none(false).enterParents(top, file);
        for (Path path = file; path != null; path = path.getParent()) {
            boolean isFolder = !path.equals(file);
            if (excludes.decide(path, isFolder).orElse(false) || rules.isIgnored(path, isFolder)) {
                return true;
            }
        }
        return false;
    }

    private void take(Path real, Path file, String display, FileKind kind, Path root, boolean named)
            throws IOException {
        Optional<ProjectPath> path = ProjectPath.parse(slashes(root.relativize(file)));
        if (path.isEmpty()) {
            error(display, "lies outside " + root);
            return;
        }
        InputFile taken = new InputFile(file, display, patchPath(file, path.get()), kind, root, path.get(), named);
        boolean template = isTemplate(kind, limit -> head(real, limit));
        if (template && named) {
            error(display, IS_TEMPLATE);
            return;
        }
        if (!named) {
            fixture(file, display).ifPresent(directory -> fixtures.put(taken, directory));
        }
        if (template) {
            templates.add(taken);
            return;
        }
        // The file itself is a better name for it than a link to it.
        files.merge(
                real,
                taken,
                (old, other) -> other.file().equals(real) && !old.file().equals(real) ? other : old);
    }

    /** Returns the directory of fixtures in which a file lies, as reports print it. */
    private Optional<String> fixture(Path file, String display) {
        List<String> names = new ArrayList<>();
        searched.relativize(file.getParent()).forEach(part -> names.add(part.toString()));
        return TestFixtures.depth(names).map(depth -> {
            String shown = display;
            for (int up = names.size() - depth; up >= 0; up--) {
                shown = shown.substring(0, shown.lastIndexOf('/'));
            }
            return shown;
        });
    }

    private String patchPath(Path file, ProjectPath inProject) {
        Path directory = options.workingDirectory();
        return file.startsWith(directory) ? PathNames.relative(directory, file) : inProject.value();
    }

    private static Optional<FileNames.Match> nameOf(Path file) {
        return FileNames.match(slashes(file));
    }

    private static String display(String argument) {
        String shown = argument.replace('\\', java.io.File.separatorChar == '\\' ? '/' : '\\');
        while (shown.startsWith("./") && shown.length() > 2) {
            shown = shown.substring(2);
        }
        while (shown.length() > 1 && shown.endsWith("/")) {
            shown = shown.substring(0, shown.length() - 1);
        }
        return shown.isEmpty() ? "." : shown;
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static String head(Path file, int limit) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(limit), StandardCharsets.UTF_8);
        }
    }

    private static String reason(Path path, IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return Files.isSymbolicLink(path) ? "a broken symbolic link" : "no such file or directory";
        }
        return IoReasons.of(problem);
    }

    private void error(String display, String reason) {
        errors.add(new Found.Unreadable(display, reason));
    }
}
