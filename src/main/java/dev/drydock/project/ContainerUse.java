package dev.drydock.project;

import dev.drydock.script.SpokenCommands.SpokenCommand;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.WrittenValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A command line somewhere in a project that deals with containers which another file starts.
 *
 * @param file where it stands
 * @param line from 1
 * @param kind what it does
 * @param isCompose whether it names a service instead of a container
 * @param target the container, service, image or network that it names, expansions as {@code ${name}}
 * @param words what stands behind that: the command that is executed, the place that is copied to
 * @param files the files behind {@code -f} or {@code -c}
 * @param networks the networks that a new container joins
 * @param rest what is fed to it by a here-document, as far as it may reach
 */
public record ContainerUse(
        ProjectPath file,
        int line,
        Kind kind,
        boolean isCompose,
        Optional<ShellWord> target,
        List<ShellWord> words,
        List<String> files,
        List<String> networks,
        String rest) {
    private static final Set<String> COMPOSE_VALUES = Set.of(
            "-f",
            "--file",
            "-p",
            "--project-name",
            "--env-file",
            "--profile",
            "--project-directory",
            "--ansi",
            "--progress",
            "--parallel",
            "-H",
            "--host",
            "-c",
            "--context",
            "--log-level",
            "-l",
            "--config");

    private static final Set<String> COMMAND_VALUES = Set.of(
            "-e",
            "--env",
            "-u",
            "--user",
            "-w",
            "--workdir",
            "--index",
            "--detach-keys",
            "--env-file",
            "-c",
            "--compose-file",
            "--resolve-image",
            "--orchestrator",
            "--kubeconfig",
            "--namespace",
            "--alias",
            "--ip",
            "--ip6",
            "--link",
            "--link-local-ip",
            "--driver-opt",
            "--gw-priority");

    private static final Set<String> RUN_VALUES = Set.of(
            "-e",
            "--env",
            "--env-from-file",
            "-u",
            "--user",
            "-w",
            "--workdir",
            "-v",
            "--volume",
            "-p",
            "--publish",
            "--name",
            "--entrypoint",
            "-l",
            "--label",
            "--cap-add",
            "--cap-drop");

    /** The commands of compose with which work on a fresh checkout begins; looked up in November 2026. */
    private static final Set<String> BEGINNING =
            Set.of("up", "run", "create", "build", "pull", "push", "config", "convert", "publish", "watch");

    /** What is done to containers of others. */
    public enum Kind {
        /** A process is started in a container that runs. */
        EXEC,
        /** Files are copied into a container. */
        COPY_INTO,
        /** A compose file is given to a swarm. */
        STACK_DEPLOY,
        /** A container is started in a network, or joins one. */
        JOIN,
        /** Compose builds or starts what its files say, as the first thing in a checkout. */
        START,
        /** Compose is called for something else with several files, whose services are on one network then. */
        COMBINE,
        /** Compose is given values by another file than {@code .env}, which it does not read then. */
        OTHER_VALUES,
        /** Compose is told another project directory than that of its file, from which paths count and where it reads {@code .env}. */
        OTHER_DIRECTORY
    }

    public ContainerUse {
        Objects.requireNonNull(file);
        Objects.requireNonNull(kind);
        words = List.copyOf(words);
        files = List.copyOf(files);
        networks = List.copyOf(networks);
    }

    /** Returns where it stands, for a person: {@code backup.sh:3}. */
    public String place() {
        return file + ":" + line;
    }

    /** Returns what the target is called, expansions as {@code ${name}}. */
    public String targetText() {
        return target.map(WrittenValue::of).map(WrittenValue::text).orElse("");
    }

    /** Returns what a command line does with containers of others; empty if that is nothing. */
    public static Optional<ContainerUse> of(ProjectPath file, SpokenCommand spoken) {
        Invocation invocation = Invocation.of(spoken.command());
        Optional<ShellWord> program = invocation.programWord();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        String name = program.get().text().toUpperCase(Locale.ROOT);
        Reader reader = new Reader(invocation.arguments());
        boolean compose = name.contains("COMPOSE") || name.equals("$(DC)");
        reader.passFlags(COMPOSE_VALUES);
        if (!compose && reader.peek().filter("compose"::equals).isPresent()) {
            compose = true;
            reader.next();
            reader.passFlags(COMPOSE_VALUES);
        }
        if (reader.peek().filter("container"::equals).isPresent()) {
            reader.next();
        }
        return reader.command(compose, file, spoken);
    }

    /** Reads words from left to right. */
    private static final class Reader {
        private final List<ShellWord> words;
        private final List<String> files = new ArrayList<>();
        private final List<String> networks = new ArrayList<>();
        private boolean otherValues;
        private boolean namesUsualValues;
        private Optional<String> projectDirectory = Optional.empty();
        private int at;

        Reader(List<ShellWord> words) {
            this.words = words;
        }

        Optional<String> peek() {
            return at < words.size() ? Optional.of(text(at)) : Optional.empty();
        }

        private String text(int index) {
            return WrittenValue.of(words.get(index)).text();
        }

        void next() {
            at++;
        }

        /** Passes the flags that stand here, and remembers the files and networks that they name. */
        void passFlags(Set<String> withValue) {
            while (at < words.size() && text(at).startsWith("-") && text(at).length() > 1) {
                String flag = text(at);
                int equals = flag.indexOf('=');
                String name = equals < 0 ? flag : flag.substring(0, equals);
                boolean separate = equals < 0 && withValue.contains(name) && at + 1 < words.size();
                String value = equals >= 0 ? flag.substring(equals + 1) : separate ? text(at + 1) : "";
                if (Set.of("-f", "--file", "-c", "--compose-file").contains(name)) {
                    files.add(value);
                } else if (Set.of("--network", "--net").contains(name)) {
                    networks.add(value);
                } else if (name.equals("--env-file") && withValue == COMPOSE_VALUES) {
                    boolean usual = value.equals(".env") || value.endsWith("/.env");
                    otherValues |= !usual;
                    namesUsualValues |= usual;
                } else if (name.equals("--project-directory") && withValue == COMPOSE_VALUES) {
                    projectDirectory = Optional.of(value);
                }
                at += separate ? 2 : 1;
            }
        }

        Optional<ContainerUse> command(boolean compose, ProjectPath file, SpokenCommand spoken) {
            String action = peek().orElse("");
            next();
            if (compose && isElsewhere() && !action.equals("exec")) {
                return use(Kind.OTHER_DIRECTORY, true, file, spoken);
            }
            if (compose && otherValues && !action.equals("exec")) {
                return use(Kind.OTHER_VALUES, true, file, spoken);
            }
            Optional<ContainerUse> one = one(action, compose, file, spoken);
            if (one.isPresent() || !compose) {
                return one;
            }
            // Where nobody made the file that is named as that of the values, the command fails already.
            if (BEGINNING.contains(action) && !namesUsualValues) {
                if (action.equals("run")) {
                    passFlags(RUN_VALUES);
                }
                return use(Kind.START, true, file, spoken);
            }
            return files.size() > 1 ? use(Kind.COMBINE, true, file, spoken) : one;
        }

        /** Compose reads {@code .env} in the project directory, which usually is that of its first file. */
        private boolean isElsewhere() {
            return projectDirectory
                    .filter(directory -> !files.isEmpty() && !trimmed(directory).equals(parent(files.get(0))))
                    .isPresent();
        }

        private static String parent(String path) {
            return trimmed(path.substring(0, path.lastIndexOf('/') + 1));
        }

        private static String trimmed(String directory) {
            String bare = directory.startsWith("./") ? directory.substring(2) : directory;
            bare = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
            return bare.equals(".") ? "" : bare;
        }

        private Optional<ContainerUse> one(String action, boolean compose, ProjectPath file, SpokenCommand spoken) {
            return switch (action) {
                case "exec" -> {
                    passFlags(COMMAND_VALUES);
                    yield use(Kind.EXEC, compose, file, spoken);
                }
                case "cp", "copy" -> copy(compose, file, spoken);
                case "stack" -> {
                    passFlags(Set.of("--orchestrator", "--kubeconfig"));
                    boolean deploys = peek().filter(word -> word.equals("deploy") || word.equals("up"))
                            .isPresent();
                    yield deploys && !compose ? deploy(file, spoken) : Optional.empty();
                }
                case "deploy" -> compose ? Optional.empty() : deploy(file, spoken);
                case "run", "create" -> compose ? Optional.empty() : join(file, spoken);
                case "network" -> {
                    boolean connects = peek().filter("connect"::equals).isPresent();
                    next();
                    passFlags(COMMAND_VALUES);
                    peek().ifPresent(networks::add);
                    yield connects ? use(Kind.JOIN, false, file, spoken) : Optional.empty();
                }
                default -> Optional.empty();
            };
        }

        /** Docker and its stacks take flags behind the operands, too. */
        private Optional<ContainerUse> deploy(ProjectPath file, SpokenCommand spoken) {
            next();
            at--;
            while (at < words.size()) {
                passFlags(COMMAND_VALUES);
                next();
            }
            return use(Kind.STACK_DEPLOY, false, file, spoken);
        }

        private Optional<ContainerUse> join(ProjectPath file, SpokenCommand spoken) {
            for (int i = at; i < words.size(); i++) {
                String word = text(i);
                boolean separate = (word.equals("--network") || word.equals("--net")) && i + 1 < words.size();
                if (separate) {
                    networks.add(text(i + 1));
                } else if (word.startsWith("--network=") || word.startsWith("--net=")) {
                    networks.add(word.substring(word.indexOf('=') + 1));
                }
            }
            return networks.isEmpty() ? Optional.empty() : use(Kind.JOIN, false, file, spoken);
        }

        /** Copying out of a container changes nothing in it. */
        private Optional<ContainerUse> copy(boolean compose, ProjectPath file, SpokenCommand spoken) {
            List<ShellWord> operands = new ArrayList<>();
            while (at < words.size()) {
                passFlags(Set.of("--index"));
                if (at < words.size()) {
                    operands.add(words.get(at));
                }
                next();
            }
            if (operands.size() != 2 || text(operands.get(1)).indexOf(':') <= 0) {
                return Optional.empty();
            }
            ShellWord target = operands.get(1);
            return Optional.of(new ContainerUse(
                    file,
                    spoken.line(),
                    Kind.COPY_INTO,
                    compose,
                    Optional.of(target),
                    List.of(target),
                    files,
                    networks,
                    ""));
        }

        private static String text(ShellWord word) {
            return WrittenValue.of(word).text();
        }

        private Optional<ContainerUse> use(Kind kind, boolean compose, ProjectPath file, SpokenCommand spoken) {
            Optional<ShellWord> target = at < words.size() ? Optional.of(words.get(at)) : Optional.empty();
            List<ShellWord> rest = at + 1 < words.size() ? words.subList(at + 1, words.size()) : List.of();
            return Optional.of(
                    new ContainerUse(file, spoken.line(), kind, compose, target, rest, files, networks, spoken.rest()));
        }
    }
}
