package dev.drydock.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CapabilitySearchTest {
    private final AtomicInteger trials = new AtomicInteger();

    private CapabilitySearch needing(String... names) {
        Set<String> needed = Set.of(names);
        return new CapabilitySearch(some -> {
            trials.incrementAndGet();
            return some.containsAll(needed);
        });
    }

    @Test
    void nothingIsKeptThatIsNotNeeded() {
        assertThat(needing().smallest()).contains(List.of());
        assertThat(needing("NET_RAW").smallest()).contains(List.of("NET_RAW"));
        assertThat(needing("SETUID", "SETGID").smallest()).contains(List.of("SETGID", "SETUID"));
        assertThat(trials.get()).isLessThan(40);
    }

    @Test
    void whatNeedsMoreThanIsUsualHasNoSmallestSet() {
        assertThat(needing("SYS_ADMIN").smallest()).isEmpty();
        assertThat(trials.get()).isEqualTo(1);
    }
}
