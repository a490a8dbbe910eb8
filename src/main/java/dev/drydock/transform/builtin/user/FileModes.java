package dev.drydock.transform.builtin.user;

import dev.drydock.container.WritablePaths;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.model.UserName;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Chmod;
import dev.drydock.shell.commands.Invocation;
import java.util.List;
import java.util.Optional;

/** Finds files that only their owner may read, and that stay with root. */
final class FileModes {
    private final Project project;
    private final ProjectFile file;
    private final BuildStage stage;
    private final List<String> owned;
    private final List<Instruction> handed;
    private final PrivateFiles privateFiles;

    /** Looks at a stage whose folders {@code owned} get a new owner, and the files of the COPYs and ADDs {@code handed}. */
    FileModes(Project project, ProjectFile file, BuildStage stage, List<String> owned, List<Instruction> handed) {
        this.handed = handed;
        this.project = project;
        this.file = file;
        this.stage = stage;
        this.owned = owned;
        this.privateFiles = new PrivateFiles(stage);
    }

    /** Returns what another user could not read, or empty. */
    Optional<String> reason() {
        for (Instruction instruction : stage.history()) {
            if (instruction instanceof FileTransfer transfer) {
                Optional<String> reason = reasonOf(instruction, transfer);
                if (reason.isPresent()) {
                    return reason;
                }
            }
        }
        for (RunScript script : stage.inheritedScripts()) {
            for (SimpleCommand command : script.commands()) {
                Optional<String> reason = Chmod.from(command)
                        .flatMap(chmod -> reasonOf(script, chmod))
                        .or(() -> privateFiles
                                .keyOf(script, command)
                                .filter(path ->
                                        WritablePaths.folderOf(path, owned).isEmpty())
                                .map(path -> "line " + script.run().line() + " makes " + path
                                        + ", which only root may read"));
                if (reason.isPresent()) {
                    return reason;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> reasonOf(Instruction instruction, FileTransfer transfer) {
        if (transfer.flag("chown").isPresent() || handed.contains(instruction) || isOwned(instruction, transfer)) {
            return Optional.empty();
        }
        Optional<String> mode = transfer.flag("chmod").flatMap(Flag::value);
        if (mode.isPresent()) {
            return isPrivate(mode.get())
                    ? Optional.of("line " + instruction.line() + " copies files that only root may read")
                    : Optional.empty();
        }
        if (transfer.flag("from").isPresent()) {
            return Optional.empty();
        }
        Optional<String> fetched = privateFiles.fetched(instruction, transfer);
        if (fetched.isPresent()) {
            return fetched.map(path -> "line " + instruction.line() + " fetches " + path
                    + ", which only root may read; --chmod=0755 on it opens it to others");
        }
        return transfer.sources().stream()
                .flatMap(source -> source.staticValue().stream())
                .flatMap(name -> ContextSearch.locate(project, file, name).stream())
                .filter(path -> !project.workspace().isReadableByAll(path))
                .findFirst()
                .map(ProjectPath::value)
                .map(name -> name + " may be read by its owner only, which is root in the image");
    }

    private boolean isOwned(Instruction instruction, FileTransfer transfer) {
        return transfer.destination()
                .map(Argument::value)
                .flatMap(text -> ContainerPath.resolve(stage.workdirAt(instruction), text))
                .flatMap(path -> WritablePaths.folderOf(path, owned))
                .isPresent();
    }

    private Optional<String> reasonOf(RunScript script, Chmod chmod) {
        Optional<String> mode = chmod.mode().flatMap(ShellWord::staticValue);
        if (mode.isEmpty() || !isPrivate(mode.get())) {
            return Optional.empty();
        }
        return chmod.paths().stream()
                .filter(word -> !isHarmless(script, word))
                .findFirst()
                .map(word -> "line " + script.run().line() + " lets only root read " + word.text());
    }

    private boolean isHarmless(RunScript script, ShellWord word) {
        Optional<String> path = ContainerPath.resolve(stage.workdirAt(script.run()), word.literalPrefix());
        return word.literalPrefix().startsWith("/root")
                || word.hasTilde()
                || (path.flatMap(place -> WritablePaths.folderOf(place, owned)).isPresent()
                        && path.filter(this::isGivenBack).isEmpty());
    }

    /** Returns whether a RUN gives a file to root by its name, which stays so where its COPY alone hands it over. */
    private boolean isGivenBack(String path) {
        return stage.inheritedScripts().stream()
                .anyMatch(script -> script.commands().stream()
                        .map(Invocation::of)
                        .filter(invocation -> invocation.runs("chown"))
                        .map(invocation -> invocation.arguments().stream()
                                .map(ShellWord::literalPrefix)
                                .filter(word -> !word.startsWith("-"))
                                .toList())
                        .filter(words -> !words.isEmpty() && isRoot(words.get(0)))
                        .flatMap(words -> words.stream().skip(1))
                        .anyMatch(word -> ContainerPath.resolve(stage.workdirAt(script.run()), word)
                                .filter(given -> ContainerPath.isWithin(path, given))
                                .isPresent()));
    }

    private static boolean isRoot(String owner) {
        int colon = owner.indexOf(':');
        return UserName.isRoot(colon < 0 ? owner : owner.substring(0, colon));
    }

    /** Returns whether a mode takes the right to read away from others: {@code 700}, {@code 0640}, {@code o-r}. */
    static boolean isPrivate(String mode) {
        boolean octal = mode.length() >= 3 && mode.chars().allMatch(c -> c >= '0' && c <= '7');
        if (octal) {
            return (mode.charAt(mode.length() - 1) - '0') < 4;
        }
        int minus = mode.indexOf('-');
        boolean takes = minus >= 0 && mode.indexOf('r', minus) >= 0;
        boolean others = minus == 0 || mode.lastIndexOf('o', Math.max(minus, 0)) >= 0 || mode.startsWith("a");
        return (takes && others) || mode.contains("o=,") || mode.endsWith("o=");
    }
}
