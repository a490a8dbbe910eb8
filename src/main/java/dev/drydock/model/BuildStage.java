package dev.drydock.model;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.JsonArray;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.ShellInstruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.dockerfile.WorkdirInstruction;
import dev.drydock.knowledge.ImageFacts;
import java.util.ArrayList;
import java.util.Collections;
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

    BuildStage(Build build, Stage stage, Optional<BuildStage> parent, BaseImage image) {
        this.build = build;
        this.stage = stage;
        this.parent = parent;
        this.image = image;
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
        return build.stages().stream()
                .filter(other -> other != this && other.startsFrom(this))
                .toList();
    }

    private boolean startsFrom(BuildStage ancestor) {
        for (Optional<BuildStage> each = parent; each.isPresent(); each = each.get().parent) {
            if (each.get() == ancestor) {
                return true;
            }
        }
        return false;
    }

    /** Returns the ancestors of this stage and itself, the oldest first. */
    public List<BuildStage> lineage() {
        // A loop: a file may chain more stages than a stack has room for.
        List<BuildStage> line = new ArrayList<>();
        for (Optional<BuildStage> each = Optional.of(this); each.isPresent(); each = each.get().parent) {
            line.add(each.get());
        }
        Collections.reverse(line);
        return line;
    }

    /** Returns every instruction that shapes this stage, those of its ancestors first. */
    public List<Instruction> history() {
        return lineage().stream()
                .flatMap(each -> each.stage.instructions().stream())
                .toList();
    }

    /** Returns the instructions of one type that shape this stage, in order. */
    public <T extends Instruction> Stream<T> history(Class<T> type) {
        return history().stream().filter(type::isInstance).map(type::cast);
    }

    /** Returns what of {@link #history()} stands before the instruction; all of it if that is not part of this stage. */
    public List<Instruction> historyBefore(Instruction place) {
        List<Instruction> all = history();
        int index = all.indexOf(place);
        return index < 0 ? all : all.subList(0, index);
    }

    /** Returns the shell of the shell form at a place. */
    public ShellInUse shellAt(Instruction place) {
        ShellInUse shell = image.isWindows() ? ShellInUse.WINDOWS_DEFAULT : ShellInUse.LINUX_DEFAULT;
        for (Instruction instruction : historyBefore(place)) {
            if (instruction instanceof ShellInstruction change) {
                shell = new ShellInUse(change.exec().map(JsonArray::values).orElse(List.of()), false);
            }
        }
        return shell;
    }

    /** Returns the script of a RUN of this stage, or empty where no POSIX shell reads it. */
    public Optional<RunScript> script(RunInstruction run) {
        return build.script(run, shellAt(run));
    }

    /** Returns the scripts of all RUNs of this stage alone, in order; RUNs that no POSIX shell reads are left out. */
    public List<RunScript> scripts() {
        return stage.instructions(RunInstruction.class)
                .flatMap(run -> script(run).stream())
                .toList();
    }

    /** Returns the scripts of all RUNs that shape this stage, those of its ancestors first. */
    public List<RunScript> inheritedScripts() {
        return lineage().stream().flatMap(each -> each.scripts().stream()).toList();
    }

    /** Returns what a container of this stage starts. */
    public StartCommand startCommand() {
        return StartCommand.of(this);
    }

    /** Returns the last USER before a place, in this stage or an ancestor. */
    public Optional<UserInstruction> userInstructionAt(Instruction place) {
        return last(historyBefore(place), UserInstruction.class);
    }

    /** Returns the last USER that shapes this stage. */
    public Optional<UserInstruction> userInstruction() {
        return last(history(), UserInstruction.class);
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
        return workdir(historyBefore(place));
    }

    /** Returns the working directory of the finished stage as an absolute path; empty if it is not known. */
    public Optional<String> workdir() {
        return workdir(history());
    }

    private Optional<String> workdir(List<Instruction> before) {
        // An image from outside may set one. Without any WORKDIR in the file we do not know.
        Optional<String> current = Optional.empty();
        for (Instruction instruction : before) {
            if (instruction instanceof WorkdirInstruction change) {
                Optional<String> path = change.argument().flatMap(word -> expand(word, change));
                Optional<String> base = current;
                current = path.flatMap(text -> ContainerPath.resolve(base, text));
            }
        }
        return current;
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
        return copy.from()
                .flatMap(Flag::value)
                .flatMap(name -> build.stageNamed(name, build.stages().indexOf(this)));
    }

    /** Returns the value that a variable has in a container of this stage, if the file or the image says it. */
    public Optional<String> environment(String name) {
        boolean set = history(EnvInstruction.class)
                .flatMap(environment -> environment.pairs().stream())
                .anyMatch(pair -> pair.name().equals(name));
        return set
                ? variables(history()).value(name)
                : facts().map(ImageFacts::environment).map(known -> known.get(name));
    }

    private Arguments variablesAt(Instruction place) {
        return variables(historyBefore(place));
    }

    private Arguments variables(List<Instruction> before) {
        Arguments variables = Arguments.empty();
        facts().ifPresent(
                        known -> known.environment().forEach((name, value) -> variables.set(name, Optional.of(value))));
        for (Instruction instruction : before) {
            if (instruction instanceof ArgInstruction declaration) {
                variables.declare(declaration, build.globals());
            } else if (instruction instanceof EnvInstruction environment) {
                for (KeyValue pair : environment.pairs()) {
                    variables.set(
                            pair.name(), pair.value().map(variables::expand).orElse(Optional.of("")));
                }
            }
        }
        return variables;
    }

    private static <T extends Instruction> Optional<T> last(List<Instruction> instructions, Class<T> type) {
        for (int i = instructions.size() - 1; i >= 0; i--) {
            if (type.isInstance(instructions.get(i))) {
                return Optional.of(type.cast(instructions.get(i)));
            }
        }
        return Optional.empty();
    }
}
