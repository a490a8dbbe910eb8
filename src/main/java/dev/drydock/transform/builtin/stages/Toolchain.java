package dev.drydock.transform.builtin.stages;

import java.util.Set;

/** How one language is built. */
interface Toolchain {
    /** Returns what is built, for messages: {@code Go}. */
    String language();

    /** Returns whether a command builds a program. */
    boolean isBuild(BuildStep step);

    /** Returns whether the file is a build of this language. */
    default boolean isUsed(SingleBuild build) {
        return build.steps().stream().anyMatch(this::isBuild);
    }

    /** Returns the programs that only build, so that a container does not miss what they leave elsewhere. */
    Set<String> programs();

    /** Returns the sources and settings of the build, which the program itself does not read. */
    SourceFiles sources();

    /** Returns packages that only this build uses, besides those that only any build uses. */
    default Set<String> packages() {
        return Set.of();
    }

    /** Returns whether what the program reads may lie at an absolute path. */
    default boolean reads(String path) {
        return true;
    }

    /** Returns how the build is split; throws {@link UnclearException} if that is not known. */
    SplitPlan plan(SingleBuild build);
}
