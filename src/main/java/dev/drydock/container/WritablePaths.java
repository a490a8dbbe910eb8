package dev.drydock.container;

import dev.drydock.model.ContainerPath;
import java.util.List;
import java.util.Optional;

/** Which places of an image belong to the application, and which to the system. */
public final class WritablePaths {
    private static final List<String> SYSTEM = List.of(
            "/bin",
            "/boot",
            "/dev",
            "/etc",
            "/lib",
            "/lib32",
            "/lib64",
            "/proc",
            "/root",
            "/run",
            "/sbin",
            "/sys",
            "/usr",
            "/var/lib/apt",
            "/var/lib/dpkg",
            "/var/cache",
            "/var/spool",
            "/var/run",
            "/tmp",
            "/var/tmp");

    private static final List<String> WHOLE =
            List.of("/", "/opt", "/home", "/srv", "/var", "/var/lib", "/var/log", "/mnt");

    private static final List<String> APPLICATION_BELOW_USR = List.of("/usr/src", "/usr/app", "/usr/local/app");

    private WritablePaths() {}

    /** Returns whether a folder may be handed to the application as a whole: no system folder, no collection of such. */
    public static boolean isApplication(String path) {
        if (WHOLE.contains(path)) {
            return false;
        }
        for (String folder : APPLICATION_BELOW_USR) {
            if (ContainerPath.isWithin(path, folder)) {
                return !path.equals("/usr/src") && !path.equals("/usr/local");
            }
        }
        return SYSTEM.stream().noneMatch(folder -> ContainerPath.isWithin(path, folder));
    }

    /** Returns whether everybody may write there in any image. */
    public static boolean isScratch(String path) {
        return ContainerPath.isWithin(path, "/tmp")
                || ContainerPath.isWithin(path, "/var/tmp")
                || ContainerPath.isWithin(path, "/dev");
    }

    /** Returns the first of the folders that holds the path. */
    public static Optional<String> folderOf(String path, List<String> folders) {
        return folders.stream()
                .filter(folder -> ContainerPath.isWithin(path, folder))
                .findFirst();
    }
}
