package dev.drydock.shell;

/** Visits a tree, parents before children. Override what is of interest, and call super to go deeper. */
public abstract class ShellWalker implements ShellVisitor<Void> {

    /** Visits the child nodes of {@code node} in the order of the text. */
    protected Void walkChildren(ShellNode node) {
        node.children(ShellNode.class).forEach(child -> child.accept(this));
        return null;
    }

    @Override
    public Void visitShellScript(ShellScript node) {
        return walkChildren(node);
    }

    @Override
    public Void visitCommandList(CommandList node) {
        return walkChildren(node);
    }

    @Override
    public Void visitAndOrList(AndOrList node) {
        return walkChildren(node);
    }

    @Override
    public Void visitPipeline(Pipeline node) {
        return walkChildren(node);
    }

    @Override
    public Void visitSimpleCommand(SimpleCommand node) {
        return walkChildren(node);
    }

    @Override
    public Void visitSubshell(Subshell node) {
        return walkChildren(node);
    }

    @Override
    public Void visitGroup(Group node) {
        return walkChildren(node);
    }

    @Override
    public Void visitIfClause(IfClause node) {
        return walkChildren(node);
    }

    @Override
    public Void visitForClause(ForClause node) {
        return walkChildren(node);
    }

    @Override
    public Void visitWhileClause(WhileClause node) {
        return walkChildren(node);
    }

    @Override
    public Void visitCaseClause(CaseClause node) {
        return walkChildren(node);
    }

    @Override
    public Void visitCaseItem(CaseItem node) {
        return walkChildren(node);
    }

    @Override
    public Void visitFunctionDefinition(FunctionDefinition node) {
        return walkChildren(node);
    }

    @Override
    public Void visitOpaqueCommand(OpaqueCommand node) {
        return walkChildren(node);
    }

    @Override
    public Void visitAssignment(Assignment node) {
        return walkChildren(node);
    }

    @Override
    public Void visitRedirect(Redirect node) {
        return walkChildren(node);
    }

    @Override
    public Void visitHereDocument(HereDocument node) {
        return walkChildren(node);
    }

    @Override
    public Void visitShellWord(ShellWord node) {
        return walkChildren(node);
    }

    @Override
    public Void visitLiteral(Literal node) {
        return walkChildren(node);
    }

    @Override
    public Void visitEscaped(Escaped node) {
        return walkChildren(node);
    }

    @Override
    public Void visitSingleQuoted(SingleQuoted node) {
        return walkChildren(node);
    }

    @Override
    public Void visitDoubleQuoted(DoubleQuoted node) {
        return walkChildren(node);
    }

    @Override
    public Void visitParameter(Parameter node) {
        return walkChildren(node);
    }

    @Override
    public Void visitCommandSubstitution(CommandSubstitution node) {
        return walkChildren(node);
    }

    @Override
    public Void visitArithmetic(Arithmetic node) {
        return walkChildren(node);
    }

    @Override
    public Void visitProcessSubstitution(ProcessSubstitution node) {
        return walkChildren(node);
    }

    @Override
    public Void visitOpaquePart(OpaquePart node) {
        return walkChildren(node);
    }
}
