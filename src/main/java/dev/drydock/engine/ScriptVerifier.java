package dev.drydock.engine;

import dev.drydock.edit.EditSet;
import dev.drydock.project.ProjectFile;
import dev.drydock.script.Fragment;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file with scripts in it: every edit lies in one of them, each of them is still one and can be read, and every command
 * that no edit touches stands where it must stand and says the same.
 */
final class ScriptVerifier implements FileVerifier {
    private final TextVerifier text = new TextVerifier();

    @Override
    public Optional<String> breach(ProjectFile before, ProjectFile after, EditSet edits, List<TextRange> moves) {
        return text.breach(before, after, edits, moves)
                .or(() -> outside(before, edits))
                .or(() -> fragments(before, after, edits));
    }

    private static Optional<String> outside(ProjectFile before, EditSet edits) {
        for (TextEdit edit : edits.edits()) {
            boolean inside = before.fragments().stream()
                    .anyMatch(fragment -> fragment.range().contains(edit.range()));
            if (!inside) {
                return Optional.of("line " + before.source().line(edit.range().start()) + " is no command of a shell");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fragments(ProjectFile before, ProjectFile after, EditSet edits) {
        if (before.fragments().size() != after.fragments().size()) {
            return Optional.of("a script of the file is lost or divided");
        }
        TouchedRanges touched = new TouchedRanges(edits);
        for (int i = 0; i < before.fragments().size(); i++) {
            Fragment old = before.fragments().get(i);
            Fragment found = after.fragments().get(i);
            boolean moved = !expected(old.range(), edits).equals(found.range());
            boolean opaque = found.script().isOpaque() && !old.script().isOpaque();
            if (moved || opaque) {
                int line = before.source().line(old.range().start());
                return Optional.of(
                        "the script on line " + line + (moved ? " has another end" : " can no longer be read"));
            }
            Optional<String> breach = commands(old, found, edits, touched);
            if (breach.isPresent()) {
                return breach;
            }
        }
        return Optional.empty();
    }

    /** Returns where a script stands after the edits, with what is inserted at its two ends. */
    private static TextRange expected(TextRange script, EditSet edits) {
        TextRange mapped = edits.mapRange(script);
        int end = mapped.end() + insertedAt(script.end(), edits);
        return new TextRange(mapped.start() - insertedAt(script.start(), edits), end);
    }

    private static int insertedAt(int offset, EditSet edits) {
        return edits.edits().stream()
                .filter(edit -> edit.isInsertion() && edit.range().start() == offset)
                .mapToInt(edit -> edit.replacement().length())
                .sum();
    }

    private static Optional<String> commands(Fragment old, Fragment found, EditSet edits, TouchedRanges touched) {
        Map<Integer, SimpleCommand> byStart = new HashMap<>();
        found.script()
                .simpleCommands()
                .forEach(command -> byStart.put(command.rangeInFile().start(), command));
        for (SimpleCommand command : old.script().simpleCommands().toList()) {
            TextRange range = command.rangeInFile();
            if (!touched.contains(range)) {
                OptionalInt start = edits.mapOffset(range.start());
                SimpleCommand same = start.isEmpty() ? null : byStart.get(start.getAsInt());
                if (same == null || !same.text().equals(command.text())) {
                    return Optional.of(
                            "line " + old.script().shellSource().file().line(range.start())
                                    + " would change although no edit covers it");
                }
            }
        }
        return Optional.empty();
    }
}
