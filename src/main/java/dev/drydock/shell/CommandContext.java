package dev.drydock.shell;

import dev.drydock.syntax.SyntaxNode;

/**
 * What surrounds a command, counted over all levels up to the script.
 *
 * @param conditional in a branch, a loop body, a case item: it may not run at all
 * @param inCondition in the condition of {@code if} or {@code while}: its failure does not end the script
 * @param inLoop in the body or condition of a loop: it may run more than once
 * @param background in a statement that ends in {@code &}
 * @param negated in a pipeline after {@code !}
 * @param inPipeline in a pipeline of more than one command
 * @param pipelinePosition the 0-based place in the innermost pipeline
 * @param pipelineLength the number of commands of the innermost pipeline
 * @param inSubshell in parentheses
 * @param inFunction in the definition of a function
 * @param inSubstitution in a command or process substitution
 * @param inOpaque in a command that is not understood
 * @param afterOr an {@code ||} stands before it in its statement, or in one around it
 * @param beforeOr an {@code ||} stands after it in its statement, or in one around it
 * @param firstOfChain no {@code &&} or {@code ||} stands before it in its own statement
 * @param lastOfChain no {@code &&} or {@code ||} stands after it in its own statement
 */
public record CommandContext(
        boolean conditional,
        boolean inCondition,
        boolean inLoop,
        boolean background,
        boolean negated,
        boolean inPipeline,
        int pipelinePosition,
        int pipelineLength,
        boolean inSubshell,
        boolean inFunction,
        boolean inSubstitution,
        boolean inOpaque,
        boolean afterOr,
        boolean beforeOr,
        boolean firstOfChain,
        boolean lastOfChain) {

    /** Returns what surrounds {@code command}. */
    public static CommandContext of(SimpleCommand command) {
        Walk walk = new Walk();
        SyntaxNode child = command;
        for (SyntaxNode node = parent(child); node != null; node = parent(node)) {
            walk.pass(child, node);
            child = node;
        }
        return walk.result();
    }

    private static SyntaxNode parent(SyntaxNode node) {
        return node.parent().orElse(null);
    }

    /** Returns whether the command is the last of its pipeline, so that its exit status is that of the pipeline. */
    public boolean isLastOfPipeline() {
        return pipelinePosition == pipelineLength - 1;
    }

    /**
     * Returns whether the command always runs, once, in the shell of the script, after everything before it in its
     * statement succeeded, and whether its failure is the failure of its statement.
     */
    public boolean isPlain() {
        return !conditional
                && !inCondition
                && !inLoop
                && !background
                && !negated
                && !inPipeline
                && !inSubshell
                && !inFunction
                && !inSubstitution
                && !inOpaque
                && !afterOr
                && !beforeOr;
    }

    /** Collects the facts on the way from a command to the root. */
    private static final class Walk {
        private boolean conditional;
        private boolean inCondition;
        private boolean inLoop;
        private boolean background;
        private boolean negated;
        private boolean inPipeline;
        private int position = -1;
        private int length;
        private boolean inSubshell;
        private boolean inFunction;
        private boolean inSubstitution;
        private boolean inOpaque;
        private boolean afterOr;
        private boolean beforeOr;
        private boolean first;
        private boolean last;
        private boolean inStatement;

        void pass(SyntaxNode child, SyntaxNode node) {
            if (node instanceof Pipeline pipeline) {
                passPipeline((Command) child, pipeline);
            } else if (node instanceof AndOrList list) {
                passStatement(((Pipeline) child).position(), list);
            } else if (node instanceof IfClause clause) {
                passIf(child, clause);
            } else if (node instanceof WhileClause clause) {
                inLoop = true;
                boolean condition = child == clause.condition();
                inCondition |= condition;
                conditional |= !condition;
            } else if (node instanceof ForClause) {
                boolean body = child instanceof CommandList;
                inLoop |= body;
                conditional |= body;
            } else {
                inSubshell |= node instanceof Subshell;
                inFunction |= node instanceof FunctionDefinition;
                inSubstitution |= node instanceof CommandSubstitution || node instanceof ProcessSubstitution;
                inOpaque |= node instanceof OpaqueCommand;
                conditional |= node instanceof CaseItem;
            }
        }

        private void passPipeline(Command command, Pipeline pipeline) {
            negated |= pipeline.isNegated();
            inPipeline |= pipeline.commands().size() > 1;
            if (position < 0) {
                position = command.position();
                length = pipeline.commands().size();
            }
        }

        private void passStatement(int place, AndOrList list) {
            background |= list.terminator() == AndOrList.Terminator.AMPERSAND;
            afterOr |= list.hasOrBefore(place);
            beforeOr |= list.hasOrAfter(place);
            if (!inStatement) {
                inStatement = true;
                first = place == 0;
                last = place == list.pipelines().size() - 1;
            }
        }

        private void passIf(SyntaxNode child, IfClause clause) {
            var branches = clause.branches();
            inCondition |= branches.stream().anyMatch(branch -> branch.condition() == child);
            conditional |= branches.get(0).condition() != child && child instanceof CommandList;
        }

        CommandContext result() {
            return new CommandContext(
                    conditional,
                    inCondition,
                    inLoop,
                    background,
                    negated,
                    inPipeline,
                    position,
                    length,
                    inSubshell,
                    inFunction,
                    inSubstitution,
                    inOpaque,
                    afterOr,
                    beforeOr,
                    first,
                    last);
        }
    }
}
