package dev.drydock.shell.parse;

import dev.drydock.shell.HereDocument;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellTokenKind;
import dev.drydock.syntax.Problem;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A cursor over the shell text that cuts tokens.
 *
 * <p>What a character means in a shell depends on where it stands, so the parsers ask for the tokens that they expect. A
 * carriage return before a newline is part of the line ending: a shell would see it, but Docker removes it.
 */
final class ShellLexer {
    private static final int LONGEST_RESERVED_WORD = 8;
    private static final String OPERATORS = ";&|()<>{}";
    private static final int MAX_DEPTH = 100;

    private static final Set<String> RESERVED_WORDS = Set.of(
            "if",
            "then",
            "elif",
            "else",
            "fi",
            "for",
            "while",
            "until",
            "do",
            "done",
            "case",
            "esac",
            "select",
            "function",
            "coproc",
            "time",
            "{",
            "}",
            "!",
            "[[");

    private final SourceText source;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private Deque<Redirect> pendingHereDocuments = new ArrayDeque<>();
    private int limit;
    private int position;
    private int depth;

    ShellLexer(SourceText source) {
        this.source = source;
        this.text = source.text();
        this.limit = text.length();
    }

    // --- the cursor

    SourceText source() {
        return source;
    }

    int position() {
        return position;
    }

    /** Returns the offset at which the text that is being read ends. */
    int limit() {
        return limit;
    }

    boolean atEnd() {
        return position >= limit;
    }

    /** Returns the character at {@code offset}, or NUL at and after the end. */
    char at(int offset) {
        return offset < limit ? text.charAt(offset) : '\0';
    }

    char current() {
        return at(position);
    }

    boolean lookingAt(String expected) {
        return lookingAt(expected, position);
    }

    boolean lookingAt(String expected, int offset) {
        return offset + expected.length() <= limit && text.startsWith(expected, offset);
    }

    String slice(int start, int end) {
        return text.substring(start, end);
    }

    List<Problem> problems() {
        return problems;
    }

    void harmless(int start, String message) {
        problems.add(Problem.harmless(new TextRange(start, Math.max(start, position)), message));
    }

    NotParsableException error(String message) {
        return errorAt(message, position);
    }

    NotParsableException errorAt(String message, int offset) {
        return new NotParsableException(message, Math.min(offset, text.length()));
    }

    /** Returns the error for a character that cannot stand here. */
    NotParsableException unexpected() {
        if (atEnd()) {
            return error("the script ends where a command or a closing word is expected");
        }
        int end = Math.max(position + 1, literalEnd(position, LONGEST_RESERVED_WORD + 1));
        if (newlineLength(position) > 0) {
            return error("unexpected end of line");
        }
        String found = slice(position, end);
        char first = found.charAt(0);
        if (RESERVED_WORDS.contains(found)) {
            return error("unexpected '" + found + "'");
        }
        // A word is not quoted: it may be a secret.
        return error(OPERATORS.indexOf(first) >= 0 ? "unexpected '" + first + "'" : "unexpected word");
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw error("nested more than " + MAX_DEPTH + " deep");
        }
    }

    void leave() {
        depth--;
    }

    // --- tokens

    /** Cuts the token from the cursor to {@code end}. */
    Token cut(ShellTokenKind kind, int end) {
        Token token = new Token(kind, source, new TextRange(position, end));
        position = end;
        return token;
    }

    /** Cuts {@code expected}, which may be a word or an operator. */
    Token expect(ShellTokenKind kind, String expected) {
        if (!lookingAt(expected)) {
            throw unexpected();
        }
        return cut(kind, position + expected.length());
    }

    Token expectReserved(String expected) {
        if (!reservedWord().equals(expected)) {
            throw unexpected();
        }
        return cut(ShellTokenKind.KEYWORD, position + expected.length());
    }

    /** Returns 1 or 2 if a line ending stands at {@code offset}, else 0. */
    int newlineLength(int offset) {
        char c = at(offset);
        if (c == '\n') {
            return 1;
        }
        return c == '\r' && at(offset + 1) == '\n' ? 2 : 0;
    }

    /** Returns the length of the backslash and line ending at {@code offset}, else 0. */
    int continuationLength(int offset) {
        if (at(offset) != '\\') {
            return 0;
        }
        int newline = newlineLength(offset + 1);
        return newline == 0 ? 0 : newline + 1;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isOperator(char c) {
        return switch (c) {
            case '|', '&', ';', '<', '>', '(', ')' -> true;
            default -> false;
        };
    }

    /** Returns whether a word that stands before {@code offset} ends there. */
    boolean isWordEnd(int offset) {
        return offset >= limit || isBlank(at(offset)) || isOperator(at(offset)) || newlineLength(offset) > 0;
    }

    /** Returns the offset after the blanks and continuations at {@code offset}. */
    int skipBlanks(int offset) {
        int end = offset;
        while (true) {
            if (isBlank(at(end))) {
                end++;
            } else if (continuationLength(end) > 0) {
                end += continuationLength(end);
            } else {
                return end;
            }
        }
    }

    void blanks(List<SyntaxElement> out) {
        int end = skipBlanks(position);
        while (position < end) {
            if (isBlank(current())) {
                int stop = position;
                while (isBlank(at(stop))) {
                    stop++;
                }
                out.add(cut(ShellTokenKind.BLANK, stop));
            } else {
                continuation(out);
            }
        }
    }

    void continuation(List<SyntaxElement> out) {
        out.add(cut(ShellTokenKind.CONTINUATION, position + continuationLength(position)));
    }

    /** Reads a comment if one stands here, up to and without the line ending. */
    void comment(List<SyntaxElement> out) {
        if (current() == '#') {
            int end = position;
            while (end < limit && newlineLength(end) == 0) {
                end++;
            }
            out.add(cut(ShellTokenKind.COMMENT, end));
        }
    }

    /** Reads the line ending that stands here, and the here-documents that were waiting for it. */
    Token newline(List<SyntaxElement> out) {
        Token token = cut(ShellTokenKind.NEWLINE, position + newlineLength(position));
        out.add(token);
        while (!pendingHereDocuments.isEmpty()) {
            out.add(hereDocument(pendingHereDocuments.poll()));
        }
        return token;
    }

    /** Reads blanks, comments and line endings. */
    void lineBreaks(List<SyntaxElement> out) {
        while (true) {
            blanks(out);
            comment(out);
            if (newlineLength(position) == 0) {
                return;
            }
            newline(out);
        }
    }

    // --- words that mean something by their position

    /** Returns the end of the plain characters at {@code offset}, at most {@code max} of them. */
    private int literalEnd(int offset, int max) {
        int end = offset;
        while (end < offset + max && !isWordEnd(end) && !isQuoting(at(end))) {
            end++;
        }
        return end;
    }

    private static boolean isQuoting(char c) {
        return c == '\\' || c == '\'' || c == '"' || c == '`' || c == '$';
    }

    /** Returns the reserved word that stands at the cursor, else the empty string. */
    String reservedWord() {
        return reservedWord(position);
    }

    String reservedWord(int offset) {
        int end = literalEnd(offset, LONGEST_RESERVED_WORD + 1);
        int after = end;
        while (continuationLength(after) > 0) {
            after += continuationLength(after);
        }
        String word = slice(offset, end);
        return isWordEnd(after) && RESERVED_WORDS.contains(word) ? word : "";
    }

    /** Returns whether {@code word}, reserved only in some places, stands at the cursor. */
    boolean atWord(String word) {
        return lookingAt(word) && isWordEnd(position + word.length());
    }

    /** Returns the end of the plain word at {@code offset}; {@code offset} itself if a quote or expansion is in it. */
    int plainWordEnd(int offset) {
        int end = literalEnd(offset, limit - offset);
        return isWordEnd(end) ? end : offset;
    }

    static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Returns the end of the variable name at {@code offset}; {@code offset} itself if there is none. */
    int nameEnd(int offset) {
        if (!isNameStart(at(offset))) {
            return offset;
        }
        int end = offset;
        while (isNameStart(at(end)) || isDigit(at(end))) {
            end++;
        }
        return end;
    }

    int digitsEnd(int offset) {
        int end = offset;
        while (isDigit(at(end))) {
            end++;
        }
        return end;
    }

    /** Returns the offset after the single-quoted characters whose first quote stands at {@code offset}. */
    int singleQuoteEnd(int offset) {
        int close = text.indexOf('\'', offset + 1);
        if (close < 0 || close >= limit) {
            throw errorAt("a single quote is not closed", offset);
        }
        return close + 1;
    }

    // --- arithmetic

    /**
     * Returns the offset after the two parentheses that close the two at {@code offset}, or -1 if these are two nested
     * parentheses instead, as in {@code ((a); (b))}.
     *
     * @throws NotParsableException if they are not closed at all
     */
    int arithmeticEnd(int offset) {
        int open = 2;
        for (int i = offset + 2; i < limit; i++) {
            switch (at(i)) {
                case '\\' -> i++;
                case '\'' -> i = singleQuoteEnd(i) - 1;
                case '(' -> open++;
                case ')' -> {
                    if (--open == 1) {
                        return at(i + 1) == ')' ? i + 2 : -1;
                    }
                }
                default -> {}
            }
        }
        throw errorAt("a parenthesis is not closed", offset);
    }

    /** Returns the offset after the parenthesis that closes the one at {@code offset}, quotes respected. */
    int parenthesisEnd(int offset) {
        int open = 0;
        for (int i = offset; i < limit; i++) {
            switch (at(i)) {
                case '\\' -> i++;
                case '\'' -> i = singleQuoteEnd(i) - 1;
                case '(' -> open++;
                case ')' -> {
                    if (--open == 0) {
                        return i + 1;
                    }
                }
                default -> {}
            }
        }
        throw errorAt("a parenthesis is not closed", offset);
    }

    // --- a part of the text, as in backquotes

    /** What has to be put back when a part of the text turns out to be unreadable. */
    record Mark(int position, int limit, int depth, int problems, Deque<Redirect> pending) {}

    /** Lets the text end at {@code newLimit} until {@link #widen} or {@link #reset}. */
    Mark narrow(int newLimit) {
        Mark mark = new Mark(position, limit, depth, problems.size(), pendingHereDocuments);
        limit = newLimit;
        pendingHereDocuments = new ArrayDeque<>();
        return mark;
    }

    void widen(Mark mark) {
        limit = mark.limit;
        pendingHereDocuments = mark.pending;
    }

    void reset(Mark mark) {
        widen(mark);
        position = mark.position;
        depth = mark.depth;
        problems.subList(mark.problems, problems.size()).clear();
    }

    // --- here-documents

    void awaitHereDocument(Redirect redirect) {
        pendingHereDocuments.add(redirect);
    }

    /** Notes the here-documents that no line follows. */
    void endOfText() {
        for (Redirect redirect : pendingHereDocuments) {
            problems.add(Problem.harmless(redirect.range(), "the heredoc has no lines"));
        }
    }

    private HereDocument hereDocument(Redirect redirect) {
        HereDocumentDelimiter delimiter = HereDocumentDelimiter.of(redirect);
        int line = position;
        boolean joined = false;
        while (line < limit) {
            int newline = text.indexOf('\n', line);
            int next = newline < 0 || newline >= limit ? limit : newline + 1;
            if (!joined && isDelimiter(delimiter, line, next)) {
                return hereDocument(redirect, line, next);
            }
            joined = !delimiter.quoted() && endsInBackslash(line, next);
            line = next;
        }
        problems.add(Problem.harmless(redirect.range(), "the heredoc is not closed"));
        return hereDocument(redirect, limit, limit);
    }

    private HereDocument hereDocument(Redirect redirect, int bodyEnd, int end) {
        int start = position;
        List<SyntaxElement> children = new ArrayList<>();
        if (bodyEnd > position) {
            children.add(cut(ShellTokenKind.HEREDOC_BODY, bodyEnd));
        }
        if (end > position) {
            children.add(cut(ShellTokenKind.HEREDOC_END, end));
        }
        return new HereDocument(source, children, start, redirect);
    }

    private boolean isDelimiter(HereDocumentDelimiter delimiter, int line, int next) {
        int start = line;
        while (delimiter.stripsTabs() && start < next && text.charAt(start) == '\t') {
            start++;
        }
        int end = contentEnd(start, next);
        return end - start == delimiter.word().length() && text.startsWith(delimiter.word(), start);
    }

    private boolean endsInBackslash(int start, int next) {
        int end = contentEnd(start, next);
        int first = end;
        while (first > start && text.charAt(first - 1) == '\\') {
            first--;
        }
        return (end - first) % 2 == 1;
    }

    private int contentEnd(int start, int next) {
        int end = next;
        if (end > start && text.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        return end;
    }
}
