package dev.drydock.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Docker or podman, driven through its command line: that is what knows contexts, logins, remote engines and BuildKit.
 * What differs between the two is decided here.
 */
final class CommandLineEngine implements ContainerEngine {
    private static final List<String> REMOVAL = List.of("rm", "--force", "--volumes");
    private static final Duration QUICK = Duration.ofSeconds(60);
    private static final Duration PROBING = Duration.ofSeconds(20);

    private final String program;
    private final boolean podman;
    private final String version;
    private final Session session;
    private final Limits limits;
    private volatile boolean bare;
    private volatile Optional<KeptLogs> logs = Optional.empty();
    /** Images that were not there before. */
    private final Set<String> pulled = ConcurrentHashMap.newKeySet();

    private CommandLineEngine(String program, boolean podman, String version, Session session, Limits limits) {
        this.program = program;
        this.podman = podman;
        this.version = version;
        this.session = session;
        this.limits = limits;
    }

    /**
     * Returns an engine that answers.
     *
     * @param wanted the program; empty: docker, or podman where that does not answer
     * @throws EngineException if none does
     */
    static CommandLineEngine open(Optional<String> wanted, Limits limits) {
        List<String> programs = wanted.map(List::of).orElse(List.of("docker", "podman"));
        String problem = "";
        for (String program : programs) {
            Command.Outcome answer =
                    new Command(List.of(program, "version", "--format", "{{.Server.Version}}"), QUICK).run();
            if (answer.isOk()) {
                boolean podman = Path.of(program).getFileName().toString().startsWith("podman") || isPodman(program);
                String name = podman ? "podman" : "docker";
                String version = name + " " + answer.out().strip();
                CommandLineEngine engine = new CommandLineEngine(program, podman, version, Session.begin(), limits);
                engine.session.whenInterrupted(engine::removeOwn);
                engine.removeLeftOvers();
                return engine;
            }
            problem = answer.timedOut()
                    ? program + " does not answer"
                    : problem.isEmpty() ? why(program, answer) : problem;
        }
        throw new EngineException("no container engine can be used: " + problem
                + "; start docker or podman, or name the program with --engine");
    }

    private static String why(String program, Command.Outcome answer) {
        String said = Lines.reason(answer.err());
        return answer.code() == -1 ? program + " is not there" : program + " says: " + said;
    }

    /** Debian and Fedora have a package in which podman is called docker. */
    private static boolean isPodman(String program) {
        return new Command(List.of(program, "--version"), QUICK)
                .run()
                .out()
                .toLowerCase(Locale.ROOT)
                .contains("podman");
    }

    Session session() {
        return session;
    }

    Limits limits() {
        return limits;
    }

    @Override
    public String version() {
        return version;
    }

    /** Runs the engine's program. */
    Command.Outcome call(Duration limit, List<String> words) {
        List<String> all = new ArrayList<>(List.of(program));
        all.addAll(words);
        return command(all, limit).run();
    }

    /** Returns a command of the engine. */
    Command command(List<String> words, Duration limit) {
        if (session.isOver()) {
            throw new EngineException("interrupted");
        }
        return new Command(words, limit).bare(bare);
    }

    /** Hands nothing of the environment of this process to what the repository says. */
    void hideEnvironment() {
        bare = true;
    }

    Command.Outcome call(String... words) {
        return call(QUICK, List.of(words));
    }

    String program() {
        return program;
    }

    @Override
    public Built build(BuildOrder order) {
        Path idFile = session.file("image-id");
        List<String> words = new ArrayList<>(List.of(program, "build"));
        if (podman) {
            words.addAll(List.of("--format", "docker"));
            order.ignoreFile().ifPresent(file -> words.addAll(List.of("--ignorefile", file.toString())));
        } else {
            words.addAll(List.of("--progress", "plain"));
        }
        words.addAll(List.of("--label", session.label(), "--iidfile", idFile.toString()));
        words.addAll(List.of("--file", order.dockerfile().toString()));
        order.target().ifPresent(stage -> words.addAll(List.of("--target", stage)));
        // A value goes by the environment, so that no list of processes shows it.
        Map<String, String> variables = new TreeMap<>(order.arguments());
        order.arguments().keySet().forEach(name -> words.addAll(List.of("--build-arg", name)));
        order.secrets().forEach((id, file) -> words.addAll(List.of("--secret", "id=" + id + "," + file)));
        words.add(order.context().toString());
        variables.put("DOCKER_BUILDKIT", "1");
        Command.Outcome outcome = command(words, limits.build())
                .in(order.context())
                .with(variables)
                .run();
        String log = outcome.out() + outcome.err();
        keep("build", log);
        if (outcome.timedOut()) {
            return new Built(
                    Optional.empty(),
                    log + "\nthe build took longer than " + limits.build().toSeconds() + " s",
                    true);
        }
        return new Built(outcome.isOk() ? read(idFile) : Optional.empty(), log, false);
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Started start(RunOrder order) {
        List<String> words = new ArrayList<>(List.of("run", "--detach", "--label", session.label()));
        words.addAll(List.of("--memory", limits.memory(), "--pids-limit", String.valueOf(limits.processes())));
        words.addAll(bounds());
        // Health checks are run by the trial itself, when it wants to know.
        words.add("--no-healthcheck");
        order.ports().forEach(port -> words.addAll(List.of("--publish", "127.0.0.1::" + port)));
        words.addAll(order.options());
        words.add(order.image());
        words.addAll(order.words());
        Command.Outcome outcome = call(limits.start(), words);
        if (outcome.isOk()) {
            return new Started(Optional.of(Lines.last(outcome.out())), "");
        }
        // A container that could be made but not started is there all the same; it goes with the session.
        return new Started(Optional.empty(), Lines.reason(outcome.err()));
    }

    /** What a container may print and how large one of its files may be: nothing of it fills the disk of the host. */
    private List<String> bounds() {
        return List.of(
                "--log-driver",
                podman ? "k8s-file" : "json-file",
                "--log-opt",
                "max-size=" + (podman ? "20mb" : "20m"),
                "--ulimit",
                "fsize=" + Limits.LARGEST_DISK);
    }

    /** Returns whether an image is there, or can be fetched; one that was fetched is removed at the end. */
    boolean isThere(String image) {
        if (image(image).isPresent()) {
            return true;
        }
        boolean fetched =
                call(limits.build(), List.of("pull", "--quiet", image)).isOk();
        if (fetched) {
            pulled.add(image);
        }
        return fetched;
    }

    /** Returns the variables that an image sets, {@code NAME=value} each. */
    List<String> variables(String image) {
        return image(image).map(json -> json.at("Config").texts("Env")).orElse(List.of());
    }

    /** Returns what an image holds; empty if it cannot be read. */
    Optional<ImageContent> content(String image) {
        Optional<Json> known = image(image);
        Command.Outcome made = call("create", "--label", session.label(), image, "none");
        if (known.isEmpty() || !made.isOk()) {
            return Optional.empty();
        }
        String container = Lines.last(made.out());
        try {
            String commands = call("history", "--no-trunc", "--format", "{{.CreatedBy}}", image)
                    .out();
            long size = known.get().number("Size", 0);
            String user = known.get().at("Config").text("User").orElse("");
            return command(List.of(program, "export", container), limits.build())
                    .read(out -> ImageContent.read(out, size, user, commands));
        } finally {
            removeContainer(container);
        }
    }

    /** Writes a log down, if logs are kept. */
    void keep(String name, String text) {
        logs.ifPresent(kept -> kept.keep(name, text));
    }

    boolean keepsLogs() {
        return logs.isPresent();
    }

    void keepLogOf(String container) {
        logs.ifPresent(kept -> kept.keep("container", logs(container)));
    }

    /** Has logs kept from now on. */
    void keepLogs(KeptLogs kept) {
        logs = Optional.of(kept);
    }

    @Override
    public long written(String container) {
        Command.Outcome outcome = call("container", "inspect", "--size", "--format", "{{.SizeRw}}", container);
        try {
            return outcome.isOk() ? Long.parseLong(outcome.out().strip()) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public void kill(String container) {
        call("kill", container);
    }

    @Override
    public Optional<Json> image(String image) {
        Command.Outcome outcome = call("image", "inspect", image);
        return outcome.isOk() ? Json.parse(outcome.out()) : Optional.empty();
    }

    @Override
    public Optional<Json> container(String container) {
        Command.Outcome outcome = call("container", "inspect", container);
        return outcome.isOk() ? Json.parse(outcome.out()) : Optional.empty();
    }

    @Override
    public String logs(String container) {
        Command.Outcome outcome = call("logs", "--tail", "2000", container);
        return outcome.out() + outcome.err();
    }

    @Override
    public List<String> changes(String container) {
        Command.Outcome outcome = call("diff", container);
        return outcome.isOk() ? outcome.out().lines().toList() : List.of();
    }

    @Override
    public Command.Outcome exec(String container, List<String> words, Duration limit) {
        List<String> all = new ArrayList<>(List.of("exec", container));
        all.addAll(words);
        return call(limit, all);
    }

    @Override
    public Command.Outcome beside(String container, String image, List<String> words, Duration limit) {
        List<String> all = new ArrayList<>(List.of("run", "--rm", "--label", session.label()));
        all.addAll(List.of("--network", "container:" + container, "--no-healthcheck", "--user", "0"));
        all.addAll(List.of("--entrypoint", words.get(0), image));
        all.addAll(words.subList(1, words.size()));
        return call(limit, all);
    }

    @Override
    public List<Integer> users(String container) {
        Command.Outcome outcome = call(PROBING, List.of("top", container, "-eo", "pid,uid"));
        Set<Integer> users = new TreeSet<>();
        if (outcome.isOk()) {
            outcome.out()
                    .lines()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+", -1))
                    .forEach(columns -> {
                        if (columns.length > 1 && columns[1].chars().allMatch(Character::isDigit)) {
                            users.add(Integer.valueOf(columns[1]));
                        }
                    });
        }
        return List.copyOf(users);
    }

    @Override
    public int[] usage(String container) {
        Command.Outcome outcome =
                call(PROBING, List.of("stats", "--no-stream", "--format", "{{.MemUsage}}|{{.PIDs}}", container));
        String[] columns = Lines.last(outcome.out()).split("\\|", -1);
        return outcome.isOk() && columns.length == 2
                ? new int[] {megabytes(columns[0]), number(columns[1])}
                : new int[] {0, 0};
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Reads {@code 12.5MiB / 2GiB}: what is used, in megabytes, rounded up. */
    private static int megabytes(String usage) {
        String used = usage.split("/", -1)[0].strip();
        int end = 0;
        while (end < used.length() && (Character.isDigit(used.charAt(end)) || used.charAt(end) == '.')) {
            end++;
        }
        try {
            double number = Double.parseDouble(used.substring(0, end));
            double factor = switch (used.substring(end).toLowerCase(Locale.ROOT)) {
                case "gib", "gb" -> 1024;
                case "mib", "mb" -> 1;
                case "kib", "kb" -> 1.0 / 1024;
                default -> 0;
            };
            return (int) Math.ceil(number * factor);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public void restart(String container) {
        call("restart", "-t", "3", container);
    }

    @Override
    public void removeContainer(String container) {
        keepLogOf(container);
        List<String> words = new ArrayList<>(REMOVAL);
        if (podman) {
            // Unlike docker, it asks politely first, and waits.
            words.addAll(List.of("--time", "0"));
        }
        words.add(container);
        call(QUICK, words);
    }

    @Override
    public void removeImage(String image) {
        call("rmi", "--force", image);
    }

    @Override
    public void close() {
        session.end(this::removeOwn);
    }

    private void removeOwn() {
        removeAll("label=" + session.label());
        // A volume that a container asks for by name is made anew, without a label, if it has just been removed.
        call("volume", "ls", "--quiet", "--filter", "name=" + Session.namesOfProcess())
                .out()
                .lines()
                .filter(name -> name.startsWith(Session.namesOfProcess()))
                .forEach(name -> call("volume", "rm", "--force", name));
        pulled.forEach(this::removeImage);
    }

    /** What sessions left behind that were killed. */
    private void removeLeftOvers() {
        Session.removeLeftFolders();
        Set<String> sessions = new TreeSet<>();
        for (List<String> kind : List.of(
                List.of("ps", "--all"),
                List.of("images", "--all"),
                List.of("network", "ls"),
                List.of("volume", "ls"))) {
            List<String> words = new ArrayList<>(kind);
            words.addAll(List.of("--quiet", "--filter", "label=" + Session.KEY));
            Command.Outcome outcome = call(QUICK, words);
            outcome.out()
                    .lines()
                    .filter(id -> !id.isBlank())
                    .forEach(id -> owner(kind.get(0), id).ifPresent(sessions::add));
        }
        sessions.stream().filter(Session::isDead).forEach(dead -> removeAll("label=" + Session.KEY + "=" + dead));
    }

    private Optional<String> owner(String kind, String id) {
        String type = switch (kind) {
            case "ps" -> "container";
            case "images" -> "image";
            default -> kind;
        };
        Optional<Json> found = Json.parse(call(type, "inspect", id).out());
        return found.flatMap(json -> json.at("Config", "Labels")
                .text(Session.KEY)
                .or(() -> json.at("Labels").text(Session.KEY))
                .or(() -> json.at("labels").text(Session.KEY)));
    }

    private void removeAll(String filter) {
        remove(List.of("ps", "--all", "--quiet", "--filter", filter), List.of("rm", "--force", "--volumes"));
        remove(List.of("network", "ls", "--quiet", "--filter", filter), List.of("network", "rm"));
        remove(List.of("volume", "ls", "--quiet", "--filter", filter), List.of("volume", "rm", "--force"));
        remove(List.of("images", "--all", "--quiet", "--filter", filter), List.of("rmi", "--force"));
    }

    private void remove(List<String> list, List<String> removal) {
        // An image that another one was made from goes after it, so that a second round may find what the first left.
        for (int round = 0; round < 3; round++) {
            List<String> ids = call(QUICK, list)
                    .out()
                    .lines()
                    .filter(id -> !id.isBlank())
                    .distinct()
                    .toList();
            if (ids.isEmpty()) {
                return;
            }
            List<String> words = new ArrayList<>(removal);
            words.addAll(ids);
            call(QUICK, words);
        }
    }
}
