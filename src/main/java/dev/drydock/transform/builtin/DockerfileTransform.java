package dev.drydock.transform.builtin;

import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.edit.ShellEditor;
import dev.drydock.model.Build;
import dev.drydock.model.RunScript;
import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectFile;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.Outcome;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A transform that judges one Dockerfile at a time. */
public abstract class DockerfileTransform implements Transform {
    private final String id;

    protected DockerfileTransform(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final List<Finding> inspect(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        inspection.project().files(FileKind.DOCKERFILE).forEach(file -> {
            if (file.dockerfile().isSound()) {
                findings.addAll(judged(file, inspection));
            }
        });
        for (InlineBuild inline : InlineBuild.of(inspection)) {
            judged(inline.dockerfile(), inline.inspection()).forEach(finding -> findings.add(inline.inFile(finding)));
        }
        return List.copyOf(findings);
    }

    private List<Finding> judged(ProjectFile file, Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        Subject subject = new Subject(id, file, inspection, findings);
        inspect(subject);
        return takesAway()
                ? findings.stream()
                        .map(finding -> Heirs.asked(finding, inspection.project(), file, subject.build()))
                        .toList()
                : findings;
    }

    /**
     * Returns whether the repairs take away what another Dockerfile that is based on the image may use. Those that find out what
     * it uses need not say so.
     */
    protected boolean takesAway() {
        return false;
    }

    /** Judges one sound Dockerfile and reports to the subject. */
    protected abstract void inspect(Subject subject);

    /** One Dockerfile under inspection: what it says, and where findings go. */
    protected static final class Subject extends FileSubject {
        private final String id;
        private final List<Finding> findings;
        private final Build build;

        private Subject(String id, ProjectFile file, Inspection inspection, List<Finding> findings) {
            super(id, file, inspection, findings);
            this.id = id;
            this.findings = findings;
            this.build = inspection
                    .project()
                    .build(file, inspection.facts().knowledge().images());
        }

        public Build build() {
            return build;
        }

        public DockerfileEditor editor() {
            return new DockerfileEditor(file().dockerfile());
        }

        public ShellEditor editor(RunScript script) {
            return new ShellEditor(file().dockerfile(), script);
        }

        /** Judges with a subject that repairs nothing: what would be repaired is left for the reason. */
        public void leaving(String reason, Consumer<Subject> judge) {
            List<Finding> inside = new ArrayList<>();
            judge.accept(new Subject(id, file(), inspection(), inside));
            for (Finding finding : inside) {
                Outcome outcome = finding.rewrite().isPresent() ? new Outcome.Abstained(reason) : finding.outcome();
                findings.add(new Finding(id, finding.path(), finding.range(), finding.message(), outcome));
            }
        }

        /** Reports a defect that edits of this file repair. */
        public void repair(TextRange range, String message, String title, Safety safety, List<TextEdit> edits) {
            repair(range, message, Rewrite.of(title, safety, file().path(), edits));
        }
    }
}
