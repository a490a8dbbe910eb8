package dev.drydock.project;

import dev.drydock.script.SpokenCommands;
import dev.drydock.script.SpokenCommands.SpokenCommand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the files around a compose file do with containers: scripts, Makefiles, pipelines, units, documents, programs. Looked at
 * are the folder of the file with what lies in it, the folders above, and those in which people keep scripts; of a large
 * repository only the nearest files.
 */
public final class SurroundingCommands {
    private static final int LARGEST = 1 << 17;
    private static final int MOST_FILES = 400;
    private static final int MOST_FOLDERS = 200;
    private static final Set<String> NOT_OURS = Set.of(
            "node_modules",
            "vendor",
            "target",
            "dist",
            "venv",
            "__pycache__",
            "site-packages",
            ".git",
            ".venv",
            ".terraform");
    private static final Set<String> FOLDERS_OF_SCRIPTS = Set.of(
            "scripts",
            "script",
            "bin",
            "ci",
            "deploy",
            "deployment",
            "docs",
            "doc",
            "tools",
            "hack",
            "ops",
            "infra",
            "make",
            "ansible",
            "backup",
            "backups",
            "cron",
            "systemd",
            "jenkins",
            ".devcontainer",
            ".github",
            ".gitlab",
            ".circleci",
            ".ci",
            ".buildkite",
            ".woodpecker",
            ".forgejo",
            ".gitea",
            ".azure-pipelines");
    private static final Set<String> NO_TEXT = Set.of(
            "png",
            "jpg",
            "jpeg",
            "gif",
            "ico",
            "svg",
            "webp",
            "pdf",
            "zip",
            "gz",
            "tgz",
            "jar",
            "war",
            "lock",
            "map",
            "csv",
            "sum",
            "woff",
            "woff2",
            "ttf",
            "mp4",
            "css",
            "scss",
            "html",
            "sql",
            "pem",
            "crt",
            "key",
            "db",
            "dockerignore",
            "gitignore");

    private final Workspace workspace;
    /** The folders of scripts that are still to be looked at; in a large repository the others would leave no room for them. */
    private final Deque<ProjectPath> likely = new ArrayDeque<>();

    private final Map<ProjectPath, String> texts = new LinkedHashMap<>();
    private final Set<ProjectPath> composeFiles = new LinkedHashSet<>();

    private SurroundingCommands(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The files with their text and what they do.
     *
     * @param texts the files that speak of containers
     * @param commands their command lines
     * @param containers those that build an image or make a container
     * @param uses those that deal with containers of others
     * @param composeFiles the compose files among them
     */
    public record Found(
            Map<ProjectPath, String> texts,
            List<Spoken> commands,
            List<BuiltImages.Command> containers,
            List<ContainerUse> uses,
            Set<ProjectPath> composeFiles) {
        public Found {
            commands = List.copyOf(commands);
            containers = List.copyOf(containers);
            composeFiles = Set.copyOf(composeFiles);
            texts = Map.copyOf(texts);
            uses = List.copyOf(uses);
        }
    }

    /** A command line and the file that it stands in. */
    public record Spoken(ProjectPath file, SpokenCommand command) {}

    /** Returns what the files around the folder of a compose file do. */
    static Found around(Workspace workspace, ProjectPath folder) {
        SurroundingCommands search = new SurroundingCommands(workspace);
        search.read(search.candidates(folder));
        List<Spoken> commands = new ArrayList<>();
        search.texts.forEach(
                (path, text) -> SpokenCommands.of(text).forEach(command -> commands.add(new Spoken(path, command))));
        List<BuiltImages.Command> containers = commands.stream()
                .flatMap(spoken -> BuiltImages.Command.of(spoken).stream())
                .toList();
        List<ContainerUse> uses = commands.stream()
                .flatMap(spoken -> ContainerUse.of(spoken.file(), spoken.command()).stream())
                .toList();
        return new Found(search.texts, commands, containers, uses, search.composeFiles);
    }

    private Set<ProjectPath> candidates(ProjectPath folder) {
        Set<ProjectPath> files = new LinkedHashSet<>();
        Deque<ProjectPath> open = new ArrayDeque<>();
        Set<ProjectPath> seen = new LinkedHashSet<>();
        collect(folder, files, open, true);
        ProjectPath above = folder;
        while (!above.equals(ProjectPath.ROOT)) {
            seen.add(above);
            above = above.parent();
            collect(above, files, open, false);
        }
        while (!(open.isEmpty() && likely.isEmpty()) && files.size() < MOST_FILES && seen.size() < MOST_FOLDERS) {
            boolean first = !likely.isEmpty() && (open.isEmpty() || files.size() < MOST_FILES / 2);
            ProjectPath next = first ? likely.poll() : open.poll();
            if (seen.add(next)) {
                collect(next, files, first ? likely : open, true);
            }
        }
        return files;
    }

    private void collect(ProjectPath folder, Set<ProjectPath> files, Deque<ProjectPath> open, boolean everything) {
        for (ProjectPath child : workspace.list(folder)) {
            String name = child.fileName();
            switch (workspace.kind(child)) {
                case FILE -> {
                    if (FileKind.of(child).filter(FileKind.COMPOSE::equals).isPresent()) {
                        composeFiles.add(child);
                    } else if (files.size() < MOST_FILES && mayHoldCommands(child)) {
                        files.add(child);
                    }
                }
                case FOLDER -> {
                    boolean scripts = FOLDERS_OF_SCRIPTS.contains(name);
                    if (scripts) {
                        likely.add(child);
                    } else if (everything && !NOT_OURS.contains(name) && !name.startsWith(".")) {
                        open.add(child);
                    }
                }
                case OTHER, ABSENT -> {
                    // A link that leads out of the project, or nowhere.
                }
            }
        }
    }

    private static boolean mayHoldCommands(ProjectPath path) {
        Optional<FileKind> kind = FileKind.of(path);
        if (kind.isPresent() && !kind.get().holdsCommands()) {
            return false;
        }
        String name = path.fileName().toLowerCase(Locale.ROOT);
        return !NO_TEXT.contains(name.substring(name.lastIndexOf('.') + 1)) && !name.startsWith("package-lock");
    }

    private void read(Set<ProjectPath> files) {
        for (ProjectPath file : files) {
            workspace
                    .read(file, LARGEST)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .filter(text -> (file.fileName().startsWith("docker-bake")
                                    || file.fileName().startsWith("skaffold")
                                    || text.contains("docker")
                                    || text.contains("podman")
                                    || text.contains("nerdctl")
                                    || text.contains("COMPOSE_"))
                            && text.indexOf('\0') < 0)
                    .ifPresent(text -> texts.put(file, text));
        }
    }
}
