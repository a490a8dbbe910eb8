package dev.drydock.edit;

import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What a rewrite does to one file. */
public sealed interface FileChange {
    ProjectPath path();

    /**
     * Edits of a file that is there.
     *
     * @param edits disjoint, ordered by position; two insertions at one place stay in the order given
     * @param guards ranges that must not have been changed by another rewrite for this one to make sense
     * @param moves ranges whose text an insertion of this change carries to another place, unchanged
     */
    record Edits(ProjectPath path, List<TextEdit> edits, List<TextRange> guards, List<TextRange> moves)
            implements FileChange {

        public Edits {
            Objects.requireNonNull(path);
            edits = edits.stream()
                    .filter(edit -> !edit.isNoOp())
                    .sorted(Comparator.comparing(TextEdit::range))
                    .toList();
            guards = List.copyOf(guards);
            moves = List.copyOf(moves);
            for (int i = 1; i < edits.size(); i++) {
                if (edits.get(i - 1).range().end() > edits.get(i).range().start()) {
                    throw new IllegalArgumentException(
                            "overlapping edits: " + edits.get(i - 1) + " and " + edits.get(i));
                }
            }
        }

        public Edits(ProjectPath path, List<TextEdit> edits) {
            this(path, edits, List.of(), List.of());
        }
    }

    /**
     * A file that is not there yet.
     *
     * @param content all of its text
     * @param secret whether the content is confidential: it is never printed, and written so that on this machine only its owner
     *     gets at it, by the mode of the file, or by that of a folder made for it
     */
    record Creation(ProjectPath path, String content, boolean secret) implements FileChange {
        public Creation {
            Objects.requireNonNull(path);
            Objects.requireNonNull(content);
        }
    }
}
