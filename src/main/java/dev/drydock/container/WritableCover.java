package dev.drydock.container;

import dev.drydock.knowledge.ReadOnlyNeeds;
import dev.drydock.knowledge.Tmpfs;
import dev.drydock.model.ContainerPath;

/** What stays writable in a container of a known image once its root is read-only: volumes, tmpfs and devices. */
final class WritableCover {
    private final Container container;
    private final ReadOnlyNeeds needs;

    WritableCover(Container container, ReadOnlyNeeds needs) {
        this.container = container;
        this.needs = needs;
    }

    /** Returns whether a text is a path that nothing writable covers; the standard streams are devices. */
    boolean isMissing(String text) {
        if (!text.startsWith("/")) {
            return false;
        }
        String path = real(text);
        return !ContainerPath.isWithin(path, "/dev")
                && !ContainerPath.isWithin(path, "/proc")
                && !needs.streams().contains(path)
                && container.mountOf(path).filter(mount -> !mount.readOnly()).isEmpty()
                && needs.tmpfs().stream()
                        .map(Tmpfs::path)
                        .noneMatch(folder -> ContainerPath.isWithin(path, real(folder)))
                && container.image().facts().stream()
                        .flatMap(facts -> facts.volumes().stream())
                        .noneMatch(volume -> ContainerPath.isWithin(path, volume));
    }

    /** In every distribution the one is a link to the other. */
    private static String real(String text) {
        String path = ContainerPath.normalise(text);
        return ContainerPath.isWithin(path, "/var/run") ? path.substring("/var".length()) : path;
    }
}
