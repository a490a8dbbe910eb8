package dev.drydock.yaml.parse;

import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlTokenKind;
import dev.drydock.yaml.parse.RecordingScanner.RecordedToken;
import java.util.ArrayList;
import java.util.List;

/** Makes tokens that tile a text from those of the engine, which leave out blanks, comments and line breaks. */
final class LeafTokens {
    private final SourceText source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private LeafTokens(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    static List<Token> of(SourceText source, List<RecordedToken> recorded, CodePoints codePoints)
            throws UnmappedException {
        LeafTokens leaves = new LeafTokens(source);
        for (RecordedToken token : recorded) {
            int start = codePoints.offset(token.start());
            int end = codePoints.offset(token.end());
            leaves.gap(start);
            leaves.token(token, start, end);
        }
        leaves.gap(leaves.text.length());
        return leaves.tokens;
    }

    private void token(RecordedToken token, int start, int end) throws UnmappedException {
        if (start != position) {
            throw new UnmappedException("unsupported form of YAML: tokens overlap", start);
        }
        YamlTokenKind kind = kind(token, start);
        int contentEnd = kind == YamlTokenKind.LITERAL || kind == YamlTokenKind.FOLDED ? blockEnd(start, end) : end;
        add(kind, contentEnd);
    }

    private void add(YamlTokenKind kind, int end) {
        tokens.add(new Token(kind, source, new TextRange(position, end)));
        position = end;
    }

    private static YamlTokenKind kind(RecordedToken token, int start) throws UnmappedException {
        return switch (token.id()) {
            case Alias -> YamlTokenKind.ALIAS;
            case Anchor -> YamlTokenKind.ANCHOR;
            case Tag -> YamlTokenKind.TAG;
            case BlockEntry -> YamlTokenKind.DASH;
            case Directive -> YamlTokenKind.DIRECTIVE;
            case DocumentStart -> YamlTokenKind.DOCUMENT_START;
            case DocumentEnd -> YamlTokenKind.DOCUMENT_END;
            case FlowEntry -> YamlTokenKind.COMMA;
            case FlowMappingStart -> YamlTokenKind.OPEN_BRACE;
            case FlowMappingEnd -> YamlTokenKind.CLOSE_BRACE;
            case FlowSequenceStart -> YamlTokenKind.OPEN_BRACKET;
            case FlowSequenceEnd -> YamlTokenKind.CLOSE_BRACKET;
            case Key -> YamlTokenKind.QUESTION;
            case Value -> YamlTokenKind.COLON;
            case Scalar -> scalar(token.style());
            case BlockEnd, BlockMappingStart, BlockSequenceStart, Comment, StreamStart, StreamEnd ->
                throw new UnmappedException(
                        "unsupported form of YAML: a token of kind " + token.id() + " covers text", start);
        };
    }

    private static YamlTokenKind scalar(String style) {
        return switch (style) {
            case "'" -> YamlTokenKind.SINGLE_QUOTED;
            case "\"" -> YamlTokenKind.DOUBLE_QUOTED;
            case "|" -> YamlTokenKind.LITERAL;
            case ">" -> YamlTokenKind.FOLDED;
            default -> YamlTokenKind.PLAIN;
        };
    }

    /**
     * Returns where the content of a block scalar ends. The token of the engine goes on to the next line that is not
     * blank. Blank lines are content only under the indicator {@code +} (YAML 1.2, 8.1.1.2), and even then the last line
     * break is left out, so that the line of the end is the last line of the scalar.
     */
    private int blockEnd(int start, int tokenEnd) {
        boolean keep = keepsBlankLines(start);
        int end = tokenEnd;
        while (end > start) {
            int newline = text.lastIndexOf('\n', end - 1);
            if (newline <= start || !isBlank(newline + 1, end)) {
                return end;
            }
            boolean isPartOfNextLine = keep && end == tokenEnd;
            end = newline > start && text.charAt(newline - 1) == '\r' ? newline - 1 : newline;
            if (isPartOfNextLine) {
                return end;
            }
        }
        return end;
    }

    private boolean keepsBlankLines(int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+') {
                return true;
            }
            if (c != '-' && !Character.isDigit(c)) {
                return false;
            }
        }
        return false;
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }

    private void gap(int end) throws UnmappedException {
        while (position < end) {
            char c = text.charAt(position);
            if (c == ' ' || c == '\t') {
                add(YamlTokenKind.BLANKS, blanksEnd(end));
            } else if (c == '\n') {
                add(YamlTokenKind.NEWLINE, position + 1);
            } else if (c == '\r') {
                boolean crlf = position + 1 < end && text.charAt(position + 1) == '\n';
                add(YamlTokenKind.NEWLINE, position + (crlf ? 2 : 1));
            } else if (c == '#') {
                add(YamlTokenKind.COMMENT, commentEnd(end));
            } else if (c == SourceText.BYTE_ORDER_MARK) {
                add(YamlTokenKind.BYTE_ORDER_MARK, position + 1);
            } else {
                // The engine skips what belongs to directives that it does not know.
                int lineStart = source.lineStartAt(position);
                throw text.charAt(lineStart) == '%'
                        ? new UnmappedException("unknown directive", lineStart)
                        : new UnmappedException("unsupported form of YAML: text between tokens", position);
            }
        }
    }

    private int blanksEnd(int limit) {
        int end = position;
        while (end < limit && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    private int commentEnd(int limit) {
        int end = position;
        while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
