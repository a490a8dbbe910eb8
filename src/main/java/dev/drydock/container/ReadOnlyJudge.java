package dev.drydock.container;

import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.VolumeInstruction;
import dev.drydock.dockerfile.WorkdirInstruction;
import dev.drydock.evidence.Observed;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.ReadOnlyNeeds;
import dev.drydock.knowledge.Tmpfs;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.model.UserName;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.written.WrittenPaths;
import dev.drydock.written.WrittenPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out which folders a container writes to, so that everything else can be read-only. */
final class ReadOnlyJudge {
    private static final Tmpfs TEMPORARY = new Tmpfs("/tmp", "");

    /** Folders whose content need not outlive a container (hier(7)). */
    private static final Set<String> PASSING =
            Set.of("/tmp", "/var/tmp", "/run", "/var/run", "/var/cache", "/var/log", "/run/lock");

    /** As /tmp is: whoever writes there finds it writable. */
    private static final String EVERYBODY = "mode=1777";

    private static final Set<String> CHANGES_OWNER = Set.of("chown", "chmod", "install", "chgrp", "setfacl");

    private final Container container;
    private final Optional<ImageFacts> facts;

    ReadOnlyJudge(Container container) {
        this.container = container;
        this.facts = container.image().facts();
    }

    Answer<WritableFolders> answer() {
        Answer<WritableFolders> read = read();
        return container.observed().map(seen -> seen(read, seen)).orElse(read);
    }

    /** A trial has seen where the container writes; whether that is all, the next trial decides. */
    private Answer<WritableFolders> seen(Answer<WritableFolders> read, Observed observed) {
        List<Tmpfs> known = read.found().map(WritableFolders::tmpfs).orElse(missing(List.of(TEMPORARY)));
        List<Tmpfs> folders = new ArrayList<>(known);
        observed.written().stream()
                .flatMap(path -> folder(path).stream())
                .distinct()
                .filter(each -> known.stream().noneMatch(tmpfs -> ContainerPath.isWithin(each.path(), tmpfs.path())))
                .filter(each -> container.mountOf(each.path()).isEmpty())
                .forEach(folders::add);
        return folders.size() == known.size() && !(read instanceof Answer.None)
                ? read
                : Answer.likely(new WritableFolders(folders), "The container writes only where it was seen to write.");
    }

    /** Returns the folder that can be a tmpfs: a new one, or one of the system that holds nothing but what is written. */
    private static Optional<Tmpfs> folder(String path) {
        int slash = path.lastIndexOf('/');
        if (slash == path.length() - 1) {
            // It belongs to somebody in the image, and to root as a tmpfs.
            String existing = path.substring(0, Math.max(0, slash));
            return isPassing(existing) ? Optional.of(new Tmpfs(existing, EVERYBODY)) : Optional.empty();
        }
        if (slash > 0 && PASSING.contains(path.substring(0, slash))) {
            return Optional.of(new Tmpfs(path.substring(0, slash), ""));
        }
        boolean file = path.indexOf('.', slash + 1) > 0;
        if (file && slash > 0 && isPassing(path.substring(0, slash))) {
            return Optional.of(new Tmpfs(path.substring(0, slash), EVERYBODY));
        }
        return file || slash < 0 || path.equals("/") || path.equals("/root")
                ? Optional.empty()
                : Optional.of(new Tmpfs(path, ""));
    }

    private static boolean isPassing(String path) {
        return PASSING.stream().anyMatch(folder -> ContainerPath.isWithin(path, folder));
    }

    private Answer<WritableFolders> read() {
        Optional<String> setuid = new SetuidPrograms(container).reason();
        if (setuid.isPresent()) {
            return Answer.none(setuid.get());
        }
        Optional<ReadOnlyNeeds> needs = facts.flatMap(ImageFacts::readOnly);
        if (needs.isPresent() && container.keepsEntrypoint()) {
            return forFacts(needs.get());
        }
        if (needs.isPresent() && container.runsProgramOfImage()) {
            // Another entrypoint that starts the server of the image writes where the server does.
            return forFacts(needs.get()).doubted("The entrypoint writes nowhere else than that of the image.");
        }
        return container.image() instanceof ContainerImage.Built built ? forStage(built) : guess();
    }

    private Answer<WritableFolders> forFacts(ReadOnlyNeeds needs) {
        String label = container.image().label();
        if (!needs.possible()) {
            return Answer.none(label + " writes to its own files"
                    + needs.note().map(note -> ": " + note).orElse(""));
        }
        Optional<String> mounted = needs.notWithMounts().stream()
                .filter(path -> container.mounts().stream().anyMatch(mount -> mount.covers(path)))
                .findFirst();
        if (mounted.isPresent()) {
            return Answer.none(label + " writes to other places when " + mounted.get() + " is mounted");
        }
        Optional<String> copied = container.image() instanceof ContainerImage.Built built
                ? needs.notWithMounts().stream()
                        .flatMap(path -> CopiedSettings.copiedInto(built, path).stream())
                        .findFirst()
                : Optional.empty();
        if (copied.isPresent()) {
            return Answer.none(label + " writes to other places when " + copied.get() + " is there");
        }
        Optional<String> variable = needs.notWithVariables().stream()
                .filter(container.variables()::containsKey)
                .findFirst();
        if (variable.isPresent()) {
            return Answer.none(label + " writes to other places when " + variable.get() + " is set");
        }
        if (!needs.onlyWith().isEmpty() && needs.onlyWith().stream().noneMatch(this::isGiven)) {
            return Answer.none(label + " writes to its own files"
                    + needs.note().map(note -> ": " + note).orElse("") + "; it does not with "
                    + String.join(" or ", needs.onlyWith()));
        }
        Optional<String> moved = new MovedWrites(container, needs).reason();
        if (moved.isPresent()) {
            return Answer.none(moved.get() + ", which is neither a volume nor a tmpfs");
        }
        Optional<String> store = new OwnStores(container, needs).reason();
        if (store.isPresent()) {
            return Answer.none(store.get());
        }
        Optional<String> setting = needs.notWithSettings().stream()
                .flatMap(words -> ReadSettings.line(container, words).stream())
                .findFirst();
        if (setting.isPresent()) {
            return Answer.none(setting.get() + " has " + label + " write to its own files");
        }
        Optional<String> unserved = needs.addsIpv6().filter(this::isOfImage);
        if (unserved.isPresent() && container.network().mayHaveIpv6()) {
            return Answer.none(label + " adds IPv6, which its network has, to " + unserved.get() + " at its start");
        }
        Optional<WrittenPlace> scripted = StartScripts.writes(scripts(needs), needs.scripts()).stream()
                .filter(place -> !isCovered(place))
                .filter(place ->
                        needs.tmpfs().stream().noneMatch(tmpfs -> ContainerPath.isWithin(place.needed(), tmpfs.path())))
                .findFirst();
        if (scripted.isPresent()) {
            return unmounted(scripted.get());
        }
        for (String path : needs.volumes()) {
            if (!isWritable(path)) {
                return Answer.none(label + " keeps data in " + path + ", which is no volume here");
            }
        }
        Answer<WritableFolders> answer = Answer.known(new WritableFolders(missing(needs.tmpfs())));
        Optional<String> unread = needs.moves().isEmpty() ? Optional.empty() : container.unreadSettings();
        if (unread.isPresent()) {
            answer = answer.doubted("What is mounted at " + unread.get()
                    + ", which is not there to be read, has it write nowhere else.");
        }
        Optional<String> given =
                new MountedStarts(container, needs).doubt().or(new GivenPlaces(container, needs)::doubt);
        if (given.isPresent()) {
            answer = answer.doubted(given.get());
        }
        if (needs.note().isPresent() && needs.onlyWith().isEmpty()) {
            answer = answer.assuming(sentence(needs.note().get()));
        }
        if (container.image() instanceof ContainerImage.Built built) {
            if (changesFiles(built)) {
                answer = answer.doubted("What the Dockerfile adds writes nowhere else.");
            }
            answer = withApplication(built, needs, answer);
            if (answer instanceof Answer.None) {
                return answer;
            }
        }
        if (container.image() instanceof ContainerImage.Pulled pulled && !pulled.isCovered()) {
            answer = answer.doubted("The image " + pulled.text() + " starts as current versions of it do.");
        }
        Optional<List<String>> command = container.foreignCommand();
        if (command.isPresent()
                && !command.get().get(0).startsWith("-")
                && !facts.orElseThrow()
                        .commands()
                        .contains(RootPrograms.name(command.get().get(0)))) {
            answer = answer.doubted("The command writes nowhere else than that of the image.");
        }
        return needs.verified()
                ? answer
                : answer.doubted("These directories are all that " + label + " writes to; nobody has tried it out.");
    }

    /** The server of the image runs what the Dockerfile adds, which may write to the image as well. */
    private Answer<WritableFolders> withApplication(
            ContainerImage.Built built, ReadOnlyNeeds needs, Answer<WritableFolders> server) {
        WrittenPaths written = written(built);
        if (!written.hasServerSources()) {
            return server;
        }
        List<WrittenPlace> open = written.places().stream()
                .filter(place -> place.isOfServer() && !place.isInHome() && !isCovered(place))
                .filter(place ->
                        needs.tmpfs().stream().noneMatch(tmpfs -> ContainerPath.isWithin(place.needed(), tmpfs.path())))
                .toList();
        Optional<WrittenPlace> certain =
                open.stream().filter(WrittenPlace::isCertain).findFirst();
        if (certain.isPresent()) {
            return unmounted(certain.get());
        }
        Answer<WritableFolders> answer = server;
        for (WrittenPlace place : open) {
            answer = answer.doubted(
                    "The application does not write to " + place.path() + ", which " + place.where() + " names.");
        }
        Optional<String> owned = handedOver(built.stage())
                .filter(folder -> container.mountOf(folder).isEmpty());
        return owned.isPresent()
                ? answer.doubted("The application writes only to its volumes and where the server writes, although the"
                        + " Dockerfile hands over " + owned.get() + ".")
                : answer;
    }

    /**
     * Returns whether what is mounted at a place is only read: the sources, all of which are read, write nothing there, and
     * without the mount nothing else that starts would either.
     */
    Answer<Boolean> readsOnly(String target) {
        if (!(container.image() instanceof ContainerImage.Built built)) {
            return Answer.none("what the image does with the mount is not known");
        }
        WrittenPaths written = written(built);
        boolean writes = written.places().stream().anyMatch(place -> ContainerPath.isWithin(place.path(), target));
        Answer<WritableFolders> rest = new ReadOnlyJudge(container.withoutMount(target)).answer();
        boolean elsewhere = rest.isKnown()
                && rest.found().orElseThrow().tmpfs().stream()
                        .noneMatch(tmpfs -> ContainerPath.isWithin(tmpfs.path(), target));
        return written.isSure() && !writes && elsewhere
                ? Answer.known(true)
                        .assuming("The application, whose sources write nothing below " + target + ", only reads it.")
                : Answer.none("whether it writes to the mount is not known");
    }

    private WrittenPaths written(ContainerImage.Built built) {
        return WrittenPaths.of(
                built.project(),
                built.dockerfile(),
                built.stage(),
                built.knowledge().writers(),
                this::variable);
    }

    private static Answer<WritableFolders> unmounted(WrittenPlace place) {
        boolean beside = !place.needed().equals(place.path());
        return Answer.none(place.where() + " writes to "
                + (beside ? place.path() + " and beside it" : place.path())
                + ", which is neither a volume nor a tmpfs");
    }

    private static Answer<WritableFolders> likely(WrittenPlace place) {
        return Answer.none(place.where() + " may write to " + place.path() + ", which is neither a volume nor a tmpfs");
    }

    private static boolean changesFiles(ContainerImage.Built built) {
        return built.stage().startCommand().entrypoint().isPresent();
    }

    /** Returns whether a variable is set to something, or an argument stands behind the command. */
    private boolean isGiven(String name) {
        return container.variables().containsKey(name)
                || container
                        .start()
                        .filter(start -> start.words().contains(name))
                        .isPresent();
    }

    private List<SettingsFile> scripts(ReadOnlyNeeds needs) {
        List<SettingsFile> files = new ArrayList<>(container.settings());
        if (container.image() instanceof ContainerImage.Built built) {
            needs.scripts().forEach(folder -> files.addAll(CopiedSettings.below(built, folder)));
        }
        return files;
    }

    /** Returns whether neither a mount nor the Dockerfile puts another file in the place of one of the image. */
    private boolean isOfImage(String path) {
        return container.mountOf(path).isEmpty()
                && !(container.image() instanceof ContainerImage.Built built
                        && CopiedSettings.copiedInto(built, path.substring(0, path.lastIndexOf('/')))
                                .isPresent());
    }

    private static String sentence(String note) {
        return "What else there is to know of the image: " + note + ".";
    }

    /** A volume that the image itself declares is made anonymously, and stays writable. */
    private boolean isWritable(String path) {
        Optional<Mount> mount = container.mountOf(path);
        if (mount.isPresent()) {
            return true;
        }
        return declaredVolumes().stream().anyMatch(volume -> ContainerPath.isWithin(path, volume));
    }

    private List<String> declaredVolumes() {
        List<String> volumes = new ArrayList<>(facts.map(ImageFacts::volumes).orElse(List.of()));
        if (container.image() instanceof ContainerImage.Built built) {
            built.stage()
                    .history(VolumeInstruction.class)
                    .flatMap(volume -> volume.paths().stream())
                    .map(word -> ContainerPath.normalise(word.value()))
                    .forEach(volumes::add);
        }
        return volumes;
    }

    private List<Tmpfs> missing(List<Tmpfs> wanted) {
        return wanted.stream()
                .filter(each -> container.mountOf(each.path()).isEmpty())
                .map(this::forUser)
                .toList();
    }

    /** A tmpfs has the mode of the directory in the image, but belongs to root: another account than usual cannot write there. */
    private Tmpfs forUser(Tmpfs folder) {
        boolean usual = container.effectiveUser().isEmpty()
                || !container.isKnownNonRoot()
                || facts.filter(known -> known.defaultUser()
                                .equals(container.effectiveUser().get()))
                        .isPresent();
        return usual || !folder.options().isEmpty() || folder.path().equals(TEMPORARY.path())
                ? folder
                : new Tmpfs(folder.path(), EVERYBODY);
    }

    private Answer<WritableFolders> forStage(ContainerImage.Built built) {
        BuildStage stage = built.stage();
        WrittenPaths written = written(built);
        Optional<WrittenPlace> outside = written.places().stream()
                .filter(place -> !place.isInHome() && place.isCertain() && !isCovered(place))
                .findFirst();
        if (outside.isPresent()) {
            return unmounted(outside.get());
        }
        Optional<WrittenPlace> started = writtenAtStart(built);
        if (started.isPresent()) {
            return unmounted(started.get());
        }
        WritableFolders temporary = new WritableFolders(missing(List.of(TEMPORARY)));
        Answer<WritableFolders> answer = Answer.known(temporary);
        Optional<String> user = container.effectiveUser();
        // What sources are likely to write contradicts a suggestion that they write nowhere else.
        Optional<WrittenPlace> likely = written.places().stream()
                .filter(place -> !place.isInHome() && !isCovered(place))
                .findFirst();
        if (user.isEmpty() || UserName.isRoot(user.get())) {
            return likely.map(ReadOnlyJudge::likely)
                    .orElseGet(
                            () -> answer.doubted(
                                    "The application writes only below /tmp and to its volumes; as root it could write anywhere."));
        }
        Optional<String> owned = ownedFolder(stage);
        if (owned.isPresent() && likely.isPresent()) {
            return likely(likely.get());
        }
        if (owned.isPresent()) {
            return answer.doubted("The application writes only below /tmp and to its volumes, although "
                    + UserName.user(user.get()) + " owns " + owned.get() + ".");
        }
        if (facts.isEmpty()) {
            return answer.doubted("The application writes only below /tmp and to its volumes.");
        }
        return withHome(built, written, UserName.user(user.get()));
    }

    /** The scripts that the image starts write settings and passwords of their own. */
    private Optional<WrittenPlace> writtenAtStart(ContainerImage.Built built) {
        return container.start().stream()
                .flatMap(start -> StartNeeds.writes(
                        built.project(),
                        built.dockerfile(),
                        built.stage(),
                        built.knowledge().writers(),
                        start)
                        .stream())
                .filter(place -> !place.isInHome() && !isCovered(place))
                .findFirst();
    }

    /** What the account does while the image is built may make folders in its home. */
    private static boolean runsAs(BuildStage stage, String user) {
        return stage.history(RunInstruction.class)
                .anyMatch(run -> stage.userAt(run).filter(user::equals).isPresent());
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(container.variables().get(name)).filter(value -> !value.isEmpty());
    }

    /** A volume that is no more than a database in one file leaves no room for what is made beside it. */
    private boolean isCovered(WrittenPlace place) {
        return isCovered(place.needed());
    }

    private boolean isCovered(String path) {
        return ContainerPath.isWithin(path, "/tmp")
                || ContainerPath.isWithin(path, "/dev")
                || ContainerPath.isWithin(path, "/proc")
                || isWritable(path);
    }

    /** An account that owns nothing but its home may write there: sources and what is installed tell whether it does. */
    private Answer<WritableFolders> withHome(ContainerImage.Built built, WrittenPaths written, String user) {
        WritableFolders temporary = new WritableFolders(missing(List.of(TEMPORARY)));
        Answer<WritableFolders> nothing = Answer.known(temporary);
        Optional<Home> home = Home.of(container, built.stage(), user).filter(found -> !isCovered(found.path()));
        if (home.isEmpty()) {
            return nothing.assuming("The application writes only below /tmp and to its volumes, because " + user
                    + " owns nothing else.");
        }
        Map<String, Tmpfs> folders = new LinkedHashMap<>(HomeUses.of(container, built));
        boolean onlyCaches = folders.isEmpty();
        for (WrittenPlace place : written.places()) {
            if (place.isInHome()) {
                String below = place.path().substring(Math.min(2, place.path().length()));
                String first = below.indexOf('/') < 0 ? below : below.substring(0, below.indexOf('/'));
                onlyCaches &= first.equals(".cache");
                if (first.isEmpty() || below.equals(first)) {
                    return Answer.none(place.where() + " writes to the home of " + user + ", which is no volume");
                }
                folders.put(place.where(), new Tmpfs(first, ""));
            }
        }
        List<Tmpfs> all = new ArrayList<>(temporary.tmpfs());
        folders.values().stream()
                .distinct()
                .map(home.get()::folder)
                .filter(folder -> container.mountOf(folder.path()).isEmpty())
                .filter(folder -> all.stream().noneMatch(known -> known.path().equals(folder.path())))
                .forEach(all::add);
        Answer<WritableFolders> answer = Answer.known(new WritableFolders(all));
        if (!folders.isEmpty() && home.get().options().isEmpty() && runsAs(built.stage(), user)) {
            return answer.doubted("The directories in the home of " + user
                    + " are not in the image, or their tmpfs would belong to root.");
        }
        if (!folders.isEmpty() && !onlyCaches) {
            return answer.doubted("What " + String.join(", ", folders.keySet()) + " keeps in the home of " + user
                    + " may be lost with every start, and nothing else there is written to.");
        }
        return written.isSure()
                ? answer.assuming("The application writes only below /tmp and to its volumes"
                        + (folders.isEmpty() ? "" : ", and to its cache")
                        + ", because " + user + " owns nothing else but a home.")
                : answer.doubted("The application, whose sources are not there to read, writes nothing to the home of "
                        + user + ".");
    }

    /** Returns a folder that an account owns, or that everybody may write to, and that is no mount. */
    private Optional<String> ownedFolder(BuildStage stage) {
        return handedOver(stage)
                .or(() -> facts.map(ImageFacts::writable).orElse(List.of()).stream()
                        // What programs keep in the home of their user is a cache that they can do without.
                        .filter(path -> !path.startsWith("/home/"))
                        .filter(path -> container.mountOf(path).isEmpty())
                        .findFirst());
    }

    /** Returns a folder that the file hands to an account, or lets everybody write to. */
    private static Optional<String> handedOver(BuildStage stage) {
        boolean asUser = false;
        for (var instruction : stage.history()) {
            Optional<String> at = stage.userAt(instruction);
            asUser = at.isPresent() && !UserName.isRoot(at.get());
            if (instruction instanceof FileTransfer transfer
                    && transfer.flag("chown").isPresent()) {
                return Optional.of(transfer.destination()
                        .map(argument -> absolute(stage.workdirAt(instruction), argument.value()))
                        .orElse("files"));
            }
            if (asUser && instruction instanceof WorkdirInstruction workdir) {
                return workdir.argument().map(argument -> argument.value());
            }
        }
        for (RunScript script : stage.inheritedScripts()) {
            if (script.script().isOpaque()) {
                return Optional.of("directories that a RUN makes");
            }
            for (SimpleCommand command : script.commands()) {
                Invocation invocation = Invocation.of(command);
                String program = invocation.program().map(RootPrograms::name).orElse("");
                if (CHANGES_OWNER.contains(program)) {
                    List<ShellWord> words = invocation.arguments();
                    return Optional.of(
                            words.isEmpty()
                                    ? "files"
                                    : absolute(
                                            stage.workdirAt(script.run()),
                                            words.get(words.size() - 1).text()));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns a path that tells a person something without its working directory, as far as that is known. */
    private static String absolute(Optional<String> workdir, String path) {
        return path.contains("$") ? path : ContainerPath.resolve(workdir, path).orElse(path);
    }

    private Answer<WritableFolders> guess() {
        String reason = container.image() instanceof ContainerImage.Unclear unclear
                ? "; " + unclear.reason()
                : container.keepsEntrypoint() ? "" : "; the entrypoint of the image is replaced";
        return Answer.<WritableFolders>known(new WritableFolders(missing(List.of(TEMPORARY))))
                .doubted("The container writes only below /tmp and to its volumes" + reason + ".");
    }
}
