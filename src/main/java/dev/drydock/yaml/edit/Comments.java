package dev.drydock.yaml.edit;

import dev.drydock.syntax.Token;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlTokenKind;
import java.util.List;

/** Where comments stand. */
final class Comments {
    private Comments() {}

    /** Returns the comments that lie in the range from {@code start} to {@code end}. */
    static List<Token> between(YamlDocument document, int start, int end) {
        if (end <= start) {
            return List.of();
        }
        TextRange range = new TextRange(start, end);
        return document.leaves()
                .filter(token ->
                        token.kind() == YamlTokenKind.COMMENT && token.range().overlaps(range))
                .toList();
    }

    static boolean standIn(YamlDocument document, TextRange range) {
        return !between(document, range.start(), range.end()).isEmpty();
    }
}
