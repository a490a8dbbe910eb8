package dev.drydock.shell.parse;

import dev.drydock.shell.Arithmetic;
import dev.drydock.shell.Assignment;
import dev.drydock.shell.CommandList;
import dev.drydock.shell.CommandSubstitution;
import dev.drydock.shell.DoubleQuoted;
import dev.drydock.shell.Escaped;
import dev.drydock.shell.Literal;
import dev.drydock.shell.OpaquePart;
import dev.drydock.shell.Parameter;
import dev.drydock.shell.ProcessSubstitution;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellTokenKind;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SingleQuoted;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads words and their parts, assignments and redirections. */
final class WordParser {
    private final ShellLexer lexer;
    private final SourceText source;
    private final CommandListReader commands;
    private final ParameterParser parameters;

    /** Reads the commands of a substitution. */
    interface CommandListReader {
        CommandList commandList();
    }

    WordParser(ShellLexer lexer, CommandListReader commands) {
        this.lexer = lexer;
        this.source = lexer.source();
        this.commands = commands;
        this.parameters = new ParameterParser(lexer, this);
    }

    // --- words

    /** Returns whether a word starts at {@code offset}; a comment does not. */
    boolean isWordStart(int offset) {
        return lexer.at(offset) != '#' && (!lexer.isWordEnd(offset) || isProcessSubstitution(offset));
    }

    private boolean isProcessSubstitution(int offset) {
        return lexer.lookingAt("<(", offset) || lexer.lookingAt(">(", offset);
    }

    ShellWord word() {
        return word(false);
    }

    /** Reads a word; {@code arrays} tells whether it may be {@code name=(a b)}, as after {@code declare} in bash. */
    ShellWord word(boolean arrays) {
        int start = lexer.position();
        List<SyntaxElement> parts = new ArrayList<>();
        while (!lexer.atEnd()) {
            if (isProcessSubstitution(lexer.position())) {
                parts.add(processSubstitution());
            } else if (arrays && lexer.current() == '(' && endsInAssign(start)) {
                parts.add(array());
            } else if (lexer.isWordEnd(lexer.position())) {
                break;
            } else {
                part(parts);
            }
        }
        return new ShellWord(source, parts, start);
    }

    /** Returns whether the characters from {@code start} to the cursor are {@code name=} or {@code name+=}. */
    private boolean endsInAssign(int start) {
        return lexer.position() > start
                && lexer.at(lexer.position() - 1) == '='
                && assignEnd(lexer.nameEnd(start)) == lexer.position();
    }

    private int assignEnd(int nameEnd) {
        if (lexer.at(nameEnd) == '=') {
            return nameEnd + 1;
        }
        return lexer.lookingAt("+=", nameEnd) ? nameEnd + 2 : -1;
    }

    private void part(List<SyntaxElement> out) {
        switch (lexer.current()) {
            case '\\' -> backslash(out);
            case '\'' -> out.add(singleQuoted());
            case '"' -> out.add(doubleQuoted());
            case '`' -> out.add(backquoted());
            case '$' -> dollar(out, false);
            default -> literal(out);
        }
    }

    private void literal(List<SyntaxElement> out) {
        int start = lexer.position();
        if (isExtendedGlob(start)) {
            int end = lexer.parenthesisEnd(start + 1);
            out.add(opaque(end, "extended glob"));
            return;
        }
        int end = start + 1;
        while (!lexer.isWordEnd(end) && !isSpecial(lexer.at(end)) && !isExtendedGlob(end)) {
            end++;
        }
        out.add(literal(end));
    }

    private Literal literal(int end) {
        return new Literal(source, List.of(lexer.cut(ShellTokenKind.TEXT, end)));
    }

    private OpaquePart opaque(int end, String reason) {
        return new OpaquePart(source, List.of(lexer.cut(ShellTokenKind.OPAQUE, end)), reason);
    }

    private boolean isExtendedGlob(int offset) {
        return lexer.at(offset + 1) == '(' && "?*+@!".indexOf(lexer.at(offset)) >= 0;
    }

    private static boolean isSpecial(char c) {
        return c == '\\' || c == '\'' || c == '"' || c == '`' || c == '$';
    }

    void backslash(List<SyntaxElement> out) {
        int start = lexer.position();
        if (lexer.continuationLength(start) > 0) {
            lexer.continuation(out);
        } else if (start + 1 >= lexer.limit()) {
            out.add(literal(start + 1));
        } else {
            int end = start + 1 + Character.charCount(source.text().codePointAt(start + 1));
            out.add(new Escaped(source, List.of(lexer.cut(ShellTokenKind.ESCAPE, Math.min(end, lexer.limit())))));
        }
    }

    SingleQuoted singleQuoted() {
        int end = lexer.singleQuoteEnd(lexer.position());
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.cut(ShellTokenKind.QUOTE, lexer.position() + 1));
        if (end - 1 > lexer.position()) {
            children.add(lexer.cut(ShellTokenKind.TEXT, end - 1));
        }
        children.add(lexer.cut(ShellTokenKind.QUOTE, end));
        return new SingleQuoted(source, children);
    }

    // --- double quotes

    DoubleQuoted doubleQuoted() {
        lexer.enter();
        int start = lexer.position();
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.cut(ShellTokenKind.QUOTE, start + 1));
        while (lexer.current() != '"' || lexer.atEnd()) {
            if (lexer.atEnd()) {
                throw lexer.errorAt("a double quote is not closed", start);
            }
            quotedPart(children);
        }
        children.add(lexer.cut(ShellTokenKind.QUOTE, lexer.position() + 1));
        lexer.leave();
        return new DoubleQuoted(source, children);
    }

    private void quotedPart(List<SyntaxElement> out) {
        switch (lexer.current()) {
            case '\\' -> quotedBackslash(out);
            case '`' -> out.add(backquoted());
            case '$' -> dollar(out, true);
            default -> {
                int end = lexer.position() + 1;
                while (end < lexer.limit() && !isSpecialInDoubleQuotes(lexer.at(end))) {
                    end++;
                }
                out.add(literal(end));
            }
        }
    }

    static boolean isSpecialInDoubleQuotes(char c) {
        return c == '\\' || c == '"' || c == '`' || c == '$';
    }

    /** Between double quotes a backslash quotes only what is special there; else it stands for itself. */
    void quotedBackslash(List<SyntaxElement> out) {
        char next = lexer.at(lexer.position() + 1);
        boolean quotes = isSpecialInDoubleQuotes(next) && lexer.position() + 1 < lexer.limit();
        if (quotes || lexer.continuationLength(lexer.position()) > 0) {
            backslash(out);
        } else {
            out.add(literal(lexer.position() + 1));
        }
    }

    // --- expansions

    /** Reads what starts with the dollar sign here; a lone one stands for itself. */
    void dollar(List<SyntaxElement> out, boolean quoted) {
        int start = lexer.position();
        char next = lexer.at(start + 1);
        if (next == '(') {
            out.add(commandSubstitutionOrArithmetic());
        } else if (next == '{') {
            out.add(parameters.braced(quoted));
        } else if (next == '[') {
            out.add(opaque(start + 2, "arithmetic of bash"));
        } else if (next == '\'' && !quoted) {
            out.add(opaque(ansiQuoteEnd(start), "quoting with escapes of bash"));
        } else if (next == '"' && !quoted) {
            out.add(opaque(start + 1, "translated string of bash"));
        } else {
            Optional<Parameter> parameter = parameters.simple();
            out.add(parameter.isPresent() ? parameter.get() : literal(start + 1));
        }
    }

    private int ansiQuoteEnd(int start) {
        for (int i = start + 2; i < lexer.limit(); i++) {
            if (lexer.at(i) == '\\') {
                i++;
            } else if (lexer.at(i) == '\'') {
                return i + 1;
            }
        }
        throw lexer.errorAt("a single quote is not closed", start);
    }

    private SyntaxElement commandSubstitutionOrArithmetic() {
        int start = lexer.position();
        if (lexer.at(start + 2) == '(') {
            int end = lexer.arithmeticEnd(start + 1);
            if (end >= 0) {
                return new Arithmetic(source, List.of(lexer.cut(ShellTokenKind.OPAQUE, end)));
            }
        }
        List<SyntaxElement> children = substitution("$(");
        return new CommandSubstitution(source, children);
    }

    private ProcessSubstitution processSubstitution() {
        return new ProcessSubstitution(source, substitution(lexer.slice(lexer.position(), lexer.position() + 2)));
    }

    private List<SyntaxElement> substitution(String opening) {
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.expect(ShellTokenKind.OPEN, opening));
        children.add(commands.commandList());
        children.add(lexer.expect(ShellTokenKind.CLOSE, ")"));
        return children;
    }

    /** Backquotes end at the next one that no backslash quotes, whatever stands between. */
    CommandSubstitution backquoted() {
        int start = lexer.position();
        int close = start + 1;
        boolean plain = true;
        while (lexer.at(close) != '`') {
            if (lexer.at(close) == '\\') {
                plain = false;
                close++;
            }
            if (++close > lexer.limit()) {
                throw lexer.errorAt("a backquote is not closed", start);
            }
        }
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.cut(ShellTokenKind.OPEN, start + 1));
        if (!(plain && readInside(children, close)) && close > lexer.position()) {
            children.add(lexer.cut(ShellTokenKind.OPAQUE, close));
        }
        children.add(lexer.cut(ShellTokenKind.CLOSE, close + 1));
        return new CommandSubstitution(source, children);
    }

    private boolean readInside(List<SyntaxElement> out, int close) {
        ShellLexer.Mark mark = lexer.narrow(close);
        try {
            CommandList list = commands.commandList();
            if (!lexer.atEnd()) {
                throw lexer.unexpected();
            }
            lexer.widen(mark);
            out.add(list);
            return true;
        } catch (NotParsableException e) {
            lexer.reset(mark);
            return false;
        }
    }

    private OpaquePart array() {
        List<SyntaxElement> children = new ArrayList<>();
        int start = lexer.position();
        lexer.enter();
        children.add(lexer.cut(ShellTokenKind.LEFT_PAREN, start + 1));
        lexer.lineBreaks(children);
        while (lexer.current() != ')') {
            if (!isWordStart(lexer.position())) {
                throw lexer.unexpected();
            }
            children.add(word());
            lexer.lineBreaks(children);
        }
        children.add(lexer.cut(ShellTokenKind.RIGHT_PAREN, lexer.position() + 1));
        lexer.leave();
        lexer.harmless(start, "an array is known to bash only");
        return new OpaquePart(source, children, "array");
    }

    // --- assignments

    /** Reads {@code name=value} if it stands here. */
    Optional<Assignment> assignment() {
        int nameEnd = lexer.nameEnd(lexer.position());
        if (nameEnd == lexer.position()) {
            return Optional.empty();
        }
        int subscriptEnd = lexer.at(nameEnd) == '[' ? subscriptEnd(nameEnd) : nameEnd;
        int assignEnd = assignEnd(subscriptEnd);
        if (assignEnd < 0) {
            return Optional.empty();
        }
        List<SyntaxElement> children = new ArrayList<>();
        children.add(lexer.cut(ShellTokenKind.ASSIGNMENT_NAME, subscriptEnd));
        children.add(lexer.cut(ShellTokenKind.ASSIGN, assignEnd));
        if (lexer.current() == '(' && !lexer.atEnd()) {
            int start = lexer.position();
            children.add(new ShellWord(source, List.of(array()), start));
        } else if (isProcessSubstitution(lexer.position()) || !lexer.isWordEnd(lexer.position())) {
            children.add(word());
        }
        return Optional.of(new Assignment(source, children));
    }

    private int subscriptEnd(int open) {
        int end = open + 1;
        while (lexer.at(end) != ']') {
            if (lexer.isWordEnd(end) || lexer.at(end) == '`') {
                return open;
            }
            end++;
        }
        return end + 1;
    }

    // --- redirections

    /** Returns whether a redirection stands at {@code offset}. */
    boolean isRedirect(int offset) {
        if (isProcessSubstitution(offset)) {
            return false;
        }
        int operator = descriptorEnd(offset);
        char c = lexer.at(operator);
        return c == '<' || c == '>' || lexer.lookingAt("&>", operator);
    }

    private int descriptorEnd(int offset) {
        int digits = lexer.digitsEnd(offset);
        if (digits > offset) {
            return isAngle(lexer.at(digits)) ? digits : offset;
        }
        if (lexer.at(offset) == '{') {
            int name = lexer.nameEnd(offset + 1);
            if (name > offset + 1 && lexer.at(name) == '}' && isAngle(lexer.at(name + 1))) {
                return name + 1;
            }
        }
        return offset;
    }

    private static boolean isAngle(char c) {
        return c == '<' || c == '>';
    }

    private static final List<String> REDIRECT_OPERATORS =
            List.of("<<<", "<<-", "<<", "<&", "<>", "<", "&>>", "&>", ">>", ">&", ">|", ">");

    Redirect redirect() {
        int start = lexer.position();
        List<SyntaxElement> children = new ArrayList<>();
        int descriptor = descriptorEnd(start);
        if (descriptor > start) {
            children.add(lexer.cut(ShellTokenKind.IO_NUMBER, descriptor));
        }
        String operator =
                REDIRECT_OPERATORS.stream().filter(lexer::lookingAt).findFirst().orElseThrow(lexer::unexpected);
        children.add(lexer.expect(ShellTokenKind.REDIRECT, operator));
        if (operator.startsWith("&") || operator.equals("<<<")) {
            lexer.harmless(start, "'" + operator + "' is known to bash only");
        }
        lexer.blanks(children);
        if (!isWordStart(lexer.position())) {
            throw lexer.unexpected();
        }
        children.add(word());
        Redirect redirect = new Redirect(source, children);
        if (redirect.isHereDocument()) {
            lexer.awaitHereDocument(redirect);
        }
        return redirect;
    }
}
