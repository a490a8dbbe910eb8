package dev.drydock.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Containers that run side by side and are watched together: what one waits for may be what another one does. */
final class Fleet {
    private static final String SHELL = "/bin/sh";

    private final CommandLineEngine engine;
    private final List<String> probes;
    private final Map<String, Set<Integer>> ports = new TreeMap<>();
    private final Map<String, Map<Integer, String>> expected = new TreeMap<>();
    private final Map<String, String> helpers = new HashMap<>();
    private final Set<String> learnt = ConcurrentHashMap.newKeySet();

    /**
     * One container that was to be started.
     *
     * @param id its id; empty if there is none
     * @param image what it is made from
     * @param ports those that it is known to publish or expose
     * @param health its health check as words; empty: that of the image
     * @param error what was said when it was not made
     */
    record Member(Optional<String> id, String image, Set<Integer> ports, List<String> health, String error) {}

    /** @param probes commands that a shell runs in each container */
    Fleet(CommandLineEngine engine, List<String> probes) {
        this.engine = engine;
        this.probes = List.copyOf(probes);
    }

    /** Returns what is seen of each container, by name. */
    Map<String, Observation> watch(Map<String, Member> members) {
        Map<String, Observation> seen = new ConcurrentSkipListMap<>();
        List<Thread> watchers = new ArrayList<>();
        List<RuntimeException> problems = new CopyOnWriteArrayList<>();
        members.forEach((name, member) -> {
            ports.computeIfAbsent(name, none -> new TreeSet<>()).addAll(member.ports());
            helpers.putIfAbsent(name, member.image());
            watchers.add(new Thread(() -> {
                try {
                    seen.put(name, watch(name, member));
                } catch (RuntimeException e) {
                    problems.add(e);
                }
            }));
        });
        watchers.forEach(Thread::start);
        for (Thread watcher : watchers) {
            try {
                watcher.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EngineException("interrupted");
            }
        }
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
        return seen;
    }

    private Observation watch(String name, Member member) {
        if (member.id().isEmpty()) {
            return Observation.notStarted(member.error());
        }
        List<String> health = member.health().isEmpty() ? ofImage(member.id().get()) : member.health();
        Watch.Plan plan = new Watch.Plan(
                helpers.get(name),
                List.copyOf(ports.get(name)),
                expected.getOrDefault(name, Map.of()),
                health,
                probes.stream().map(probe -> List.of(SHELL, "-c", probe)).toList(),
                false,
                learnt.add(name));
        return new Watch(engine, engine.limits().start(), member.id().get(), plan).observe();
    }

    private List<String> ofImage(String container) {
        return engine.container(container)
                .map(json -> json.at("Config", "Healthcheck").texts("Test"))
                .orElse(List.of());
    }

    /** Learns the ports of the original; what answers is waited for from now on. */
    void learn(Map<String, Observation> first) {
        first.forEach((name, seen) -> {
            ports.computeIfAbsent(name, none -> new TreeSet<>())
                    .addAll(seen.seen().ports());
            expected.put(name, new Comparison(seen, seen).steady());
        });
    }

    /** Waits from now on only for what answered the same twice. */
    void compare(Map<String, Comparison> originals) {
        originals.forEach((name, both) -> expected.put(name, both.steady()));
    }

    /** Returns what was seen of containers that were made twice, on the same volumes. */
    static Map<String, Observation> recreated(Map<String, Observation> first, Map<String, Observation> again) {
        Map<String, Observation> both = new TreeMap<>();
        first.forEach((name, seen) -> {
            Observation later = again.getOrDefault(name, seen);
            String restarted = Observation.restarted(later.state(), later.answers());
            List<String> log = new ArrayList<>(seen.log());
            log.addAll(later.log());
            both.put(
                    name,
                    new Observation(
                            seen.state(), seen.answers(), seen.probes(), seen.healthy(), restarted, seen.seen(), log));
        });
        return both;
    }
}
