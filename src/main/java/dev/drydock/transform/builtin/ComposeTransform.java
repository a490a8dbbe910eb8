package dev.drydock.transform.builtin;

import dev.drydock.compose.ComposeFile;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectFile;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.Transform;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlEdits;
import java.util.ArrayList;
import java.util.List;

/** A transform that judges one compose file at a time. */
public abstract class ComposeTransform implements Transform {
    private final String id;

    protected ComposeTransform(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final List<Finding> inspect(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        inspection.project().files(FileKind.COMPOSE).forEach(file -> {
            ComposeFile compose = inspection.project().compose(file);
            if (!compose.hasErrors() && compose.document().isPresent()) {
                inspect(new Subject(id, file, compose, inspection, findings));
            }
        });
        return List.copyOf(findings);
    }

    /** Judges one sound compose file and reports to the subject. */
    protected abstract void inspect(Subject subject);

    /** One compose file under inspection: what it says, and where findings go. */
    protected static final class Subject extends FileSubject {
        private final ComposeFile compose;

        private Subject(
                String id, ProjectFile file, ComposeFile compose, Inspection inspection, List<Finding> findings) {
            super(id, file, inspection, findings);
            this.compose = compose;
        }

        /** Returns the file with what it extends and includes. */
        public ComposeFile compose() {
            return compose;
        }

        /** Returns a new editor of the only document. */
        public YamlEditor editor() {
            return new YamlEditor(compose.document().orElseThrow());
        }

        /**
         * Reports a defect that edits of this file repair, or, if the editor refused them, that it is left alone.
         *
         * @param assumptions what a person should check, each a full sentence
         */
        public void repair(
                TextRange range,
                String message,
                String title,
                Safety safety,
                YamlEdits edits,
                List<String> assumptions) {
            repair(range, message, title, safety, edits, assumptions, List.of());
        }

        /**
         * The same with sentences that a person should know.
         *
         * @param notes what is true after the repair and not seen in it
         */
        public void repair(
                TextRange range,
                String message,
                String title,
                Safety safety,
                YamlEdits edits,
                List<String> assumptions,
                List<String> notes) {
            if (edits instanceof YamlEdits.Refused refused) {
                abstain(range, message, refused.reason());
                return;
            }
            repair(
                    range,
                    message,
                    Rewrite.of(title, safety, file().path(), edits.edits().orElseThrow())
                            .withAssumptions(assumptions)
                            .withNotes(notes));
        }
    }
}
