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

    /** Folders of the system in which each program has one of its own (hier(7)). */
    private static final List<String> SHARED = List.of("/var/spool", "/var/cache", "/var/run", "/run");

    /** What the system itself, a package manager or an engine keeps there. */
    private static final List<String> OF_THE_SYSTEM = List.of(
            "apk", "apt", "cron", "debconf", "dnf", "fontconfig", "ldconfig", "lock", "man", "secrets", "sshd", "yum");

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

    /** Returns whether an empty folder that a build makes there is for what the application keeps: {@code /var/spool/shop}. */
    public static boolean isForApplication(String path) {
        return isApplication(path)
                || SHARED.stream()
                        .filter(folder -> path.startsWith(folder + "/"))
                        .map(folder -> path.substring(folder.length() + 1))
                        .anyMatch(below -> OF_THE_SYSTEM.stream()
                                .noneMatch(name -> below.equals(name) || below.startsWith(name + "/")));
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
