package dev.drydock.trial;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether a container with repairs does what it did before. What differed between two starts of the original says nothing.
 *
 * @param first what was seen of the original
 * @param second what was seen of it when it was started again
 */
record Comparison(Observation first, Observation second) {

    /**
     * Returns why the original says nothing about repairs, one line without a full stop: it does not start, or fails at
     * once. Empty if it can be compared.
     */
    Optional<String> useless() {
        if (!first.state().equals(second.state())) {
            return Optional.of(
                    "as it is, it does not do the same twice: " + first.state() + ", then " + second.state());
        }
        Observation original = first;
        if (original.isRunning() || original.state().equals(Observation.ENDED_WELL)) {
            return Optional.empty();
        }
        String said = original.log().stream()
                .filter(line -> !line.isBlank())
                .reduce((one, other) -> other)
                .map(line -> ": " + Lines.brief(line, Complaints.LENGTH))
                .orElse("");
        return Optional.of("as it is, "
                + (original.state().equals(Observation.NOT_STARTED)
                        ? "it does not start"
                        : "it ends at once, " + original.state())
                + said);
    }

    /** Returns how the ports answered that answered the same twice; one that was asked only once counts. */
    Map<Integer, String> steady() {
        Map<Integer, String> same = new TreeMap<>();
        first.answers().forEach((port, answer) -> {
            if (!answer.equals(PortProbe.CLOSED)
                    && answer.equals(second.answers().getOrDefault(port, answer))) {
                same.put(port, answer);
            }
        });
        return same;
    }

    /** Returns why the repaired container is worse, one line without a full stop; empty if it is not. */
    Optional<String> worse(Observation repaired) {
        if (first.state().equals(second.state()) && !first.state().equals(repaired.state())) {
            return Optional.of(state(repaired.state()) + said(repaired));
        }
        for (Map.Entry<Integer, String> answer : first.answers().entrySet()) {
            boolean stable = answer.getValue().equals(second.answers().get(answer.getKey()));
            String now = repaired.answers().getOrDefault(answer.getKey(), PortProbe.CLOSED);
            if (stable
                    && !answer.getValue().equals(PortProbe.CLOSED)
                    && !answer.getValue().equals(now)) {
                return Optional.of("port " + answer.getKey() + " answers " + now + " instead of " + answer.getValue()
                        + said(repaired));
            }
        }
        for (Map.Entry<String, Integer> probe : first.probes().entrySet()) {
            boolean stable = probe.getValue().equals(second.probes().get(probe.getKey()));
            Integer now = repaired.probes().get(probe.getKey());
            if (stable && !probe.getValue().equals(now)) {
                return Optional.of("the probe \"" + probe.getKey() + "\" ends with " + now + " instead of "
                        + probe.getValue() + said(repaired));
            }
        }
        boolean wasUnwell = first.healthy().equals(Optional.of(false));
        if (!wasUnwell && repaired.healthy().equals(Optional.of(false))) {
            return Optional.of("the health check fails" + said(repaired));
        }
        if (first.restarted().equals(second.restarted()) && !first.restarted().equals(repaired.restarted())) {
            return Optional.of("after a restart it is " + repaired.restarted() + said(repaired));
        }
        return Optional.empty();
    }

    private static String state(String state) {
        return switch (state) {
            case Observation.RUNNING -> "it goes on running";
            case Observation.NOT_STARTED -> "it does not start";
            default -> "it ends: " + state;
        };
    }

    /** What the container itself has to say, and did not say before. */
    private String said(Observation repaired) {
        Optional<String> complaint = Complaints.fresh(repaired.log(), first.log());
        boolean ended = !repaired.isRunning();
        Optional<String> last = repaired.log().stream()
                .filter(line -> !line.isBlank())
                .reduce((one, other) -> other)
                .map(line -> Lines.brief(line, Complaints.LENGTH))
                .filter(line -> ended);
        return complaint.or(() -> last).map(line -> ": " + line).orElse("");
    }

    /** Returns a complaint that is new although everything works; empty if there is none. */
    Optional<String> remark(Observation repaired) {
        return Complaints.fresh(repaired.log(), first.log())
                .filter(line -> Complaints.fresh(second.log(), first.log()).isEmpty());
    }
}
