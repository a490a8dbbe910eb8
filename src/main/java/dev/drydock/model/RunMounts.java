package dev.drydock.model;

import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.RunInstruction;
import java.util.List;

/** Which folders of a RUN are mounts, so that what is written there never enters the image. */
public final class RunMounts {
    private RunMounts() {}

    /** Returns whether a mount of any type but secret and ssh covers one of the folders, or lies in one. */
    public static boolean cover(RunInstruction run, List<String> folders) {
        return run.mounts().stream().anyMatch(mount -> covers(mount, folders));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean covers(Flag mount, List<String> folders) {
        String type = mount.mountOption("type").orElse("bind");
        String target = mount.mountOption("target", "dst", "destination").orElse("");
        if (type.equals("secret") || type.equals("ssh")) {
            return false;
        }
        // A variable or a relative target may be any folder.
        if (target.isEmpty() || target.indexOf('$') >= 0 || !target.startsWith("/")) {
            return true;
        }
        String path = ContainerPath.normalise(target);
        // npm set cache DIRECTORY: a cache that is kept elsewhere keeps its name.
        boolean moved = type.equals("cache")
                && folders.stream().anyMatch(folder -> last(folder).equals(last(path)));
        return moved
                || folders.stream()
                        .anyMatch(
                                folder -> ContainerPath.isWithin(folder, path) || ContainerPath.isWithin(path, folder));
    }
}
