package dev.drydock.edit;

import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextEdit;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * One repair: all of its changes are made, in every file, or none.
 *
 * @param title what is done, in the imperative: "Run as the user node"
 * @param safety what the repair promises
 * @param changes at most one for each file
 * @param assumptions what a person should check, each a full sentence: "The application writes only below /app."
 * @param notes what the person must know or do afterwards: a new build command, a secret to rotate
 * @param isTriable whether a trial that holds says that the repair is right: false for what no trial measures
 */
public record Rewrite(
        String title,
        Safety safety,
        List<FileChange> changes,
        List<String> assumptions,
        List<String> notes,
        boolean isTriable) {

    public Rewrite {
        Objects.requireNonNull(title);
        Objects.requireNonNull(safety);
        changes = List.copyOf(changes);
        assumptions = List.copyOf(assumptions);
        notes = List.copyOf(notes);
        if (changes.stream().map(FileChange::path).distinct().count() != changes.size()) {
            throw new IllegalArgumentException("two changes of one file: " + changes);
        }
    }

    /** A rewrite that a trial may confirm. */
    public Rewrite(
            String title, Safety safety, List<FileChange> changes, List<String> assumptions, List<String> notes) {
        this(title, safety, changes, assumptions, notes, true);
    }

    /** Returns a rewrite of one file that assumes nothing. */
    public static Rewrite of(String title, Safety safety, ProjectPath path, List<TextEdit> edits) {
        return new Rewrite(title, safety, List.of(new FileChange.Edits(path, edits)), List.of(), List.of());
    }

    public Rewrite withSafety(Safety level) {
        return new Rewrite(title, level, changes, assumptions, notes, isTriable);
    }

    public Rewrite withAssumptions(List<String> sentences) {
        return new Rewrite(title, safety, changes, sentences, notes, isTriable);
    }

    public Rewrite withNotes(List<String> sentences) {
        return new Rewrite(title, safety, changes, assumptions, sentences, isTriable);
    }

    public Rewrite withChanges(List<FileChange> others) {
        return new Rewrite(title, safety, others, assumptions, notes, isTriable);
    }

    /** Returns the same rewrite with each of its sentences changed: the title, what is assumed, what is noted. */
    public Rewrite mapSentences(UnaryOperator<String> change) {
        return new Rewrite(
                change.apply(title),
                safety,
                changes,
                assumptions.stream().map(change).toList(),
                notes.stream().map(change).toList(),
                isTriable);
    }

    /** Returns the same rewrite as one that no trial confirms. */
    public Rewrite withoutTrial() {
        return new Rewrite(title, safety, changes, assumptions, notes, false);
    }
}
