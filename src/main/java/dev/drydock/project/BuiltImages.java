package dev.drydock.project;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The images that commands around a file build under a name, and the containers that are run of them. */
public final class BuiltImages {
    private static final int LARGEST = 1 << 20;
    private static final String DOCKERFILE = "Dockerfile";

    private final Project project;
    private final List<Command> builds = new ArrayList<>();
    private final List<Command> runs = new ArrayList<>();
    private final Map<String, List<Command>> buildsByName = new HashMap<>();
    private final Map<String, Optional<ProjectFile>> dockerfiles = new ConcurrentHashMap<>();

    /**
     * A command that builds an image or runs a container.
     *
     * @param line from 1
     */
    public record Command(ProjectPath file, int line, ContainerCommand command) {
        static Optional<Command> of(SurroundingCommands.Spoken spoken) {
            return ContainerCommand.from(spoken.command().command())
                    .filter(found -> found.action() == ContainerCommand.Action.BUILD
                            || found.action().makesContainer())
                    .map(found -> new Command(spoken.file(), spoken.command().line(), found));
        }

        /** Returns where it stands, for a person: {@code start.sh:3}. */
        public String place() {
            return file + ":" + line;
        }
    }

    private BuiltImages(Project project) {
        this.project = project;
    }

    /** Reads what the files around a judged one build and run; {@link Project#imagesAround} remembers it. */
    static BuiltImages of(Project project, ProjectFile file) {
        BuiltImages images = new BuiltImages(project);
        for (Command command : project.commandsAround(file).containers()) {
            if (command.command().action() == ContainerCommand.Action.BUILD) {
                images.builds.add(command);
                names(command.command())
                        .forEach(name -> images.buildsByName
                                .computeIfAbsent(name, unused -> new ArrayList<>())
                                .add(command));
            } else {
                images.runs.add(command);
            }
        }
        return images;
    }

    /** Returns the Dockerfile that an image of this name is built from; empty if none or several may be meant. */
    public Optional<ProjectFile> dockerfileOf(String image) {
        return dockerfiles.computeIfAbsent(withoutLatest(image), this::findDockerfile);
    }

    private Optional<ProjectFile> findDockerfile(String image) {
        Set<ProjectPath> paths = new LinkedHashSet<>();
        buildsByName
                .getOrDefault(image, List.of())
                .forEach(build -> dockerfile(build).ifPresent(paths::add));
        return paths.size() == 1 ? read(paths.iterator().next()) : Optional.empty();
    }

    private Optional<ProjectFile> read(ProjectPath path) {
        return project.file(path)
                .filter(file -> file.kind() == FileKind.DOCKERFILE)
                .or(() -> project.workspace().read(path, LARGEST).flatMap(bytes -> {
                    try {
                        return Optional.of(new ProjectFile(path, FileKind.DOCKERFILE, SourceText.decode(bytes)));
                    } catch (UndecodableTextException e) {
                        return Optional.empty();
                    }
                }));
    }

    /** Returns the commands that build a Dockerfile. */
    List<Command> buildsOf(ProjectPath dockerfile) {
        return builds.stream()
                .filter(build -> dockerfile(build).filter(dockerfile::equals).isPresent())
                .toList();
    }

    /**
     * A command that builds several Dockerfiles, in a loop or by a pattern.
     *
     * @param variable what stands for the part of the path that changes: <code>${name}</code>
     * @param value what it is for the Dockerfile that was asked for
     */
    record Template(Command command, String variable, String value) {}

    /** Returns the commands that may build a Dockerfile because a variable stands for one part of its path. */
    List<Template> templatesOf(ProjectPath dockerfile) {
        List<Template> found = new ArrayList<>();
        for (Command build : builds) {
            String path = relative(build).orElse("");
            int open = path.indexOf("${");
            int close = open < 0 ? -1 : path.indexOf('}', open);
            if (close >= 0) {
                String variable = path.substring(open, close + 1);
                String before = path.substring(0, open);
                String front = before.startsWith("./") ? before.substring(2) : before;
                String back = path.substring(close + 1).replace(variable, "");
                String name = dockerfile.value();
                int start = front.isEmpty() ? 0 : name.indexOf(front) + front.length();
                boolean fits = (front.isEmpty() || name.contains(front))
                        && name.endsWith(back)
                        && start < name.length() - back.length();
                if (fits) {
                    found.add(new Template(build, variable, name.substring(start, name.length() - back.length())));
                }
            }
        }
        return found;
    }

    /** Returns the commands that build another Dockerfile than one. */
    List<Command> buildsOfOthers(ProjectPath dockerfile) {
        return builds.stream()
                .filter(build -> dockerfile(build)
                        .filter(found -> !found.equals(dockerfile))
                        .isPresent())
                .toList();
    }

    /** Returns the commands that run a container of what a Dockerfile builds. */
    public List<Command> runsOf(ProjectPath dockerfile) {
        Set<String> names = new LinkedHashSet<>();
        builds.stream()
                .filter(build -> dockerfile(build).filter(dockerfile::equals).isPresent())
                .forEach(build -> names.addAll(names(build.command())));
        return runs.stream()
                .filter(run -> run.command()
                        .image()
                        .map(BuiltImages::text)
                        .filter(image -> names.contains(withoutLatest(image)))
                        .isPresent())
                .toList();
    }

    /**
     * Returns the stages that commands build from a Dockerfile by name and that containers run; an empty name means the last one.
     * A stage that is only built runs if no command builds another one: tests are built by name, too.
     */
    public Set<String> targetsOf(ProjectPath dockerfile) {
        List<Command> own = builds.stream()
                .filter(build -> dockerfile(build).filter(dockerfile::equals).isPresent())
                .toList();
        Set<String> images = runs.stream()
                .flatMap(run -> run.command().image().stream())
                .map(image -> withoutLatest(text(image)))
                .collect(Collectors.toSet());
        Set<String> all = own.stream().map(BuiltImages::target).collect(Collectors.toSet());
        Set<String> run = own.stream()
                .filter(build -> names(build.command()).stream().anyMatch(images::contains))
                .map(BuiltImages::target)
                .collect(Collectors.toSet());
        return run.isEmpty() && all.size() == 1 ? all : run;
    }

    private static String target(Command build) {
        List<ContainerCommand.Flag> targets = build.command().flags("target");
        return targets.isEmpty() ? "" : targets.get(targets.size() - 1).text();
    }

    /** Returns the contexts from which commands build a Dockerfile, of those that are written out. */
    Set<ProjectPath> contextsOf(ProjectPath dockerfile) {
        Set<ProjectPath> contexts = new LinkedHashSet<>();
        for (Command build : builds) {
            Optional<ProjectPath> started = startedIn(build);
            boolean same = started.flatMap(
                            folder -> folder.resolve(relative(build).orElseThrow()))
                    .filter(dockerfile::equals)
                    .isPresent();
            if (same && build.command().operands().size() == 1) {
                WrittenValue.of(build.command().operands().get(0))
                        .known()
                        .filter(context -> !context.contains(":") && !context.equals("-"))
                        .flatMap(started.orElseThrow()::resolve)
                        .ifPresent(contexts::add);
            }
        }
        return contexts;
    }

    private static Set<String> names(ContainerCommand build) {
        Set<String> names = new LinkedHashSet<>();
        build.flags("tag").forEach(flag -> names.add(withoutLatest(flag.text())));
        return names;
    }

    private static String withoutLatest(String image) {
        return image.endsWith(":latest") ? image.substring(0, image.length() - ":latest".length()) : image;
    }

    private static String text(ShellWord word) {
        return WrittenValue.of(word).text();
    }

    private static Optional<String> relative(Command build) {
        List<ContainerCommand.Flag> files = build.command().flags("file");
        return files.isEmpty()
                ? build.command().operands().stream().findFirst().map(word -> text(word) + "/" + DOCKERFILE)
                : Optional.of(files.get(files.size() - 1).text());
    }

    private Optional<ProjectPath> dockerfile(Command build) {
        return startedIn(build).flatMap(folder -> folder.resolve(relative(build).orElseThrow()));
    }

    /** The folder that a command is started in is that of its file, or one above it: the first from which the Dockerfile is found. */
    private Optional<ProjectPath> startedIn(Command build) {
        Optional<String> relative = relative(build);
        if (relative.isEmpty()) {
            return Optional.empty();
        }
        ProjectPath folder = build.file().parent();
        while (true) {
            boolean found = folder.resolve(relative.get())
                    .filter(there -> project.workspace().kind(there) == Workspace.Kind.FILE
                            || project.file(there).isPresent())
                    .isPresent();
            if (found) {
                return Optional.of(folder);
            }
            if (folder.equals(ProjectPath.ROOT)) {
                return Optional.empty();
            }
            folder = folder.parent();
        }
    }
}
