package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Definition;
import dev.drydock.compose.DotEnv;
import dev.drydock.compose.Include;
import dev.drydock.compose.Interpolation;
import dev.drydock.compose.Setting;
import dev.drydock.project.ContainerUse;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.SurroundingCommands;
import dev.drydock.project.Workspace;
import dev.drydock.text.SourceText;
import dev.drydock.text.WholeWords;
import dev.drydock.transform.builtin.Mentions;
import dev.drydock.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the rest of a project does with the containers and networks that a compose file makes: commands that deploy it to a swarm,
 * that work inside of its containers, that join its networks.
 */
final class ContainerUses {
    private static final int LARGEST = 1 << 16;

    /** Releases of docker-compose before 1.27, and tools with readers of their own; looked up in November 2026. */
    private static final List<String> OLD_TOOLS = List.of(
            "docker-compose==1.1",
            "docker-compose==1.2",
            "docker-compose<2",
            "docker-compose~=1.",
            "compose/releases/download/1.",
            "docker/compose:1.",
            "ecs-cli compose",
            "balena push",
            "balena deploy",
            "rancher-compose");

    /** Source: Docker documentation, "Set, use and manage variables in a Compose file", pre-defined variables. */
    private static final List<String> VALUES_BY_VARIABLE = List.of("COMPOSE_ENV_FILES", "COMPOSE_DISABLE_ENV_FILE");

    private final Project project;
    private final ProjectFile file;
    private final SurroundingCommands.Found found;

    ContainerUses(Project project, ProjectFile file) {
        this.project = project;
        this.file = file;
        this.found = project.commandsAround(file);
    }

    /** Returns what gives the file to docker stack deploy: the place of a command, {@code deploy.sh:3}, what it says, or its own name. */
    Optional<String> stackDeploy() {
        return project.compose(file)
                .swarmOnly()
                .map(said -> said + " is for docker stack deploy")
                .or(this::deployCommand)
                .or(this::deployModule)
                .or(() -> speaksOfSwarm()
                        ? Optional.of("by its name the file is for docker stack deploy")
                        : Optional.empty());
    }

    /** {@code docker-swarm/compose.yaml}, {@code compose.swarm.yaml}, {@code docker-stack.yml}; a directory may be called after another stack. */
    private boolean speaksOfSwarm() {
        String path = file.path().value().toLowerCase(Locale.ROOT);
        String name = file.path().fileName().toLowerCase(Locale.ROOT);
        return hasWord(path, "swarm")
                || Set.of("docker-stack.yml", "docker-stack.yaml", "stack.yml", "stack.yaml")
                        .contains(name);
    }

    private static boolean hasWord(String text, String word) {
        return Stream.of(text.split("[^a-z0-9]+")).anyMatch(word::equals);
    }

    private Optional<String> deployCommand() {
        return found.uses().stream()
                .filter(use -> use.kind() == ContainerUse.Kind.STACK_DEPLOY)
                .filter(use -> use.files().isEmpty() || use.files().stream().anyMatch(path -> mayMean(use, path)))
                .map(use -> use.place() + " runs docker stack deploy")
                .findFirst();
    }

    /** A module of another tool that does what docker stack deploy does; which files it is given may be a variable. */
    private Optional<String> deployModule() {
        return found.texts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(each -> each.getValue().contains("docker_stack:"))
                .map(each -> each.getKey() + " names docker_stack, which deploys stacks")
                .findFirst();
    }

    /** Returns why an older program than compose reads the file, which takes one without version for another format. */
    Optional<String> oldTool() {
        return found.texts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each -> OLD_TOOLS.stream()
                        .filter(tool -> each.getValue().contains(tool))
                        .map(tool -> each.getKey() + " names " + tool.strip() + ", which needs version"))
                .findFirst();
    }

    /**
     * Returns the place that gives the file to compose together with one of another directory, whose services are on its default
     * network then: a command with several {@code -f}, or a compose file that includes it.
     */
    Optional<String> combined() {
        Optional<String> command = found.uses().stream()
                .filter(ContainerUse::isCompose)
                .filter(use -> use.files().size() > 1)
                .filter(use -> use.files().stream().anyMatch(path -> mayMean(use, path)))
                .filter(use -> use.files().stream()
                                .map(ContainerUses::directory)
                                .distinct()
                                .count()
                        > 1)
                .map(ContainerUse::place)
                .findFirst();
        return command.or(() -> including(include -> true));
    }

    /** Returns the place that gives compose the values for this file by another file than {@code .env}. */
    Optional<String> otherValues() {
        return given(ContainerUse.Kind.OTHER_VALUES)
                .or(this::otherValuesByVariable)
                .or(() -> including(Include::namesValues));
    }

    /**
     * Returns the place that makes another directory than that of the file the project directory, from which its paths count and
     * where compose reads {@code .env}: a command that says one or names a file elsewhere first, or a file that includes this one so.
     */
    Optional<String> otherDirectory() {
        return given(ContainerUse.Kind.OTHER_DIRECTORY)
                .or(() -> found.uses().stream()
                        .filter(ContainerUse::isCompose)
                        .filter(use -> use.files().stream()
                                .filter(path -> !directory(path)
                                        .equals(directory(use.files().get(0))))
                                .anyMatch(path -> mayMean(use, path)))
                        .map(ContainerUse::place)
                        .findFirst())
                .or(() -> including(include -> include.projectDirectory().isPresent()
                        || include.paths().stream()
                                        .map(path -> directory(path.value()))
                                        .distinct()
                                        .count()
                                > 1));
    }

    private Optional<String> given(ContainerUse.Kind kind) {
        return found.uses().stream()
                .filter(use -> use.kind() == kind)
                .filter(use -> use.files().isEmpty()
                        ? isNear(use)
                        : use.files().stream().anyMatch(path -> mayMean(use, path)))
                .map(ContainerUse::place)
                .findFirst();
    }

    /** Returns the compose file of another directory whose services extend some of this one. */
    Optional<String> extendedElsewhere() {
        ComposeFile own = project.compose(file);
        return others().filter(path -> !path.parent().equals(file.path().parent()))
                .filter(path -> project.composeAt(path).stream()
                        .flatMap(other -> other.services().stream())
                        .flatMap(service -> service.bases().stream())
                        .anyMatch(base -> base.file() == own))
                .map(ProjectPath::toString)
                .findFirst();
    }

    /** Returns the files of other directories that a command gives to compose together with this one, which merges their services. */
    List<ProjectPath> together() {
        return found.uses().stream()
                .filter(ContainerUse::isCompose)
                .filter(use -> use.files().size() > 1)
                .filter(use -> use.files().stream().anyMatch(path -> mayMean(use, path)))
                .flatMap(use -> use.files().stream().flatMap(path -> meant(use.file(), path).stream()))
                .filter(other -> !other.parent().equals(file.path().parent()))
                .distinct()
                .toList();
    }

    /** Returns the services of this file and of others that extend a service, directly or not. */
    List<ComposeService> heirs(ComposeService service) {
        return Stream.concat(Stream.of(file.path()), others())
                .flatMap(path -> project.composeAt(path).stream())
                .flatMap(compose -> compose.services().stream())
                .filter(each -> each.bases().contains(service))
                .toList();
    }

    private Stream<ProjectPath> others() {
        return Stream.concat(
                        found.composeFiles().stream(),
                        project.files(FileKind.COMPOSE).map(ProjectFile::path))
                .distinct()
                .sorted()
                .filter(path -> !path.equals(file.path()));
    }

    /** Returns the compose file that includes this one in such a way. */
    private Optional<String> including(Predicate<Include> how) {
        return others().filter(path -> project.composeAt(path).stream()
                        .flatMap(other -> other.includes().stream())
                        .filter(how)
                        .anyMatch(include -> includes(path.parent(), include)))
                .map(ProjectPath::toString)
                .findFirst();
    }

    /** The variables of compose do what {@code --env-file} does, wherever they are set. */
    private Optional<String> otherValuesByVariable() {
        return found.texts().entrySet().stream()
                .filter(text -> isNear(text.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(text -> VALUES_BY_VARIABLE.stream()
                        .filter(name -> Mentions.word(text.getValue(), name))
                        .map(name -> text.getKey() + ":"
                                + SourceText.of(text.getValue()).line(WholeWords.next(text.getValue(), name, 0))))
                .findFirst();
    }

    private static String directory(String path) {
        String bare = path.startsWith("./") ? path.substring(2) : path;
        return bare.substring(0, bare.lastIndexOf('/') + 1);
    }

    private boolean includes(ProjectPath folder, Include include) {
        return include.paths().stream()
                .flatMap(path -> folder.resolve(path.value()).stream())
                .anyMatch(file.path()::equals);
    }

    private boolean mayMean(ContainerUse use, String path) {
        return (path.equals("-") || path.indexOf('$') >= 0) ? isNear(use) : mayMean(use.file(), path);
    }

    /** Where a command is started is not known: the folder of its file, one above, or one that it goes to. */
    boolean mayMean(ProjectPath speaking, String path) {
        if (path.startsWith("/")) {
            return path.endsWith("/" + file.path().value());
        }
        Optional<ProjectPath> meant = meant(speaking, path);
        if (meant.isPresent()) {
            return meant.get().equals(file.path());
        }
        String bare = path.startsWith("./") ? path.substring(2) : path;
        return ("/" + file.path().value()).endsWith("/" + bare);
    }

    /** Returns the file that a path means from the folder of the command or the nearest one above that has it. */
    private Optional<ProjectPath> meant(ProjectPath speaking, String path) {
        Workspace workspace = project.workspace();
        ProjectPath folder = speaking.parent();
        while (true) {
            Optional<ProjectPath> meant = folder.resolve(path);
            if (meant.filter(there -> workspace.kind(there) == Workspace.Kind.FILE)
                    .isPresent()) {
                return meant;
            }
            if (folder.equals(ProjectPath.ROOT)) {
                return Optional.empty();
            }
            folder = folder.parent();
        }
    }

    private boolean isNear(ContainerUse use) {
        return isNear(use.file());
    }

    boolean isNear(ProjectPath other) {
        return file.path().isWithin(other.parent())
                || other.isWithin(file.path().parent());
    }

    /** Returns what is done to the container of a service. */
    Stream<ContainerUse> of(ComposeService service, ContainerUse.Kind kind) {
        return found.uses().stream().filter(use -> use.kind() == kind).filter(use -> mayBe(use, service));
    }

    private boolean mayBe(ContainerUse use, ComposeService service) {
        String target = use.targetText();
        int colon = use.kind() == ContainerUse.Kind.COPY_INTO ? target.indexOf(':') : -1;
        String written = use.target().map(word -> word.text()).orElse("");
        Optional<String> ofMake = variableOfMake(written);
        if (ofMake.isPresent()) {
            return mayBe(use, "${" + ofMake.get() + "}", service, 0);
        }
        boolean substituted = written.contains("$(") || written.contains("`");
        return substituted
                ? names(written, service, true)
                : mayBe(use, colon < 0 ? target : target.substring(0, colon), service, 0);
    }

    /** {@code $(NAME)} is a variable in a Makefile; to a shell it would be a command without arguments. */
    private static Optional<String> variableOfMake(String word) {
        int open = word.indexOf("$(");
        int close = word.indexOf(')', Math.max(open, 0));
        String name = open < 0 || close < 0 ? "" : word.substring(open + 2, close);
        return !name.isEmpty() && name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c))
                ? Optional.of(name)
                : Optional.empty();
    }

    private boolean mayBe(ContainerUse use, String name, ComposeService service, int depth) {
        int open = name.indexOf("${");
        if (open < 0) {
            return use.isCompose() ? name.equals(service.name()) : names(name, service, false);
        }
        int close = name.indexOf('}', open);
        String variable = close < 0 ? "" : name.substring(open + 2, close);
        Optional<String> value = variable.isEmpty() || depth > 2
                ? Optional.empty()
                : assigned(found.texts().getOrDefault(use.file(), ""), variable);
        if (value.isPresent()) {
            String text = value.get();
            boolean substituted = text.contains("$(") || text.contains("`");
            return substituted
                    ? names(text, service, true)
                    : mayBe(use, name.substring(0, open) + text + name.substring(close + 1), service, depth + 1);
        }
        // A part that is written must fit; all of it may be anything.
        String rest = name.substring(0, open) + name.substring(Math.max(open, close + 1));
        return rest.isEmpty() ? isNear(use) : names(rest, service, false);
    }

    /** Returns what a line of a file assigns to a variable: {@code NAME=value}, {@code NAME := value}. */
    private static Optional<String> assigned(String text, String variable) {
        return text.lines()
                .map(String::strip)
                .map(line -> Stream.of("export ", "local ", "readonly ", "set ")
                        .filter(line::startsWith)
                        .findFirst()
                        .map(word -> line.substring(word.length()))
                        .orElse(line))
                .filter(line -> line.startsWith(variable))
                .map(line -> line.substring(variable.length()).stripLeading())
                .filter(rest -> Stream.of("=", ":=", "?=", "::=", ":").anyMatch(rest::startsWith))
                .map(rest -> rest.substring(rest.indexOf('=') < 0 ? 1 : rest.indexOf('=') + 1)
                        .strip())
                .map(value -> value.replace("\"", "").replace("'", ""))
                .map(ContainerUses::withBraces)
                .findFirst();
    }

    private static String withBraces(String value) {
        return value.startsWith("$") && !value.startsWith("${") && !value.startsWith("$(")
                ? "${" + value.substring(1) + "}"
                : value;
    }

    /** Returns whether a name of a container may be that of a service. */
    boolean mayName(String text, ComposeService service) {
        return text.indexOf('$') >= 0 || names(text, service, false);
    }

    /** A container is called as the file says, or after the service: {@code shop-db-1}, {@code shop_db_1}. */
    private boolean names(String text, ComposeService service, boolean inside) {
        Optional<String> own = service.setting("container_name")
                .flatMap(Setting::text)
                .flatMap(name -> Interpolation.of(name).evaluate(Map.of()));
        if (own.isPresent() && (inside ? text.contains(own.get()) : text.equals(own.get()))) {
            return true;
        }
        if (service.setting("container_name").isPresent() && own.isEmpty()) {
            return true;
        }
        if (text.equals(service.name())) {
            return true;
        }
        return (inside || own.isEmpty()) && hasPart(text, service.name());
    }

    private static boolean hasPart(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the place that joins the default network of the file from outside: a command, or another compose file that
     * names it.
     */
    Optional<String> joinsDefault() {
        Optional<String> command = found.uses().stream()
                .filter(use -> use.networks().stream().anyMatch(this::mayBeDefault))
                .map(ContainerUse::place)
                .findFirst();
        return command.or(() -> found.composeFiles().stream()
                .sorted()
                .filter(path -> !path.equals(file.path()))
                .filter(path -> project.composeAt(path).filter(this::joins).isPresent())
                .map(ProjectPath::toString)
                .findFirst());
    }

    private boolean joins(ComposeFile other) {
        return other.networks().stream()
                .filter(Definition::isExternal)
                .anyMatch(network -> mayBeDefault(network.text("name").orElse(network.name())));
    }

    private boolean mayBeDefault(String network) {
        if (!network.endsWith("_default")) {
            return false;
        }
        String name = network.substring(0, network.length() - "_default".length());
        return names().contains(name) || !isOther(name);
    }

    /** The names that compose may give to the project; another one may be given on the command line. */
    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        ComposeFile compose = project.compose(file);
        compose.name()
                .map(YamlScalar::value)
                .flatMap(name -> Interpolation.of(name).evaluate(Map.of()))
                .ifPresent(names::add);
        ProjectPath folder = file.path().parent();
        folder.resolve(".env")
                .flatMap(path -> project.workspace().read(path, LARGEST))
                .map(bytes ->
                        DotEnv.parse(new String(bytes, StandardCharsets.UTF_8)).get("COMPOSE_PROJECT_NAME"))
                .ifPresent(names::add);
        if (!folder.fileName().isEmpty()) {
            names.add(folder.fileName().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** Returns whether another compose file of the project is surely the one that has this name. */
    private boolean isOther(String name) {
        List<ProjectPath> others = found.composeFiles().stream()
                .filter(path -> !path.parent().equals(file.path().parent()))
                .toList();
        return others.stream()
                .anyMatch(path ->
                        path.parent().fileName().toLowerCase(Locale.ROOT).equals(name)
                                || project.composeAt(path)
                                        .flatMap(ComposeFile::name)
                                        .map(YamlScalar::value)
                                        .filter(name::equals)
                                        .isPresent());
    }
}
