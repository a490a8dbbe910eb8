package dev.drydock.container;

import dev.drydock.knowledge.ReadOnlyNeeds;
import dev.drydock.model.ContainerPath;
import dev.drydock.written.WrittenPaths;
import dev.drydock.written.WrittenPlace;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what the scripts may write that are mounted where an entrypoint runs them at every start. Those of a database run
 * once and speak SQL; those of a web server make its pages and settings from variables, and the server ends if they fail.
 */
final class MountedStarts {
    private final Container container;
    private final ReadOnlyNeeds needs;
    private final WritableCover cover;

    MountedStarts(Container container, ReadOnlyNeeds needs) {
        this.container = container;
        this.needs = needs;
        this.cover = new WritableCover(container, needs);
    }

    /** Returns what a person must check before the root is read-only, a full sentence; empty if they write nowhere else. */
    Optional<String> doubt() {
        return container.mounts().stream()
                .filter(mount -> mount.nature() != Mount.Nature.UNREAD_SETTINGS)
                .filter(mount ->
                        needs.scripts().stream().anyMatch(folder -> ContainerPath.isWithin(mount.target(), folder)))
                .map(Mount::target)
                .filter(target -> !isSql(target) && !container.mounted().has(target))
                .findFirst()
                .map(target -> "What is mounted at " + target + ", which is not there to be read, writes nowhere else.")
                .or(() -> scripts()
                        .filter(file -> file.target()
                                .filter(target -> needs.scripts().stream()
                                        .anyMatch(folder -> ContainerPath.isWithin(target, folder)))
                                .isPresent())
                        .flatMap(file -> new ScriptPlaces(cover).of(file).stream())
                        .map(named -> "The container does not write to " + named + ".")
                        .findFirst())
                .or(() -> container.mounted().writtenBelow(needs.scripts()).stream()
                        .flatMap(written -> ofScripts(written).stream())
                        .findFirst());
    }

    /** What is mounted, and what the Dockerfile puts where the entrypoint looks for scripts. */
    private Stream<SettingsFile> scripts() {
        Stream<SettingsFile> copied = container.image() instanceof ContainerImage.Built built
                ? needs.scripts().stream().flatMap(folder -> CopiedSettings.below(built, folder).stream())
                : Stream.empty();
        return Stream.concat(container.settings().stream(), copied);
    }

    private static boolean isSql(String target) {
        return target.contains(".sql");
    }

    private Optional<String> ofScripts(WrittenPaths written) {
        return written.places().stream()
                .filter(place -> cover.isMissing(place.path()))
                .map(MountedStarts::sentence)
                .findFirst()
                .or(() -> written.unclear().stream()
                        .findFirst()
                        .map(reason -> "The scripts write nowhere else, although " + reason + "."));
    }

    private static String sentence(WrittenPlace place) {
        return "The container does not write to " + place.path() + ", which " + place.where() + " names.";
    }
}
