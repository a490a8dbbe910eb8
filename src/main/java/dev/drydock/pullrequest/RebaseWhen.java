package dev.drydock.pullrequest;

/** When a branch of Drydock's is made anew because its base has moved. */
public enum RebaseWhen {
    /** When merging it into the base would conflict or give something else than the fixes of today. */
    CONFLICTED,
    /** Whenever the base has a commit that the branch has not. */
    BEHIND,
    /** Only when somebody asks for it. */
    NEVER
}
