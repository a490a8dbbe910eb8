package dev.drydock.transform.builtin.user;

import dev.drydock.container.HomeUses;
import dev.drydock.container.StartNeeds;
import dev.drydock.container.WritablePaths;
import dev.drydock.dockerfile.AddInstruction;
import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.ExposeInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.FromInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.dockerfile.VolumeInstruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.dockerfile.WorkdirInstruction;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.PathWords;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.evidence.Observed;
import dev.drydock.knowledge.AddUser;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Writers;
import dev.drydock.model.BuildStage;
import dev.drydock.model.CalledManagers;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.UserName;
import dev.drydock.project.BuildingServices;
import dev.drydock.project.BuiltImages;
import dev.drydock.project.DerivedImages;
import dev.drydock.project.OutsideUses;
import dev.drydock.project.Project;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import dev.drydock.transform.builtin.files.GitInContext;
import dev.drydock.written.StartArguments;
import dev.drydock.written.WrittenPaths;
import dev.drydock.written.WrittenPlace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the final stage end as a user other than root, with the files that the application needs in its hands. */
public final class RunAsNonRoot extends DockerfileTransform {
    private static final String MESSAGE = "the container runs as root";
    private static final int MOST_UNCLEAR = 3;

    public RunAsNonRoot() {
        super("run-as-non-root");
    }

    @Override
    protected void inspect(Subject subject) {
        RunningStages.of(subject.inspection().project(), subject.file(), subject.build())
                .stages()
                .forEach(stage -> inspect(subject, stage));
    }

    private static void inspect(Subject subject, BuildStage stage) {
        TextRange place = stage.userInstruction()
                .map(Instruction::code)
                .orElse(stage.stage().from().code());
        Optional<String> user = stage.user();
        if (user.filter(name -> !UserName.isRoot(name)).isPresent()) {
            subject.notNeeded(place, MESSAGE, "it ends as the user " + user.get());
            return;
        }
        Optional<ImageFacts> like = stage.facts().or(() -> like(subject, stage));
        Optional<String> obstacle = obstacle(stage, like).or(() -> heir(stage));
        if (obstacle.isPresent()) {
            subject.abstain(place, MESSAGE, obstacle.get());
            return;
        }
        ImageFacts facts = like.orElseThrow();
        boolean developed = DevContainers.of(subject.inspection().project())
                .reason(subject.file().path())
                .isPresent();
        Optional<Account> account =
                new AccountChoice(stage, facts, subject.inspection().options(), developed).choose();
        if (account.isEmpty()) {
            subject.abstain(place, MESSAGE, "the file creates accounts, and which one is meant is not clear");
            return;
        }
        Project project = subject.inspection().project();
        WrittenPaths written = WrittenPaths.of(
                project,
                subject.file(),
                stage,
                subject.inspection().facts().knowledge().writers());
        Optional<Observed> seen =
                subject.inspection().facts().observed(subject.file().path().value());
        BuildingServices all =
                BuildingServices.of(project, subject.file(), stage.stage().name());
        BuildingServices building = stage.isFinal() ? all : all.withTarget();
        List<BuiltImages.Command> runs =
                project.imagesAround(subject.file()).runsOf(subject.file().path());
        OutsideUses outside =
                OutsideUses.of(project, subject.file(), subject.build().images());
        HostMounts mounts = new HostMounts(building, outside.runs(), outside.mounts());
        List<WrittenPlace> places = places(subject, stage, written, building);
        List<WrittenPlace> volumes = mounts.volumes();
        volumes.stream()
                .filter(volume ->
                        places.stream().noneMatch(known -> known.path().equals(volume.path())))
                .forEach(places::add);
        List<String> observed = seen.map(Observed::folders).orElse(List.of());
        Ownership ownership = new Ownership(
                stage,
                account.get(),
                firstUse(stage, account.get()),
                observed.stream()
                        .filter(folder -> written.places().stream().noneMatch(named -> isNear(folder, named.path())))
                        .toList(),
                AccountChoice.canRun(stage, facts)
                        ? volumes.stream().map(WrittenPlace::path).toList()
                        : List.of(),
                new RootTrees(
                        project,
                        subject.file(),
                        stage,
                        subject.inspection().facts().knowledge().workingTrees(),
                        written.isSure(),
                        startsOtherwise(building, runs),
                        Stream.concat(places.stream().map(WrittenPlace::path), observed.stream())
                                .toList()),
                () -> GitInContext.isAsked(project, subject.file(), subject.build()));
        Optional<String> home = home(subject, stage, account.get(), places);
        home.flatMap(what -> HomeUses.unmadeHome(stage, account.get().label()))
                .map(path -> new WrittenPlace(
                        path, WrittenPlace.Kind.FOLDER, WrittenPlace.Certainty.CERTAIN, home.orElseThrow(), 0))
                .ifPresent(places::add);
        WritablePlan plan =
                WritablePlan.of(places, ownership.writable(), account.get(), AccountChoice.canRun(stage, facts));
        List<String> writable = new ArrayList<>(ownership.writable());
        writable.addAll(plan.folders());
        writable.addAll(plan.files());
        ServiceNeeds services = new ServiceNeeds(building);
        // What reading leaves open, a trial decides: it has seen the container start, and starts it again without root.
        Optional<String> modes =
                new FileModes(project, subject.file(), stage, writable, ownership.transfers()).reason();
        StartNeeds start = new StartNeeds(
                project,
                subject.file(),
                stage,
                subject.inspection().facts().knowledge().writers(),
                writable);
        Optional<String> open = modes.or(start::reason);
        RootNeeds roots = new RootNeeds(stage, writable);
        Optional<String> elsewhere = new HomeDownloads(
                        project,
                        subject.file(),
                        stage,
                        subject.inspection().facts().knowledge().homeWriters())
                .reason();
        Optional<String> later = written.rootUse()
                .or(() -> HomeSettings.reason(stage, written))
                .or(() -> new Rebuilding(
                                stage,
                                building,
                                written,
                                subject.inspection().facts().knowledge().homeWriters())
                        .reason())
                .or(() -> volumesOfRoot(stage, facts, ownership))
                .or(plan::obstacle)
                .or(() -> home.filter(what -> !isMade(stage, facts, account.get()))
                        .map(what -> what + " keeps files in the home of its user, and "
                                + account.get().label() + " has none"))
                .or(services::reason)
                .or(() -> mounts.reason(places))
                .or(() -> outside.jobs().stream()
                        .findFirst()
                        .map(job -> job.place() + " runs the steps of a pipeline in this image, which may need root"))
                .or(() -> outside.action()
                        .map(action -> action + " runs it as an action, which GitHub wants to run as root"))
                .or(() -> DerivedImages.of(
                                project, subject.file(), subject.build().images())
                        .stream()
                        .findFirst()
                        .map(derived -> derived.place()
                                + " is based on this image, and would run its build steps as the same user"));
        Optional<String> need = roots.reason()
                .or(() -> elsewhere)
                .or(() -> seen.isPresent() ? Optional.empty() : open)
                .or(() -> later);
        // What is merely not known, somebody else may know.
        boolean certain = need.isPresent()
                && roots.withLowPorts()
                        .reason()
                        .or(() -> elsewhere)
                        .or(() -> modes.or(() -> start.trusting().reason()))
                        .or(() -> later)
                        .isPresent();
        if (certain) {
            subject.abstain(place, MESSAGE, need.get());
            return;
        }
        List<String> unknown = new ArrayList<>(doubts(stage, facts));
        need.map(reason -> "To be looked at: " + reason + ".").ifPresent(unknown::add);
        List<String> needs = new ArrayList<>(services.assumptions());
        needs.addAll(unknown);
        plan.folders()
                .forEach(folder -> written.testOf(folder)
                        .map(where -> "The application starts as well where " + folder + " is there already, which "
                                + where + " asks.")
                        .ifPresent(needs::add));
        needs.addAll(mounts.assumptions(
                places,
                stage.workdir(),
                written.reading() == WrittenPaths.Reading.SOURCES
                        && written.toArguments().isEmpty()));
        Rewrite rewrite = rewrite(subject, stage, facts, account.get(), ownership, needs, plan, written);
        subject.repair(
                place, MESSAGE, open.isPresent() || !unknown.isEmpty() ? rewrite.withSafety(Safety.SUGGEST) : rewrite);
    }

    /**
     * Returns what is known of the distribution of an image of which nothing else is known. Without a start of its own the file
     * starts what the image wants to, and that may be anything.
     */
    private static Optional<ImageFacts> like(Subject subject, BuildStage stage) {
        return stage.startCommand().isInherited() || stage.image().isScratch()
                ? Optional.empty()
                : CalledManagers.of(stage)
                        .flatMap(manager -> subject.inspection()
                                .facts()
                                .knowledge()
                                .images()
                                .find(manager.image()));
    }

    private static List<String> doubts(BuildStage stage, ImageFacts facts) {
        String image = stage.image().text();
        if (stage.facts().isEmpty()) {
            return List.of(image + " is like " + facts.name()
                    + ", and has no entrypoint that needs root; nothing is known of it.");
        }
        return facts.addUser().verdict() == AddUser.Verdict.UNKNOWN
                ? List.of("The image " + image + " works with another user.")
                : List.of();
    }

    /** Returns whether a service or a command line starts something else than the file says. */
    private static boolean startsOtherwise(BuildingServices building, List<BuiltImages.Command> runs) {
        return building.services().stream()
                        .anyMatch(service -> service.command().isPresent()
                                || service.entrypoint().isPresent())
                || runs.stream()
                        .map(BuiltImages.Command::command)
                        .anyMatch(run ->
                                run.hasAny("entrypoint") || !run.operands().isEmpty());
    }

    /** Returns what needs a home that the account does not have; empty if it has one, or nothing needs it. */
    private static Optional<String> home(
            Subject subject, BuildStage stage, Account account, List<WrittenPlace> places) {
        if (account.isCreated() || HomeUses.hasHome(stage, account.label())) {
            return Optional.empty();
        }
        return places.stream()
                .filter(WrittenPlace::isInHome)
                .map(WrittenPlace::where)
                .findFirst()
                .or(() -> HomeUses.of(
                                subject.inspection().project(),
                                subject.file(),
                                stage,
                                subject.inspection().facts().knowledge().homeWriters())
                        .keySet()
                        .stream()
                        .findFirst());
    }

    private static boolean isMade(BuildStage stage, ImageFacts facts, Account account) {
        return AccountChoice.canRun(stage, facts)
                && HomeUses.unmadeHome(stage, account.label()).isPresent();
    }

    /** What the sources name needs no trial to be found. */
    private static boolean isNear(String folder, String named) {
        return WritablePaths.folderOf(folder, List.of(named)).isPresent()
                || WritablePaths.folderOf(named, List.of(folder)).isPresent();
    }

    /** The places that the sources name, those that the start writes, and those that variables of the file name. */
    private static List<WrittenPlace> places(
            Subject subject, BuildStage stage, WrittenPaths written, BuildingServices building) {
        Writers writers = subject.inspection().facts().knowledge().writers();
        List<WrittenPlace> places = new ArrayList<>(written.places());
        places.addAll(StartNeeds.writes(subject.inspection().project(), subject.file(), stage, writers));
        VariablePlaces variables = new VariablePlaces(writers, stage.workdir());
        Stream<WrittenPlace> ofFile = stage.history(EnvInstruction.class)
                .flatMap(environment -> environment.pairs().stream()
                        .flatMap(pair -> variables
                                .of(pair.name(), pair.value().map(Word::value).orElse(""), "line", environment.line())
                                .stream()));
        Stream<WrittenPlace> ofServices = building.services().stream()
                .flatMap(service -> service.environment().stream()
                        .filter(pair -> writers.namesDirectory(pair.key()))
                        .flatMap(pair ->
                                variables
                                        .of(pair.key(), pair.value().orElse(""), "the service " + service.name(), 0)
                                        .stream()));
        Stream<WrittenPlace> ofArguments =
                written.toArguments().isPresent() ? arguments(stage, writers) : Stream.<WrittenPlace>empty();
        Stream.of(ofFile, ofServices, ofArguments)
                .flatMap(found -> found)
                .filter(place -> places.stream().noneMatch(known -> known.path().equals(place.path())))
                .forEach(places::add);
        return places;
    }

    /** What the start command hands to sources that write where their command line says, unless it is there to be read. */
    private static Stream<WrittenPlace> arguments(BuildStage stage, Writers writers) {
        List<String> copied = stage.history().stream()
                .filter(FileTransfer.class::isInstance)
                .flatMap(transfer -> ((FileTransfer) transfer)
                                .destination()
                                .flatMap(argument -> stage.expand(argument, transfer))
                                .flatMap(text -> ContainerPath.resolve(stage.workdirAt(transfer), text))
                                .stream())
                .toList();
        int line = stage.stage().lastInstruction().line();
        return StartArguments.of(stage.startCommand()).paths().stream()
                .map(ContainerPath::normalise)
                .filter(path -> !writers.isSettings(path)
                        && !writers.isNever(path)
                        && !WritablePaths.isScratch(path)
                        && copied.stream()
                                .noneMatch(place -> ContainerPath.isWithin(place, path)
                                        || (!place.equals("/") && ContainerPath.isWithin(path, place))))
                .map(path -> new WrittenPlace(
                        path, WrittenPlace.kindByName(path), WrittenPlace.Certainty.LIKELY, "line", line));
    }

    /** Without a shell in the image no folder can be made for a volume, so that Docker makes it for root. */
    private static Optional<String> volumesOfRoot(BuildStage stage, ImageFacts facts, Ownership ownership) {
        boolean canRun = AccountChoice.canRun(stage, facts);
        return canRun || ownership.missing().isEmpty()
                ? Optional.empty()
                : Optional.of("the volume " + ownership.missing().get(0)
                        + " belongs to root, and there is no shell in the image to change that");
    }

    /** A stage that starts from another one inherits its user, and with it the rights of its build steps. */
    private static Optional<String> heir(BuildStage stage) {
        return stage.descendants().stream()
                .findFirst()
                .map(heir -> "a service runs this stage, and the stage in line "
                        + heir.stage().from().line()
                        + ", which starts from it, would run its build steps as the same user");
    }

    /** Returns why no account can be chosen for the stage at all. */
    private static Optional<String> obstacle(BuildStage stage, Optional<ImageFacts> facts) {
        if (stage.image().isWindows()) {
            return Optional.of("Windows images have other users");
        }
        if (stage.userInstruction().isPresent() && stage.user().isEmpty()) {
            return Optional.of("the value of USER depends on a variable");
        }
        Optional<UserInstruction> last = stage.userInstruction();
        if (last.isPresent() && isMeant(stage, last.get())) {
            return Optional.of("the file asks for root directly before the command, which looks intended");
        }
        if (facts.isEmpty()) {
            return Optional.of(
                    stage.image().isResolved()
                            ? "nothing is known of the image " + stage.image().text()
                            : "who builds it decides which image "
                                    + stage.image().text() + " is"
                                    + stage.image()
                                            .chosenAt()
                                            .map(place -> ", and " + place + " passes another")
                                            .orElse(""));
        }
        AddUser verdict = facts.get().addUser();
        String variant = facts.get()
                .unprivilegedVariant()
                .map(name -> "; " + name + " runs without root")
                .orElse("");
        boolean inherited = stage.startCommand().entrypoint().isEmpty();
        if (inherited && facts.get().stepDown().isPresent()) {
            return Optional.of("the entrypoint of the image changes to "
                    + facts.get().stepDown().get().to()
                    + " by itself"
                    + variant);
        }
        return switch (verdict.verdict()) {
            case UNSAFE -> Optional.of(verdict.reason().orElse("the image does not work with another user") + variant);
            case UNKNOWN ->
                inherited
                        ? Optional.of(
                                "cannot tell whether the image " + stage.image().text() + " works with another user")
                        : Optional.empty();
            case SAFE, NUMERIC, GID_ZERO -> Optional.empty();
        };
    }

    /** Returns whether a USER root is followed by nothing that would explain it. */
    private static boolean isMeant(BuildStage stage, UserInstruction user) {
        List<Instruction> history = stage.history();
        return history.subList(history.indexOf(user) + 1, history.size()).stream()
                .noneMatch(RunAsNonRoot::shapesFiles);
    }

    private static boolean shapesFiles(Instruction instruction) {
        return instruction instanceof RunInstruction
                || instruction instanceof CopyInstruction
                || instruction instanceof AddInstruction
                || instruction instanceof WorkdirInstruction
                || instruction instanceof VolumeInstruction;
    }

    /** Returns the index in the history of the stage from which on the account exists. */
    private static int firstUse(BuildStage stage, Account account) {
        boolean createdByFile = !account.isCreated()
                && account.assumption().isPresent()
                && account.name().isPresent();
        if (!createdByFile) {
            return 0;
        }
        List<Instruction> history = stage.history();
        int first = 0;
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i) instanceof RunInstruction run
                    && run.logicalLine().text().contains(account.label())) {
                first = first == 0 ? i + 1 : first;
            }
        }
        return first;
    }

    private static Rewrite rewrite(
            Subject subject,
            BuildStage stage,
            ImageFacts facts,
            Account account,
            Ownership ownership,
            List<String> needs,
            WritablePlan plan,
            WrittenPaths written) {
        DockerfileEditor editor = subject.editor();
        boolean canRun = AccountChoice.canRun(stage, facts);
        List<TextEdit> edits = new ArrayList<>();
        for (Instruction transfer : ownership.transfers()) {
            // A linked layer is made without the image below it, so no account can be looked up there.
            boolean linked = ((FileTransfer) transfer).flag("link").isPresent();
            String owner = linked ? account.ids().orElseThrow() : account.owner();
            edits.add(editor.addFlag(transfer, "--chown=" + owner));
        }
        List<String> commands = new ArrayList<>();
        FromInstruction from = stage.stage().from();
        ownership
                .madeByRuns()
                .forEach((script, folders) -> edits.add(subject.editor(script).append(handOver(account, folders))));
        List<DeclaredVolume> volumes = canRun ? volumes(stage, account, ownership, plan) : List.of();
        boolean used =
                !ownership.transfers().isEmpty() || !ownership.madeByRuns().isEmpty() || !volumes.isEmpty();
        boolean early = account.isCreated() && used && !UserName.isNumeric(account.owner());
        boolean withVolume = early && !volumes.isEmpty() && isAboveTransfers(stage, volumes.get(0), ownership);
        if (early && !withVolume) {
            edits.add(editor.insertBelow(from, editor.run(account.creation(), from)));
        } else if (!early) {
            commands.addAll(account.creation());
        }
        for (DeclaredVolume volume : volumes) {
            List<String> above =
                    new ArrayList<>(withVolume && volume.equals(volumes.get(0)) ? account.creation() : List.of());
            String folders = PathWords.of(volume.folders());
            above.add("mkdir -p " + folders);
            above.add("chown " + account.owner() + " " + folders);
            edits.add(editor.insertAboveComments(volume.instruction(), editor.run(above, from)));
        }
        if (canRun) {
            List<String> done = volumes.stream()
                    .flatMap(volume -> volume.folders().stream())
                    .toList();
            commands.addAll(ownershipCommands(account, ownership, plan, done));
        }
        List<String> lines = new ArrayList<>(commands.isEmpty() ? List.of() : editor.run(commands, from));
        lines.add(editor.keyword("USER", from) + " " + account.user());
        edits.add(place(editor, stage, lines));
        boolean mayWriteHere = stage.workdir()
                .flatMap(path -> WritablePaths.folderOf(path, ownership.writable()))
                .isPresent();
        // Without a shell in the image there is one program. A server is likely to write nowhere; a tool that is run on
        // files or devices of the host is not.
        boolean bareServer = !facts.hasShell()
                && stage.history(ExposeInstruction.class).findAny().isPresent();
        List<String> assumptions = new ArrayList<>(assumptions(facts, account, ownership, plan, written));
        assumptions.addAll(needs);
        assumptions.addAll(plan.doubts());
        if (!mayWriteHere && !ownership.besideApplication().isEmpty()) {
            assumptions.add("The libraries that write beside the application write only to "
                    + String.join(", ", ownership.besideApplication()) + ".");
        }
        // What its sources say that it writes is handed over, so that nothing is left to guess.
        boolean read = written.isSure()
                && (mayWriteHere || ownership.besideApplication().isEmpty());
        boolean sure = (mayWriteHere || bareServer || read)
                && needs.isEmpty()
                && plan.doubts().isEmpty()
                && written.reading() != WrittenPaths.Reading.NO_SOURCES
                && written.unclear().isEmpty()
                && written.isComplete();
        return new Rewrite(
                "run as " + account.label(),
                sure ? Safety.REVIEW : Safety.SUGGEST,
                List.of(new FileChange.Edits(subject.file().path(), edits)),
                assumptions,
                notes(subject, account));
    }

    private static String handOver(Account account, List<String> folders) {
        String names = PathWords.of(folders);
        return "mkdir -p " + names + " && chown -R " + account.owner() + " " + names;
    }

    /** A name is what scanners report next, and what Kubernetes cannot judge; it is written only where no number is known. */
    private static List<String> notes(Subject subject, Account account) {
        boolean numbered = UserName.isNumeric(UserName.user(account.user()));
        return numbered || !subject.inspection().options().flag("numeric", true)
                ? List.of()
                : List.of("USER names " + account.label() + ", whose numbers the file does not say: "
                        + "Kubernetes cannot tell from a name that it is not root.");
    }

    private static List<DeclaredVolume> volumes(
            BuildStage stage, Account account, Ownership ownership, WritablePlan plan) {
        Set<String> folders = new LinkedHashSet<>(ownership.missing());
        folders.addAll(ownership.plain());
        folders.addAll(plan.folders());
        return DeclaredVolume.of(stage, lastShaping(stage), firstUse(stage, account), List.copyOf(folders));
    }

    private static boolean isAboveTransfers(BuildStage stage, DeclaredVolume volume, Ownership ownership) {
        List<Instruction> own = stage.stage().instructions();
        int place = own.indexOf(volume.instruction());
        return ownership.madeByRuns().isEmpty()
                && ownership.transfers().stream().allMatch(transfer -> own.indexOf(transfer) > place);
    }

    /** Returns the commands for what is not handed over elsewhere. */
    private static List<String> ownershipCommands(
            Account account, Ownership ownership, WritablePlan plan, List<String> done) {
        List<String> commands = new ArrayList<>();
        List<String> made = new ArrayList<>(ownership.missing());
        plan.folders().stream().filter(folder -> !made.contains(folder)).forEach(made::add);
        made.removeAll(done);
        if (!made.isEmpty()) {
            commands.add("mkdir -p " + PathWords.of(made));
        }
        if (!plan.files().isEmpty()) {
            commands.add("touch " + PathWords.of(plan.files()));
        }
        Set<String> plain = new LinkedHashSet<>(ownership.plain());
        plan.folders().stream()
                .filter(folder ->
                        WritablePaths.folderOf(folder, ownership.recursive()).isEmpty())
                .forEach(plain::add);
        plain.addAll(plan.files());
        done.forEach(plain::remove);
        if (!plain.isEmpty()) {
            commands.add("chown " + account.owner() + " " + PathWords.of(plain));
        }
        if (!ownership.recursive().isEmpty()) {
            commands.add("chown -R " + account.owner() + " " + PathWords.of(ownership.recursive()));
        }
        return commands;
    }

    /** Puts the lines before the command and above a VOLUME, below which changes of its folder may be lost. */
    private static TextEdit place(DockerfileEditor editor, BuildStage stage, List<String> lines) {
        List<Instruction> own = stage.stage().instructions();
        int last = lastShaping(stage);
        for (int i = last + 1; i < own.size(); i++) {
            if (own.get(i) instanceof CmdInstruction
                    || own.get(i) instanceof EntrypointInstruction
                    || own.get(i) instanceof VolumeInstruction) {
                return editor.insertAboveComments(own.get(i), lines);
            }
        }
        return editor.insertBelow(own.get(last), lines);
    }

    /** Returns the index of the last instruction of the stage that shapes files, a VOLUME aside, or names a user. */
    private static int lastShaping(BuildStage stage) {
        List<Instruction> own = stage.stage().instructions();
        int last = 0;
        for (int i = 0; i < own.size(); i++) {
            boolean volume = own.get(i) instanceof VolumeInstruction;
            if ((shapesFiles(own.get(i)) && !volume) || own.get(i) instanceof UserInstruction) {
                last = i;
            }
        }
        return last;
    }

    private static List<String> assumptions(
            ImageFacts facts, Account account, Ownership ownership, WritablePlan plan, WrittenPaths written) {
        List<String> sentences = new ArrayList<>();
        account.assumption().ifPresent(sentences::add);
        Set<String> writable = new LinkedHashSet<>(ownership.recursive());
        writable.addAll(ownership.plain());
        writable.addAll(plan.folders());
        writable.addAll(plan.files());
        account.home().ifPresent(writable::add);
        // An image from scratch has no /tmp.
        if (facts.hasShell() || writable.isEmpty()) {
            writable.add("/tmp");
        }
        boolean none = !facts.hasShell() && writable.equals(Set.of("/tmp"));
        String places = none
                ? "The application writes no files"
                : "The application writes only below " + enumerate(List.copyOf(writable));
        if (!written.isComplete()) {
            sentences.add(
                    "The files of the build context that are too many or too large to be read write nowhere else.");
        }
        written.unclear().stream()
                .limit(MOST_UNCLEAR)
                .map(what -> "Not seen: " + what + ".")
                .forEach(sentences::add);
        sentences.add(
                switch (written.reading()) {
                    case SOURCES ->
                        places + ", as its sources say (" + written.sources()
                                + (written.sources() == 1 ? " file" : " files") + ").";
                    case NO_SOURCES ->
                        places + "; no source here says so: it is a binary, a download or a shell script.";
                    case NO_CONTEXT -> places + ".";
                });
        return sentences;
    }

    private static String enumerate(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
