package dev.drydock.transform.builtin.metadata;

import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.LabelInstruction;
import dev.drydock.dockerfile.MaintainerInstruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.edit.WordText;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.DockerfileTransform;
import dev.drydock.transform.builtin.LeftComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
            inspect(subject, stage.instructions(MaintainerInstruction.class).toList(), labelled);
        }
    }

    /** All of a stage become one label: a second one of the same key would hide the first. */
    private static void inspect(Subject subject, List<MaintainerInstruction> maintainers, boolean labelled) {
        if (maintainers.isEmpty()) {
            return;
        }
        MaintainerInstruction first = maintainers.get(0);
        Optional<String> obstacle = labelled
                ? Optional.of("the stage has a label " + AUTHORS + " already, which this one would change")
                : Optional.empty();
        if (maintainers.stream().anyMatch(MaintainerToLabel::isCommented)) {
            obstacle = obstacle.or(() -> Optional.of("a comment stands within the instruction"));
        }
        if (obstacle.isPresent()) {
            String reason = obstacle.get();
            maintainers.forEach(maintainer -> subject.abstain(maintainer.code(), MESSAGE, reason));
            return;
        }
        DockerfileEditor editor = subject.editor();
        String authors = maintainers.stream()
                .map(maintainer -> maintainer.argument().orElseThrow().value())
                .map(MaintainerToLabel::withoutQuotes)
                .distinct()
                .collect(Collectors.joining(", "));
        char escape = subject.build().file().escapeCharacter();
        List<TextEdit> edits = new ArrayList<>();
        edits.add(editor.replaceKeyword(first, "LABEL"));
        edits.add(TextEdit.replace(
                first.argument().orElseThrow().range(), AUTHORS + "=" + WordText.quote(authors, escape)));
        maintainers.stream().skip(1).map(editor::delete).forEach(edits::add);
        List<String> notes = maintainers.stream()
                .skip(1)
                .flatMap(gone -> LeftComment.of(gone, "the MAINTAINER alone, which is part of the label now").stream())
                .toList();
        subject.repair(
                first.code(),
                MESSAGE,
                new Rewrite(
                        "use the label " + AUTHORS,
                        Safety.SAFE,
                        List.of(new FileChange.Edits(subject.file().path(), edits)),
                        List.of(),
                        notes));
    }

    private static boolean isCommented(MaintainerInstruction maintainer) {
        return maintainer
                .leaves()
                .anyMatch(token -> token.kind() == DockerfileTokenKind.CONTINUATION_COMMENT
                        && token.range().end() < maintainer.code().end());
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
