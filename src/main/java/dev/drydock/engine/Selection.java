package dev.drydock.engine;

import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.edit.Safety;
import dev.drydock.transform.Options;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which transforms run and what they may write.
 *
 * @param limit the weakest promise that is written
 * @param select ids, codes or families; empty means all
 * @param ignore ids, codes or families that do not run; wins over {@code select}, except that a name in {@code select}
 *     that is more exact than the one in {@code ignore} wins over it
 * @param safety the level of all rewrites of a transform, by id or code, instead of the one that it claims
 * @param options by id or code
 * @param generated whether files are changed that a program writes
 */
public record Selection(
        Safety limit,
        Set<String> select,
        Set<String> ignore,
        Map<String, Safety> safety,
        Map<String, Options> options,
        boolean generated) {

    /** Everything runs, and what is written by default is written. */
    public static final Selection DEFAULT = new Selection(Safety.REVIEW, Set.of(), Set.of(), Map.of(), Map.of());

    public Selection {
        Objects.requireNonNull(limit);
        select = Set.copyOf(select);
        ignore = Set.copyOf(ignore);
        safety = Map.copyOf(safety);
        options = Map.copyOf(options);
    }

    /** Generated files are left. */
    public Selection(
            Safety limit,
            Set<String> select,
            Set<String> ignore,
            Map<String, Safety> safety,
            Map<String, Options> options) {
        this(limit, select, ignore, safety, options, false);
    }

    public Selection withGenerated(boolean changed) {
        return new Selection(limit, select, ignore, safety, options, changed);
    }

    public Selection withLimit(Safety level) {
        return new Selection(level, select, ignore, safety, options, generated);
    }

    public Selection withSelect(Set<String> names) {
        return new Selection(limit, names, ignore, safety, options, generated);
    }

    public Selection withIgnore(Set<String> names) {
        return new Selection(limit, select, names, safety, options, generated);
    }

    public Selection withSafety(Map<String, Safety> levels) {
        return new Selection(limit, select, ignore, levels, options, generated);
    }

    public Selection withOptions(Map<String, Options> values) {
        return new Selection(limit, select, ignore, safety, values, generated);
    }

    /** Returns whether the transform runs. */
    public boolean includes(CatalogueEntry entry) {
        boolean selectedByName = namesExactly(select, entry);
        boolean selected = select.isEmpty() || selectedByName || select.contains(entry.family());
        boolean ignoredByName = namesExactly(ignore, entry);
        boolean ignored = ignoredByName || (ignore.contains(entry.family()) && !selectedByName);
        return selected && !ignored;
    }

    private static boolean namesExactly(Set<String> names, CatalogueEntry entry) {
        return names.contains(entry.id()) || names.stream().anyMatch(name -> name.equalsIgnoreCase(entry.code()));
    }

    /** Returns the level at which a rewrite of the transform counts. */
    Safety level(CatalogueEntry entry, Safety claimed) {
        Safety byId = safety.get(entry.id());
        return byId != null ? byId : safety.getOrDefault(entry.code(), claimed);
    }

    Options options(CatalogueEntry entry) {
        Options byId = options.get(entry.id());
        return byId != null ? byId : options.getOrDefault(entry.code(), Options.NONE);
    }
}
