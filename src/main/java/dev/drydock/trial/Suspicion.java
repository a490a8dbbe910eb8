package dev.drydock.trial;

import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.FileDelta;
import dev.drydock.evidence.FindingKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which repair a failure names: a build that does not find {@code node:26} says so, and one of the repairs wrote it. Only a
 * guess, which a trial of that repair alone confirms; it spares most of a bisection.
 */
final class Suspicion {
    private static final int SHORTEST_WORD = 4;
    /** What is named must be more than a word that everybody uses. */
    private static final int ENOUGH = 7;

    private final List<AppliedChange> changes;

    /** @param changes the repairs that were made together */
    Suspicion(List<AppliedChange> changes) {
        this.changes = List.copyOf(changes);
    }

    /** Returns the repair whose words the reason of a failure repeats most; empty if it repeats none. */
    Optional<FindingKey> of(String reason) {
        Optional<FindingKey> found = Optional.empty();
        int most = ENOUGH - 1;
        for (AppliedChange change : changes) {
            int named = 0;
            for (String word : written(change)) {
                if (reason.contains(word)) {
                    named += word.length();
                }
            }
            if (named > most) {
                most = named;
                found = Optional.of(change.key());
            }
        }
        return found;
    }

    /** Returns the words that a repair wrote and that its files did not have. */
    private static Set<String> written(AppliedChange change) {
        Set<String> words = new HashSet<>();
        for (FileDelta delta : change.files()) {
            // A file that is new is an ignore file or a secret, which no engine quotes.
            if (delta.before().isPresent()) {
                Set<String> fresh = words(delta.after());
                fresh.removeAll(words(delta.before().get()));
                words.addAll(fresh);
            }
        }
        return words;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || ":/._-".indexOf(c) >= 0) {
                word.append(c);
                continue;
            }
            // The colon behind a key of YAML is not part of it.
            int end = word.length() > 0 && word.charAt(word.length() - 1) == ':' ? word.length() - 1 : word.length();
            if (end >= SHORTEST_WORD) {
                words.add(word.substring(0, end));
            }
            word.setLength(0);
        }
        return words;
    }
}
