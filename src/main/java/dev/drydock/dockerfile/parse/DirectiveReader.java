package dev.drydock.dockerfile.parse;

import dev.drydock.dockerfile.Blanks;
import dev.drydock.dockerfile.Directive;
import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.syntax.Problem;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises parser directives. They stand at the head of the file only: the first line that is none ends the head.
 *
 * <p>Source: BuildKit, {@code parser/directives.go}.
 */
final class DirectiveReader {
    private static final Set<String> NAMES = Set.of("syntax", "escape", "check");

    private final Set<String> seen = new HashSet<>();
    private boolean ended;

    /** Says that a line was met that is no directive. */
    void end() {
        ended = true;
    }

    /** Returns the directive that the comment {@code [start, end)} is, or empty. */
    Optional<Directive> read(SourceText source, int start, int end, List<Problem> problems) {
        if (ended) {
            return Optional.empty();
        }
        String text = source.text();
        int name = skip(text, start + 1, end);
        int nameEnd = name;
        while (nameEnd < end && isNameCharacter(text.charAt(nameEnd), nameEnd == name)) {
            nameEnd++;
        }
        int equals = skip(text, nameEnd, end);
        if (nameEnd == name || equals == end || text.charAt(equals) != '=') {
            return Optional.empty();
        }
        int value = skip(text, equals + 1, end);
        int valueEnd = end;
        while (valueEnd > value && Blanks.isSpace(text.charAt(valueEnd - 1))) {
            valueEnd--;
        }
        String key = text.substring(name, nameEnd).toLowerCase(Locale.ROOT);
        if (value == valueEnd || !NAMES.contains(key)) {
            return Optional.empty();
        }
        TextRange range = new TextRange(start, end);
        if (!seen.add(key)) {
            problems.add(Problem.error(range, "the directive " + key + " stands twice"));
        }
        Token token = new Token(DockerfileTokenKind.DIRECTIVE, source, range);
        return Optional.of(new Directive(source, key, new TextRange(value, valueEnd), List.of(token)));
    }

    private static int skip(String text, int from, int end) {
        int i = from;
        while (i < end && Blanks.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isNameCharacter(char c, boolean first) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (!first && c >= '0' && c <= '9');
    }
}
