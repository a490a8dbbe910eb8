package dev.drydock.trial;

import dev.drydock.evidence.Observed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Watches one container that was started: waits until it is ready, asks its ports, and looks at what it did. */
final class Watch {
    private static final Duration POLL = Duration.ofMillis(700);
    /** A container that says nothing new and opens no new port for so long is as ready as it will be. */
    private static final Duration QUIET = Duration.ofSeconds(4);

    private static final Duration QUIET_WITHOUT_PORT = Duration.ofSeconds(10);
    /** A database that makes its files at its first start may say nothing for a while before it opens its port. */
    private static final Duration QUIET_BEFORE_PORT = Duration.ofSeconds(30);

    /** How often it is looked how much was written: some engines compare every file of the image for it. */
    private static final Duration MEASURE = Duration.ofSeconds(30);

    private static final Duration PROBE = Duration.ofSeconds(30);
    private static final int MOST_PATHS = 200;
    private static final int MANY_DIGITS = 4;
    /** What differs a little from one start to the next is rounded up, so that evidence stays the same. */
    private static final int MEMORY_STEP = 32;

    private static final int PROCESS_STEP = 16;

    // What docker and podman call a container before its first process.
    private static final Set<String> NEVER_RAN = Set.of("created", "configured", "initialized");

    // What engines themselves put into a container.
    private static final List<String> OF_ENGINE = List.of(
            "/etc/hosts",
            "/etc/hostname",
            "/etc/resolv.conf",
            "/etc/mtab",
            "/run/.containerenv",
            "/.dockerenv",
            "/proc",
            "/sys",
            "/dev",
            "/run/secrets");

    /**
     * What is known before.
     *
     * @param helper the image from which ports are asked where they cannot be reached from this machine
     * @param ports the ports that are asked
     * @param expected how they answered before; a container is waited for until they do again
     * @param health the test of the health check, as the image or the service has it
     * @param probes commands that are run inside
     * @param restart whether the container is restarted and asked again
     * @param learns whether it is found out what it does, and which command tells that it works: that takes a while, and is
     *     of use for the original only
     */
    record Plan(
            String helper,
            List<Integer> ports,
            Map<Integer, String> expected,
            List<String> health,
            List<List<String>> probes,
            boolean restart,
            boolean learns) {}

    private final ContainerEngine engine;
    private final Duration patience;
    private final String container;
    private final Plan plan;
    private final Set<Integer> listened = new TreeSet<>();
    private boolean flooded;

    Watch(ContainerEngine engine, Duration patience, String container, Plan plan) {
        this.engine = engine;
        this.patience = patience;
        this.container = container;
        this.plan = plan;
    }

    Observation observe() {
        NavigableMap<Integer, String> answers = awaitReady();
        // What has done its work and ended has no health.
        Optional<Boolean> healthy = state().equals(Observation.RUNNING) ? awaitHealth() : Optional.empty();
        NavigableMap<String, Integer> probes = new TreeMap<>();
        plan.probes()
                .forEach(words -> probes.put(
                        String.join(" ", words),
                        engine.exec(container, words, PROBE).code()));
        String state = state();
        Observed seen = seen(state, answers);
        String restarted = "";
        if (plan.restart() && state.equals(Observation.RUNNING)) {
            engine.restart(container);
            NavigableMap<Integer, String> again = awaitReady();
            restarted = Observation.restarted(state(), again);
        }
        List<String> log = new ArrayList<>(engine.logs(container).lines().toList());
        if (flooded) {
            log.add("it wrote more than " + (Limits.LARGEST_DISK >> 30) + " GB, and was ended");
        }
        if (state.equals(Observation.NOT_STARTED)) {
            inspected()
                    .at("State")
                    .text("Error")
                    .filter(text -> !text.isBlank())
                    .ifPresent(log::add);
        }
        return new Observation(state, answers, probes, healthy, restarted, seen, log);
    }

    private Json inspected() {
        return engine.container(container)
                .orElseThrow(() ->
                        new EngineException("the engine no longer answers, or has lost a container that it started"));
    }

    private String state() {
        return state(inspected().at("State"));
    }

    /** Returns the state of a container as its engine describes it: one that it made but did not start has no exit code. */
    static String state(Json state) {
        if (state.flag("Running")) {
            return Observation.RUNNING;
        }
        return state.text("Status").filter(NEVER_RAN::contains).isPresent()
                ? Observation.NOT_STARTED
                : "exited " + state.number("ExitCode", -1);
    }

    /** Waits until the ports answer as expected, or nothing happens any more, or it ends; returns how they answer. */
    private NavigableMap<Integer, String> awaitReady() {
        long start = System.nanoTime();
        long quietSince = start;
        long measured = start;
        String last = "";
        NavigableMap<Integer, String> answers = new TreeMap<>();
        while (true) {
            Json json = inspected();
            if (!json.at("State").flag("Running")) {
                plan.ports().forEach(port -> answers.put(port, PortProbe.CLOSED));
                return answers;
            }
            Set<Integer> open = Sockets.listening(
                            engine, container, json.at("State").number("Pid", 0))
                    .orElse(Set.of());
            listened.addAll(open);
            long now = System.nanoTime();
            if (now - measured >= MEASURE.toNanos()) {
                measured = now;
                if (engine.written(container) > Limits.LARGEST_DISK) {
                    engine.kill(container);
                    flooded = true;
                    continue;
                }
            }
            String look = open + "\n" + engine.logs(container).length();
            if (!look.equals(last)) {
                last = look;
                quietSince = now;
            }
            boolean wanted = !plan.expected().isEmpty()
                    && open.containsAll(plan.expected().keySet());
            boolean quiet = now - quietSince >= enough(open).toNanos();
            boolean late = now - start >= patience.toNanos();
            boolean hoping = !plan.expected().isEmpty() && !wanted;
            if (wanted || late || (quiet && !hoping)) {
                answers.putAll(ask(json, open));
                if (late || answers.entrySet().containsAll(plan.expected().entrySet())) {
                    return answers;
                }
            }
            pause();
        }
    }

    /** Returns for how long it must be quiet until it is taken for ready. */
    private Duration enough(Set<Integer> open) {
        boolean wanting = plan.learns()
                && !plan.ports().isEmpty()
                && plan.ports().stream().noneMatch(open::contains);
        return wanting ? QUIET_BEFORE_PORT : open.isEmpty() ? QUIET_WITHOUT_PORT : QUIET;
    }

    private NavigableMap<Integer, String> ask(Json json, Set<Integer> open) {
        NavigableMap<Integer, String> answers = new TreeMap<>();
        List<Integer> elsewhere = new ArrayList<>();
        Set<Integer> ports = new TreeSet<>(plan.ports());
        if (plan.learns()) {
            // What it listens on without saying so is asked, too.
            ports.addAll(open);
        }
        for (int port : ports) {
            if (!open.contains(port)) {
                answers.put(port, PortProbe.CLOSED);
                continue;
            }
            int published = published(json, port);
            String answer = published > 0 && PortProbe.accepts(published) ? PortProbe.ask(published) : "unknown";
            if (answer.equals("unknown")) {
                elsewhere.add(port);
            }
            // Somebody listens; that the connection is closed without a word is an answer too.
            answers.put(port, answer.equals(PortProbe.CLOSED) ? PortProbe.OPEN : answer);
        }
        if (!elsewhere.isEmpty()) {
            List<String> found = PortProbe.askBeside(engine, container, plan.helper(), elsewhere);
            for (int i = 0; i < elsewhere.size(); i++) {
                String answer = found.get(i);
                answers.put(elsewhere.get(i), answer.equals("unknown") ? PortProbe.OPEN : answer);
            }
        }
        return answers;
    }

    private static int published(Json json, int port) {
        Json ports = json.at("NetworkSettings", "Ports");
        return ports.objects(port + "/tcp").stream()
                .flatMap(binding -> binding.text("HostPort").stream())
                .mapToInt(text -> Integer.parseInt(text))
                .findFirst()
                .orElse(0);
    }

    private Optional<Boolean> awaitHealth() {
        List<String> test = plan.health();
        if (test.isEmpty() || test.get(0).equals("NONE")) {
            return Optional.empty();
        }
        List<String> words = test.get(0).equals("CMD-SHELL")
                ? List.of("/bin/sh", "-c", String.join(" ", test.subList(1, test.size())))
                : test.subList(1, test.size());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        // As an engine does, three times before it is believed.
        for (int attempt = 0; attempt < 3; attempt++) {
            if (engine.exec(container, words, PROBE).isOk()) {
                return Optional.of(true);
            }
            pause();
        }
        return Optional.of(false);
    }

    private Observed seen(String state, NavigableMap<Integer, String> answers) {
        List<Integer> http = answers.entrySet().stream()
                .filter(answer -> answer.getValue().equals("HTTP 2xx"))
                .map(Map.Entry::getKey)
                .toList();
        if (!plan.learns()) {
            return new Observed(List.copyOf(listened), http, List.of(), List.of(), 0, 0, Optional.empty(), List.of());
        }
        boolean running = state.equals(Observation.RUNNING);
        int[] usage = running ? usage() : new int[] {0, 0};
        List<Integer> users = running ? engine.users(container) : List.of();
        return new Observed(
                List.copyOf(listened),
                http,
                written(engine.changes(container)),
                users,
                rounded(usage[0], MEMORY_STEP),
                rounded(usage[1], PROCESS_STEP),
                Optional.empty(),
                running && plan.health().isEmpty()
                        ? new ProbeSearch(engine, container).find(http, listened)
                        : List.of());
    }

    private static int rounded(int value, int step) {
        return (value + step - 1) / step * step;
    }

    /** The kernel remembers the most memory that was used, where the engine runs on this machine. */
    private int[] usage() {
        int[] now = engine.usage(container);
        long pid = inspected().at("State").number("Pid", 0);
        if (pid > 0 && Sockets.isOf(container, pid)) {
            try {
                for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/cgroup"))) {
                    String[] parts = line.split(":", 3);
                    Optional<Path> peak = parts[1].isEmpty()
                            ? Optional.of(Path.of("/sys/fs/cgroup" + parts[2], "memory.peak"))
                            : parts[1].equals("memory")
                                    ? Optional.of(
                                            Path.of("/sys/fs/cgroup/memory" + parts[2], "memory.max_usage_in_bytes"))
                                    : Optional.empty();
                    if (peak.isPresent() && Files.isReadable(peak.get())) {
                        long bytes = Long.parseLong(Files.readString(peak.get()).strip());
                        now[0] = Math.max(now[0], (int) (bytes >> 20) + 1);
                    }
                }
            } catch (IOException | NumberFormatException e) {
                // What the engine says is enough.
            }
        }
        return now;
    }

    /** Returns what was written: new files and folders, of a new folder only the folder, and changed files. */
    static List<String> written(List<String> changes) {
        Set<String> added = new HashSet<>();
        Set<String> parents = new HashSet<>();
        for (String change : changes) {
            String path = path(change);
            if (change.startsWith("A")) {
                added.add(path);
            }
            for (String parent = parent(path); !parent.isEmpty() && parents.add(parent); ) {
                parent = parent(parent);
            }
        }
        return changes.stream()
                .filter(change -> change.startsWith("A")
                        ? !added.contains(parent(path(change)))
                        : change.startsWith("C") && !parents.contains(path(change)))
                .map(Watch::path)
                .map(Watch::lasting)
                .filter(path -> OF_ENGINE.stream().noneMatch(own -> path.equals(own) || path.startsWith(own + "/")))
                .distinct()
                .sorted()
                .limit(MOST_PATHS)
                .toList();
    }

    /**
     * A name with a time or a process in it is another one next time; its folder is what counts, and ends with a slash as
     * the image has it already.
     */
    private static String lasting(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean passing = name.chars().filter(Character::isDigit).count() >= MANY_DIGITS;
        return passing && !parent(path).isEmpty() ? parent(path) + "/" : path;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "" : path.substring(0, slash);
    }

    private static String path(String change) {
        return change.length() > 2 ? change.substring(2) : "";
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted");
        }
    }
}
