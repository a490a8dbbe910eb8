package dev.drydock.shell.parse;

import dev.drydock.shell.AndOrList;
import dev.drydock.shell.Command;
import dev.drydock.shell.CommandList;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellSource;
import dev.drydock.shell.ShellTokenKind;
import dev.drydock.syntax.Problem;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Tiling;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a script of a POSIX shell, and what bash and ash add to it (POSIX.1-2024, Shell Command Language, 2.10).
 *
 * <p>Total: a text that is no such script gives an opaque one. Aliases do not exist.
 */
public final class ShellParser {
    private static final Set<String> CLOSING = Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}");

    private final ShellLexer lexer;
    private final SourceText source;
    private final CommandParser commands;

    private ShellParser(SourceText source) {
        this.lexer = new ShellLexer(source);
        this.source = source;
        WordParser words = new WordParser(lexer, this::commandList);
        this.commands = new CommandParser(lexer, words, this);
    }

    /** Returns the script; opaque if the text is none. Never throws, and takes time linear in the length. */
    public static ShellScript parse(ShellSource source) {
        ShellScript script = new ShellParser(source.text()).script(source);
        assert isTiled(script);
        return script;
    }

    private static boolean isTiled(ShellScript script) {
        Tiling.check(script);
        return true;
    }

    private ShellScript script(ShellSource shellSource) {
        try {
            CommandList list = commandList();
            if (!lexer.atEnd()) {
                throw lexer.unexpected();
            }
            lexer.endOfText();
            return ShellScript.of(shellSource, list, lexer.problems());
        } catch (NotParsableException e) {
            Problem problem = Problem.error(TextRange.at(e.offset()), e.getMessage());
            return ShellScript.opaque(shellSource, e.getMessage(), List.of(problem));
        }
    }

    /** Reads statements up to the end or to a word or operator that closes the construct around them. */
    CommandList commandList() {
        lexer.enter();
        int start = lexer.position();
        List<SyntaxElement> children = new ArrayList<>();
        lexer.lineBreaks(children);
        while (!atListEnd()) {
            List<SyntaxElement> parts = andOrList();
            List<SyntaxElement> after = new ArrayList<>();
            Optional<Token> terminator = terminator(after);
            children.add(new AndOrList(source, parts, terminator));
            children.addAll(after);
            if (terminator.isEmpty()) {
                break;
            }
            lexer.lineBreaks(children);
        }
        lexer.leave();
        return new CommandList(source, children, start);
    }

    /** Reads statements of which there must be one. */
    CommandList nonEmptyCommandList() {
        CommandList list = commandList();
        if (list.statements().isEmpty()) {
            throw lexer.unexpected();
        }
        return list;
    }

    private boolean atListEnd() {
        return lexer.atEnd()
                || lexer.current() == ')'
                || lexer.lookingAt(";;")
                || lexer.lookingAt(";&")
                || CLOSING.contains(lexer.reservedWord());
    }

    private Optional<Token> terminator(List<SyntaxElement> out) {
        lexer.blanks(out);
        lexer.comment(out);
        if (lexer.newlineLength(lexer.position()) > 0) {
            return Optional.of(lexer.newline(out));
        }
        char c = lexer.current();
        boolean semicolon = c == ';' && !atListEnd();
        if (semicolon || c == '&') {
            Token token =
                    lexer.cut(semicolon ? ShellTokenKind.SEMICOLON : ShellTokenKind.AMPERSAND, lexer.position() + 1);
            out.add(token);
            return Optional.of(token);
        }
        return Optional.empty();
    }

    private List<SyntaxElement> andOrList() {
        List<SyntaxElement> children = new ArrayList<>();
        children.add(pipeline());
        while (true) {
            int operator = lexer.skipBlanks(lexer.position());
            boolean and = lexer.lookingAt("&&", operator);
            if (!and && !lexer.lookingAt("||", operator)) {
                return children;
            }
            lexer.blanks(children);
            children.add(lexer.cut(and ? ShellTokenKind.AND : ShellTokenKind.OR, operator + 2));
            lexer.lineBreaks(children);
            children.add(pipeline());
        }
    }

    private Pipeline pipeline() {
        List<SyntaxElement> children = new ArrayList<>();
        while (lexer.reservedWord().equals("!")) {
            children.add(lexer.cut(ShellTokenKind.BANG, lexer.position() + 1));
            lexer.blanks(children);
        }
        children.add(command());
        while (true) {
            int operator = lexer.skipBlanks(lexer.position());
            if (lexer.at(operator) != '|' || lexer.at(operator + 1) == '|') {
                return new Pipeline(source, children);
            }
            lexer.blanks(children);
            boolean both = lexer.at(operator + 1) == '&';
            children.add(lexer.cut(ShellTokenKind.PIPE, operator + (both ? 2 : 1)));
            if (both) {
                lexer.harmless(operator, "'|&' is known to bash only");
            }
            lexer.lineBreaks(children);
            children.add(command());
        }
    }

    private Command command() {
        return commands.command();
    }
}
