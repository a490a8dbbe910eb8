package dev.drydock.yaml.edit;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.yaml.ScalarStyle;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.YamlTokenKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a file is written, by majority.
 *
 * @param step how many columns a mapping stands to the right of its key
 * @param dashOffset how many columns the dashes of a list stand to the right of its key; 0 in many files
 * @param quotes the quotes that the file prefers
 * @param blankLines whether the entries at the top are divided by blank lines
 */
record YamlStyle(int step, int dashOffset, ScalarStyle quotes, boolean blankLines) {
    private static final int DEFAULT_STEP = 2;

    static YamlStyle of(YamlDocument document) {
        Map<Integer, Integer> steps = new HashMap<>();
        Map<Integer, Integer> dashes = new HashMap<>();
        document.descendants(YamlEntry.class).forEach(entry -> {
            int key = entry.column();
            YamlNode value = entry.value();
            if (value instanceof YamlMapping mapping && mapping.isBlock()) {
                steps.merge(mapping.entries().get(0).column() - key, 1, Integer::sum);
            } else if (value instanceof YamlSequence sequence && sequence.isBlock()) {
                dashes.merge(sequence.items().get(0).column() - key, 1, Integer::sum);
            }
        });
        int step = mostFrequent(steps, DEFAULT_STEP);
        return new YamlStyle(step, mostFrequent(dashes, step), quotes(document), hasBlankLines(document));
    }

    private static int mostFrequent(Map<Integer, Integer> counts, int otherwise) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() >= 0)
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }

    private static ScalarStyle quotes(YamlDocument document) {
        long singles = document.leaves()
                .filter(token -> token.kind() == YamlTokenKind.SINGLE_QUOTED)
                .count();
        long doubles = document.leaves()
                .filter(token -> token.kind() == YamlTokenKind.DOUBLE_QUOTED)
                .count();
        return singles > doubles ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED;
    }

    private static boolean hasBlankLines(YamlDocument document) {
        int divided = 0;
        int together = 0;
        List<SyntaxElement> top = document.mapping().map(YamlMapping::children).orElse(List.of());
        boolean seenEntry = false;
        boolean blank = false;
        boolean atLineStart = false;
        for (SyntaxElement element : top) {
            if (element instanceof YamlEntry) {
                divided += seenEntry && blank ? 1 : 0;
                together += seenEntry && !blank ? 1 : 0;
                seenEntry = true;
                blank = false;
                atLineStart = false;
            } else if (element instanceof Token token && token.kind() == YamlTokenKind.NEWLINE) {
                blank |= atLineStart;
                atLineStart = true;
            } else if (element instanceof Token token && token.kind() != YamlTokenKind.BLANKS) {
                atLineStart = false;
            }
        }
        return divided + together == 0 ? hasBlankLineInside(document) : divided >= together;
    }

    private static boolean hasBlankLineInside(YamlDocument document) {
        boolean atLineStart = false;
        for (Token token : document.root().leaves().toList()) {
            if (token.kind() == YamlTokenKind.NEWLINE) {
                if (atLineStart) {
                    return true;
                }
                atLineStart = true;
            } else if (token.kind() != YamlTokenKind.BLANKS) {
                atLineStart = false;
            }
        }
        return false;
    }
}
