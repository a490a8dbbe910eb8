package dev.drydock.transform.builtin.metadata;

import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.LabelInstruction;
import dev.drydock.dockerfile.MaintainerInstruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.dockerfile.Word;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.Safety;
import dev.drydock.edit.WordText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;

/** Replaces MAINTAINER by the label that the image specification has for authors. */
public final class MaintainerToLabel extends DockerfileTransform {
    private static final String MESSAGE = "MAINTAINER is deprecated";
    /** Source: OCI image specification, "Pre-Defined Annotation Keys". */
    private static final String AUTHORS = "org.opencontainers.image.authors";

    public MaintainerToLabel() {
        super("maintainer-to-label");
    }

    @Override
    protected void inspect(Subject subject) {
        for (Stage stage : subject.build().file().stages()) {
            boolean labelled = stage.instructions(LabelInstruction.class)
                    .flatMap(label -> label.pairs().stream())
                    .anyMatch(pair -> pair.name().equals(AUTHORS));
            stage.instructions(MaintainerInstruction.class)
                    .forEach(maintainer -> inspect(subject, maintainer, labelled));
        }
    }

    private static void inspect(Subject subject, MaintainerInstruction maintainer, boolean labelled) {
        TextRange place = maintainer.code();
        if (labelled) {
            subject.abstain(
                    place, MESSAGE, "the stage has a label " + AUTHORS + " already, which this one would change");
            return;
        }
        boolean commented = maintainer
                .leaves()
                .anyMatch(token -> token.kind() == DockerfileTokenKind.CONTINUATION_COMMENT
                        && token.range().end() < place.end());
        if (commented) {
            subject.abstain(place, MESSAGE, "a comment stands within the instruction");
            return;
        }
        Word author = maintainer.argument().orElseThrow();
        DockerfileEditor editor = subject.editor();
        char escape = subject.build().file().escapeCharacter();
        String label = AUTHORS + "=" + WordText.quote(withoutQuotes(author.value()), escape);
        List<TextEdit> edits =
                List.of(editor.replaceKeyword(maintainer, "LABEL"), TextEdit.replace(author.range(), label));
        subject.repair(place, MESSAGE, "use the label " + AUTHORS, Safety.SAFE, edits);
    }

    /** MAINTAINER takes the rest of the line to the letter, but people who wrote quotes did not mean them. */
    private static String withoutQuotes(String text) {
        int last = text.length() - 1;
        boolean quoted = last > 0
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(last) == text.charAt(0)
                && text.indexOf(text.charAt(0), 1) == last;
        return quoted ? text.substring(1, last) : text;
    }
}
