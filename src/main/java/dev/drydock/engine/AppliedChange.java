package dev.drydock.engine;

import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.ProjectEdits;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.evidence.FindingKey;
import dev.drydock.project.ProjectFile;
import dev.drydock.transform.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One finding that was repaired, by one rewrite. */
public final class AppliedChange {
    private final CatalogueEntry entry;
    private final Finding finding;
    private final Safety level;
    private final Location location;
    private final Rewrite rewrite;
    private final FindingKey key;
    private final Optional<String> proof;
    private final StepRewrites step;
    private final int index;

    /**
     * Creates a change.
     *
     * @param index which of the rewrites of {@code step} it is
     */
    AppliedChange(
            CatalogueEntry entry,
            Finding finding,
            Safety level,
            Location location,
            FindingKey key,
            Optional<String> proof,
            StepRewrites step,
            int index) {
        this.entry = Objects.requireNonNull(entry);
        this.finding = Objects.requireNonNull(finding);
        this.level = Objects.requireNonNull(level);
        this.location = Objects.requireNonNull(location);
        this.rewrite = finding.rewrite().orElseThrow();
        this.key = Objects.requireNonNull(key);
        this.proof = Objects.requireNonNull(proof);
        this.step = Objects.requireNonNull(step);
        this.index = index;
    }

    /** Returns the id of the transform. */
    public String transform() {
        return entry.id();
    }

    public String code() {
        return entry.code();
    }

    public CatalogueEntry entry() {
        return entry;
    }

    /** Returns the finding; its range speaks of the text at the time, {@link #location()} of the original. */
    public Finding finding() {
        return finding;
    }

    public Rewrite rewrite() {
        return rewrite;
    }

    /** Returns the level at which the rewrite counted, overrides of the configuration considered. */
    public Safety level() {
        return level;
    }

    /** Returns where the finding stands in the original file. */
    public Location location() {
        return location;
    }

    /** Returns the name of the finding in evidence. */
    public FindingKey key() {
        return key;
    }

    /** Returns what the trial of the repair showed, if there was one: "tried on 2026-11-28: builds, starts ...". */
    public Optional<String> proof() {
        return proof;
    }

    /**
     * Returns each file that the rewrite changes, before and after it, in the order of its changes. A file in which
     * another rewrite of the same step made the same change already has equal texts.
     */
    public List<FileDelta> files() {
        ProjectEdits before = step.first(index);
        ProjectEdits after = step.first(index + 1);
        List<FileDelta> deltas = new ArrayList<>();
        for (FileChange change : rewrite.changes()) {
            if (change instanceof FileChange.Creation creation) {
                boolean earlier = before.creations().contains(creation);
                Optional<String> text = earlier ? Optional.of(creation.content()) : Optional.empty();
                deltas.add(new FileDelta(creation.path(), text, creation.content(), creation.secret()));
            } else {
                ProjectFile file = before.project().file(change.path()).orElseThrow();
                String old = before.of(file).apply();
                deltas.add(new FileDelta(
                        change.path(), Optional.of(old), after.of(file).apply(), false));
            }
        }
        return deltas;
    }

    @Override
    public String toString() {
        return location + " " + entry + ": " + rewrite.title();
    }
}
