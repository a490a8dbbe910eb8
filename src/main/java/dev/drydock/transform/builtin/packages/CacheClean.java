package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunMounts;
import dev.drydock.model.RunScript;
import dev.drydock.shell.HereDocument;
import dev.drydock.shell.ShellNode;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets a package manager remove its cache directly behind the last command of a RUN that fills it: there it is still
 * installed, and its working folder is still there.
 */
abstract class CacheClean extends CacheTransform {
    private static final String MESSAGE = "the package cache stays in the layer";

    private final List<String> caches;
    private final String mention;

    /**
     * @param cache what is emptied
     * @param caches the folders that a mount may cover
     * @param mention a piece of path by which a command that names the cache is known
     */
    CacheClean(String id, PackageCache cache, List<String> caches, String mention) {
        super(id, cache);
        this.caches = caches;
        this.mention = mention;
    }

    /**
     * A command that fills the cache.
     *
     * @param clean the command that empties it, without {@code sudo}
     * @param obstacle why it must not be emptied, if so
     */
    record Filling(Invocation invocation, String clean, Optional<String> obstacle) {}

    /** Returns what the command does to the cache, if it fills it. */
    protected abstract Optional<Filling> filling(
            Subject subject, BuildStage stage, RunScript script, SimpleCommand command);

    /** Returns whether the command empties the cache. */
    protected abstract boolean cleans(SimpleCommand command);

    @Override
    protected final void inspect(Subject subject, CacheUses uses, BuildStage stage, RunScript script) {
        List<Filling> fillings = script.commands().stream()
                .flatMap(command -> filling(subject, stage, script, command).stream())
                .toList();
        Optional<Filling> last = fillings.stream().reduce((first, second) -> second);
        if (last.isEmpty()) {
            return;
        }
        SimpleCommand command = last.get().invocation().command();
        TextRange place = script.toFile(command.range());
        boolean cleaned = script.commands().stream()
                        .filter(other -> other.range().start() > command.range().start())
                        .anyMatch(other -> cleans(other) || names(other))
                || uses.isRemovedWhereAsked(script, command);
        Optional<String> obstacle =
                last.get().obstacle().or(() -> obstacle(command)).or(() -> uses.after(stage, script, command));
        boolean fetches = fillings.stream()
                .anyMatch(each -> uses.mayFetch(stage, script, each.invocation().command()));
        if (!fetches) {
            subject.notNeeded(place, MESSAGE, "the install fetches nothing");
        } else if (cleaned) {
            subject.notNeeded(place, MESSAGE, "the same RUN removes it");
        } else if (RunMounts.cover(script.run(), caches)) {
            subject.notNeeded(place, MESSAGE, "it is on a mount");
        } else if (ThrownAway.is(subject.inspection().project(), stage)) {
            subject.notNeeded(place, MESSAGE, ThrownAway.REASON);
        } else if (obstacle.isPresent()) {
            subject.abstain(place, MESSAGE, obstacle.get());
        } else {
            subject.repair(
                    place,
                    MESSAGE,
                    "remove the cache in the same layer",
                    Safety.SAFE,
                    List.of(subject.editor(script)
                            .insertBehind(
                                    command,
                                    prefix(last.get().invocation()) + last.get().clean())));
        }
    }

    private boolean names(SimpleCommand command) {
        return command.words().stream().anyMatch(word -> word.text().contains(mention));
    }

    private static Optional<String> obstacle(SimpleCommand command) {
        if (!command.context().isPlain()) {
            return Optional.of("the install depends on a condition, or is part of a larger command");
        }
        return command.descendants(HereDocument.class).findAny().isPresent()
                ? Optional.of("the install reads a heredoc")
                : Optional.empty();
    }

    /** Returns {@code sudo} with its options, so that the same user cleans who installed. */
    private static String prefix(Invocation invocation) {
        return invocation.wrappers().equals(List.of("sudo"))
                ? invocation.wrapperWords().stream().map(ShellNode::text).collect(Collectors.joining(" ")) + " "
                : "";
    }

    /** Returns the program as the file writes it, with its folder. */
    static String program(Invocation invocation) {
        return invocation.programWord().map(ShellWord::text).orElseThrow();
    }

    /** Returns whether the environment of the command moves the cache. */
    static boolean movesCache(Invocation invocation, String variable) {
        return invocation.environment().stream()
                .anyMatch(setting -> setting.name().equalsIgnoreCase(variable)
                        || setting.name().equals("HOME"));
    }
}
