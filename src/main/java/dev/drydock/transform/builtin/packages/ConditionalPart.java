package dev.drydock.transform.builtin.packages;

import dev.drydock.shell.AndOrList;
import dev.drydock.shell.CaseItem;
import dev.drydock.shell.CommandList;
import dev.drydock.shell.IfClause;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a script that runs, or does not run, together with a command: the branch of an {@code if}, an item of a {@code case},
 * a chain that begins with a test. What the command prepares is sure to be there in this part only. A loop counts as one that runs.
 *
 * @param node the part; empty for all of the script
 */
record ConditionalPart(Optional<SyntaxNode> node) {
    private static final Set<String> TESTS = Set.of("[", "[[", "test");

    /** Returns the innermost such part around a command. */
    static ConditionalPart around(SimpleCommand command) {
        SyntaxNode child = command;
        for (Optional<SyntaxNode> above = child.parent(); above.isPresent(); above = child.parent()) {
            SyntaxNode node = above.get();
            if (node instanceof CaseItem || (node instanceof AndOrList chain && isAsked(chain, child))) {
                return new ConditionalPart(above);
            }
            if (node instanceof IfClause choice && isBranch(choice, child)) {
                return new ConditionalPart(Optional.of(child));
            }
            child = node;
        }
        return new ConditionalPart(Optional.empty());
    }

    boolean isWhole() {
        return node.isEmpty();
    }

    boolean holds(SimpleCommand command) {
        return node.map(part -> part.range().contains(command.range())).orElse(true);
    }

    private static boolean isBranch(IfClause choice, SyntaxNode child) {
        return child instanceof CommandList
                && choice.branches().stream().noneMatch(branch -> branch.condition() == child);
    }

    /** A test before the command decides; one that ends the build if it does not hold only makes sure. */
    private static boolean isAsked(AndOrList chain, SyntaxNode child) {
        int place = chain.pipelines().indexOf(child);
        return chain.pipelines().stream().limit(Math.max(place, 0)).anyMatch(ConditionalPart::isTest)
                && !(chain.isAndChain() && isLastOfScript(chain));
    }

    private static boolean isTest(Pipeline pipeline) {
        return pipeline.commands().stream()
                .allMatch(each -> each instanceof SimpleCommand simple
                        && simple.name().filter(TESTS::contains).isPresent());
    }

    private static boolean isLastOfScript(AndOrList chain) {
        return chain.parent()
                .filter(list ->
                        list.parent().filter(ShellScript.class::isInstance).isPresent())
                .filter(CommandList.class::isInstance)
                .map(list -> ((CommandList) list).statements())
                .filter(all -> all.get(all.size() - 1) == chain)
                .isPresent();
    }
}
