package dev.drydock.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a package manager is driven.
 *
 * @param name the command, such as {@code apt-get}
 * @param aliases other spellings of the command, words separated by one blank ({@code python3 -m pip})
 * @param install subcommands that install something, words separated by one blank
 * @param update the subcommand that fetches the package lists, where installing needs it
 * @param updateOptions options of an install command that make {@code update} unnecessary
 * @param yes options that answer questions; the first is the one to write; empty when it never asks
 * @param noRecommends options that leave recommended packages out; the first is the one to write
 * @param noCache options that keep the cache out of the layer; the first is the one to write
 * @param noCacheEnvironment variables that do the same
 * @param extra other options by which a command is already as it should be, such as {@code --no-document}
 * @param globalOptions whether {@code yes} stands before the subcommand
 * @param clean commands that empty the caches, best first
 * @param cacheDirectories what is left in the layer, {@code ~} for the home of the user that runs it
 * @param listDirectories package lists, which a later install without update needs
 * @param cacheMounts targets for {@code RUN --mount=type=cache}
 * @param offline options that install from the cache alone, or rather than from the network
 * @param offlineEnvironment variables that do the same
 * @param neverMount directories that hold the installed result, which a cache mount would take away
 */
public record PackageManager(
        String name,
        List<String> aliases,
        List<String> install,
        Optional<String> update,
        List<String> updateOptions,
        List<String> yes,
        List<String> noRecommends,
        List<String> noCache,
        List<String> noCacheEnvironment,
        List<String> extra,
        boolean globalOptions,
        List<String> clean,
        List<String> cacheDirectories,
        List<String> listDirectories,
        List<String> cacheMounts,
        List<String> offline,
        List<String> offlineEnvironment,
        List<String> neverMount,
        List<String> traps,
        boolean verified,
        Set<String> unverified,
        String source) {

    static PackageManager read(String name, Fields fields) {
        PackageManager result = new PackageManager(
                name,
                fields.texts("aliases"),
                fields.texts("install"),
                fields.text("update"),
                fields.texts("update-options"),
                fields.texts("yes"),
                fields.texts("no-recommends"),
                fields.texts("no-cache"),
                fields.texts("no-cache-environment"),
                fields.texts("extra"),
                fields.flag("global-options", false),
                fields.texts("clean"),
                fields.texts("cache-directories"),
                fields.texts("list-directories"),
                fields.texts("cache-mounts"),
                fields.texts("offline"),
                fields.texts("offline-environment"),
                fields.texts("never-mount"),
                fields.texts("traps"),
                fields.flag("verified", true),
                fields.textSet("unverified"),
                fields.requiredText("source"));
        fields.end();
        return result;
    }

    /** Whether this fact was checked against a source; the name is that of the file, such as {@code clean}. */
    public boolean isVerified(String field) {
        return verified && !unverified.contains(field);
    }
}
