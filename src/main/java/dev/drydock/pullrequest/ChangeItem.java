package dev.drydock.pullrequest;

import dev.drydock.edit.Safety;
import java.util.List;
import java.util.Optional;

/**
 * One thing that was repaired, and everything that a reviewer wants to know about it.
 *
 * @param rule the id, for example {@code apt-clean-lists}
 * @param path of the file, from the root of the repository
 * @param line in the file before the change, 1-based; 0 for a new file
 * @param title what was done, an imperative sentence; the same for every place where the same is done
 * @param what what was wrong
 * @param why why it matters
 * @param safety the promise of this change
 * @param assumptions sentences that a person can check
 * @param notes more to know
 * @param link to the page of the rule, if there is one
 */
public record ChangeItem(
        String rule,
        String path,
        int line,
        String title,
        String what,
        String why,
        Safety safety,
        List<String> assumptions,
        List<String> notes,
        Optional<String> link) {
    public ChangeItem {
        assumptions = List.copyOf(assumptions);
        notes = List.copyOf(notes);
    }
}
