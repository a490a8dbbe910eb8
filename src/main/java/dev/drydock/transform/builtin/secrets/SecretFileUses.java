package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Git;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.transform.builtin.Mentions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What happens with a copied secret after its COPY: which RUNs need it, and which commands only look after the file. */
final class SecretFileUses {
    private static final Set<String> CARE = Set.of("chmod", "chown", "rm", "dos2unix");
    private static final Set<String> COPIERS = Set.of(
            "cp", "mv", "install", "ln", "ssh-add", "ssh-keygen", "ssh-agent", "tee", "base64", "rsync", "tar", "dd");
    private static final List<String> OWN_WAYS =
            List.of("IdentityFile", "GIT_SSH", "ssh -i", "core.sshCommand", "ssh-agent", "ssh-add", "IdentitiesOnly");

    /** With these ssh-keygen only reads a key: the public half, a fingerprint, another format of the public half. */
    private static final String READING = "yle";

    /** Directories that an image of a distribution has. */
    private static final Set<String> IN_EVERY_SYSTEM =
            Set.of("/root", "/etc", "/opt", "/srv", "/home", "/mnt", "/tmp", "/var", "/run", "/usr/local");

    private static final Set<String> WHOLE = Set.of(".", "./", "/", "*", "./*");

    private final Build build;
    private final BuildStage stage;
    private final SecretFile file;
    private final CopyPlaces places;
    private final Set<RunInstruction> readers = new LinkedHashSet<>();
    private final Map<RunScript, List<SimpleCommand>> care = new LinkedHashMap<>();
    private boolean namesFile;
    private boolean ownWay;
    private String obstacle;
    private String container;
    private String whole;

    /**
     * Looks at one copy.
     *
     * @param places where all copies of the same file lie, this one among them
     */
    SecretFileUses(Build build, BuildStage stage, SecretFile file, CopyPlaces places) {
        this.build = build;
        this.stage = stage;
        this.file = file;
        this.places = places;
        look();
    }

    private void look() {
        List<BuildStage> stages = new ArrayList<>(List.of(stage));
        stages.addAll(stage.descendants());
        boolean after = false;
        for (BuildStage each : stages) {
            for (Instruction instruction : each.stage().instructions()) {
                wholeContext(instruction);
                if (instruction == file.instruction()) {
                    after = true;
                } else if (after) {
                    look(each, instruction);
                }
            }
        }
        for (Instruction instruction : build.file().instructions()) {
            if (instruction instanceof CopyInstruction copy) {
                copiedOut(copy);
            }
        }
        checkFolder();
    }

    /** With the whole context the file comes in again, mount or not. */
    private void wholeContext(Instruction instruction) {
        boolean fromContext = instruction instanceof FileTransfer
                && instruction != file.instruction()
                && instruction.flag("from").isEmpty();
        if (fromContext
                && ((FileTransfer) instruction).sources().stream().anyMatch(source -> WHOLE.contains(source.value()))) {
            // No COPY names it any more, so that the ignore file may keep it out; where it does not, its rule says so.
            whole = instruction.name() + " in line " + instruction.line() + " takes " + file.name()
                    + " along until the ignore file keeps it out of the context.";
        }
    }

    private void look(BuildStage where, Instruction instruction) {
        String text = Mentions.speech(instruction);
        if (instruction instanceof RunInstruction run) {
            ownWay |= OWN_WAYS.stream().anyMatch(text::contains);
            run(where, run, speaks(text));
        } else if (instruction != file.instruction() && file.isNamedIn(text)) {
            if (!(instruction instanceof FileTransfer)) {
                container = instruction.name() + " in line " + instruction.line() + " names it";
            }
        }
    }

    private void run(BuildStage where, RunInstruction run, boolean named) {
        Optional<RunScript> script =
                where.script(run).filter(known -> !known.script().isOpaque());
        if (script.isEmpty()) {
            if (named || file.isForTools()) {
                obstruct("what the RUN in line " + run.line() + " does cannot be read");
            }
            return;
        }
        for (SimpleCommand command : script.get().commands()) {
            Invocation invocation = Invocation.of(command);
            String program = invocation.program().orElse("");
            boolean speaks = speaks(command.text());
            if (speaks && CARE.contains(program)) {
                careFor(script.get(), command, invocation);
            } else if (speaks && COPIERS.contains(program) && !isReading(program, invocation)) {
                obstruct(program + " in line " + run.line() + " makes a second copy or another use of it");
            } else if (speaks) {
                namesFile = true;
                readers.add(run);
            } else if (!isRenamedCopy() && file.isReadBy(program) && !isLocal(invocation)) {
                readers.add(run);
            }
        }
        if (named && script.get().commands().stream().noneMatch(command -> speaks(command.text()))) {
            obstruct("the RUN in line " + run.line() + " names it outside of a command");
        }
    }

    /** Whether programs find another copy by themselves, and this one has a name that they must be told. */
    private boolean isRenamedCopy() {
        return places.hasOther(file)
                && file.target()
                        .filter(path -> !path.endsWith("/" + file.name()))
                        .isPresent();
    }

    /** Whether a text speaks of this copy, and not of another one at a place of its own. */
    private boolean speaks(String text) {
        return file.isNamedIn(text) && file.isNamedIn(places.without(text, file));
    }

    private static boolean isReading(String program, Invocation invocation) {
        return program.equals("ssh-keygen")
                && invocation.arguments().stream()
                        .map(ShellWord::text)
                        .filter(word -> word.startsWith("-") && !word.startsWith("--"))
                        .anyMatch(word -> word.chars().anyMatch(c -> READING.indexOf(c) >= 0));
    }

    /** Some commands of git ask no server. */
    private static boolean isLocal(Invocation invocation) {
        return Git.from(invocation)
                .filter(git -> git.does("config", "init", "add", "commit", "describe", "log", "rev-parse", "status"))
                .isPresent();
    }

    /** A command that only sets the mode of the file, or deletes it, has nothing to do once the file is a mount. */
    private void careFor(RunScript script, SimpleCommand command, Invocation invocation) {
        List<ShellWord> operands = invocation.arguments().stream()
                .filter(word -> !word.text().startsWith("-"))
                .toList();
        int first = invocation.program().filter("rm"::equals).isPresent() ? 0 : 1;
        // Several operands are nothing else if each is a copy of the same file.
        boolean only = operands.size() > first
                && operands.stream().skip(first).anyMatch(word -> file.isMeantBy(word.text()))
                && operands.stream()
                                .skip(first)
                                .filter(word -> isOfOtherCopy(script, word))
                                .count()
                        == operands.size() - first - 1
                && command.redirects().isEmpty()
                && command.context().isPlain();
        if (only) {
            care.computeIfAbsent(script, key -> new ArrayList<>()).add(command);
        } else {
            obstruct("a command that looks after it does something else too");
        }
    }

    private boolean isOfOtherCopy(RunScript script, ShellWord word) {
        return word.staticValue()
                .flatMap(text -> ContainerPath.resolve(stage.workdirAt(script.run()), text))
                .filter(path -> places.isOther(path, file))
                .isPresent();
    }

    private void copiedOut(CopyInstruction copy) {
        Optional<String> from = copy.from().flatMap(Flag::value);
        if (from.isEmpty() || file.target().isEmpty()) {
            return;
        }
        boolean named = copy.sources().stream()
                .anyMatch(source -> source.value().endsWith("/" + file.name())
                        && ContainerPath.normalise(source.value())
                                .equals(file.target().get()));
        if (named) {
            container = "COPY in line " + copy.line() + " takes it into another stage";
            obstruct(container);
        }
    }

    /** The COPY makes the folder too: whoever puts something else into it must not find it missing. */
    private void checkFolder() {
        String path = file.target().orElse("/");
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        boolean usual = folder.isEmpty() || IN_EVERY_SYSTEM.contains(folder);
        boolean working = stage.workdirAt(file.instruction())
                .filter(workdir -> ContainerPath.isWithin(workdir, folder.isEmpty() ? "/" : folder))
                .isPresent();
        if (usual || working) {
            return;
        }
        List<SimpleCommand> commands = new ArrayList<>();
        List<BuildStage> stages = new ArrayList<>(stage.lineage());
        stages.addAll(stage.descendants());
        stages.forEach(each -> each.scripts().forEach(script -> commands.addAll(script.commands())));
        boolean made = commands.stream()
                .anyMatch(command -> command.name().filter("mkdir"::equals).isPresent()
                        && command.text().contains(name));
        boolean used = commands.stream()
                .anyMatch(command ->
                        command.text().contains("/" + name) && !command.text().contains(file.name()));
        if (used && !made) {
            obstruct("the COPY also makes the directory " + folder + ", which other commands use");
        }
    }

    private void obstruct(String reason) {
        obstacle = obstacle == null ? reason : obstacle;
    }

    /** Returns the RUNs that need the file, in order. */
    List<RunInstruction> readers() {
        return List.copyOf(readers);
    }

    /** Returns the commands that are of no use without the file, by script. */
    Map<RunScript, List<SimpleCommand>> care() {
        return care;
    }

    /** Returns whether the file is read only by ssh, which can ask an agent instead. */
    boolean isForAgent() {
        return file.isSshKey() && !namesFile && !ownWay;
    }

    /** Returns the sentence about a copy of the whole context that brings the file in as well. */
    Optional<String> whole() {
        return Optional.ofNullable(whole);
    }

    Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** Returns what says that more than the build needs the file. */
    Optional<String> container() {
        return Optional.ofNullable(container);
    }
}
