package dev.drydock.shell.parse;

import dev.drydock.shell.Literal;
import dev.drydock.shell.Parameter;
import dev.drydock.shell.ShellTokenKind;
import dev.drydock.shell.ShellWord;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code $name} and {@code ${name...}}. */
final class ParameterParser {
    private static final String SPECIAL = "@*#?-$!";

    /** Longer operators first. The last rows are known to bash only. */
    private static final List<String> OPERATORS = List.of(
            ":-", ":=", ":?", ":+", "-", "=", "?", "+", "##", "#", "%%", "%", "//", "/", "^^", "^", ",,", ",", "@", ":",
            "*");

    private final ShellLexer lexer;
    private final SourceText source;
    private final WordParser words;

    ParameterParser(ShellLexer lexer, WordParser words) {
        this.lexer = lexer;
        this.source = lexer.source();
        this.words = words;
    }

    /** Reads the {@code $name} that stands here; empty if the dollar sign stands for itself. */
    Optional<Parameter> simple() {
        int start = lexer.position() + 1;
        int end = lexer.nameEnd(start);
        if (end == start && start < lexer.limit() && isSpecialOrDigit(lexer.at(start))) {
            end = start + 1;
        }
        if (end == start) {
            return Optional.empty();
        }
        String name = lexer.slice(start, end);
        return Optional.of(new Parameter(source, List.of(lexer.cut(ShellTokenKind.VARIABLE, end)), name, ""));
    }

    private static boolean isSpecialOrDigit(char c) {
        return ShellLexer.isDigit(c) || SPECIAL.indexOf(c) >= 0;
    }

    /** Reads the {@code ${...}} that stands here; {@code quoted} tells whether double quotes are around it. */
    Parameter braced(boolean quoted) {
        lexer.enter();
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.expect(ShellTokenKind.OPEN, "${"));
        String operator = prefix(children);
        String name = name(children);
        if (lexer.current() == '[') {
            children.add(lexer.cut(ShellTokenKind.OPEN, lexer.position() + 1));
            argument(children, ']', quoted, true);
            children.add(lexer.expect(ShellTokenKind.CLOSE, "]"));
        }
        if (lexer.current() != '}') {
            String found = operator(children);
            operator = operator.isEmpty() ? found : operator;
            argument(children, '}', quoted, quotesInside(found, quoted));
        }
        children.add(lexer.expect(ShellTokenKind.CLOSE, "}"));
        lexer.leave();
        return new Parameter(source, children, name, operator);
    }

    /** Between double quotes a single quote stands for itself, but for patterns to remove or to replace. */
    private static boolean quotesInside(String operator, boolean quoted) {
        return !quoted || operator.startsWith("#") || operator.startsWith("%") || operator.startsWith("/");
    }

    /** Reads the {@code #} of a length or the {@code !} of an indirection. */
    private String prefix(List<SyntaxElement> out) {
        char c = lexer.current();
        char next = lexer.at(lexer.position() + 1);
        boolean named = ShellLexer.isNameStart(next) || ShellLexer.isDigit(next);
        boolean length = c == '#' && (named || ((next == '@' || next == '*') && lexer.at(lexer.position() + 2) == '}'));
        if (length || (c == '!' && named)) {
            out.add(lexer.cut(ShellTokenKind.PARAMETER_OPERATOR, lexer.position() + 1));
            return String.valueOf(c);
        }
        return "";
    }

    private String name(List<SyntaxElement> out) {
        int start = lexer.position();
        int end = Math.max(lexer.nameEnd(start), lexer.digitsEnd(start));
        if (end == start && !lexer.atEnd() && SPECIAL.indexOf(lexer.current()) >= 0) {
            end = start + 1;
        }
        if (end == start) {
            throw lexer.error("bad substitution");
        }
        out.add(lexer.cut(ShellTokenKind.PARAMETER_NAME, end));
        return lexer.slice(start, end);
    }

    private String operator(List<SyntaxElement> out) {
        String operator = OPERATORS.stream()
                .filter(lexer::lookingAt)
                .findFirst()
                .orElseThrow(() -> lexer.error("bad substitution"));
        out.add(lexer.expect(ShellTokenKind.PARAMETER_OPERATOR, operator));
        return operator;
    }

    /** Reads up to, and without, {@code close}; blanks and operators mean nothing here. */
    private void argument(List<SyntaxElement> out, char close, boolean quoted, boolean singleQuotes) {
        int start = lexer.position();
        List<SyntaxElement> parts = new ArrayList<>();
        while (lexer.current() != close) {
            if (lexer.atEnd()) {
                throw lexer.errorAt("a brace is not closed", start);
            }
            argumentPart(parts, close, quoted, singleQuotes);
        }
        if (!parts.isEmpty()) {
            out.add(new ShellWord(source, parts, start));
        }
    }

    private void argumentPart(List<SyntaxElement> out, char close, boolean quoted, boolean singleQuotes) {
        char c = lexer.current();
        if (c == '\\') {
            words.backslash(out);
        } else if (c == '"') {
            out.add(words.doubleQuoted());
        } else if (c == '`') {
            out.add(words.backquoted());
        } else if (c == '$') {
            words.dollar(out, quoted);
        } else if (c == '\'' && singleQuotes) {
            out.add(words.singleQuoted());
        } else {
            int end = lexer.position() + 1;
            while (end < lexer.limit() && !endsLiteral(lexer.at(end), close, singleQuotes)) {
                end++;
            }
            out.add(new Literal(source, List.of(lexer.cut(ShellTokenKind.TEXT, end))));
        }
    }

    private static boolean endsLiteral(char c, char close, boolean singleQuotes) {
        return c == close || WordParser.isSpecialInDoubleQuotes(c) || (c == '\'' && singleQuotes);
    }
}
