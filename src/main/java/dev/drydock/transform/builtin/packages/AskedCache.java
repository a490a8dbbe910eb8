package dev.drydock.transform.builtin.packages;

import dev.drydock.model.RunScript;
import dev.drydock.shell.Assignment;
import dev.drydock.shell.Parameter;
import dev.drydock.shell.ShellNode;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cache whose place a script asks of the package manager itself: {@code $(yarn cache dir)}, {@code $(npm config get cache)},
 * {@code $(pip cache dir)}.
 */
final class AskedCache {
    private final RunScript script;
    private final PackageCache cache;

    AskedCache(RunScript script, PackageCache cache) {
        this.script = script;
        this.cache = cache;
    }

    /** Returns whether the script removes the cache behind a command, directly or by a variable that holds the answer. */
    boolean isRemovedAfter(SimpleCommand command) {
        Set<String> holders = script.script()
                .descendants(Assignment.class)
                .filter(this::asks)
                .map(Assignment::name)
                .collect(Collectors.toSet());
        return script.commands().stream()
                .filter(other -> other.range().start() > command.range().start())
                .filter(other -> Invocation.of(other).runs("rm"))
                .anyMatch(other -> asks(other)
                        || other.descendants(Parameter.class).anyMatch(variable -> holders.contains(variable.name())));
    }

    private boolean asks(ShellNode node) {
        return node.descendants(SimpleCommand.class)
                .filter(inner -> inner != node)
                .filter(inner -> cache.view().apply(inner).isPresent())
                .anyMatch(inner -> inner.text().toLowerCase(Locale.ROOT).contains("cache"));
    }
}
