package dev.drydock.transform.builtin.commands;

import dev.drydock.container.ContainerImage;
import dev.drydock.edit.CommandEditor;
import dev.drydock.evidence.Observed;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.MadeContainers;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.script.Fragment;
import dev.drydock.shell.ShellNode;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.Transform;
import dev.drydock.transform.builtin.FileSubject;
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
            InsideUses inside = InsideUses.of(commands);
            for (Fragment fragment : file.fragments()) {
                fragment.script()
                        .simpleCommands()
                        .flatMap(command -> ContainerCommand.from(command).stream())
                        .forEach(command -> inspect(
                                new Subject(id, file, fragment, commands, inside, command, inspection, findings)));
            }
        }
        return List.copyOf(findings);
    }

    /** Judges one command line and reports to the subject. */
    protected abstract void inspect(Subject subject);

    /** One command line under inspection: where it stands, and where findings go. */
    protected static final class Subject extends FileSubject {
        private final Fragment fragment;
        private final List<SimpleCommand> commands;
        private final InsideUses inside;
        private final ContainerCommand command;

        private Subject(
                String id,
                ProjectFile file,
                Fragment fragment,
                List<SimpleCommand> commands,
                InsideUses inside,
                ContainerCommand command,
                Inspection inspection,
                List<Finding> findings) {
            super(id, file, inspection, findings);
            this.fragment = fragment;
            this.commands = commands;
            this.inside = inside;
            this.command = command;
        }

        public Fragment fragment() {
            return fragment;
        }

        public ContainerCommand command() {
            return command;
        }

        /** Returns all commands of the file. */
        public List<SimpleCommand> commands() {
            return commands;
        }

        public Knowledge knowledge() {
            return inspection().facts().knowledge();
        }

        public CommandEditor editor() {
            return new CommandEditor(fragment, command);
        }

        /** Returns the container that the command makes; empty for a command that makes none. */
        public Optional<StartedContainer> container() {
            return command.action().makesContainer()
                    ? Optional.of(StartedContainer.of(
                                    command,
                                    fragment,
                                    inside,
                                    knowledge().images(),
                                    MountedSettings.of(
                                            inspection().project(), knowledge().writers(), file(), command),
                                    this::built)
                            .seen(observed())
                            .beside(CommandGuests.of(
                                    command,
                                    knowledge().containerJobs(),
                                    inspection().project().commandsAround(file()))))
                    : Optional.empty();
        }

        private Optional<Observed> observed() {
            return inspection().facts().proof().isEmpty()
                    ? Optional.empty()
                    : MadeContainers.nameOf(file(), command.command())
                            .flatMap(name -> inspection().facts().observed(file().path() + "#" + name));
        }

        /** An image that a command of the project builds is not what a registry has under its name. */
        private Optional<ContainerImage.Built> built(String image) {
            Project project = inspection().project();
            return project.imagesAround(file())
                    .dockerfileOf(image)
                    .filter(dockerfile -> dockerfile.dockerfile().isSound())
                    .flatMap(dockerfile -> project.build(dockerfile, knowledge().images())
                            .finalStage()
                            .map(stage -> new ContainerImage.Built(project, dockerfile, stage, knowledge())));
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
    }
}
