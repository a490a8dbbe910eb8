package dev.drydock.transform.builtin.user;

import dev.drydock.container.RootPrograms;
import dev.drydock.container.WritablePaths;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.VolumeInstruction;
import dev.drydock.dockerfile.WorkdirInstruction;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.QuotedScript;
import dev.drydock.model.RunScript;
import dev.drydock.shell.CaseItem;
import dev.drydock.shell.ForClause;
import dev.drydock.shell.FunctionDefinition;
import dev.drydock.shell.IfClause;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.WhileClause;
import dev.drydock.shell.WordValues;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Mkdir;
import dev.drydock.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What must belong to the user of a stage so that the application can write where it could before: its working folders,
 * the folders that the file makes, its volumes, and what is copied into them.
 */
final class Ownership {
    /** Programs that leave nothing in the working folder. */
    private static final Set<String> ELSEWHERE = Set.of(
            "apt-get",
            "apt",
            "apk",
            "dnf",
            "yum",
            "microdnf",
            "tdnf",
            "zypper",
            "pacman",
            "pip",
            "rm",
            "set",
            "echo",
            "true",
            "useradd",
            "groupadd",
            "adduser",
            "addgroup",
            "chown",
            "chmod",
            "update-ca-certificates",
            "ldconfig",
            "locale-gen",
            "gem",
            "mkdir",
            "cd",
            "export",
            "ln",
            "docker-php-ext-install",
            "a2enmod",
            "dpkg",
            "sed");

    private static final Set<String> CONTEXT = Set.of(".", "./", "/", "*", "./*");

    private final BuildStage stage;
    private final Account account;
    private final RootTrees trees;
    private final BooleanSupplier asksGit;
    private final TreeSet<String> folders = new TreeSet<>();
    private final TreeSet<String> volumes = new TreeSet<>();
    private final Set<String> unsure = new HashSet<>();
    private final TreeSet<String> workdirs = new TreeSet<>();
    private final TreeSet<String> recursive = new TreeSet<>();
    private final List<Instruction> transfers = new ArrayList<>();
    private final Map<RunScript, List<String>> madeByRuns = new LinkedHashMap<>();

    /**
     * Finds the folders.
     *
     * @param firstUse the first instruction at which the account exists
     * @param written where the container was seen to write; what the file says nothing of is made
     * @param mounted where services and command lines mount volumes; what lies in a directory of the account is made
     * @param trees which files that a RUN makes may stay with root
     * @param asksGit whether the build asks Git about a repository that is copied, which has to be root's as long as root builds
     */
    Ownership(
            BuildStage stage,
            Account account,
            int firstUse,
            List<String> written,
            List<String> mounted,
            RootTrees trees,
            BooleanSupplier asksGit) {
        this.stage = stage;
        this.account = account;
        this.trees = trees;
        this.asksGit = asksGit;
        List<Instruction> history = stage.history();
        int own = history.size() - stage.stage().instructions().size();
        for (int i = 0; i < history.size(); i++) {
            collectFolders(history.get(i), i >= own);
        }
        for (String path : written) {
            boolean covered = WritablePaths.folderOf(path, List.copyOf(folders)).isPresent();
            if (!covered && addFolder(path)) {
                volumes.add(path);
            }
        }
        for (String volume : mounted) {
            boolean inside = !folders.contains(volume)
                    && WritablePaths.folderOf(volume, List.copyOf(folders)).isPresent();
            if (inside && addFolder(volume)) {
                volumes.add(volume);
            }
        }
        for (int i = 0; i < history.size(); i++) {
            Instruction instruction = history.get(i);
            if (instruction instanceof RunInstruction run) {
                markRecursive(run);
            } else if (instruction instanceof FileTransfer transfer) {
                place(instruction, transfer, i >= own && i >= firstUse);
            }
        }
        Set<String> whole = Set.copyOf(recursive);
        for (String folder : trees.handed()) {
            if (WritablePaths.folderOf(folder, List.copyOf(whole)).isEmpty()) {
                hand(folder, Math.max(own, firstUse));
            }
        }
        transfers.removeIf(instruction -> destination(instruction)
                .map(path -> WritablePaths.folderOf(path, List.copyOf(whole)).isPresent())
                .orElse(false));
    }

    /** Hands over a directory of libraries where a RUN of the stage fills it, so that no other layer holds it again, else at the end. */
    private void hand(String folder, int first) {
        List<Instruction> history = stage.history();
        Optional<RunInstruction> maker = Optional.empty();
        boolean other = false;
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i) instanceof RunInstruction run
                    && commands(run).stream().anyMatch(command -> trees.fills(command, folder))) {
                boolean takes = i >= first
                        && stage.isRootAt(run)
                        && script(run)
                                .filter(script -> trees.canHandOver(script, folder))
                                .isPresent();
                other |= !takes;
                maker = takes ? Optional.of(run) : maker;
            }
        }
        if (maker.isPresent() && !other) {
            madeByRuns
                    .computeIfAbsent(script(maker.get()).orElseThrow(), any -> new ArrayList<>())
                    .add(folder);
        } else if (maker.isPresent() || other) {
            volumes.add(folder);
            recursive.add(folder);
        } else if (WritablePaths.folderOf(folder, List.copyOf(folders)).isEmpty() && addFolder(folder)) {
            volumes.add(folder);
        }
    }

    /** Returns the directories of the application that its libraries write when they start; empty if that may be anywhere. */
    List<String> besideApplication() {
        return trees.handed();
    }

    /** Returns folders whose content was made by RUNs, so that all of it changes hands; none lies in another. */
    List<String> recursive() {
        return outermost(recursive);
    }

    /** Returns folders that change hands alone, their content being owned already. */
    List<String> plain() {
        List<String> plain = new ArrayList<>(folders);
        plain.removeIf(
                folder -> WritablePaths.folderOf(folder, List.copyOf(recursive)).isPresent());
        return plain;
    }

    /**
     * Returns the volumes, and what only some builds make: both may not be there yet. A volume inside of a folder that
     * changes hands with its content is named too: a volume without a folder in the image belongs to root when the container starts.
     */
    List<String> missing() {
        Set<String> missing = new TreeSet<>(volumes);
        unsure.stream().filter(folders::contains).forEach(missing::add);
        return List.copyOf(missing);
    }

    /** Returns directories that RUNs of the stage hand over themselves, so that no other layer holds them again. */
    Map<RunScript, List<String>> madeByRuns() {
        return Collections.unmodifiableMap(madeByRuns);
    }

    /** Returns the COPYs and ADDs that get an owner. */
    List<Instruction> transfers() {
        return List.copyOf(transfers);
    }

    /** Returns every folder that the application may write to afterwards. */
    List<String> writable() {
        List<String> all = new ArrayList<>(recursive);
        all.addAll(folders);
        madeByRuns.values().forEach(all::addAll);
        return all;
    }

    private static List<String> outermost(SortedSet<String> paths) {
        List<String> result = new ArrayList<>();
        for (String path : paths) {
            if (WritablePaths.folderOf(path, result).isEmpty()) {
                result.add(path);
            }
        }
        return result;
    }

    private void collectFolders(Instruction instruction, boolean own) {
        if (instruction instanceof WorkdirInstruction) {
            workdirBehind(instruction).ifPresent(folder -> {
                workdirs.add(folder);
                addFolder(folder);
            });
        } else if (instruction instanceof VolumeInstruction volume && own) {
            for (Argument path : volume.paths()) {
                stage.expand(path, instruction)
                        .flatMap(text -> ContainerPath.resolve(Optional.empty(), text))
                        .filter(folder -> !looksLikeFile(folder))
                        .ifPresent(folder -> {
                            boolean made = folders.contains(folder);
                            if (addFolder(folder) && !made) {
                                volumes.add(folder);
                            }
                        });
            }
        } else if (instruction instanceof RunInstruction run) {
            readFolders(run);
        }
    }

    /** A volume whose name has an ending is a file that is mounted: {@code settings.yml}. */
    private static boolean looksLikeFile(String path) {
        return path.lastIndexOf('.') > path.lastIndexOf('/') + 1;
    }

    private boolean addFolder(String path) {
        boolean application = WritablePaths.isApplication(path);
        if (application) {
            folders.add(path);
        }
        return application;
    }

    private Optional<String> workdirBehind(Instruction workdir) {
        List<Instruction> history = stage.history();
        int next = history.indexOf(workdir) + 1;
        return next < history.size() ? stage.workdirAt(history.get(next)) : stage.workdir();
    }

    /** Adds the folders that a RUN makes, and takes out those that it removes again, or may remove. */
    private void readFolders(RunInstruction run) {
        Optional<RunScript> script = script(run);
        if (script.isEmpty()) {
            return;
        }
        WordValues values = new WordValues(script.get().script(), name -> stage.variableAt(name, run));
        Optional<String> place = workdirBefore(run);
        Set<String> touched = new HashSet<>();
        for (SimpleCommand command : commands(run)) {
            Optional<String> base = place;
            RemovedPaths removed = new RemovedPaths(values, base);
            Invocation invocation = Invocation.of(command);
            Optional<Mkdir> mkdir = Mkdir.from(command);
            if (mkdir.isPresent()) {
                mkdir.get().paths().stream()
                        .flatMap(word -> values.of(word).values().stream())
                        .flatMap(text -> ContainerPath.resolve(base, text).stream())
                        .filter(WritablePaths::isForApplication)
                        .forEach(folder -> makes(folder, command));
            } else if (invocation.runs("touch")) {
                // A file that is made empty is there to be written to by the application.
                command.arguments().stream()
                        .flatMap(word -> word.staticValue().stream())
                        .filter(text -> text.startsWith("/"))
                        .flatMap(text -> ContainerPath.resolve(base, text).stream())
                        .filter(this::addFolder)
                        .forEach(touched::add);
            } else if (invocation.runs("rm") || invocation.runs("rmdir")) {
                boolean files = invocation.runs("rm") && !isRecursive(command);
                command.arguments()
                        .forEach(word ->
                                removeFolders(removed(removed, word, each -> !files || touched.contains(each))));
            } else if (changesPlace(command)) {
                place = values.of(command.arguments().get(0))
                        .single()
                        .flatMap(text -> ContainerPath.resolve(base, text));
            } else {
                Vanished.of(command, removed).ifPresent(this::removeFolders);
            }
        }
    }

    /** What only a branch or another outcome makes may not be there when it is handed over. */
    private void makes(String folder, SimpleCommand command) {
        if (isAlwaysMade(command)) {
            unsure.remove(folder);
        } else if (!folders.contains(folder)) {
            unsure.add(folder);
        }
        folders.add(folder);
    }

    /** A loop over words makes what it makes, unless a later turn takes it away. */
    private static boolean isAlwaysMade(SimpleCommand command) {
        SyntaxNode child = command;
        for (Optional<SyntaxNode> node = child.parent(); node.isPresent(); node = child.parent()) {
            boolean choice = node.get() instanceof IfClause || node.get() instanceof CaseItem;
            boolean repeated = node.get() instanceof WhileClause || node.get() instanceof FunctionDefinition;
            if (choice || repeated || (node.get() instanceof ForClause loop && removes(loop))) {
                return false;
            }
            child = node.get();
        }
        return !command.context().afterOr();
    }

    private static boolean removes(ForClause loop) {
        return loop.simpleCommands().anyMatch(each -> Invocation.of(each).runs("rm", "rmdir", "find", "mv"));
    }

    private static boolean isRecursive(SimpleCommand command) {
        return command.arguments().stream()
                .map(ShellWord::literalPrefix)
                .anyMatch(text -> text.equals("--recursive")
                        || (text.startsWith("-")
                                && !text.startsWith("--")
                                && (text.indexOf('r') > 0 || text.indexOf('R') > 0)));
    }

    /** Returns whether the commands behind one run in the folder that it names. */
    private static boolean changesPlace(SimpleCommand command) {
        return command.name().filter("cd"::equals).isPresent()
                && command.arguments().size() == 1;
    }

    private void removeFolders(Predicate<String> gone) {
        folders.removeIf(each -> gone.test(each) && !workdirs.contains(each));
    }

    /**
     * Returns what {@code rm} removes: all of a folder if a star ends it.
     *
     * @param possible what it can remove where its words leave open what they mean
     */
    private static Predicate<String> removed(RemovedPaths paths, ShellWord word, Predicate<String> possible) {
        if (word.hasGlob() && !word.hasExpansion()) {
            String text = word.literalValue().orElse("");
            if (text.endsWith("/*") && text.length() > 2 && text.indexOf('*') == text.length() - 1) {
                Optional<String> emptied = ContainerPath.resolve(paths.base(), text.substring(0, text.length() - 2));
                return path -> emptied.filter(folder -> ContainerPath.isWithin(path, folder))
                        .isPresent();
            }
        }
        Predicate<String> gone = paths.mayRemove(word);
        return paths.isKnown(word) ? gone : gone.and(possible);
    }

    private List<SimpleCommand> commands(RunInstruction run) {
        return script(run).map(RunScript::commands).orElse(List.of());
    }

    private Optional<RunScript> script(RunInstruction run) {
        return stage.lineage().stream()
                .filter(each -> each.stage().instructions().contains(run))
                .findFirst()
                .flatMap(each -> each.script(run))
                .or(() -> QuotedScript.ofArray(run));
    }

    /** Marks the folders in which a RUN leaves files of its own: where it works, where it goes, and what it writes to. */
    private void markRecursive(RunInstruction run) {
        Optional<String> workdir = workdirBefore(run);
        List<SimpleCommand> commands = commands(run);
        if (commands.isEmpty()) {
            workdir.flatMap(this::innermost).ifPresent(recursive::add);
        }
        Set<String> gone = removedFiles(commands, workdir);
        Optional<String> place = workdir;
        for (SimpleCommand command : commands) {
            Optional<String> base = place;
            for (Redirect redirect : command.redirects()) {
                if (redirect.operator().startsWith(">")) {
                    resolve(base, redirect.target())
                            .filter(path -> !gone.contains(path))
                            .flatMap(this::innermost)
                            .ifPresent(recursive::add);
                }
            }
            if (changesPlace(command)) {
                place = resolve(base, command.arguments().get(0));
            } else if (!isElsewhere(command, base, gone)) {
                // A subshell comes back, so that the working folder counts as well.
                Stream.concat(
                                Stream.concat(workdir.stream(), place.stream())
                                        .flatMap(path -> innermost(path).stream()),
                                namedPlaces(command).stream())
                        .filter(folder -> !trees.mayLeave(command, folder))
                        .forEach(recursive::add);
            }
        }
    }

    /** What names a file in a folder of the application may have made it: {@code openssl -keyout /certs/key.pem}. */
    private List<String> namedPlaces(SimpleCommand command) {
        if (Invocation.of(command).runs("touch")) {
            return List.of();
        }
        return command.arguments().stream()
                .flatMap(word -> word.staticValue().stream())
                .map(text -> text.substring(text.indexOf('=') + 1))
                .filter(text -> text.startsWith("/"))
                .flatMap(text -> ContainerPath.resolve(Optional.empty(), text).stream())
                .flatMap(path -> innermost(path).stream())
                .toList();
    }

    private static Optional<String> resolve(Optional<String> base, ShellWord word) {
        return word.staticValue().flatMap(text -> ContainerPath.resolve(base, text));
    }

    /** Returns the folder of the application that holds the path and holds no other such folder. */
    private Optional<String> innermost(String path) {
        return folders.stream()
                .filter(folder -> ContainerPath.isWithin(path, folder))
                .max(Comparator.comparingInt(String::length));
    }

    /** Returns what the same RUN removes again, such as a file with a token. */
    private static Set<String> removedFiles(List<SimpleCommand> commands, Optional<String> workdir) {
        Set<String> gone = new HashSet<>();
        Optional<String> place = workdir;
        for (SimpleCommand command : commands) {
            Optional<String> base = place;
            if (Invocation.of(command).runs("rm")) {
                command.arguments().forEach(word -> resolve(base, word).ifPresent(gone::add));
            } else if (changesPlace(command)) {
                place = resolve(base, command.arguments().get(0));
            }
        }
        return gone;
    }

    private static boolean namesOnlyAbsolutePaths(SimpleCommand command) {
        return command.arguments().stream()
                .map(ShellWord::literalPrefix)
                .allMatch(word -> word.startsWith("/") || word.startsWith("-"));
    }

    private static boolean isElsewhere(SimpleCommand command, Optional<String> base, Set<String> gone) {
        Optional<String> program = Invocation.of(command).program().map(RootPrograms::name);
        boolean known = program.map(ELSEWHERE::contains).orElse(command.words().isEmpty())
                || (program.filter("touch"::equals).isPresent() && namesOnlyAbsolutePaths(command));
        return known
                && command.redirects().stream()
                        .allMatch(redirect -> resolve(base, redirect.target())
                                .filter(gone::contains)
                                .isPresent());
    }

    private void place(Instruction instruction, FileTransfer transfer, boolean mayName) {
        Optional<String> destination = destination(instruction);
        boolean known = destination
                .flatMap(path -> WritablePaths.folderOf(path, List.copyOf(folders)))
                .isPresent();
        // A program from another stage that lies outside the working folders is run, not written.
        boolean application = known
                || (destination.filter(WritablePaths::isApplication).isPresent()
                        && transfer.flag("from").isEmpty());
        if (transfer.flag("chown").isPresent()) {
            return;
        }
        if (!application) {
            // What is copied around a folder of the application may fill that too.
            boolean folder = transfer.sources().stream().anyMatch(Ownership::mayBeFolder);
            if (folder && transfer.flag("from").isEmpty() && destination.isPresent()) {
                folders.stream()
                        .filter(each -> ContainerPath.isWithin(each, destination.get()))
                        .forEach(recursive::add);
            }
            return;
        }
        boolean linked = transfer.flag("link").isPresent();
        boolean named = mayName && (!linked || account.ids().isPresent());
        if (named && bringsContext(transfer) && isBuiltFrom(instruction) && asksGit.getAsBoolean()) {
            recursive.add(destination.get());
        } else if (named) {
            transfers.add(instruction);
        } else {
            WritablePaths.folderOf(destination.get(), List.copyOf(folders)).ifPresent(recursive::add);
        }
    }

    private static boolean bringsContext(FileTransfer transfer) {
        return transfer.isFromContext()
                && transfer.sources().stream()
                        .map(Argument::value)
                        .anyMatch(source -> CONTEXT.contains(source) || source.startsWith(".git"));
    }

    /** Returns whether a RUN behind an instruction works as root with more than the programs of the system. */
    private boolean isBuiltFrom(Instruction transfer) {
        List<Instruction> history = stage.history();
        return history.subList(history.indexOf(transfer) + 1, history.size()).stream()
                .anyMatch(later -> later instanceof RunInstruction run
                        && stage.isRootAt(run)
                        && (commands(run).isEmpty()
                                || commands(run).stream()
                                        .anyMatch(command ->
                                                Invocation.of(command).runs("pip", "pip3", "gem")
                                                        || !isElsewhere(command, workdirBefore(run), Set.of()))));
    }

    /** Whether a source has no ending, as folders have none: {@code requirements.txt} is a file. */
    private static boolean mayBeFolder(Argument source) {
        String name = source.value().substring(source.value().lastIndexOf('/') + 1);
        return name.lastIndexOf('.') <= 0 || name.equals("..");
    }

    /** Returns where a COPY or ADD puts its files, as an absolute path. */
    private Optional<String> destination(Instruction instruction) {
        FileTransfer transfer = (FileTransfer) instruction;
        return transfer.destination()
                .flatMap(argument -> stage.expand(argument, instruction))
                .flatMap(text -> ContainerPath.resolve(workdirBefore(instruction), text));
    }

    /** Returns the working folder at an instruction: that of the image as long as no WORKDIR changes it. */
    private Optional<String> workdirBefore(Instruction instruction) {
        boolean changed = stage.historyBefore(instruction).stream().anyMatch(WorkdirInstruction.class::isInstance);
        return changed ? stage.workdirAt(instruction) : stage.facts().flatMap(ImageFacts::workdir);
    }
}
