package dev.drydock.yaml.edit;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.ScalarStyle;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.YamlTokenKind;
import dev.drydock.yaml.edit.EditCollector.Side;
import dev.drydock.yaml.edit.YamlValue.Kind;
import dev.drydock.yaml.edit.YamlValue.ListValue;
import dev.drydock.yaml.edit.YamlValue.Scalar;
import java.util.Optional;

/** Values and keys that are replaced. Anchors and tags stay. */
final class ValueEdits {
    private final SourceText source;
    private final YamlStyle style;
    private final EditCollector collector;

    ValueEdits(SourceText source, YamlStyle style, EditCollector collector) {
        this.source = source;
        this.style = style;
        this.collector = collector;
    }

    void rename(YamlEntry entry, String key) throws RefusedException {
        if (!(entry.key() instanceof YamlScalar scalar)
                || scalar.token().isEmpty()
                || scalar.style().isBlock()) {
            throw new RefusedException("the key is no simple scalar", entry);
        }
        boolean flow = !entry.mapping().isBlock();
        String text = YamlQuoter.like(scalar.style(), key, style.quotes(), flow);
        collector.replace(scalar.contentRange(), text);
    }

    void replace(YamlNode node, YamlValue value) throws RefusedException {
        TextRange content = node.contentRange();
        requireNoComment(node, content);
        ValueRenderer renderer = new ValueRenderer(style, source.lineEndingAt(content.start()));
        boolean flow = node.isInFlow();
        if (node instanceof YamlScalar scalar && value instanceof Scalar text && !content.isEmpty()) {
            collector.replace(content, scalar(scalar, text, flow));
        } else if (flow) {
            replaceInline(node, content, renderer.flow(value, true));
        } else if (renderer.inline(value).isPresent()) {
            replaceInline(node, content, renderer.inline(value).get());
        } else if (isBlockCollection(node)) {
            collector.replace(content, renderer.block(value, source.column(content.start()) - 1));
        } else {
            replaceByLines(node, content, value, renderer);
        }
    }

    private String scalar(YamlScalar scalar, Scalar value, boolean flow) throws RefusedException {
        if (value.kind() != Kind.STRING) {
            return value.text();
        }
        if (scalar.style() == ScalarStyle.LITERAL) {
            return literal(scalar, value.text());
        }
        if (scalar.style() == ScalarStyle.FOLDED) {
            throw new RefusedException("a folded scalar is not written anew", scalar);
        }
        return YamlQuoter.like(scalar.style(), value.text(), style.quotes(), flow);
    }

    /** Keeps the header with its indicators and comment, and the indentation of the first line that has one. */
    private String literal(YamlScalar scalar, String text) throws RefusedException {
        String spelled = scalar.token().orElseThrow().text();
        int headerEnd = spelled.indexOf('\n');
        int indentation = headerEnd < 0 ? -1 : indentation(spelled, headerEnd + 1);
        if (indentation < 0) {
            throw new RefusedException("the block scalar has no line whose indentation could be taken", scalar);
        }
        String lineEnding = source.lineEndingAt(scalar.contentRange().start()).characters();
        StringBuilder lines = new StringBuilder(spelled.substring(0, headerEnd));
        if (lines.charAt(lines.length() - 1) == '\r') {
            lines.setLength(lines.length() - 1);
        }
        int start = 0;
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        while (start <= end) {
            int newline = text.indexOf('\n', start);
            int lineEnd = newline < 0 || newline > end ? end : newline;
            lines.append(lineEnding);
            if (lineEnd > start) {
                lines.append(" ".repeat(indentation)).append(text, start, lineEnd);
            }
            start = lineEnd + 1;
        }
        return lines.toString();
    }

    private static int indentation(String spelled, int linesStart) {
        int start = linesStart;
        while (start < spelled.length()) {
            int text = start;
            while (text < spelled.length() && spelled.charAt(text) == ' ') {
                text++;
            }
            if (text < spelled.length() && spelled.charAt(text) != '\n' && spelled.charAt(text) != '\r') {
                return text - start;
            }
            int newline = spelled.indexOf('\n', start);
            start = newline < 0 ? spelled.length() : newline + 1;
        }
        return -1;
    }

    /** The new text follows its colon or dash, whatever lines the old value stood on. */
    private void replaceInline(YamlNode node, TextRange content, String text) throws RefusedException {
        int head = headEnd(node);
        int valueStart = content.start();
        if (!Comments.between(node.document(), head, valueStart).isEmpty()) {
            throw new RefusedException("a comment stands before the value", node);
        }
        boolean ownLine = source.line(head) != source.line(content.start());
        TextRange range = ownLine || content.isEmpty() ? new TextRange(head, content.end()) : content;
        collector.replace(range, range.start() == head && head > 0 && !text.isEmpty() ? " " + text : text);
    }

    /** Returns where the text before the content of {@code node} ends: its colon or dash, or its anchor and tag. */
    private static int headEnd(YamlNode node) {
        int end = node.range().start();
        if (node.contentRange().start() > end) {
            for (SyntaxElement child : node.children()) {
                if (child instanceof Token token
                        && (token.kind() == YamlTokenKind.ANCHOR || token.kind() == YamlTokenKind.TAG)) {
                    end = token.range().end();
                }
            }
            return end;
        }
        for (SyntaxElement sibling : node.parent().orElseThrow().children()) {
            if (sibling == node) {
                return end;
            }
            if (sibling instanceof Token token && !token.kind().isTrivia()) {
                end = token.range().end();
            }
        }
        return end;
    }

    /** The old value goes from behind its colon, and the new one takes lines below, behind a comment on the line. */
    private void replaceByLines(YamlNode node, TextRange content, YamlValue value, ValueRenderer renderer)
            throws RefusedException {
        Optional<YamlEntry> owner = node.owner();
        if (owner.isEmpty()) {
            int column = source.column(content.start()) - 1;
            if (value instanceof ListValue || node.contentRange().isEmpty()) {
                throw new RefusedException("an item cannot become a list here", node);
            }
            collector.replace(content, renderer.block(value, column));
            return;
        }
        int step = value instanceof ListValue ? style.dashOffset() : style.step();
        int column = owner.get().column() - 1 + step;
        int headEnd = headEnd(node);
        collector.replace(new TextRange(headEnd, content.end()), "");
        int lineEnd = source.lineContentEndAt(content.end());
        String lines = source.lineEndingAt(content.end()).characters() + " ".repeat(column);
        collector.insert(lineEnd, lines + renderer.block(value, column), Integer.MAX_VALUE, Side.AFTER_PREVIOUS, 0);
    }

    private static boolean isBlockCollection(YamlNode node) {
        return (node instanceof YamlMapping mapping && mapping.isBlock())
                || (node instanceof YamlSequence sequence && sequence.isBlock());
    }

    private static void requireNoComment(YamlNode node, TextRange range) throws RefusedException {
        if (Comments.standIn(node.document(), range)) {
            throw new RefusedException("a comment stands inside of the value", node);
        }
    }
}
