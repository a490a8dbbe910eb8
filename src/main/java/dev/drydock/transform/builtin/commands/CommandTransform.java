package dev.drydock.transform.builtin.commands;

import dev.drydock.edit.CommandEditor;
import dev.drydock.edit.Rewrite;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.ProjectFile;
import dev.drydock.script.Fragment;
import dev.drydock.shell.ShellNode;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.Outcome;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A transform that judges one command line of docker or podman at a time. */
public abstract class CommandTransform implements Transform {
    private final String id;

    protected CommandTransform(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final List<Finding> inspect(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        for (ProjectFile file : inspection.project().files()) {
            List<SimpleCommand> commands = file.fragments().stream()
                    .flatMap(fragment -> fragment.script().simpleCommands())
                    .toList();
            for (Fragment fragment : file.fragments()) {
                fragment.script()
                        .simpleCommands()
                        .flatMap(command -> ContainerCommand.from(command).stream())
                        .forEach(command ->
                                inspect(new Subject(id, file, fragment, commands, command, inspection, findings)));
            }
        }
        return List.copyOf(findings);
    }

    /** Judges one command line and reports to the subject. */
    protected abstract void inspect(Subject subject);

    /** One command line under inspection: where it stands, and where findings go. */
    protected static final class Subject {
        private final String id;
        private final ProjectFile file;
        private final Fragment fragment;
        private final List<SimpleCommand> commands;
        private final ContainerCommand command;
        private final Inspection inspection;
        private final List<Finding> findings;

        private Subject(
                String id,
                ProjectFile file,
                Fragment fragment,
                List<SimpleCommand> commands,
                ContainerCommand command,
                Inspection inspection,
                List<Finding> findings) {
            this.id = id;
            this.file = file;
            this.fragment = fragment;
            this.commands = commands;
            this.command = command;
            this.inspection = inspection;
            this.findings = findings;
        }

        public ProjectFile file() {
            return file;
        }

        public Fragment fragment() {
            return fragment;
        }

        public ContainerCommand command() {
            return command;
        }

        public Inspection inspection() {
            return inspection;
        }

        public Knowledge knowledge() {
            return inspection.facts().knowledge();
        }

        public CommandEditor editor() {
            return new CommandEditor(fragment, command);
        }

        /** Returns the container that the command makes; empty for a command that makes none. */
        public Optional<StartedContainer> container() {
            return command.action().makesContainer()
                    ? Optional.of(StartedContainer.of(
                            command, fragment, commands, knowledge().images()))
                    : Optional.empty();
        }

        /** Returns the words that say what is done: {@code docker run}. */
        public TextRange place() {
            ShellNode program = command.invocation().programWord().orElseThrow();
            return program.rangeInFile().hull(command.actionWord().rangeInFile());
        }

        /** Returns where a flag stands. */
        public static TextRange place(ContainerCommand.Flag flag) {
            int last = flag.words().size() - 1;
            return flag.words().get(0).rangeInFile().hull(flag.words().get(last).rangeInFile());
        }

        /** Reports a defect with its repair. */
        public void repair(TextRange range, String message, Rewrite rewrite) {
            add(range, message, new Outcome.Repair(rewrite));
        }

        /** Reports a defect that is left alone, and what is missing to repair it. */
        public void abstain(TextRange range, String message, String reason) {
            add(range, message, new Outcome.Abstained(reason));
        }

        /** Reports a defect that only a person can repair. */
        public void advise(TextRange range, String message, String advice) {
            add(range, message, new Outcome.Advice(advice));
        }

        /** Notes that something looks like a case for this transform and is none. */
        public void notNeeded(TextRange range, String message, String reason) {
            add(range, message, new Outcome.NotNeeded(reason));
        }

        private void add(TextRange range, String message, Outcome outcome) {
            findings.add(new Finding(id, file.path(), range, message, outcome));
        }
    }
}
