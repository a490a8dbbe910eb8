package dev.drydock.transform.builtin;

import dev.drydock.dockerfile.Comments;
import dev.drydock.dockerfile.Instruction;
import java.util.List;

/** A comment that stays where the instruction below it is taken away. */
public final class LeftComment {
    private LeftComment() {}

    /** Returns the sentence that announces it; none if no comment stands directly above. */
    public static List<String> of(Instruction gone) {
        return of(gone, "the " + gone.name() + " alone");
    }

    /**
     * Returns the same, in words of the caller.
     *
     * @param subject what the comment may have spoken of: {@code the RUN alone}
     */
    public static List<String> of(Instruction gone, String subject) {
        return Comments.above(gone).isEmpty()
                ? List.of()
                : List.of("The comment above line " + gone.line() + " stays; it may have spoken of " + subject + ".");
    }
}
