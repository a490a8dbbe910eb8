package dev.drydock.yaml.edit;

import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every edit of a document asks for, found once for all of them.
 *
 * @param style how it is written
 * @param lines the lines of the entries at the top, and of those directly below them, in block style: from the line of the
 *     key to that of the next one, so that comments below an entry are among its lines
 */
record DocumentFacts(YamlStyle style, Map<YamlEntry, TextRange> lines) {

    static DocumentFacts of(YamlDocument document) {
        return document.derived(DocumentFacts.class, DocumentFacts::read);
    }

    private static DocumentFacts read(YamlDocument document) {
        Map<YamlEntry, TextRange> lines = new HashMap<>();
        document.mapping().ifPresent(top -> {
            add(top, document.source().length(), lines);
            for (YamlEntry entry : top.entries()) {
                TextRange own = lines.get(entry);
                if (own != null && entry.value() instanceof YamlMapping below) {
                    add(below, own.end(), lines);
                }
            }
        });
        return new DocumentFacts(YamlStyle.of(document), lines);
    }

    /** Adds the lines of all entries of a mapping, or of none if one of them does not start its line. */
    private static void add(YamlMapping mapping, int end, Map<YamlEntry, TextRange> lines) {
        List<YamlEntry> entries = mapping.entries();
        SourceText source = mapping.source();
        boolean alone = mapping.isBlock() && entries.stream().allMatch(entry -> startsLine(source, entry));
        for (int i = 0; alone && i < entries.size(); i++) {
            int next = i + 1 < entries.size() ? lineStart(source, entries.get(i + 1)) : end;
            lines.put(entries.get(i), new TextRange(lineStart(source, entries.get(i)), next));
        }
    }

    private static int lineStart(SourceText source, YamlEntry entry) {
        return source.lineStart(entry.line());
    }

    private static boolean startsLine(SourceText source, YamlEntry entry) {
        return source.text()
                .substring(lineStart(source, entry), entry.range().start())
                .isBlank();
    }

    /** Returns the lines of an entry, if they can be cut out of the document. */
    Optional<TextRange> linesOf(YamlEntry entry) {
        return Optional.ofNullable(lines.get(entry));
    }
}
