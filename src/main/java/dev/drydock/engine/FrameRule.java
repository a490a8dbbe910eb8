package dev.drydock.engine;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.edit.EditSet;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What no edit touches is afterwards what it was: every such instruction, comment and directive starts where it must
 * start and says the same. Because places are compared, the order is kept too. This catches a swallowed continuation, an
 * eaten terminator, a line that became a comment.
 */
final class FrameRule {
    private final Dockerfile before;
    private final Dockerfile after;
    private final EditSet edits;
    private final List<TextRange> moves;
    private final Map<Integer, SyntaxElement> afterByStart = new HashMap<>();

    FrameRule(Dockerfile before, Dockerfile after, EditSet edits, List<TextRange> moves) {
        this.before = before;
        this.after = after;
        this.edits = edits;
        this.moves = moves;
        after.children().forEach(child -> afterByStart.put(child.range().start(), child));
    }

    Optional<String> breach() {
        TouchedRanges touched = new TouchedRanges(edits);
        for (SyntaxElement child : before.children()) {
            if (isFramed(child) && !touched.contains(child.range())) {
                Optional<String> breach = compare(child);
                if (breach.isPresent()) {
                    return breach;
                }
            }
        }
        return movedText();
    }

    private static boolean isFramed(SyntaxElement child) {
        return !(child instanceof Token token) || token.kind() == DockerfileTokenKind.COMMENT;
    }

    private Optional<String> compare(SyntaxElement old) {
        OptionalInt start = edits.mapOffset(old.range().start());
        SyntaxElement found = start.isEmpty() ? null : afterByStart.get(start.getAsInt());
        if (found == null
                || found.getClass() != old.getClass()
                || !meaning(found).equals(meaning(old))) {
            return Optional.of("line " + old.line() + " would change although no edit covers it");
        }
        return Optional.empty();
    }

    /** Returns what an element says: for an instruction its joined text and its here-documents. */
    private static List<String> meaning(SyntaxElement element) {
        if (!(element instanceof Instruction instruction)) {
            return List.of(element.text());
        }
        List<String> meaning = new ArrayList<>();
        meaning.add(instruction.logicalLine().text());
        for (Heredoc heredoc : instruction.heredocs()) {
            meaning.add(heredoc.text());
        }
        return meaning;
    }

    private Optional<String> movedText() {
        for (TextRange move : moves) {
            String text = withoutEnd(before.source().slice(move));
            boolean arrives =
                    edits.edits().stream().anyMatch(edit -> edit.replacement().contains(text));
            if (!arrives) {
                return Optional.of(
                        "the text moved from line " + before.source().line(move.start()) + " arrives nowhere");
            }
            Optional<String> lost = lostInstruction(move);
            if (lost.isPresent()) {
                return lost;
            }
        }
        return Optional.empty();
    }

    private Optional<String> lostInstruction(TextRange move) {
        List<List<String>> present =
                after.instructions().stream().map(FrameRule::meaning).toList();
        return before.instructions().stream()
                .filter(instruction -> move.contains(instruction.range()))
                .filter(instruction -> !present.contains(meaning(instruction)))
                .findFirst()
                .map(instruction -> "the instruction moved from line " + instruction.line() + " is changed");
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
