package dev.drydock.written;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Splits a source into words, texts and signs; comments are dropped. Never fails: a quote that is never closed is a sign. Each
 * character is looked at a bounded number of times.
 */
final class Lexer {
    private static final List<String> SIGNS = List.of(
            "===", "!==", "**=", "??=", "||=", "&&=", "...", "==", "!=", "<=", ">=", "=>", "->", "::", ":=", "||", "&&",
            "??", "?.", "?:", "+=", "-=", "!!");
    private static final Set<String> BEFORE_PATTERN = Set.of(
            "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await", "yield");

    /** Quotes that were sought in vain to the end of the line or file. */
    private enum Unclosed {
        SINGLE,
        DOUBLE,
        BACKTICK,
        TRIPLE,
        RAW,
        PATTERN
    }

    private final Language language;
    private final String source;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private final Set<Unclosed> onLine = EnumSet.noneOf(Unclosed.class);
    private final Set<Unclosed> inFile = EnumSet.noneOf(Unclosed.class);
    private int at;
    private int line = 1;
    private boolean fresh = true;

    private Lexer(Language language, String source) {
        this.language = language;
        this.source = source;
    }

    static List<Lexeme> read(Language language, String source) {
        Lexer lexer = new Lexer(language, source);
        lexer.run();
        return lexer.lexemes;
    }

    private void run() {
        if (language == Language.PHP) {
            skipPage();
        } else if (source.startsWith("#!")) {
            skipLine();
        }
        while (at < source.length()) {
            step();
        }
    }

    private void step() {
        char c = source.charAt(at);
        if (c == '\n') {
            newline();
            at++;
        } else if (c <= ' ') {
            at++;
        } else if (!skipComment(c) && !readQuoted(c)) {
            if (c == '#' && language == Language.JAVASCRIPT && isName(at + 1)) {
                // A private field has the same name with and without its sign.
                at++;
                readWord();
            } else if (Character.isJavaIdentifierStart(c)) {
                readWord();
            } else if (Character.isDigit(c)) {
                int start = at;
                while (at < source.length()
                        && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_')) {
                    at++;
                }
                add(Lexeme.Kind.SIGN, source.substring(start, at));
            } else {
                readSign();
            }
        }
    }

    private boolean isName(int index) {
        return index < source.length() && Character.isJavaIdentifierStart(source.charAt(index));
    }

    private void newline() {
        line++;
        fresh = true;
        onLine.clear();
    }

    private void add(Lexeme.Kind kind, String text) {
        add(kind, text, line, List.of());
    }

    private void add(Lexeme.Kind kind, String text, int where, List<String> holes) {
        lexemes.add(new Lexeme(kind, text, where, fresh, holes));
        fresh = false;
    }

    private boolean skipComment(char c) {
        if (language.hasSlashComments() && c == '/') {
            if (source.startsWith("//", at)) {
                skipLine();
                return true;
            }
            if (source.startsWith("/*", at)) {
                skipTo("*/");
                return true;
            }
        }
        if (language.hasHashComments() && c == '#' && !(language == Language.PHP && source.startsWith("#[", at))) {
            skipLine();
            return true;
        }
        if (language == Language.RUBY && fresh && source.startsWith("=begin", at)) {
            skipTo("\n=end");
            return true;
        }
        if (language == Language.PHP && source.startsWith("?>", at)) {
            at += 2;
            skipPage();
            return true;
        }
        return false;
    }

    /** Skips what PHP prints as it is. */
    private void skipPage() {
        skipTo("<?");
        at = Math.min(source.length(), at + (source.startsWith("php", at) ? 3 : source.startsWith("=", at) ? 1 : 0));
    }

    private void skipLine() {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
    }

    private void skipTo(String mark) {
        int end = source.indexOf(mark, at);
        moveTo(end < 0 ? source.length() : end + mark.length());
    }

    /** Moves on and counts the lines that are passed. */
    private void moveTo(int end) {
        for (int i = at; i < end; i++) {
            if (source.charAt(i) == '\n') {
                newline();
            }
        }
        at = end;
    }

    private void readWord() {
        int start = at;
        while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
            at++;
        }
        String word = source.substring(start, at);
        if (isPrefix(word) && at < source.length()) {
            char next = source.charAt(at);
            boolean formatted = word.indexOf('f') >= 0 || word.indexOf('F') >= 0;
            if (language == Language.PYTHON && (next == '"' || next == '\'') && readText(next, formatted, word)) {
                return;
            }
            if (language == Language.RUST && (next == '"' || next == '#') && readRustRaw(word)) {
                return;
            }
        }
        add(Lexeme.Kind.WORD, word.startsWith("$") ? word.substring(1) : word);
    }

    private boolean isPrefix(String word) {
        return switch (language) {
            case PYTHON -> word.length() <= 2 && word.chars().allMatch(c -> "rRbBfFuU".indexOf(c) >= 0);
            case RUST -> word.equals("r") || word.equals("b") || word.equals("br");
            default -> false;
        };
    }

    private boolean readRustRaw(String prefix) {
        if (source.charAt(at) == '"' && prefix.equals("b")) {
            return readText('"', false, prefix);
        }
        int hashes = 0;
        while (at + hashes < source.length() && source.charAt(at + hashes) == '#' && hashes < 16) {
            hashes++;
        }
        if (inFile.contains(Unclosed.RAW) || !source.startsWith("\"", at + hashes)) {
            return false;
        }
        String close = "\"" + "#".repeat(hashes);
        int start = at + hashes + 1;
        int end = source.indexOf(close, start);
        if (end < 0) {
            inFile.add(Unclosed.RAW);
            return false;
        }
        finish(source.substring(start, end), List.of(), end + close.length());
        return true;
    }

    private boolean readQuoted(char c) {
        return switch (c) {
            case '"' -> readText('"', formatsDoubleQuotes(), "");
            case '\'' -> language.hasCharacters() ? readCharacter() : readText('\'', false, "");
            case '`' ->
                switch (language) {
                    case JAVASCRIPT -> readTemplate();
                    case GO -> readRaw('`');
                    case RUBY, PHP -> readCommand('`', 1);
                    default -> false;
                };
            case '%' -> language == Language.RUBY && (source.startsWith("%x", at) ? readPercent() : readWords());
            case '@', '$' -> language == Language.CSHARP && readVerbatim();
            case '/' -> language == Language.JAVASCRIPT && readPattern();
            default -> false;
        };
    }

    private boolean formatsDoubleQuotes() {
        return language == Language.RUBY
                || language == Language.PHP
                || language == Language.JAVA
                || language == Language.RUST;
    }

    /** Skips a character such as {@code '"'}; a lifetime of Rust is a sign and a word. */
    private boolean readCharacter() {
        int end = at + 1 < source.length() && source.charAt(at + 1) == '\\' ? at + 3 : at + 2;
        int limit = Math.min(source.length(), at + 12);
        while (end < limit && source.charAt(end) != '\'' && source.charAt(at + 1) == '\\') {
            end++;
        }
        if (end < limit && source.charAt(end) == '\'') {
            at = end + 1;
            add(Lexeme.Kind.SIGN, "'");
            return true;
        }
        return false;
    }

    private boolean readText(char quote, boolean formatted, String prefix) {
        boolean raw = prefix.indexOf('r') >= 0 || prefix.indexOf('R') >= 0;
        String triple = String.valueOf(quote).repeat(3);
        if (language.hasTripleQuotes() && source.startsWith(triple, at)) {
            int end = inFile.contains(Unclosed.TRIPLE) ? -1 : source.indexOf(triple, at + 3);
            if (end < 0) {
                inFile.add(Unclosed.TRIPLE);
                return false;
            }
            finish(source.substring(at + 3, end).replace(Lexeme.HOLE, ' '), List.of(), end + 3);
            return true;
        }
        Unclosed kind = quote == '"' ? Unclosed.DOUBLE : Unclosed.SINGLE;
        if (onLine.contains(kind)) {
            return false;
        }
        StringBuilder text = new StringBuilder();
        List<String> holes = new ArrayList<>();
        int i = at + 1;
        while (i < source.length() && source.charAt(i) != quote) {
            char c = source.charAt(i);
            if (c == '\n') {
                break;
            }
            if (c == '\\' && !raw && i + 1 < source.length() && source.charAt(i + 1) != '\n') {
                text.append(unescaped(source.charAt(i + 1)));
                i += 2;
            } else {
                int hole = formatted ? hole(i, text, holes, quote) : i;
                if (hole == i) {
                    text.append(c == Lexeme.HOLE ? ' ' : c);
                    i++;
                } else {
                    i = hole;
                }
            }
        }
        if (i >= source.length() || source.charAt(i) != quote) {
            onLine.add(kind);
            return false;
        }
        finish(text.toString(), holes, i + 1);
        return true;
    }

    private static char unescaped(char c) {
        return c == 'n' || c == 't' || c == 'r' ? ' ' : c;
    }

    /** Reads what is put into a text at {@code i}; returns the index behind it, or {@code i} if nothing is. */
    private int hole(int i, StringBuilder text, List<String> holes, char quote) {
        char c = source.charAt(i);
        char next = i + 1 < source.length() ? source.charAt(i + 1) : ' ';
        boolean bare = language == Language.PHP || language == Language.JAVA;
        if (c == '$' && bare && Character.isJavaIdentifierStart(next) && next != '$') {
            int end = i + 1;
            while (end < source.length()
                    && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '_')) {
                end++;
            }
            text.append(Lexeme.HOLE);
            holes.add(source.substring(i + 1, end));
            return end;
        }
        int open;
        if (((c == '$' && bare) || (c == '#' && language == Language.RUBY)) && next == '{') {
            open = i + 2;
        } else if (c == '{'
                && (language == Language.PYTHON
                        || language == Language.CSHARP
                        || language == Language.RUST
                        || (language == Language.PHP && next == '$'))) {
            if (next == '{') {
                return i;
            }
            open = language == Language.PHP ? i + 2 : i + 1;
        } else {
            return i;
        }
        int end = open;
        while (end < source.length()
                && source.charAt(end) != '}'
                && source.charAt(end) != '\n'
                && source.charAt(end) != quote) {
            end++;
        }
        if (end >= source.length() || source.charAt(end) != '}') {
            return i;
        }
        String inside = source.substring(open, end);
        // Spring writes ${upload.dir:/data}: what follows the colon is the value without a setting.
        int colon = language == Language.JAVA ? inside.indexOf(':') : -1;
        if (colon >= 0 && inside.length() > colon + 1 && inside.charAt(colon + 1) == '/') {
            text.append(inside, colon + 1, inside.length());
            return end + 1;
        }
        text.append(Lexeme.HOLE);
        holes.add(name(inside));
        return end + 1;
    }

    /** Returns the last name of {@code config.dir}, or nothing if it is more than names and dots. */
    private static String name(String expression) {
        String plain = expression.strip();
        int end = plain.indexOf(':');
        plain = end > 0 ? plain.substring(0, end) : plain;
        boolean names = !plain.isEmpty() && plain.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '.');
        return names ? plain.substring(plain.lastIndexOf('.') + 1) : "";
    }

    private boolean readRaw(char quote) {
        int end = inFile.contains(Unclosed.RAW) ? -1 : source.indexOf(quote, at + 1);
        if (end < 0) {
            inFile.add(Unclosed.RAW);
            return false;
        }
        String text = source.substring(at + 1, end).replace(Lexeme.HOLE, ' ');
        String value = language == Language.GO ? defaultOf(text) : "";
        if (value.isEmpty()) {
            finish(text, List.of(), end + 1);
        } else {
            // The tag of a field says what it is without a setting.
            add(Lexeme.Kind.SIGN, "=");
            finish(value, List.of(), end + 1);
        }
        return true;
    }

    private static String defaultOf(String tag) {
        int start = Math.max(tag.indexOf("efault:\""), tag.indexOf("env-default:\""));
        int open = start < 0 ? -1 : tag.indexOf('"', start);
        int close = open < 0 ? -1 : tag.indexOf('"', open + 1);
        return close < 0 ? "" : tag.substring(open + 1, close);
    }

    /** Reads a command between quotes as the call that it is: {@code system("...")}. */
    private boolean readCommand(char close, int opening) {
        int end = inFile.contains(Unclosed.RAW) ? -1 : source.indexOf(close, at + opening);
        if (end < 0) {
            inFile.add(Unclosed.RAW);
            return false;
        }
        add(Lexeme.Kind.WORD, "system");
        add(Lexeme.Kind.SIGN, "(");
        String text = source.substring(at + opening, end).replace(Lexeme.HOLE, ' ');
        finish(text, List.of(), end + 1);
        add(Lexeme.Kind.SIGN, ")");
        return true;
    }

    /** {@code %w[/data /logs]}: a list of texts. */
    private boolean readWords() {
        boolean words = source.startsWith("%w", at) || source.startsWith("%i", at);
        int open = words && at + 2 < source.length() ? "([{".indexOf(source.charAt(at + 2)) : -1;
        int end = open < 0 ? -1 : source.indexOf(")]}".charAt(open), at);
        if (end < 0 || end - at > 2_000) {
            return false;
        }
        String content = source.substring(at + 3, end);
        add(Lexeme.Kind.SIGN, "[");
        StringTokenizer split = new StringTokenizer(content);
        while (split.hasMoreTokens()) {
            add(Lexeme.Kind.TEXT, split.nextToken().replace(Lexeme.HOLE, ' '));
            add(Lexeme.Kind.SIGN, ",");
        }
        add(Lexeme.Kind.SIGN, "]");
        boolean wasFresh = fresh;
        moveTo(end + 1);
        fresh = wasFresh;
        return true;
    }

    private boolean readPercent() {
        int close = at + 2 < source.length() ? "([{".indexOf(source.charAt(at + 2)) : -1;
        return close >= 0 && readCommand(")]}".charAt(close), 3);
    }

    private boolean readVerbatim() {
        int quote = at;
        while (quote < source.length() && (source.charAt(quote) == '@' || source.charAt(quote) == '$')) {
            quote++;
        }
        if (quote - at > 2 || !source.startsWith("\"", quote)) {
            return false;
        }
        boolean formatted = source.substring(at, quote).indexOf('$') >= 0;
        at = quote;
        return readText('"', formatted, "");
    }

    private boolean readTemplate() {
        if (inFile.contains(Unclosed.BACKTICK)) {
            return false;
        }
        StringBuilder text = new StringBuilder();
        List<String> holes = new ArrayList<>();
        int i = at + 1;
        while (i < source.length() && source.charAt(i) != '`') {
            char c = source.charAt(i);
            if (c == '\\' && i + 1 < source.length()) {
                text.append(unescaped(source.charAt(i + 1)));
                i += 2;
            } else if (c == '$' && source.startsWith("{", i + 1)) {
                int end = closingBrace(i + 2);
                text.append(Lexeme.HOLE);
                holes.add(name(source.substring(i + 2, end)));
                i = Math.min(source.length(), end + 1);
            } else {
                text.append(c == Lexeme.HOLE ? ' ' : c);
                i++;
            }
        }
        if (i >= source.length()) {
            inFile.add(Unclosed.BACKTICK);
            return false;
        }
        finish(text.toString(), holes, i + 1);
        return true;
    }

    /** Returns the index of the brace that closes code in a template, templates inside of it passed over. */
    private int closingBrace(int start) {
        int depth = 1;
        boolean template = false;
        int i = start;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '`') {
                template = !template;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
            i++;
        }
        return source.length();
    }

    /** Skips a regular expression of JavaScript, which may hold quotes. */
    private boolean readPattern() {
        Lexeme before = lexemes.isEmpty() ? null : lexemes.get(lexemes.size() - 1);
        boolean operand = before != null
                && (before.isText()
                        || (before.isWord() && !BEFORE_PATTERN.contains(before.text()))
                        || before.isSign(")")
                        || before.isSign("]")
                        || before.isSign("}")
                        || Character.isDigit(before.text().charAt(0)));
        if (operand || onLine.contains(Unclosed.PATTERN)) {
            return false;
        }
        boolean inClass = false;
        int i = at + 1;
        while (i < source.length() && source.charAt(i) != '\n' && (inClass || source.charAt(i) != '/')) {
            char c = source.charAt(i);
            inClass = c == '[' || (inClass && c != ']');
            i += c == '\\' ? 2 : 1;
        }
        if (i >= source.length() || source.charAt(i) != '/') {
            onLine.add(Unclosed.PATTERN);
            return false;
        }
        at = i + 1;
        add(Lexeme.Kind.SIGN, "'");
        return true;
    }

    private void finish(String text, List<String> holes, int end) {
        add(Lexeme.Kind.TEXT, text, line, List.copyOf(holes));
        boolean wasFresh = fresh;
        moveTo(end);
        fresh = wasFresh;
    }

    private void readSign() {
        for (String sign : SIGNS) {
            if (source.startsWith(sign, at)) {
                at += sign.length();
                add(Lexeme.Kind.SIGN, sign);
                return;
            }
        }
        add(Lexeme.Kind.SIGN, String.valueOf(source.charAt(at)));
        at++;
    }
}
