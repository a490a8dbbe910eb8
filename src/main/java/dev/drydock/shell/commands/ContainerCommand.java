package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code docker} or {@code podman} with one of the commands that decide how a container is built, run or reached. */
public final class ContainerCommand {
    /** What is done. */
    public enum Action {
        RUN,
        CREATE,
        BUILD,
        LOGIN,
        NETWORK_CREATE;

        /** Returns whether a container comes of it. */
        public boolean makesContainer() {
            return this == RUN || this == CREATE;
        }
    }

    /**
     * One flag.
     *
     * @param name the long name without dashes, whatever was written: {@code volume} for {@code -v}
     * @param value empty if it is a switch and none is written
     * @param words the words that it is made of, one or two
     * @param isAlone whether nothing else stands in these words, as in {@code -it}
     */
    public record Flag(String name, Optional<WrittenValue> value, List<ShellWord> words, boolean isAlone) {
        /** Returns whether a switch is on. */
        public boolean isOn() {
            return value.flatMap(WrittenValue::known)
                    .map(text -> Set.of("1", "t", "T", "true", "TRUE", "True").contains(text))
                    .orElse(value.isEmpty());
        }

        /** Returns the value, or an empty text. */
        public String text() {
            return value.map(WrittenValue::text).orElse("");
        }
    }

    private final Invocation invocation;
    private final Action action;
    private final ShellWord actionWord;
    private final List<Flag> globalFlags;
    private final FlagReader line;

    private ContainerCommand(
            Invocation invocation, Action action, ShellWord actionWord, List<Flag> globalFlags, FlagReader line) {
        this.invocation = invocation;
        this.globalFlags = globalFlags;
        this.action = action;
        this.actionWord = actionWord;
        this.line = line;
    }

    /** Returns the view; empty for another command, and where its words cannot be told from each other. */
    public static Optional<ContainerCommand> from(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        if (!invocation.runs("docker", "podman") || invocation.hasHiddenOperands()) {
            return Optional.empty();
        }
        FlagReader global = FlagReader.read(invocation.arguments(), ContainerFlags.GLOBAL);
        List<ShellWord> operands = global.operands();
        if (global.unknown().isPresent() || global.mayHideFlags() || operands.isEmpty()) {
            return Optional.empty();
        }
        int words = Math.min(3, operands.size());
        for (int length = words; length > 0; length--) {
            Optional<Action> action = action(operands.subList(0, length));
            if (action.isPresent()) {
                FlagReader line = FlagReader.read(operands.subList(length, operands.size()), flagsOf(action.get()));
                return line.unknown().isPresent()
                        ? Optional.empty()
                        : Optional.of(new ContainerCommand(
                                invocation, action.get(), operands.get(length - 1), global.flags(), line));
            }
        }
        return Optional.empty();
    }

    private static ContainerFlags flagsOf(Action action) {
        return switch (action) {
            case RUN, CREATE -> ContainerFlags.RUN;
            case BUILD -> ContainerFlags.BUILD;
            case LOGIN -> ContainerFlags.LOGIN;
            case NETWORK_CREATE -> ContainerFlags.NETWORK_CREATE;
        };
    }

    private static Optional<Action> action(List<ShellWord> words) {
        List<String> names = new ArrayList<>();
        for (ShellWord word : words) {
            names.add(word.staticValue().orElse(""));
        }
        return switch (String.join(" ", names)) {
            case "run", "container run" -> Optional.of(Action.RUN);
            case "create", "container create" -> Optional.of(Action.CREATE);
            case "build", "image build", "builder build", "buildx build", "buildx b" -> Optional.of(Action.BUILD);
            case "login" -> Optional.of(Action.LOGIN);
            case "network create" -> Optional.of(Action.NETWORK_CREATE);
            default -> Optional.empty();
        };
    }

    public Invocation invocation() {
        return invocation;
    }

    public SimpleCommand command() {
        return invocation.command();
    }

    /** Returns {@code docker} or {@code podman}. */
    public String program() {
        return invocation.program().orElseThrow();
    }

    public Action action() {
        return action;
    }

    /** Returns whether the command line itself names the engine, which may run on another machine. */
    public boolean isRemote() {
        Set<String> names = Set.of("host", "context", "connection", "url", "remote");
        return globalFlags.stream().map(Flag::name).anyMatch(names::contains);
    }

    /** Returns the last word that says what is done: {@code run}. */
    public ShellWord actionWord() {
        return actionWord;
    }

    /** Returns the flags, in order. */
    public List<Flag> flags() {
        return line.flags();
    }

    /** Returns the flags with one of these long names, in order. */
    public List<Flag> flags(String... names) {
        Set<String> wanted = Set.of(names);
        return flags().stream().filter(flag -> wanted.contains(flag.name())).toList();
    }

    /** Returns whether a flag is there; for a switch, whether the last one of that name is on. */
    public boolean has(String name) {
        List<Flag> all = flags(name);
        return !all.isEmpty() && all.get(all.size() - 1).isOn();
    }

    /** Returns whether a flag with a value of one of these names is there. */
    public boolean hasAny(String... names) {
        return !flags(names).isEmpty();
    }

    /** Returns whether a word that is known only at run time may be or hide flags, as {@code $OPTIONS} may. */
    public boolean mayHideFlags() {
        return line.mayHideFlags();
    }

    /**
     * Returns the image of a container; empty for another action, if there is none, and if the word in its place may hide
     * flags.
     */
    public Optional<ShellWord> image() {
        return action.makesContainer() && !mayHideFlags()
                ? line.operands().stream().findFirst()
                : Optional.empty();
    }

    /** Returns the words after the image; after the flags for another action. */
    public List<ShellWord> operands() {
        List<ShellWord> operands = line.operands();
        return action.makesContainer() && !operands.isEmpty() ? operands.subList(1, operands.size()) : operands;
    }

    /** Returns the word after which a flag can be inserted: the last flag before the first operand, or the action. */
    public ShellWord flagAnchor() {
        return line.lastOfLeadingFlags().orElse(actionWord);
    }

    /** Returns the word that follows {@link #flagAnchor}, if any does. */
    public Optional<ShellWord> afterFlagAnchor() {
        return line.operands().stream().findFirst();
    }
}
