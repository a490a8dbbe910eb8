package dev.drydock.pullrequest;

import dev.drydock.git.FileChange;
import java.util.List;

/**
 * The part of a group that becomes a commit of its own when one commit per transform is asked for.
 *
 * @param rule the transform
 * @param title an imperative sentence
 * @param files against the state that the step before leaves
 */
public record ChangeStep(String rule, String title, List<FileChange> files) {
    public ChangeStep {
        files = List.copyOf(files);
    }
}
