package dev.drydock.trial;

import dev.drydock.evidence.Observed;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was seen of one container from its start to the end of its exercise.
 *
 * @param state "running", "exited 1", or "not started"
 * @param answers how each port answered: "HTTP 2xx", "open", "closed"
 * @param probes the exit code of each probe that was run inside
 * @param healthy what its health check says; empty if it has none
 * @param restarted the state after a restart, ports included; empty if it was not restarted
 * @param seen what it did
 * @param log what it printed
 */
record Observation(
        String state,
        NavigableMap<Integer, String> answers,
        NavigableMap<String, Integer> probes,
        Optional<Boolean> healthy,
        String restarted,
        Observed seen,
        List<String> log) {
    static final String RUNNING = "running";
    static final String NOT_STARTED = "not started";
    static final String ENDED_WELL = "exited 0";

    Observation {
        Objects.requireNonNull(state);
        answers = new TreeMap<>(answers);
        probes = new TreeMap<>(probes);
        Objects.requireNonNull(healthy);
        Objects.requireNonNull(restarted);
        Objects.requireNonNull(seen);
        log = List.copyOf(log);
    }

    /** Returns what was seen of a container that the engine did not start. */
    static Observation notStarted(String error) {
        return new Observation(
                NOT_STARTED,
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                "",
                Observed.NOTHING,
                List.of(Lines.brief(error, Complaints.LENGTH)));
    }

    /** Returns the same with what an earlier start of the same container showed of what it does. */
    Observation with(Observed learnt) {
        return new Observation(state, answers, probes, healthy, restarted, learnt, log);
    }

    boolean isRunning() {
        return state.equals(RUNNING);
    }

    /** Returns the state after a restart in a word, with the ports that answer. */
    static String restarted(String state, Map<Integer, String> answers) {
        Map<Integer, String> open = new TreeMap<>(answers);
        open.values().removeIf(PortProbe.CLOSED::equals);
        return state + (open.isEmpty() ? "" : ", ports " + open);
    }

    /** Returns the ports that answered. */
    List<Integer> answering() {
        return answers.entrySet().stream()
                .filter(answer -> !answer.getValue().equals(PortProbe.CLOSED))
                .map(Map.Entry::getKey)
                .toList();
    }
}
