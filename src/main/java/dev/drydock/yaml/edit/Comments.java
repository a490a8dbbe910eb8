package dev.drydock.yaml.edit;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.SyntaxNode;
import dev.drydock.syntax.Token;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlTokenKind;
import java.util.ArrayList;
import java.util.List;

/** Where comments stand. */
final class Comments {
    private Comments() {}

    /** Returns the comments that lie in the range from {@code start} to {@code end}. */
    static List<Token> between(YamlDocument document, int start, int end) {
        List<Token> found = new ArrayList<>();
        if (end > start) {
            collect(document, new TextRange(start, end), found);
        }
        return List.copyOf(found);
    }

    private static void collect(SyntaxNode node, TextRange range, List<Token> found) {
        List<SyntaxElement> children = node.children();
        for (int i = firstEndingBehind(children, range.start());
                i < children.size() && children.get(i).range().start() < range.end();
                i++) {
            SyntaxElement child = children.get(i);
            if (child instanceof SyntaxNode inner) {
                collect(inner, range, found);
            } else if (child instanceof Token token
                    && token.kind() == YamlTokenKind.COMMENT
                    && token.range().overlaps(range)) {
                found.add(token);
            }
        }
    }

    /** Children follow each other without gaps. */
    private static int firstEndingBehind(List<SyntaxElement> children, int offset) {
        int low = 0;
        int high = children.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (children.get(middle).range().end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    static boolean standIn(YamlDocument document, TextRange range) {
        return !between(document, range.start(), range.end()).isEmpty();
    }
}
