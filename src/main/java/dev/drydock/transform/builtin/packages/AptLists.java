package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnbuildInstruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.model.Timeline;
import dev.drydock.shell.FunctionDefinition;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Rm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Follows the package lists of apt through a stage: who fetches them, who needs them, who removes them. */
final class AptLists {
    static final String FOLDER = "/var/lib/apt/lists";

    /** Programs that read the lists, or run apt-get install themselves. */
    private static final Set<String> READERS = Set.of(
            "apt-cache",
            "apt-file",
            "apt-fast",
            "nala",
            "gdebi",
            "mk-build-deps",
            "rosdep",
            "tasksel",
            "dselect",
            "unattended-upgrade",
            "ansible",
            "ansible-playbook",
            "puppet",
            "chef-client",
            "chef-solo",
            "salt-call");

    private static final Set<String> PRINTERS =
            Set.of("echo", "printf", "rm", "sed", "grep", "cat", "ls", "mkdir", "cp", "mv");

    /** What a stage has of the lists at some place. */
    enum State {
        ABSENT,
        PRESENT,
        UNKNOWN
    }

    private AptLists() {}

    /** Returns whether the script fetches the lists. */
    static boolean areFetched(RunScript script) {
        return script.commands().stream().anyMatch(AptLists::fetches);
    }

    static boolean fetches(SimpleCommand command) {
        return AptGet.from(command).filter(AptGet::updates).isPresent();
    }

    /** Returns whether the script fetches the lists and does nothing with them, so that they are meant for somebody else. */
    static boolean areFetchedForOthers(RunScript script) {
        return areFetched(script) && script.commands().stream().noneMatch(AptLists::needs);
    }

    /** Returns whether the command fetches the lists, or may need them. */
    static boolean concern(SimpleCommand command) {
        return fetches(command) || needs(command);
    }

    /**
     * Returns the commands of a script that fetch the lists, or may need them: also those that call a function of the script which
     * does, and those whose program is known only in the build.
     */
    static Predicate<SimpleCommand> concern(RunScript script) {
        List<FunctionDefinition> functions =
                script.script().descendants(FunctionDefinition.class).toList();
        Set<String> concerned = new HashSet<>();
        Predicate<SimpleCommand> result = command -> concern(command) || calls(command, concerned);
        boolean grows = true;
        while (grows) {
            grows = functions.stream()
                            .filter(function ->
                                    function.descendants(SimpleCommand.class).anyMatch(result))
                            .map(FunctionDefinition::name)
                            .filter(concerned::add)
                            .count()
                    > 0;
        }
        return result;
    }

    private static boolean calls(SimpleCommand command, Set<String> functions) {
        Invocation invocation = Invocation.of(command);
        return invocation.programWord().isPresent()
                && invocation.program().map(functions::contains).orElse(true);
    }

    /** Returns whether the script speaks of the folder of the lists, or removes them otherwise, after it last fetched them. */
    static boolean areRemoved(RunScript script) {
        boolean removed = false;
        for (SimpleCommand command : script.commands()) {
            removed = (removed || removes(command)) && !fetches(command);
        }
        return removed;
    }

    private static boolean removes(SimpleCommand command) {
        return AptGet.from(command)
                        .filter(apt -> apt.does("dist-clean", "distclean"))
                        .isPresent()
                || command.words().stream().map(word -> word.text()).anyMatch(AptLists::namesFolder);
    }

    private static boolean namesFolder(String word) {
        return word.contains("/var/lib/apt") || (word.contains("/var/lib/{") && word.contains("apt"));
    }

    /** Returns whether the script installs from lists that it is not sure to have fetched itself before, or may do so. */
    static boolean areNeeded(RunScript script) {
        List<ConditionalPart> supplied = new ArrayList<>();
        for (SimpleCommand command : script.commands()) {
            if (fetches(command)) {
                supplied.add(ConditionalPart.around(command));
            } else if (needs(command) && supplied.stream().noneMatch(part -> part.holds(command))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether what the script does to the lists, it does whatever the conditions in it say. */
    private static boolean areSettled(RunScript script) {
        return script.commands().stream()
                .filter(command -> fetches(command) || removes(command))
                .anyMatch(command -> ConditionalPart.around(command).isWhole());
    }

    private static boolean needs(SimpleCommand command) {
        Optional<AptGet> apt = AptGet.from(command);
        if (apt.isPresent()) {
            return apt.get().installs() || apt.get().does("download", "source", "satisfy", "list", "search", "show");
        }
        Optional<String> program = Invocation.of(command).program();
        if (program.filter(READERS::contains).isPresent() || ScriptCalls.isOne(command)) {
            return true;
        }
        // A shell within the shell may install, with lists of its own or with those that are there.
        return program.filter(PRINTERS::contains).isEmpty()
                && command.words().stream()
                        .map(word -> word.text())
                        .anyMatch(word -> mentionsInstall(word) && !mentionsUpdate(word));
    }

    private static boolean mentionsInstall(String text) {
        return (text.contains("apt-get") || text.contains("apt ") || text.contains("aptitude"))
                && (text.contains("install") || text.contains("build-dep"));
    }

    private static boolean mentionsUpdate(String text) {
        return text.contains("apt-get update") || text.contains("apt update") || text.contains("apt-get -y update");
    }

    /** Returns the first instruction behind {@code place}, also in stages built on this one, that needs the lists. */
    static Optional<Instruction> nextUse(BuildStage stage, Instruction place) {
        Optional<Use> use = firstUse(stage, behind(stage, place));
        if (use.isPresent()) {
            return use.get().needs() ? Optional.of(use.get().instruction()) : Optional.empty();
        }
        return stage.build().derived(LaterNeeds.class, LaterNeeds::of).behind(stage);
    }

    /** Returns the first instruction of a stage, or of those built on it, that needs the lists of what it starts from. */
    static Optional<Instruction> inheritedUse(BuildStage stage) {
        Optional<Use> use = firstUse(stage, stage.stage().instructions());
        return use.isPresent()
                ? use.filter(Use::needs).map(Use::instruction)
                : stage.build().derived(LaterNeeds.class, LaterNeeds::of).behind(stage);
    }

    /** For each stage the first instruction of the stages built on it that needs the lists. */
    private static final class LaterNeeds {
        private final Map<BuildStage, Instruction> first = new HashMap<>();

        static LaterNeeds of(Build build) {
            LaterNeeds needs = new LaterNeeds();
            List<BuildStage> stages = build.stages();
            for (int i = stages.size() - 1; i >= 0; i--) {
                needs.pass(stages.get(i));
            }
            return needs;
        }

        /** Tells the stage below of a stage, whose own descendants all come later in the file. */
        private void pass(BuildStage stage) {
            Optional<Use> own = firstUse(stage, stage.stage().instructions());
            Optional<Instruction> need =
                    own.filter(Use::needs).map(Use::instruction).or(() -> behind(stage));
            stage.parent()
                    .ifPresent(below -> need.ifPresent(instruction -> first.merge(
                            below,
                            instruction,
                            (one, other) -> one.range().start() <= other.range().start() ? one : other)));
        }

        Optional<Instruction> behind(BuildStage stage) {
            return Optional.ofNullable(first.get(stage));
        }
    }

    private static List<Instruction> behind(BuildStage stage, Instruction place) {
        List<Instruction> own = stage.stage().instructions();
        return own.subList(own.indexOf(place) + 1, own.size());
    }

    /** The first instruction that has to do with the lists, and whether it needs those that are there. */
    private record Use(Instruction instruction, boolean needs) {}

    private static Optional<Use> firstUse(BuildStage stage, List<Instruction> instructions) {
        for (Instruction instruction : instructions) {
            if (instruction instanceof OnbuildInstruction
                    && mentionsInstall(instruction.text())
                    && !mentionsUpdate(instruction.text())) {
                return Optional.of(new Use(instruction, true));
            }
            if (isStart(instruction) && mentionsInstall(instruction.text()) && !mentionsUpdate(instruction.text())) {
                return Optional.of(new Use(instruction, true));
            }
            if (!(instruction instanceof RunInstruction run)) {
                continue;
            }
            Optional<RunScript> script =
                    stage.script(run).filter(known -> !known.script().isOpaque());
            if (script.isEmpty()) {
                // What cannot be read may need the lists if it speaks of apt at all.
                if (run.text().contains("apt")) {
                    return Optional.of(new Use(run, true));
                }
                continue;
            }
            if (areNeeded(script.get())) {
                return Optional.of(new Use(run, true));
            }
            if (areSettled(script.get())) {
                return Optional.of(new Use(run, false));
            }
        }
        return Optional.empty();
    }

    /** What a container starts may install as well, from the lists of the image. */
    private static boolean isStart(Instruction instruction) {
        return instruction instanceof CmdInstruction || instruction instanceof EntrypointInstruction;
    }

    /** Returns whether a text, such as that of a Makefile, installs from lists that it does not fetch. */
    static boolean areNeededBy(String text) {
        return mentionsInstall(text) && !mentionsUpdate(text);
    }

    /** Returns the next RUN that has to do with the lists, if it does nothing but remove them. */
    static Optional<RunScript> nextRemoval(BuildStage stage, Instruction place) {
        return firstUse(stage, behind(stage, place))
                .filter(use -> !use.needs())
                .map(Use::instruction)
                .filter(RunInstruction.class::isInstance)
                .flatMap(run -> stage.script((RunInstruction) run))
                .filter(AptLists::isOnlyRemoval);
    }

    /** Returns whether the script does nothing but remove the lists. */
    static boolean isOnlyRemoval(RunScript script) {
        List<SimpleCommand> commands = script.commands();
        return commands.size() == 1
                && script.run().flags().isEmpty()
                && Rm.from(commands.get(0))
                        .filter(rm -> rm.paths().size() == 1
                                && rm.paths().get(0).literalPrefix().startsWith(FOLDER))
                        .isPresent();
    }

    /** What a build has of the lists at each place. */
    private record States(Timeline<State> timeline) {
        static States of(Build build) {
            return new States(Timeline.of(
                    build,
                    AptLists::ofImage,
                    (stage, instruction, before) -> instruction instanceof RunInstruction run
                            ? after(stage, run, before)
                            : isBrought(stage, instruction) ? State.PRESENT : before));
        }
    }

    /** Returns what a stage has of the lists before a RUN. */
    static State stateBefore(BuildStage stage, RunInstruction place) {
        return stage.build().derived(States.class, States::of).timeline().before(stage, place);
    }

    /** Returns whether a COPY brings the lists, of another stage or of the build context. */
    private static boolean isBrought(BuildStage stage, Instruction instruction) {
        return instruction instanceof FileTransfer transfer
                && transfer.destination()
                        .flatMap(argument -> stage.expand(argument, instruction))
                        .flatMap(path -> ContainerPath.resolve(stage.workdirAt(instruction), path))
                        .filter(path ->
                                ContainerPath.isWithin(path, "/var/lib/apt") || ContainerPath.isWithin(FOLDER, path))
                        .filter(path -> !path.equals("/"))
                        .isPresent();
    }

    private static State ofImage(BuildStage stage) {
        boolean bare = stage.image().reference().isPresent()
                && stage.facts()
                        .flatMap(facts -> facts.osFamily())
                        .filter(family -> family.distribution().equals("debian")
                                || family.distribution().equals("ubuntu"))
                        .isPresent();
        return bare ? State.ABSENT : State.UNKNOWN;
    }

    private static State after(BuildStage stage, RunInstruction run, State before) {
        Optional<RunScript> script =
                stage.script(run).filter(known -> !known.script().isOpaque());
        if (script.isEmpty()) {
            return State.UNKNOWN;
        }
        if (areRemoved(script.get())) {
            return areSettled(script.get()) || before == State.ABSENT ? State.ABSENT : State.UNKNOWN;
        }
        if (areFetched(script.get())) {
            return areSettled(script.get()) ? State.PRESENT : State.UNKNOWN;
        }
        return script.get().commands().stream().anyMatch(AptLists::isUnknownProgram) ? State.UNKNOWN : before;
    }

    /** Returns whether the command runs another script, which may fetch the lists. */
    private static boolean isUnknownProgram(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        return invocation.runs(
                        "sh",
                        "bash",
                        "dash",
                        "eval",
                        ".",
                        "source",
                        "add-apt-repository",
                        "apt-add-repository",
                        "install_packages",
                        "npx")
                || invocation
                        .programWord()
                        .filter(word -> word.literalPrefix().endsWith(".sh")
                                || word.text().startsWith("./"))
                        .isPresent();
    }
}
