package dev.drydock.transform.builtin.shell;

import dev.drydock.shell.Command;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.Redirect;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * Lets a pipe hide what it hides now under a shell with {@code pipefail}: parentheses in which the option is off. Each command
 * of a pipe runs in a shell of its own anyway, so that nothing it sets is lost by them.
 */
final class PipeGuard {
    private static final String OPENING = "(set +o pipefail; ";

    private PipeGuard() {}

    /** Returns the edits for the pipes of a RUN that need it; empty if one cannot have it. */
    static Optional<List<TextEdit>> edits(PipedRun run) {
        boolean reachable = run.guarded().stream()
                .allMatch(pipe -> pipe.descendants(Redirect.class).noneMatch(Redirect::isHereDocument));
        return reachable
                ? Optional.of(run.guarded().stream()
                        .flatMap(pipe -> edits(run, pipe).stream())
                        .toList())
                : Optional.empty();
    }

    /** What negates the pipe stays outside. */
    private static List<TextEdit> edits(PipedRun run, Pipeline pipe) {
        List<Command> commands = pipe.commands();
        TextRange pipeInScript = new TextRange(
                commands.get(0).range().start(),
                commands.get(commands.size() - 1).range().end());
        TextRange place = run.script().toFile(pipeInScript);
        String text = run.script().run().source().text();
        // Two parentheses in a row would begin arithmetic, or end it.
        String opening = isAt(text, place.start() - 1, '(') ? " " + OPENING : OPENING;
        return List.of(TextEdit.insert(place.start(), opening), TextEdit.insert(place.end(), ")"));
    }

    private static boolean isAt(String text, int place, char expected) {
        return place >= 0 && text.charAt(place) == expected;
    }
}
