package dev.drydock.engine;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.catalogue.CatalogueEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which transforms run: by phase, then as {@code after} declares, then by id. */
public final class Schedule {
    private Schedule() {}

    /**
     * Returns the entries of a catalogue that the selection includes and that can run, in order.
     *
     * @throws IllegalStateException if {@code after} leads in a circle, or back to an earlier phase
     */
    public static List<CatalogueEntry> of(Catalogue catalogue, Selection selection) {
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        catalogue.entries().stream().sorted(Schedule::byPhaseAndId).forEach(entry -> entries.put(entry.id(), entry));
        List<CatalogueEntry> order = new ArrayList<>();
        Set<String> done = new HashSet<>();
        while (done.size() < entries.size()) {
            CatalogueEntry next = entries.values().stream()
                    .filter(entry -> !done.contains(entry.id()))
                    .filter(entry ->
                            entry.after().stream().allMatch(id -> done.contains(id) || !entries.containsKey(id)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the transforms wait for each other in a circle"));
            if (!order.isEmpty() && order.get(order.size() - 1).phase().compareTo(next.phase()) > 0) {
                throw new IllegalStateException(
                        next.id() + " of phase " + next.phase().label() + " waits for a transform of a later phase");
            }
            order.add(next);
            done.add(next.id());
        }
        return order.stream()
                .filter(entry -> entry.transform().isPresent() && selection.includes(entry))
                .toList();
    }

    private static int byPhaseAndId(CatalogueEntry one, CatalogueEntry other) {
        int byPhase = one.phase().compareTo(other.phase());
        return byPhase != 0 ? byPhase : one.id().compareTo(other.id());
    }
}
