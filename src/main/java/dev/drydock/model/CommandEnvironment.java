package dev.drydock.model;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.shell.AndOrList;
import dev.drydock.shell.Assignment;
import dev.drydock.shell.FunctionDefinition;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Subshell;
import dev.drydock.shell.WordPart;
import dev.drydock.shell.commands.EnvironmentSetting;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.SetCommand;
import dev.drydock.syntax.SyntaxNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The variables that one command of a RUN finds in its environment. {@code NAME=value command} sets one for that command,
 * {@code export} for the rest of its RUN, ENV for all that follows, ARG for the rest of its own stage.
 */
public final class CommandEnvironment {
    /** Stands for a value that is known only during the build. */
    public static final String UNKNOWN = "$";

    private static final String NPM = "npm_config_";

    private final BuildStage stage;
    private final RunScript script;
    private final SimpleCommand command;
    private Set<SyntaxNode> surroundings;

    private CommandEnvironment(BuildStage stage, RunScript script, SimpleCommand command) {
        this.stage = stage;
        this.script = script;
        this.command = command;
    }

    /** Returns the environment of a command of {@code script}, a RUN of {@code stage} or of one of its ancestors. */
    public static CommandEnvironment of(BuildStage stage, RunScript script, SimpleCommand command) {
        return new CommandEnvironment(stage, script, command);
    }

    /** Returns whether one of the variables is set to anything but the empty text. */
    public boolean sets(String... names) {
        return List.of(names).stream().anyMatch(name -> value(name).isPresent());
    }

    /** Returns the value of a variable, or {@link #UNKNOWN}; empty if it is not set, or set to the empty text. */
    public Optional<String> value(String name) {
        Predicate<String> same =
                name.toLowerCase(Locale.ROOT).startsWith(NPM) ? other -> other.equalsIgnoreCase(name) : name::equals;
        Optional<String> own = Invocation.of(command).environment().stream()
                .filter(setting -> same.test(setting.name()))
                .reduce((first, last) -> last)
                .map(EnvironmentSetting::value)
                .map(value -> value.orElse(UNKNOWN));
        return own.or(() -> fromScript(same)).or(() -> fromInstructions(same)).filter(value -> !value.isEmpty());
    }

    /** What commands before it in the same shell leave: present and empty if the last of them takes the variable away. */
    private Optional<String> fromScript(Predicate<String> same) {
        Optional<String> exported = Optional.empty();
        Optional<String> inShell = Optional.empty();
        boolean all = false;
        for (SimpleCommand earlier : script.commands()) {
            if (earlier == command || earlier.range().start() >= command.range().start()) {
                break;
            }
            if (!reaches(earlier)) {
                continue;
            }
            all = SetCommand.from(earlier)
                    .flatMap(set -> set.option("allexport"))
                    .orElse(all);
            if (earlier.words().isEmpty()) {
                for (Assignment set : earlier.assignments()) {
                    if (same.test(set.name())) {
                        inShell = Optional.of(set.staticValue().orElse(UNKNOWN));
                        exported = all || exported.isPresent() ? inShell : exported;
                    }
                }
                continue;
            }
            Invocation invocation = Invocation.of(earlier);
            boolean exports = invocation.runs("export")
                    || (invocation.runs("declare", "typeset")
                            && invocation.arguments().stream().anyMatch(word -> word.is("-x")));
            for (ShellWord word : invocation.arguments()) {
                String text = word.literalPrefix();
                int equals = text.indexOf('=');
                String name = equals < 0 ? text : text.substring(0, equals);
                if (exports && same.test(name)) {
                    exported = equals < 0
                            ? inShell.or(() -> fromInstructions(same))
                            : Optional.of(word.literalValue()
                                    .map(value -> value.substring(equals + 1))
                                    .orElse(UNKNOWN));
                } else if (invocation.runs("unset") && same.test(name)) {
                    exported = Optional.of("");
                }
            }
        }
        return exported;
    }

    /** Returns whether what an earlier command sets is still set here: it runs in the same shell, or in one around it. */
    private boolean reaches(SimpleCommand earlier) {
        Set<SyntaxNode> around = around();
        for (SyntaxNode node = parent(earlier); node != null && !around.contains(node); node = parent(node)) {
            boolean part =
                    node instanceof Pipeline pipeline && pipeline.commands().size() > 1;
            boolean background = node instanceof AndOrList list && list.terminator() == AndOrList.Terminator.AMPERSAND;
            if (part
                    || background
                    || node instanceof Subshell
                    || node instanceof FunctionDefinition
                    || node instanceof WordPart) {
                return false;
            }
        }
        return true;
    }

    private Set<SyntaxNode> around() {
        if (surroundings == null) {
            surroundings = Collections.newSetFromMap(new IdentityHashMap<>());
            for (SyntaxNode node = parent(command); node != null; node = parent(node)) {
                // Each command of a pipeline runs in a shell of its own.
                if (!(node instanceof Pipeline pipeline) || pipeline.commands().size() == 1) {
                    surroundings.add(node);
                }
            }
        }
        return surroundings;
    }

    private static SyntaxNode parent(SyntaxNode node) {
        return node.parent().orElse(null);
    }

    private Optional<String> fromInstructions(Predicate<String> same) {
        Optional<String> argument = Optional.empty();
        List<Instruction> before = stage.settingsBefore(script.run());
        for (int i = before.size() - 1; i >= 0; i--) {
            if (before.get(i) instanceof EnvInstruction environment) {
                Optional<String> value = last(environment.pairs(), same, "");
                if (value.isPresent()) {
                    return value;
                }
            } else if (argument.isEmpty()
                    && before.get(i) instanceof ArgInstruction declaration
                    && stage.ownerOf(declaration) == stage) {
                // Without a default the caller of the build may give it a value.
                argument = last(declaration.pairs(), same, UNKNOWN);
            }
        }
        // ENV, also that of the base image, stands above ARG.
        Map<String, String> image = stage.facts().map(ImageFacts::environment).orElse(Map.of());
        Optional<String> inherited = image.entrySet().stream()
                .filter(entry -> same.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return inherited.isPresent() ? inherited : argument;
    }

    private static Optional<String> last(List<KeyValue> pairs, Predicate<String> same, String withoutValue) {
        return pairs.stream()
                .filter(pair -> same.test(pair.name()))
                .reduce((first, last) -> last)
                .map(pair -> pair.value()
                        .map(word -> word.staticValue().orElse(UNKNOWN))
                        .orElse(withoutValue));
    }
}
