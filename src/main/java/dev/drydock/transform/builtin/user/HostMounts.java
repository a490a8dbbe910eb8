package dev.drydock.transform.builtin.user;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.VolumeMount;
import dev.drydock.container.Mount;
import dev.drydock.container.Mounts;
import dev.drydock.model.ContainerPath;
import dev.drydock.project.BuildingServices;
import dev.drydock.project.BuiltImages;
import dev.drydock.project.OutsideUses;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.written.WrittenPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directories of the host that services and command lines mount into containers of an image. On the host they belong to
 * whoever made them, which no line of the Dockerfile changes: root writes there, another account does not.
 */
final class HostMounts {
    private static final List<String> SOCKETS = List.of("/var/run/docker.sock", "/run/docker.sock");

    /** What is mounted into one container, and who says so: {@code the service web}, {@code README.md:12}. */
    private record Mounted(String who, List<Mount> mounts) {
        Optional<Mount> of(WrittenPlace place) {
            return Mount.of(place.path(), mounts).filter(HostMounts::isWrittenOnHost);
        }
    }

    private static final String HOME = "/root";

    private final List<Mounted> services;
    private final List<Mounted> commands;
    private final List<OutsideUses.Mounted> deployed;

    HostMounts(BuildingServices services, List<BuiltImages.Command> runs, List<OutsideUses.Mounted> deployed) {
        this.deployed = deployed;
        this.services = services.services().stream()
                .filter(service -> service.user().isEmpty())
                .map(service -> new Mounted("the service " + service.name(), mounts(service)))
                .toList();
        this.commands = runs.stream()
                .filter(run -> !run.command().hasAny("user"))
                .map(run -> new Mounted(run.place(), mounts(run.command())))
                .toList();
    }

    private static List<Mount> mounts(ComposeService service) {
        List<Mount> mounts = new ArrayList<>();
        for (VolumeMount volume : service.volumes()) {
            if (volume.target().startsWith("/") && !volume.unknown()) {
                Mount.Kind kind = switch (volume.type()) {
                    case BIND -> Mount.Kind.BIND;
                    case TMPFS -> Mount.Kind.TMPFS;
                    case VOLUME, OTHER -> Mount.Kind.VOLUME;
                };
                mounts.add(new Mount(kind, volume.target(), volume.source(), volume.readOnly()));
            }
        }
        return mounts;
    }

    private static List<Mount> mounts(ContainerCommand command) {
        return Mounts.of(command).mounts().stream()
                .flatMap(entry -> entry.asked().stream())
                .toList();
    }

    private static boolean isWrittenOnHost(Mount mount) {
        return mount.kind() == Mount.Kind.BIND && !mount.readOnly() && !SOCKETS.contains(mount.target());
    }

    /**
     * Returns where volumes lie that the engine keeps. A new one takes the owner of the directory of the image, and belongs to
     * root where there is none.
     */
    List<WrittenPlace> volumes() {
        List<WrittenPlace> places = new ArrayList<>();
        for (Mounted mounted :
                Stream.concat(services.stream(), commands.stream()).toList()) {
            mounted.mounts().stream()
                    .filter(HostMounts::isKept)
                    .filter(mount -> !mount.looksLikeFile())
                    .map(mount -> new WrittenPlace(
                            ContainerPath.normalise(mount.target()),
                            WrittenPlace.Kind.FOLDER,
                            WrittenPlace.Certainty.LIKELY,
                            mounted.who(),
                            0))
                    .forEach(places::add);
        }
        return places;
    }

    private static boolean isKept(Mount mount) {
        return mount.kind() == Mount.Kind.VOLUME && !mount.readOnly();
    }

    /** Returns what is surely written to a directory of the host, or empty. */
    Optional<String> reason(List<WrittenPlace> places) {
        return homes().findFirst().or(() -> written(places));
    }

    /** What is mounted below the home of root, whoever that runs as another user does not find. */
    private Stream<String> homes() {
        Stream<String> mounted = Stream.concat(services.stream(), commands.stream())
                .flatMap(each -> each.mounts().stream()
                        .filter(mount -> ContainerPath.isWithin(mount.target(), HOME))
                        .map(mount -> each.who() + " mounts " + mount.target()));
        Stream<String> outside = deployed.stream()
                .filter(mount -> ContainerPath.isWithin(mount.target(), HOME))
                .map(mount -> mount.place() + " mounts " + mount.target());
        return Stream.concat(mounted, outside)
                .map(what -> what + ", in the home of root, which no other user may read");
    }

    private Optional<String> written(List<WrittenPlace> places) {
        return Stream.concat(services.stream(), commands.stream())
                .flatMap(mounted -> places.stream()
                        .filter(WrittenPlace::isCertain)
                        .flatMap(place -> mounted.of(place).stream()
                                .map(mount -> place.where() + " writes to " + place.path() + ", and " + mounted.who()
                                        + " mounts a directory of the host at " + mount.target()
                                        + ", whose owner the image cannot change")))
                .findFirst();
    }

    /**
     * Returns what has to be true of the mounts of command lines; those of services are asked for elsewhere. Sources that are
     * mounted over themselves need nothing as long as they are known to write nothing there.
     */
    List<String> assumptions(List<WrittenPlace> places, Optional<String> workdir, boolean sourcesRead) {
        Stream<String> outside = deployed.stream()
                .filter(OutsideUses.Mounted::isKept)
                .map(mount -> "The volume that " + mount.place() + " mounts at " + mount.target()
                        + " belongs to the account: a new one belongs to root.");
        Stream<String> kept = commands.stream()
                .flatMap(
                        mounted -> mounted.mounts().stream()
                                .filter(HostMounts::isKept)
                                .map(
                                        mount -> "The volume that " + mounted.who() + " mounts at " + mount.target()
                                                + " is new, or its files belong to the account: a volume keeps the owner that it has."));
        Stream<String> host = commands.stream()
                .flatMap(mounted -> mounted.mounts().stream()
                        .filter(HostMounts::isWrittenOnHost)
                        .filter(mount -> !mount.looksLikeFile() || isNamed(places, mount))
                        .filter(mount -> !sourcesRead
                                || isNamed(places, mount)
                                || workdir.filter(path -> ContainerPath.isWithin(path, mount.target()))
                                        .isEmpty())
                        .map(mount -> "The account may read, and write where it must, what " + mounted.who()
                                + " mounts at " + mount.target() + "."));
        return Stream.of(host, kept, outside).flatMap(each -> each).distinct().toList();
    }

    private static boolean isNamed(List<WrittenPlace> places, Mount mount) {
        return places.stream().anyMatch(place -> mount.covers(place.path()));
    }
}
