package dev.drydock.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BisectionTest {
    private int trials;

    private Map<Integer, String> guilty(int repairs, Set<Integer> bad) {
        Map<List<Integer>, Optional<String>> known = new HashMap<>();
        Bisection<Integer> bisection = new Bisection<>(some -> known.computeIfAbsent(List.copyOf(some), list -> {
            trials++;
            return list.stream().filter(bad::contains).findFirst().map(each -> "because of " + each);
        }));
        return bisection.guilty(IntStream.range(0, repairs).boxed().toList());
    }

    @Test
    void whereAllHoldOneTrialIsEnough() {
        assertThat(guilty(12, Set.of())).isEmpty();
        assertThat(trials).isEqualTo(1);
    }

    @Test
    void twoGuiltyOfTwelveTakeAtMostTwelveTrials() {
        for (int one = 0; one < 12; one++) {
            for (int other = 0; other < one; other++) {
                trials = 0;
                assertThat(guilty(12, Set.of(one, other))).containsOnlyKeys(one, other);
                assertThat(trials).isLessThanOrEqualTo(12);
            }
        }
    }

    @Test
    void theReasonIsThatOfTheRepairThatMakesTheDifference() {
        assertThat(guilty(7, Set.of(5))).containsExactly(Map.entry(5, "because of 5"));
    }

    @Test
    void allMayBeGuilty() {
        assertThat(guilty(3, Set.of(0, 1, 2))).hasSize(3);
    }

    @Test
    void twoThatFailOnlyTogetherLoseOneOfThem() {
        List<Integer> repairs = List.of(0, 1, 2, 3, 4);
        Bisection<Integer> bisection =
                new Bisection<>(some -> some.containsAll(List.of(1, 3)) ? Optional.of("both") : Optional.empty());
        assertThat(bisection.guilty(repairs)).containsOnlyKeys(3);
    }
}
