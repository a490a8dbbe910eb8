package dev.drydock.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the capabilities that a container cannot do without: takes them away by halves, then one by one. */
final class CapabilitySearch {
    /** What engines give a container (capabilities(7)), those that are often needed together side by side. */
    static final List<String> USUAL = List.of(
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "SETGID",
            "SETUID",
            "NET_BIND_SERVICE",
            "KILL",
            "NET_RAW",
            "SYS_CHROOT",
            "AUDIT_WRITE",
            "FSETID",
            "MKNOD",
            "SETFCAP",
            "SETPCAP");

    private static final int MOST_TRIALS = 16;

    private final Predicate<List<String>> works;
    private int trials;

    /** @param works whether the container does what it did before with these and no others */
    CapabilitySearch(Predicate<List<String>> works) {
        this.works = works;
    }

    /**
     * Returns a set without any that can be left out, as far as the trials reach; empty if not even the usual ones are
     * enough.
     */
    Optional<List<String>> smallest() {
        if (!isEnough(USUAL)) {
            return Optional.empty();
        }
        List<String> needed = new ArrayList<>(USUAL);
        for (int size = needed.size() / 2; size > 0; size /= 2) {
            int start = 0;
            while (start < needed.size() && trials < MOST_TRIALS) {
                List<String> fewer = new ArrayList<>(needed);
                fewer.subList(start, Math.min(start + size, fewer.size())).clear();
                if (isEnough(fewer)) {
                    needed = fewer;
                } else {
                    start += size;
                }
            }
        }
        return Optional.of(List.copyOf(needed));
    }

    private boolean isEnough(List<String> some) {
        trials++;
        return works.test(some);
    }
}
