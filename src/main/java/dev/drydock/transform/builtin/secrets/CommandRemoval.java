package dev.drydock.transform.builtin.secrets;

import dev.drydock.edit.DockerfileEditor;
import dev.drydock.model.RunScript;
import dev.drydock.shell.AndOrList;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes commands out of a script that is one chain of {@code &&}; a RUN that loses all of them goes. */
final class CommandRemoval {
    private CommandRemoval() {}

    /** Returns the edits, or empty if the script has another form or a comment stands in the way. */
    static Optional<List<TextEdit>> of(DockerfileEditor editor, RunScript run, List<SimpleCommand> commands) {
        List<AndOrList> statements = run.script().statements();
        if (statements.size() != 1
                || !statements.get(0).isAndChain()
                || run.heredoc().isPresent()) {
            return Optional.empty();
        }
        List<Pipeline> chain = statements.get(0).pipelines();
        List<Integer> removed = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).commands().size() == 1
                    && commands.contains(chain.get(i).commands().get(0))) {
                removed.add(i);
            }
        }
        if (removed.size() != commands.size()) {
            return Optional.empty();
        }
        if (removed.size() == chain.size()) {
            return Optional.of(List.of(editor.delete(run.run())));
        }
        List<TextEdit> edits = new ArrayList<>();
        boolean kept = false;
        for (int i = 0; i < chain.size(); i++) {
            if (!removed.contains(i)) {
                kept = true;
                continue;
            }
            TextRange range = kept
                    ? new TextRange(
                            chain.get(i - 1).range().end(), chain.get(i).range().end())
                    : new TextRange(
                            chain.get(i).range().start(),
                            chain.get(i + 1).range().start());
            TextRange inFile = run.toFile(range);
            if (run.run().source().slice(inFile).indexOf('#') >= 0) {
                return Optional.empty();
            }
            edits.add(TextEdit.delete(inFile));
        }
        return Optional.of(edits);
    }
}
