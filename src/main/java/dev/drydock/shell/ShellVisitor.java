package dev.drydock.shell;

/** What to do with each type of node; there is no default, so that a new type is not forgotten. */
public interface ShellVisitor<R> {

    R visitShellScript(ShellScript node);

    R visitCommandList(CommandList node);

    R visitAndOrList(AndOrList node);

    R visitPipeline(Pipeline node);

    R visitSimpleCommand(SimpleCommand node);

    R visitSubshell(Subshell node);

    R visitGroup(Group node);

    R visitIfClause(IfClause node);

    R visitForClause(ForClause node);

    R visitWhileClause(WhileClause node);

    R visitCaseClause(CaseClause node);

    R visitCaseItem(CaseItem node);

    R visitFunctionDefinition(FunctionDefinition node);

    R visitOpaqueCommand(OpaqueCommand node);

    R visitAssignment(Assignment node);

    R visitRedirect(Redirect node);

    R visitHereDocument(HereDocument node);

    R visitShellWord(ShellWord node);

    R visitLiteral(Literal node);

    R visitEscaped(Escaped node);

    R visitSingleQuoted(SingleQuoted node);

    R visitDoubleQuoted(DoubleQuoted node);

    R visitParameter(Parameter node);

    R visitCommandSubstitution(CommandSubstitution node);

    R visitArithmetic(Arithmetic node);

    R visitProcessSubstitution(ProcessSubstitution node);

    R visitOpaquePart(OpaquePart node);
}
