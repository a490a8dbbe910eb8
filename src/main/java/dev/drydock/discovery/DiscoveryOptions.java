package dev.drydock.discovery;

import java.nio.file.Path;
import java.util.List;

/**
 * How files are looked for.
 *
 * @param workingDirectory what relative paths are relative to, absolute
 * @param excludes patterns in gitignore syntax
 * @param excludeBase the folder that the patterns are relative to, absolute
 * @param forceExclude whether a file that is named is taken only if a search would take it
 * @param respectGitignore whether .gitignore files are respected
 */
public record DiscoveryOptions(
        Path workingDirectory,
        List<String> excludes,
        Path excludeBase,
        boolean forceExclude,
        boolean respectGitignore) {
    public DiscoveryOptions {
        excludes = List.copyOf(excludes);
    }

    /** Returns the defaults. */
    public static DiscoveryOptions in(Path workingDirectory) {
        return new DiscoveryOptions(workingDirectory, List.of(), workingDirectory, false, true);
    }
}
