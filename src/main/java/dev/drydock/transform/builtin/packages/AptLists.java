package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.Rm;
import java.util.List;
import java.util.Optional;

/** Follows the package lists of apt through a stage: who fetches them, who needs them, who removes them. */
final class AptLists {
    static final String FOLDER = "/var/lib/apt/lists";

    private AptLists() {}

    /** Returns whether the script fetches the lists. */
    static boolean areFetched(RunScript script) {
        return script.commands().stream()
                .anyMatch(
                        command -> AptGet.from(command).filter(AptGet::updates).isPresent());
    }

    /** Returns whether the script speaks of the folder of the lists or removes them otherwise. */
    static boolean areRemoved(RunScript script) {
        String text = script.script().shellSource().text().text();
        return text.contains("/var/lib/apt")
                || script.commands().stream()
                        .anyMatch(command -> AptGet.from(command)
                                .filter(apt -> apt.does("dist-clean", "distclean"))
                                .isPresent());
    }

    /** Returns whether the script installs from lists that it has not fetched itself before. */
    static boolean areNeeded(RunScript script) {
        for (SimpleCommand command : script.commands()) {
            Optional<AptGet> apt = AptGet.from(command);
            if (apt.filter(AptGet::updates).isPresent()) {
                return false;
            }
            if (apt.filter(AptGet::installs).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first instruction behind {@code place}, also in stages built on this one, that needs the lists. */
    static Optional<Instruction> nextUse(BuildStage stage, Instruction place) {
        List<Instruction> own = stage.stage().instructions();
        Optional<Use> use = firstUse(stage, own.subList(own.indexOf(place) + 1, own.size()));
        if (use.isPresent()) {
            return use.get().needs() ? Optional.of(use.get().instruction()) : Optional.empty();
        }
        for (BuildStage child : stage.descendants()) {
            Optional<Use> later = firstUse(child, child.stage().instructions());
            if (later.filter(Use::needs).isPresent()) {
                return later.map(Use::instruction);
            }
        }
        return Optional.empty();
    }

    /** The first instruction that has to do with the lists, and whether it needs those that are there. */
    private record Use(Instruction instruction, boolean needs) {}

    private static Optional<Use> firstUse(BuildStage stage, List<Instruction> instructions) {
        for (Instruction instruction : instructions) {
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
            if (areFetched(script.get()) || areRemoved(script.get())) {
                return Optional.of(new Use(run, false));
            }
        }
        return Optional.empty();
    }

    /** Returns whether the script does nothing but remove the lists. */
    static boolean isOnlyRemoval(RunScript script) {
        List<SimpleCommand> commands = script.commands();
        return commands.size() == 1
                && Rm.from(commands.get(0))
                        .filter(rm -> rm.paths().size() == 1
                                && rm.paths().get(0).literalPrefix().startsWith(FOLDER))
                        .isPresent();
    }
}
