package dev.drydock.model;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.knowledge.ImageFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One stage with everything it inherits: the stages that it starts from, and below them an image from outside. Answers
 * what holds at a place: user, working directory, shell, variables.
 */
public final class BuildStage {
    private final Build build;
    private final Stage stage;
    private final Optional<BuildStage> parent;
    private final BaseImage image;
    private final LineageList<BuildStage> lineage;
    private final LineageList<Instruction> history;
    private final LineageList<Instruction> settings;
    private List<RunScript> scripts;
    private LineageList<RunScript> inheritedScripts;

    BuildStage(Build build, Stage stage, Optional<BuildStage> parent, BaseImage image) {
        this.build = build;
        this.stage = stage;
        this.parent = parent;
        this.image = image;
        this.lineage =
                parent.map(up -> up.lineage).orElseGet(LineageList::empty).plus(List.of(this));
        this.history =
                parent.map(up -> up.history).orElseGet(LineageList::empty).plus(stage.instructions());
        this.settings = parent.map(up -> up.settings)
                .orElseGet(LineageList::empty)
                .plus(stage.instructions().stream()
                        .filter(each -> each instanceof EnvInstruction || each instanceof ArgInstruction)
                        .toList());
    }

    /** Returns the build that this stage is part of. */
    public Build build() {
        return build;
    }

    public Stage stage() {
        return stage;
    }

    /** Returns the stage that this one starts from; empty if it starts from an image. */
    public Optional<BuildStage> parent() {
        return parent;
    }

    /** Returns the image from outside that this stage, or the first of its ancestors, starts from. */
    public BaseImage image() {
        return image;
    }

    public Optional<ImageFacts> facts() {
        return image.facts();
    }

    public boolean isFinal() {
        return build.finalStage().filter(last -> last == this).isPresent();
    }

    /** Returns the stages that start from this one, directly or not. */
    public List<BuildStage> descendants() {
        return build.descendants(this);
    }

    /** Returns the ancestors of this stage and itself, the oldest first. */
    public List<BuildStage> lineage() {
        return lineage;
    }

    /** Returns whether this stage is the other one or starts from it, directly or not. */
    public boolean isBuiltOn(BuildStage other) {
        int depth = other.lineage.size();
        return depth <= lineage.size() && lineage.get(depth - 1) == other;
    }

    /** Returns whether the image that is the result holds what this stage makes, as it is this stage or starts from it. */
    public boolean isPartOfImage() {
        return build.finalStage().filter(last -> last.isBuiltOn(this)).isPresent();
    }

    /** Returns every instruction that shapes this stage, those of its ancestors first. */
    public List<Instruction> history() {
        return history;
    }

    /** Returns the instructions of one type that shape this stage, in order. */
    public <T extends Instruction> Stream<T> history(Class<T> type) {
        return history.stream().filter(type::isInstance).map(type::cast);
    }

    /** Returns what of {@link #history()} stands before the instruction; all of it if that is not part of this stage. */
    public List<Instruction> historyBefore(Instruction place) {
        BuildStage owner = ownerOf(place);
        int own = owner.placeOf(place);
        return owner.history.first(
                owner.history.size() - owner.stage.instructions().size() + own);
    }

    /** Returns the ENVs and ARGs of {@link #historyBefore}, in order. */
    List<Instruction> settingsBefore(Instruction place) {
        List<Instruction> all = ownerOf(place).settings;
        if (!isShapedBy(place)) {
            return all;
        }
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).range().start() < place.range().start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return all.subList(0, low);
    }

    /** Returns whether an instruction is part of {@link #history()}. */
    boolean isShapedBy(Instruction place) {
        return build.stageOf(place).filter(this::isBuiltOn).isPresent();
    }

    /** Returns the stage of {@link #lineage()} that holds an instruction; this one if none does. */
    BuildStage ownerOf(Instruction place) {
        return build.stageOf(place).filter(this::isBuiltOn).orElse(this);
    }

    /** Returns the index of an instruction among those of this stage alone; their number if it is not one of them. */
    int placeOf(Instruction place) {
        return build.stageOf(place).filter(owner -> owner == this).isPresent()
                ? build.placeOf(place)
                : stage.instructions().size();
    }

    /** Returns the shell of the shell form at a place. */
    public ShellInUse shellAt(Instruction place) {
        return build.shells().before(this, place);
    }

    /** Returns the script of a RUN of this stage, or empty where no POSIX shell reads it. */
    public Optional<RunScript> script(RunInstruction run) {
        return build.script(this, run);
    }

    /** Returns the scripts of all RUNs of this stage alone, in order; RUNs that no POSIX shell reads are left out. */
    public List<RunScript> scripts() {
        if (scripts == null) {
            scripts = stage.instructions(RunInstruction.class)
                    .flatMap(run -> script(run).stream())
                    .toList();
        }
        return scripts;
    }

    /** Returns the scripts of all RUNs that shape this stage, those of its ancestors first. */
    public List<RunScript> inheritedScripts() {
        LineageList<RunScript> line = LineageList.empty();
        for (BuildStage each : lineage.subList(firstWithoutScripts(), lineage.size())) {
            line = each.parent.map(up -> up.inheritedScripts).orElse(line).plus(each.scripts());
            each.inheritedScripts = line;
        }
        return inheritedScripts;
    }

    private int firstWithoutScripts() {
        int first = lineage.size();
        while (first > 0 && lineage.get(first - 1).inheritedScripts == null) {
            first--;
        }
        return first;
    }

    /** Returns what a container of this stage starts. */
    public StartCommand startCommand() {
        return StartCommand.of(this);
    }

    /** Returns the last USER before a place, in this stage or an ancestor. */
    public Optional<UserInstruction> userInstructionAt(Instruction place) {
        return build.users().before(this, place);
    }

    /** Returns the last USER that shapes this stage. */
    public Optional<UserInstruction> userInstruction() {
        return build.users().end(this);
    }

    /** Returns the user at a place; empty if it depends on a variable or on an unknown image. */
    public Optional<String> userAt(Instruction place) {
        return userInstructionAt(place)
                .map(user -> user.argument().flatMap(word -> expand(word, user)))
                .orElseGet(() -> facts().map(ImageFacts::defaultUser));
    }

    /** Returns the user of the finished stage; empty if it depends on a variable or on an unknown image. */
    public Optional<String> user() {
        return userInstruction()
                .map(user -> user.argument().flatMap(word -> expand(word, user)))
                .orElseGet(() -> facts().map(ImageFacts::defaultUser));
    }

    /** Returns whether commands at a place run as root; false if that is not known. */
    public boolean isRootAt(Instruction place) {
        return userAt(place).map(UserName::isRoot).orElse(false);
    }

    /** Returns the working directory at a place as an absolute path; empty if it is not known. */
    public Optional<String> workdirAt(Instruction place) {
        return build.workdirs().before(this, place);
    }

    /** Returns the working directory of the finished stage as an absolute path; empty if it is not known. */
    public Optional<String> workdir() {
        return build.workdirs().end(this);
    }

    /** Returns an argument with the variables put in that are known at its instruction, or empty if one is not. */
    public Optional<String> expand(Argument argument, Instruction place) {
        return argument.hasVariables() ? variablesAt(place).expand(argument) : argument.staticValue();
    }

    /** Returns the value of an environment variable or build argument at a place, if the file says it. */
    public Optional<String> variableAt(String name, Instruction place) {
        return variablesAt(place).value(name);
    }

    /** Returns the stage of this file that a COPY of this stage takes from; empty if it takes from the context or an image. */
    public Optional<BuildStage> origin(CopyInstruction copy) {
        return copy.from().flatMap(Flag::value).flatMap(name -> build.stageNamed(name, stage.index()));
    }

    /** Returns the value that a variable has in a container of this stage, if the file or the image says it. */
    public Optional<String> environment(String name) {
        boolean set = history(EnvInstruction.class)
                .flatMap(environment -> environment.pairs().stream())
                .anyMatch(pair -> pair.name().equals(name));
        return set
                ? build.variables().end(this).value(name)
                : facts().map(ImageFacts::environment).map(known -> known.get(name));
    }

    private VariableValues variablesAt(Instruction place) {
        return build.variables().before(this, place);
    }
}
