package dev.drydock.transform.builtin.ports;

import dev.drydock.dockerfile.Comments;
import dev.drydock.dockerfile.ExposeInstruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.Mentions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes ports out of EXPOSE, and the instruction with its comments if no port is left. */
final class PortDrop {
    private PortDrop() {}

    /**
     * Returns the rewrite.
     *
     * @param names what a comment above may call the port
     */
    static Rewrite of(
            ProjectPath path,
            DockerfileEditor editor,
            ExposeInstruction expose,
            List<Word> ports,
            Safety safety,
            List<String> assumptions,
            List<String> names) {
        boolean all = expose.ports().size() == ports.size();
        List<TextEdit> edits = all
                ? List.of(editor.deleteWithComments(expose))
                : ports.stream()
                        .map(port -> editor.deleteArgument(expose, port))
                        .toList();
        String shown = (ports.size() == 1 ? "port " : "ports ")
                + ports.stream().map(PortDrop::number).collect(Collectors.joining(", "));
        return new Rewrite(
                "drop " + shown,
                safety,
                List.of(new FileChange.Edits(path, edits)),
                assumptions,
                all ? List.of() : orphan(expose, shown, names).stream().toList());
    }

    private static String number(Word port) {
        String text = port.value();
        return text.toLowerCase(Locale.ROOT).endsWith("/tcp")
                ? text.substring(0, text.length() - "/tcp".length())
                : text;
    }

    /** Returns the sentence that announces a comment that goes on to speak of the port, if there is one. */
    private static Optional<String> orphan(ExposeInstruction expose, String shown, List<String> names) {
        return Comments.above(expose).stream()
                .map(comment -> comment.text().toLowerCase(Locale.ROOT))
                .filter(text -> names.stream().anyMatch(name -> Mentions.word(text, name)))
                .findFirst()
                .map(text ->
                        "The comment above line " + expose.line() + " stays, and speaks of " + shown + " as well.");
    }
}
