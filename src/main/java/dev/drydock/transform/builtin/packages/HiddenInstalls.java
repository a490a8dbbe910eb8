package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.knowledge.ListUsers;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Curl;
import dev.drydock.shell.commands.Git;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Wget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Commands that may install packages of the distribution without naming apt: programs that are known to, scripts that are downloaded
 * and of which nothing is known, and targets of a cloned Makefile that say so.
 */
final class HiddenInstalls {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "zsh");
    private static final Set<String> INTERPRETERS = Set.of("python", "python2", "python3", "perl", "ruby");
    private static final List<String> SCRIPT_ENDINGS =
            List.of(".py", ".run", ".sh", ".bash", ".pl", ".rb", ".bin", ".bsx");

    private final ListUsers users;
    private final BuildStage stage;
    private final List<String> addresses = new ArrayList<>();
    private final boolean cloned;

    HiddenInstalls(ListUsers users, BuildStage stage) {
        this.users = users;
        this.stage = stage;
        List<SimpleCommand> all = Stream.concat(
                        stage.inheritedScripts().stream(),
                        stage.descendants().stream().flatMap(each -> each.scripts().stream()))
                .flatMap(script -> script.commands().stream())
                .toList();
        all.forEach(command -> addresses.addAll(fetched(command)));
        this.cloned = all.stream()
                .anyMatch(command -> Git.from(command).filter(Git::clones).isPresent());
    }

    /** Returns the first instruction behind a RUN that may need the lists, unless they are fetched anew before it. */
    Optional<Instruction> behind(RunScript script) {
        int start = script.run().range().start();
        return first(stage.scripts().stream()
                        .filter(each -> each.run().range().start() > start)
                        .toList())
                .or(() -> stage.descendants().stream()
                        .flatMap(each -> first(each.scripts()).stream())
                        .findFirst());
    }

    private Optional<Instruction> first(List<RunScript> scripts) {
        for (RunScript script : scripts) {
            for (SimpleCommand command : script.commands()) {
                if (AptLists.fetches(command)) {
                    return Optional.empty();
                }
                if (isOne().test(command)) {
                    return Optional.of(script.run());
                }
            }
        }
        return Optional.empty();
    }

    /** Returns which commands may need the lists. */
    Predicate<SimpleCommand> isOne() {
        return command -> isKnown(command) || isPiped(command) || isDownloaded(command) || isTarget(command);
    }

    private boolean isKnown(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        List<String> words = new ArrayList<>();
        invocation.program().ifPresent(words::add);
        invocation.arguments().stream()
                .map(ShellWord::literalPrefix)
                .filter(word -> !word.startsWith("-"))
                .forEach(words::add);
        String image =
                stage.image().reference().map(known -> known.canonicalName()).orElse("");
        return users.isOne(words, image);
    }

    /** A download that goes into a shell, by a pipe or a substitution. */
    private boolean isPiped(SimpleCommand command) {
        if (Invocation.of(command).program().filter(SHELLS::contains).isEmpty()) {
            return false;
        }
        Optional<Pipeline> pipe =
                command.parent().filter(Pipeline.class::isInstance).map(Pipeline.class::cast);
        List<SimpleCommand> feeding = new ArrayList<>(command.descendants(SimpleCommand.class)
                .filter(each -> each != command)
                .toList());
        pipe.ifPresent(known -> known.commands().stream()
                .filter(each -> each != command && each instanceof SimpleCommand)
                .map(SimpleCommand.class::cast)
                .forEach(feeding::add));
        return feeding.stream().flatMap(each -> fetched(each).stream()).anyMatch(address -> !users.needsNone(address));
    }

    private boolean isDownloaded(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        Stream<ShellWord> started = Stream.concat(
                invocation.programWord().stream(),
                invocation
                                .program()
                                .filter(name -> INTERPRETERS.contains(name) || SHELLS.contains(name))
                                .isPresent()
                        ? invocation.arguments().stream().limit(3)
                        : Stream.empty());
        List<String> names = started.map(ShellWord::text)
                .map(text -> text.substring(text.lastIndexOf('/') + 1))
                .filter(name -> SCRIPT_ENDINGS.stream().anyMatch(name::endsWith))
                .toList();
        return !names.isEmpty()
                && addresses.stream()
                        .filter(address -> names.stream().anyMatch(address::endsWith))
                        .anyMatch(address -> !users.needsNone(address));
    }

    private boolean isTarget(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        return cloned
                && invocation.runs("make", "gmake")
                && invocation.arguments().stream().map(ShellWord::text).anyMatch(users::isTarget);
    }

    /** The addresses that a command fetches, as far as they are written out. */
    private static List<String> fetched(SimpleCommand command) {
        Stream<ShellWord> curl = Curl.from(command).stream().flatMap(each -> each.urls().stream());
        Stream<ShellWord> wget = Wget.from(command).stream().flatMap(each -> each.urls().stream());
        return Stream.concat(curl, wget)
                .map(ShellWord::text)
                .map(HiddenInstalls::bare)
                .toList();
    }

    private static String bare(String text) {
        return text.endsWith("\"") || text.endsWith("'") ? text.substring(0, text.length() - 1) : text;
    }
}
