package dev.drydock.transform.builtin.user;

import dev.drydock.container.WritablePaths;
import dev.drydock.model.ContainerPath;
import dev.drydock.written.WrittenPlace;
import dev.drydock.written.WrittenPlace.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What has to be made for an account so that an application may go on writing where its sources say that it writes.
 *
 * @param folders folders that are made and handed over, the outermost first
 * @param files files of folders that stay with root, made empty and handed over
 * @param obstacle why a place that is surely written cannot be handed over
 * @param doubts sentences about places that may be written and cannot be handed over
 */
record WritablePlan(List<String> folders, List<String> files, Optional<String> obstacle, List<String> doubts) {
    /** Folders in which packages and people put one folder for each application. */
    private static final List<String> SHARED = List.of(
            "/etc",
            "/opt",
            "/home",
            "/srv",
            "/var",
            "/var/lib",
            "/var/log",
            "/var/cache",
            "/var/spool",
            "/var/run",
            "/run",
            "/mnt",
            "/media");
    /** Shared folders that hold nothing that a program runs or trusts. */
    private static final List<String> HARMLESS = List.of("/srv", "/mnt", "/media", "/var/log");

    /** A pid file is replaced by renaming another one, or removed at the end; a socket must not be there. Both need the directory. */
    private static final List<String> RUNNING = List.of("/run", "/var/run");

    WritablePlan {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
        doubts = List.copyOf(doubts);
    }

    /**
     * Plans for places.
     *
     * @param writable the folders that belong to the account already
     * @param account who is to write
     * @param canRun whether the image has a shell to make folders with
     */
    static WritablePlan of(List<WrittenPlace> places, List<String> writable, Account account, boolean canRun) {
        TreeSet<String> folders = new TreeSet<>();
        TreeSet<String> files = new TreeSet<>();
        Optional<String> obstacle = Optional.empty();
        List<String> doubts = new ArrayList<>();
        for (WrittenPlace place : places) {
            if (isFree(place, writable, account, canRun)) {
                continue;
            }
            boolean made = canRun && !place.isInHome();
            if (made && isOwnable(place.folder())) {
                folders.add(place.folder());
            } else if (made && place.kind() == Kind.FILE && RUNNING.contains(place.folder())) {
                folders.add(place.folder());
            } else if (made && place.kind() == Kind.FILE && HARMLESS.contains(place.folder())) {
                // Logs are rotated: they are renamed, and made anew.
                folders.add(place.folder());
            } else if (made && place.kind() == Kind.FILE && SHARED.contains(place.folder())) {
                files.add(place.path());
                doubts.add("The application takes an empty " + place.path() + ", which " + place.where()
                        + " names, for none, and makes no other file beside it.");
            } else if (made && place.kind() != Kind.UNCLEAR && HARMLESS.contains(place.folder())) {
                folders.add(place.folder());
            } else if (place.isCertain()) {
                obstacle = obstacle.or(() ->
                        Optional.of(place.where() + " writes to " + place.path() + ", where only root may write"));
            } else {
                doubts.add(
                        "The application does not write to " + place.path() + ", which " + place.where() + " names.");
            }
        }
        files.removeIf(
                file -> WritablePaths.folderOf(file, List.copyOf(folders)).isPresent());
        return new WritablePlan(List.copyOf(folders), List.copyOf(files), obstacle, doubts);
    }

    private static boolean isFree(WrittenPlace place, List<String> writable, Account account, boolean canRun) {
        if (place.isInHome()) {
            // Accounts of images have a home of their own; a bare number has none.
            return account.home().isPresent() || account.name().isPresent();
        }
        return (canRun && WritablePaths.isScratch(place.path()))
                || WritablePaths.folderOf(place.path(), writable).isPresent();
    }

    /** Returns whether a folder is one of an application: below a shared folder, or no folder of the system at all. */
    private static boolean isOwnable(String folder) {
        if (WritablePaths.isApplication(folder)) {
            return true;
        }
        return SHARED.stream()
                .filter(shared -> !shared.equals("/home"))
                .anyMatch(shared -> ContainerPath.isWithin(folder, shared)
                        && folder.length() > shared.length()
                        && !SHARED.contains(folder)
                        && !isOfSystem(folder));
    }

    private static boolean isOfSystem(String folder) {
        return List.of(
                        "/etc/ssl",
                        "/etc/pki",
                        "/etc/apt",
                        "/etc/apk",
                        "/etc/init.d",
                        "/etc/pam.d",
                        "/etc/security",
                        "/etc/ssh",
                        "/etc/cron.d",
                        "/etc/sudoers.d",
                        "/etc/profile.d",
                        "/etc/ld.so.conf.d",
                        "/etc/skel",
                        "/etc/default",
                        "/etc/alternatives",
                        "/etc/nginx",
                        "/var/lib/dpkg",
                        "/var/lib/apt",
                        "/var/lib/rpm",
                        "/var/cache/apt",
                        "/var/cache/apk",
                        "/var/log/apt",
                        "/run/lock")
                .stream()
                .anyMatch(system -> ContainerPath.isWithin(folder, system));
    }
}
