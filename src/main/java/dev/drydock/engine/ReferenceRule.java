package dev.drydock.engine;

import dev.drydock.dockerfile.AddInstruction;
import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.FromInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.dockerfile.VariableReference;
import dev.drydock.edit.EditSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a Dockerfile refers to is still there: every {@code --from} and every FROM finds the stage that it found, every
 * variable of a FROM is declared if it was, and a final FROM that no edit touches is still the final one.
 */
final class ReferenceRule {
    /** One reference to a stage or an image. */
    private record Reference(Instruction where, int stage, String name) {}

    private final Dockerfile before;
    private final Dockerfile after;
    private final EditSet edits;
    private final Map<Dockerfile, Map<String, NavigableSet<Integer>>> names = new HashMap<>();

    ReferenceRule(Dockerfile before, Dockerfile after, EditSet edits) {
        this.before = before;
        this.after = after;
        this.edits = edits;
    }

    Optional<String> breach() {
        Optional<String> breach = finalStage();
        if (breach.isEmpty()) {
            breach = variables();
        }
        return breach.isEmpty() ? references() : breach;
    }

    private Optional<String> finalStage() {
        Optional<FromInstruction> last = before.finalStage().map(Stage::from);
        if (last.isEmpty() || !isUntouched(last.get())) {
            return Optional.empty();
        }
        OptionalInt start = edits.mapOffset(last.get().range().start());
        boolean stillLast = after.finalStage()
                .filter(stage -> start.isPresent() && stage.from().range().start() == start.getAsInt())
                .isPresent();
        return stillLast ? Optional.empty() : Optional.of("the final stage is no longer the last one");
    }

    private boolean isUntouched(Instruction instruction) {
        return !edits.touches(instruction.range());
    }

    private Optional<String> variables() {
        Set<String> known = undeclared(before);
        return undeclared(after).stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> "the variable " + name + " of a FROM is not declared any more");
    }

    private static Set<String> undeclared(Dockerfile dockerfile) {
        Set<String> declared = new HashSet<>();
        for (ArgInstruction argument : dockerfile.globalArguments()) {
            argument.pairs().stream().map(KeyValue::name).forEach(declared::add);
        }
        Set<String> undeclared = new HashSet<>();
        for (Stage stage : dockerfile.stages()) {
            stage.from().image().variables().stream()
                    .map(VariableReference::name)
                    .filter(name -> !declared.contains(name))
                    .forEach(undeclared::add);
        }
        return undeclared;
    }

    private Optional<String> references() {
        List<Reference> old = references(before);
        List<Reference> now = references(after);
        Set<String> known = new HashSet<>();
        old.forEach(reference -> known.add(reference.name()));
        for (Reference reference : now) {
            if (!known.contains(reference.name()) && isDangling(reference)) {
                return Optional.of("line " + reference.where().line() + " refers to the stage " + reference.name()
                        + ", which does not come before it");
            }
        }
        Map<Integer, Integer> sameStage = sameStages();
        Map<Integer, List<Reference>> nowByStart = new HashMap<>();
        now.forEach(reference -> nowByStart
                .computeIfAbsent(reference.where().range().start(), start -> new ArrayList<>())
                .add(reference));
        return old.stream()
                .flatMap(reference -> lost(reference, nowByStart, sameStage).stream())
                .findFirst();
    }

    /** Returns whether a new reference names a stage that is not there, or that comes later. */
    private boolean isDangling(Reference reference) {
        boolean from = reference.where() instanceof FromInstruction;
        return !from
                && target(after, reference).isEmpty()
                && (isNumber(reference.name())
                        || stageNamed(
                                        after,
                                        reference.name(),
                                        reference.stage(),
                                        after.stages().size())
                                .isPresent());
    }

    /** Returns whether a reference that no edit touches finds another stage, or none, or one where it found none. */
    private Optional<String> lost(
            Reference reference, Map<Integer, List<Reference>> nowByStart, Map<Integer, Integer> sameStage) {
        OptionalInt start = edits.mapOffset(reference.where().range().start());
        if (start.isEmpty() || !isUntouched(reference.where())) {
            return Optional.empty();
        }
        OptionalInt newTarget = nowByStart.getOrDefault(start.getAsInt(), List.of()).stream()
                .filter(candidate -> candidate.name().equals(reference.name()))
                .findFirst()
                .map(candidate -> target(after, candidate))
                .orElse(OptionalInt.empty());
        OptionalInt oldTarget = target(before, reference);
        boolean same = oldTarget.isEmpty()
                ? newTarget.isEmpty()
                : newTarget.isPresent() && sameStage.getOrDefault(oldTarget.getAsInt(), -1) == newTarget.getAsInt();
        return same
                ? Optional.empty()
                : Optional.of("line " + reference.where().line() + " no longer refers to the same " + reference.name());
    }

    /** Returns for each stage before the number of the same stage afterwards. */
    private Map<Integer, Integer> sameStages() {
        Map<Integer, Integer> byStart = new HashMap<>();
        after.stages().forEach(stage -> byStart.put(stage.from().range().start(), stage.index()));
        Map<Integer, Integer> same = new HashMap<>();
        for (Stage stage : before.stages()) {
            int start = edits.mapRange(stage.from().range()).start();
            Integer index = byStart.get(start);
            if (index != null) {
                same.put(stage.index(), index);
            }
        }
        return same;
    }

    private static List<Reference> references(Dockerfile dockerfile) {
        List<Reference> references = new ArrayList<>();
        for (Stage stage : dockerfile.stages()) {
            for (Instruction instruction : stage.instructions()) {
                names(instruction).forEach(name -> references.add(new Reference(instruction, stage.index(), name)));
            }
        }
        return references;
    }

    private static List<String> names(Instruction instruction) {
        if (instruction instanceof FromInstruction from) {
            return from.image().staticValue().map(List::of).orElse(List.of());
        }
        if (instruction instanceof CopyInstruction || instruction instanceof AddInstruction) {
            return instruction.flag("from").flatMap(Flag::value).map(List::of).orElse(List.of());
        }
        if (instruction instanceof RunInstruction run) {
            return run.mounts().stream()
                    .flatMap(mount -> mount.mountOption("from").stream())
                    .toList();
        }
        return List.of();
    }

    /** Returns the number of the earlier stage that a reference finds; BuildKit compares names without case. */
    private OptionalInt target(Dockerfile dockerfile, Reference reference) {
        if (isNumber(reference.name()) && !(reference.where() instanceof FromInstruction)) {
            int index = Integer.parseInt(reference.name());
            return index < reference.stage() ? OptionalInt.of(index) : OptionalInt.empty();
        }
        return stageNamed(dockerfile, reference.name(), 0, reference.stage());
    }

    private OptionalInt stageNamed(Dockerfile dockerfile, String name, int from, int to) {
        Integer last = names.computeIfAbsent(dockerfile, ReferenceRule::stageNames)
                .getOrDefault(name.toLowerCase(Locale.ROOT), Collections.emptyNavigableSet())
                .lower(to);
        return last == null || last < from ? OptionalInt.empty() : OptionalInt.of(last);
    }

    private static Map<String, NavigableSet<Integer>> stageNames(Dockerfile dockerfile) {
        Map<String, NavigableSet<Integer>> names = new HashMap<>();
        for (Stage stage : dockerfile.stages()) {
            stage.name()
                    .ifPresent(name -> names.computeIfAbsent(name.toLowerCase(Locale.ROOT), unseen -> new TreeSet<>())
                            .add(stage.index()));
        }
        return names;
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.length() < 6 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
