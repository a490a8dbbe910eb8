package dev.drydock.shell.parse;

import dev.drydock.shell.Assignment;
import dev.drydock.shell.CaseClause;
import dev.drydock.shell.CaseItem;
import dev.drydock.shell.Command;
import dev.drydock.shell.ForClause;
import dev.drydock.shell.FunctionDefinition;
import dev.drydock.shell.Group;
import dev.drydock.shell.IfClause;
import dev.drydock.shell.OpaqueCommand;
import dev.drydock.shell.ShellTokenKind;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Subshell;
import dev.drydock.shell.WhileClause;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one command: simple, compound, or one that only bash knows. */
final class CommandParser {
    /** The builtins of bash whose operands may be arrays. */
    private static final Set<String> DECLARATIONS = Set.of("declare", "typeset", "local", "export", "readonly");

    private final ShellLexer lexer;
    private final SourceText source;
    private final WordParser words;
    private final ShellParser lists;

    CommandParser(ShellLexer lexer, WordParser words, ShellParser lists) {
        this.lexer = lexer;
        this.source = lexer.source();
        this.words = words;
        this.lists = lists;
    }

    Command command() {
        lexer.enter();
        Command command = dispatch();
        lexer.leave();
        return command;
    }

    private Command dispatch() {
        if (lexer.current() == '(') {
            return parenthesis();
        }
        return switch (lexer.reservedWord()) {
            case "{" -> group();
            case "if" -> ifClause();
            case "for" -> forClause();
            case "while" -> whileClause("while");
            case "until" -> whileClause("until");
            case "case" -> caseClause();
            case "[[" -> bashTest();
            case "select" -> select();
            case "function" -> function();
            case "coproc" -> prefixed("coproc", "coprocess of bash");
            case "time" -> time();
            case "then", "elif", "else", "fi", "do", "done", "esac", "}", "!" -> throw lexer.unexpected();
            default -> simpleCommandOrFunction();
        };
    }

    // --- simple commands and functions

    private Command simpleCommandOrFunction() {
        List<SyntaxElement> children = new ArrayList<>();
        if (isFunction(lexer.position())) {
            return functionAfterName(children);
        }
        Optional<ShellWord> name = Optional.empty();
        int next = lexer.position();
        while (words.isRedirect(next) || words.isWordStart(next)) {
            lexer.blanks(children);
            if (words.isRedirect(next)) {
                children.add(words.redirect());
            } else if (name.isEmpty()) {
                name = assignmentOrName(children);
            } else {
                children.add(words.word(DECLARATIONS.contains(name.get().literalPrefix())));
            }
            next = lexer.skipBlanks(lexer.position());
        }
        if (children.isEmpty()) {
            throw lexer.unexpected();
        }
        if (name.isPresent() && lexer.at(next) == '(') {
            throw lexer.errorAt("unexpected '('", next);
        }
        return new SimpleCommand(source, children);
    }

    /** Reads an assignment, or the first word, which is returned. */
    private Optional<ShellWord> assignmentOrName(List<SyntaxElement> children) {
        Optional<Assignment> assignment = words.assignment();
        if (assignment.isPresent()) {
            children.add(assignment.get());
            return Optional.empty();
        }
        ShellWord word = words.word();
        children.add(word);
        return Optional.of(word);
    }

    private boolean isFunction(int offset) {
        int name = lexer.plainWordEnd(offset);
        int open = lexer.skipBlanks(name);
        return name > offset
                && lexer.slice(offset, name).indexOf('=') < 0
                && lexer.at(open) == '('
                && lexer.at(lexer.skipBlanks(open + 1)) == ')';
    }

    private FunctionDefinition functionAfterName(List<SyntaxElement> children) {
        children.add(lexer.cut(ShellTokenKind.NAME, lexer.plainWordEnd(lexer.position())));
        lexer.blanks(children);
        if (lexer.current() == '(') {
            children.add(lexer.cut(ShellTokenKind.LEFT_PAREN, lexer.position() + 1));
            lexer.blanks(children);
            children.add(lexer.expect(ShellTokenKind.RIGHT_PAREN, ")"));
        }
        lexer.lineBreaks(children);
        children.add(command());
        return new FunctionDefinition(source, children);
    }

    private Command function() {
        int start = lexer.position();
        int name = lexer.skipBlanks(start + "function".length());
        if (!words.isWordStart(name) || lexer.plainWordEnd(name) == name) {
            return simpleCommandOrFunction();
        }
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.expectReserved("function"));
        lexer.blanks(children);
        lexer.harmless(start, "'function' is known to bash only");
        return functionAfterName(children);
    }

    // --- compound commands

    private void redirects(List<SyntaxElement> children) {
        while (words.isRedirect(lexer.skipBlanks(lexer.position()))) {
            lexer.blanks(children);
            children.add(words.redirect());
        }
        int next = lexer.skipBlanks(lexer.position());
        if (lexer.at(next) == '(' || (words.isWordStart(next) && isNotClosing(next))) {
            throw lexer.errorAt("a word follows the end of a compound command", next);
        }
    }

    /** Returns whether the word at {@code offset} is not one that may follow the end of a command without a semicolon. */
    private boolean isNotClosing(int offset) {
        return switch (lexer.reservedWord(offset)) {
            case "then", "elif", "else", "fi", "do", "done", "esac", "}" -> false;
            default -> true;
        };
    }

    private Command parenthesis() {
        List<SyntaxElement> children = new ArrayList<>();
        if (lexer.lookingAt("((")) {
            int start = lexer.position();
            int end = lexer.arithmeticEnd(start);
            if (end >= 0) {
                children.add(lexer.cut(ShellTokenKind.OPAQUE, end));
                lexer.harmless(start, "'((' is arithmetic in bash and two subshells elsewhere");
                redirects(children);
                return new OpaqueCommand(source, children, "arithmetic of bash");
            }
        }
        children.add(lexer.cut(ShellTokenKind.LEFT_PAREN, lexer.position() + 1));
        children.add(lists.nonEmptyCommandList());
        children.add(lexer.expect(ShellTokenKind.RIGHT_PAREN, ")"));
        redirects(children);
        return new Subshell(source, children);
    }

    private Group group() {
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.expectReserved("{"));
        children.add(lists.nonEmptyCommandList());
        children.add(lexer.expectReserved("}"));
        redirects(children);
        return new Group(source, children);
    }

    private IfClause ifClause() {
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.expectReserved("if"));
        children.add(lists.nonEmptyCommandList());
        children.add(lexer.expectReserved("then"));
        children.add(lists.nonEmptyCommandList());
        while (lexer.reservedWord().equals("elif")) {
            children.add(lexer.expectReserved("elif"));
            children.add(lists.nonEmptyCommandList());
            children.add(lexer.expectReserved("then"));
            children.add(lists.nonEmptyCommandList());
        }
        if (lexer.reservedWord().equals("else")) {
            children.add(lexer.expectReserved("else"));
            children.add(lists.nonEmptyCommandList());
        }
        children.add(lexer.expectReserved("fi"));
        redirects(children);
        return new IfClause(source, children);
    }

    private WhileClause whileClause(String keyword) {
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.expectReserved(keyword));
        children.add(lists.nonEmptyCommandList());
        loopBody(children);
        redirects(children);
        return new WhileClause(source, children);
    }

    private void loopBody(List<SyntaxElement> children) {
        boolean braces = lexer.reservedWord().equals("{");
        children.add(lexer.expectReserved(braces ? "{" : "do"));
        children.add(lists.nonEmptyCommandList());
        children.add(lexer.expectReserved(braces ? "}" : "done"));
    }

    private Command forClause() {
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.expectReserved("for"));
        lexer.blanks(children);
        if (lexer.lookingAt("((")) {
            return arithmeticFor(children);
        }
        overWords(children);
        return new ForClause(source, children);
    }

    /** Reads the name, the words, the body and the redirections of a loop over words. */
    private void overWords(List<SyntaxElement> children) {
        int nameEnd = lexer.plainWordEnd(lexer.position());
        if (nameEnd == lexer.position()) {
            throw lexer.unexpected();
        }
        children.add(lexer.cut(ShellTokenKind.NAME, nameEnd));
        lexer.lineBreaks(children);
        if (lexer.atWord("in") || lexer.lookingAt("in\\")) {
            children.add(lexer.cut(ShellTokenKind.KEYWORD, lexer.position() + 2));
            lexer.blanks(children);
            while (words.isWordStart(lexer.position())) {
                children.add(words.word());
                lexer.blanks(children);
            }
        }
        separator(children);
        loopBody(children);
        redirects(children);
    }

    /** Reads the semicolon or line ending before the body of a loop. */
    private void separator(List<SyntaxElement> children) {
        lexer.blanks(children);
        if (lexer.current() == ';') {
            children.add(lexer.cut(ShellTokenKind.SEMICOLON, lexer.position() + 1));
        }
        lexer.lineBreaks(children);
    }

    private CaseClause caseClause() {
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.expectReserved("case"));
        lexer.blanks(children);
        if (!words.isWordStart(lexer.position())) {
            throw lexer.unexpected();
        }
        children.add(words.word());
        lexer.lineBreaks(children);
        if (!lexer.lookingAt("in")) {
            throw lexer.unexpected();
        }
        children.add(lexer.cut(ShellTokenKind.KEYWORD, lexer.position() + 2));
        lexer.lineBreaks(children);
        boolean more = true;
        while (more && !lexer.reservedWord().equals("esac")) {
            more = caseItem(children);
            lexer.lineBreaks(children);
        }
        children.add(lexer.expectReserved("esac"));
        redirects(children);
        return new CaseClause(source, children);
    }

    /** Reads one item, and returns whether another may follow. */
    private boolean caseItem(List<SyntaxElement> out) {
        List<SyntaxElement> children = new ArrayList<>();
        if (lexer.current() == '(') {
            children.add(lexer.cut(ShellTokenKind.LEFT_PAREN, lexer.position() + 1));
            lexer.blanks(children);
        }
        pattern(children);
        while (lexer.current() == '|') {
            children.add(lexer.cut(ShellTokenKind.PIPE, lexer.position() + 1));
            lexer.blanks(children);
            pattern(children);
        }
        children.add(lexer.expect(ShellTokenKind.RIGHT_PAREN, ")"));
        children.add(lists.commandList());
        int end = caseEnd();
        boolean ended = end > lexer.position();
        if (ended) {
            children.add(lexer.cut(ShellTokenKind.CASE_END, end));
        }
        out.add(new CaseItem(source, children));
        return ended;
    }

    private void pattern(List<SyntaxElement> children) {
        if (!words.isWordStart(lexer.position())) {
            throw lexer.unexpected();
        }
        children.add(words.word());
        lexer.blanks(children);
    }

    private int caseEnd() {
        int start = lexer.position();
        if (lexer.lookingAt(";;&")) {
            return start + 3;
        }
        return lexer.lookingAt(";;") || lexer.lookingAt(";&") ? start + 2 : start;
    }

    // --- what only bash knows

    private OpaqueCommand arithmeticFor(List<SyntaxElement> children) {
        int start = lexer.position();
        int end = lexer.arithmeticEnd(start);
        if (end < 0) {
            throw lexer.unexpected();
        }
        children.add(lexer.cut(ShellTokenKind.OPAQUE, end));
        lexer.harmless(start, "an arithmetic 'for' is known to bash only");
        separator(children);
        loopBody(children);
        redirects(children);
        return new OpaqueCommand(source, children, "arithmetic loop of bash");
    }

    private OpaqueCommand select() {
        int start = lexer.position();
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.expectReserved("select"));
        lexer.blanks(children);
        overWords(children);
        lexer.harmless(start, "'select' is known to bash only");
        return new OpaqueCommand(source, children, "menu of bash");
    }

    /** Reads a word and the command after it; the word alone is an ordinary command. */
    private Command prefixed(String keyword, String reason) {
        int start = lexer.position();
        int next = lexer.skipBlanks(start + keyword.length());
        if (lexer.at(next) != '(' && !words.isWordStart(next)) {
            return simpleCommandOrFunction();
        }
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.expectReserved(keyword));
        lexer.blanks(children);
        children.add(command());
        lexer.harmless(start, "'" + keyword + "' is known to bash only");
        return new OpaqueCommand(source, children, reason);
    }

    /** A compound command may follow {@code time} in bash; before a simple one it reads like a command of that name. */
    private Command time() {
        int next = lexer.skipBlanks(lexer.position() + "time".length());
        boolean compound = lexer.at(next) == '(' || !lexer.reservedWord(next).isEmpty();
        return compound && !lexer.reservedWord(next).equals("!")
                ? prefixed("time", "timed compound command of bash")
                : simpleCommandOrFunction();
    }

    /** Reads {@code [[ ... ]]}, in which parentheses, bars and angles are not operators of the shell. */
    private OpaqueCommand bashTest() {
        int start = lexer.position();
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.expectReserved("[["));
        while (true) {
            lexer.blanks(children);
            if (lexer.atWord("]]")) {
                break;
            }
            testElement(children, start);
        }
        children.add(lexer.cut(ShellTokenKind.KEYWORD, lexer.position() + 2));
        lexer.harmless(start, "'[[' is known to bash only");
        redirects(children);
        return new OpaqueCommand(source, children, "test of bash");
    }

    private void testElement(List<SyntaxElement> children, int start) {
        if (lexer.atEnd()) {
            throw lexer.errorAt("'[[' is not closed", start);
        }
        if (lexer.newlineLength(lexer.position()) > 0) {
            lexer.newline(children);
        } else if (ShellLexer.isOperator(lexer.current()) || lexer.current() == '#') {
            children.add(lexer.cut(ShellTokenKind.OPAQUE, lexer.position() + 1));
        } else {
            children.add(words.word());
        }
    }
}
