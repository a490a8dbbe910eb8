package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.Mentions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command of the build that only writes a secret to a file of the image: {@code echo $DB_PASSWORD > /config}. What reads the file
 * is the container, so that it can be given the file when it starts.
 *
 * @param script the script that holds the command
 * @param commands the command that writes, and those that set owner and mode of the file
 * @param content what makes the content, without where it goes
 * @param target the file, absolute
 */
record WrittenSecret(RunScript script, List<SimpleCommand> commands, String content, String target) {
    /** The folder of the project in which the file is kept; ignore files of Drydock keep it out of images. */
    private static final String FOLDER = "secrets";

    private static final Set<String> CARE = Set.of("chmod", "chown");

    WrittenSecret {
        commands = List.copyOf(commands);
    }

    /** Returns the command, if it is the only use of the variable and nothing in the build reads the file. */
    static Optional<WrittenSecret> of(Build build, String variable) {
        List<Instruction> naming = build.file().instructions().stream()
                .filter(instruction -> !(instruction instanceof ArgInstruction))
                .filter(instruction -> !(instruction instanceof EnvInstruction environment)
                        || environment.pairs().stream()
                                .anyMatch(pair -> pair.value()
                                        .filter(value -> Mentions.variable(value.value(), variable))
                                        .isPresent()))
                .filter(instruction -> Mentions.word(Mentions.speech(instruction), variable))
                .toList();
        if (naming.size() != 1 || !(naming.get(0) instanceof RunInstruction run)) {
            return Optional.empty();
        }
        return build.stageOf(run)
                .filter(BuildStage::isPartOfImage)
                .flatMap(stage -> stage.script(run)
                        .filter(script -> !script.script().isOpaque())
                        .flatMap(script -> of(build, stage, script, variable)));
    }

    private static Optional<WrittenSecret> of(Build build, BuildStage stage, RunScript script, String variable) {
        List<SimpleCommand> speaking = script.commands().stream()
                .filter(command -> Mentions.word(command.text(), variable))
                .toList();
        if (speaking.size() != 1 || !isPlainWriter(speaking.get(0))) {
            return Optional.empty();
        }
        SimpleCommand writer = speaking.get(0);
        Redirect redirect = writer.descendants(Redirect.class).findFirst().orElseThrow();
        Optional<String> target = redirect.target()
                .staticValue()
                .flatMap(path -> ContainerPath.resolve(stage.workdirAt(script.run()), path));
        if (target.isEmpty() || SecretFile.isOfTools(last(target.get()))) {
            return Optional.empty();
        }
        List<SimpleCommand> commands = new ArrayList<>(List.of(writer));
        for (SimpleCommand command : script.commands()) {
            boolean names = command != writer && names(command.text(), target.get());
            if (names && !isCare(command)) {
                return Optional.empty();
            }
            if (names) {
                commands.add(command);
            }
        }
        boolean elsewhere = build.file().instructions().stream()
                .filter(RunInstruction.class::isInstance)
                .filter(run -> run != script.run())
                .anyMatch(run -> names(Mentions.speech(run), target.get()));
        String content = writer.text().replace(redirect.text(), "").strip();
        return elsewhere ? Optional.empty() : Optional.of(new WrittenSecret(script, commands, content, target.get()));
    }

    private static boolean isPlainWriter(SimpleCommand command) {
        List<Redirect> redirects = command.descendants(Redirect.class).toList();
        return command.context().isPlain()
                && command.assignments().isEmpty()
                && command.name().filter(Set.of("echo", "printf")::contains).isPresent()
                && redirects.size() == 1
                && redirects.get(0).operator().equals(">")
                && redirects.get(0).fd().isEmpty();
    }

    private static boolean isCare(SimpleCommand command) {
        List<ShellWord> operands = command.arguments().stream()
                .filter(word -> !word.text().startsWith("-"))
                .toList();
        return command.name().filter(CARE::contains).isPresent()
                && operands.size() == 2
                && command.context().isPlain();
    }

    private static boolean names(String text, String target) {
        return Mentions.word(text, last(target));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the edits that take the commands out, or empty where they stand among others in a way that does not allow it. */
    Optional<List<TextEdit>> removal(DockerfileEditor editor) {
        return CommandRemoval.of(editor, script, commands);
    }

    /** Returns what hands the file to the container. */
    RunTimeSecret handover(Project project, ProjectFile dockerfile, Build build) {
        return RunTimeSecret.of(
                project,
                dockerfile,
                build.finalStage().flatMap(stage -> stage.stage().name()),
                List.of(new RunTimeSecret.Item(last(target), file(dockerfile), target)));
    }

    /** Returns the sentence that says how the file comes to be. Text that looks like a setting would be masked in it. */
    String making(ProjectFile dockerfile) {
        ProjectPath file = file(dockerfile);
        boolean bare = content.chars().noneMatch(c -> c == '=' || c == ':');
        String folder = "mkdir -p -m 700 " + file.parent();
        return bare
                ? "Make the file on every host, and keep it out of the repository: " + folder + " && " + content + " > "
                        + file
                : "Make the file " + file + " on every host, with what the RUN in line "
                        + script.run().line() + " wrote, and keep it out of the repository: " + folder;
    }

    private ProjectPath file(ProjectFile dockerfile) {
        return dockerfile.path().parent().resolve(FOLDER + "/" + last(target)).orElseThrow();
    }
}
