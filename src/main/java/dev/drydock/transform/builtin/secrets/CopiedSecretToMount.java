package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.JsonString;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.Secrets;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.Frontend;
import dev.drydock.model.RunScript;
import dev.drydock.model.StartCommand;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.CodeMentions;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replaces the copy of a file with a secret by a mount on the RUNs that read it. */
public final class CopiedSecretToMount extends DockerfileTransform {
    public CopiedSecretToMount() {
        super("copied-secret-to-mount");
    }

    @Override
    protected void inspect(Subject subject) {
        for (BuildStage stage : subject.build().stages()) {
            for (Instruction instruction : stage.stage().instructions()) {
                if (instruction instanceof FileTransfer transfer && transfer.isFromContext()) {
                    transfer.sources()
                            .forEach(source -> secretFile(subject, stage, instruction, source)
                                    .ifPresent(file -> inspect(subject, stage, file)));
                }
            }
        }
    }

    private static Optional<SecretFile> secretFile(
            Subject subject, BuildStage stage, Instruction instruction, Argument source) {
        String text = source.value();
        if (text.startsWith("<<") || text.contains("://") || text.endsWith("/")) {
            return Optional.empty();
        }
        Secrets secrets = subject.inspection().facts().knowledge().secrets();
        String path = path(source);
        Optional<Secrets.FileKind> kind = secrets.file(path);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (kind.get() == Secrets.FileKind.BY_CONTENT && !holdsSecret(subject, secrets, path)) {
            subject.notNeeded(source.range(), "a file like " + path + " may hold a token", "none was seen in it");
            return Optional.empty();
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        Optional<String> known = PublicKey.sign(subject.inspection(), subject.file(), stage, instruction, path);
        if (kind.get() == Secrets.FileKind.PRIVATE_KEY && known.isPresent()) {
            subject.notNeeded(source.range(), "a file like " + path + " may hold a private key", known.get());
            return Optional.empty();
        }
        return Optional.of(new SecretFile(instruction, source, name, target(stage, instruction, name), kind.get()));
    }

    /** Returns the source from the root of the context. */
    private static String path(Argument source) {
        String text = source.value();
        return text.startsWith("./") || text.startsWith("/") ? text.substring(text.indexOf('/') + 1) : text;
    }

    private static boolean holdsSecret(Subject subject, Secrets secrets, String path) {
        return ContextSearch.read(subject.inspection().project(), subject.file(), path)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> !secrets.find(text).isEmpty() || SettingsFile.hasLiteral(text))
                .isPresent();
    }

    private static Optional<String> target(BuildStage stage, Instruction instruction, String name) {
        FileTransfer transfer = (FileTransfer) instruction;
        Optional<String> written = transfer.destination().flatMap(argument -> stage.expand(argument, instruction));
        Optional<String> path = written.flatMap(text -> ContainerPath.resolve(stage.workdirAt(instruction), text));
        if (path.isEmpty()) {
            return Optional.empty();
        }
        boolean folder = written.get().endsWith("/")
                || written.get().endsWith(".")
                || transfer.sources().size() > 1
                || path.equals(stage.workdirAt(instruction));
        String last = path.get().substring(path.get().lastIndexOf('/') + 1);
        if (folder) {
            return path.map(base -> (base.equals("/") ? "" : base) + "/" + name);
        }
        // Without a slash it may be a folder that is there already; a file keeps its name or has an ending.
        boolean file = last.equals(name) || (last.indexOf('.') > 0) || last.startsWith(".env") || last.equals(".npmrc");
        return file || last.startsWith("id_") ? path : Optional.empty();
    }

    private static void inspect(Subject subject, BuildStage stage, SecretFile file) {
        String message = "the secret in " + file.name() + " becomes part of a layer of the image";
        SecretFileUses uses = new SecretFileUses(subject.build(), stage, file);
        Optional<String> container = uses.container().or(() -> code(subject, stage, file));
        boolean kept = file.kind() == Secrets.FileKind.APPLICATION || file.kind() == Secrets.FileKind.STATE;
        if (kept) {
            subject.advise(file.source().range(), message, advice(container, file));
            return;
        }
        boolean atRunTime = container.isPresent() || (uses.readers().isEmpty() && stage.isPartOfImage());
        Optional<String> obstacle = obstacle(subject, stage, file, uses, atRunTime);
        if (obstacle.isPresent() && container.isPresent()) {
            subject.advise(file.source().range(), message, advice(container, file));
            return;
        }
        if (obstacle.isPresent()) {
            subject.abstain(file.source().range(), message, obstacle.get());
            return;
        }
        Optional<List<TextEdit>> edits = edits(subject, file, uses);
        if (edits.isEmpty()) {
            subject.abstain(file.source().range(), message, "the commands that look after it cannot be taken out");
            return;
        }
        subject.repair(
                file.source().range(),
                message,
                atRunTime
                        ? handover(subject, file, uses, container, edits.get())
                        : rewrite(subject, stage, file, uses, edits.get()));
    }

    private static String advice(Optional<String> container, SecretFile file) {
        return container.map(reason -> reason + "; ").orElse("") + runTime(file);
    }

    /** An application that names the place where the image has the key reads it there, whatever the build does with it. */
    private static Optional<String> code(Subject subject, BuildStage stage, SecretFile file) {
        if (!stage.isPartOfImage() || file.target().isEmpty()) {
            return Optional.empty();
        }
        return new CodeMentions(
                        subject.inspection().project().workspace(),
                        Optional.of(subject.file().path().parent()))
                .of(file.target().get())
                .map(path -> path + " names it");
    }

    private static String runTime(SecretFile file) {
        return "hand " + file.name()
                + " to the container when it starts, as a secret of the compose file or a bind mount";
    }

    private static Optional<String> obstacle(
            Subject subject, BuildStage stage, SecretFile file, SecretFileUses uses, boolean atRunTime) {
        if (uses.obstacle().isPresent()) {
            return uses.obstacle();
        }
        FileTransfer transfer = (FileTransfer) file.instruction();
        boolean odd = file.source() instanceof JsonString
                || file.source().hasVariables()
                || file.source().value().chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
        if (odd || stage.image().isWindows()) {
            return Optional.of("which file is meant is not clear");
        }
        if (transfer.sources().size() == 2
                && transfer.destination()
                        .filter(to -> !to.value().endsWith("/") && !to.value().endsWith("."))
                        .isPresent()) {
            return Optional.of("without it the destination would be a file");
        }
        if (file.target().isEmpty()) {
            return Optional.of("where it is in the container is not clear");
        }
        if (uses.readers().isEmpty()) {
            return atRunTime ? Optional.empty() : Optional.of("no RUN that reads it was found; " + runTime(file));
        }
        // ssh takes no key that others may read, and the file of a mount belongs to root.
        if (file.isSshKey() && uses.readers().stream().anyMatch(run -> !isRoot(subject, run))) {
            return Optional.of("cannot tell whether root runs the commands that use the key");
        }
        return Frontend.obstacle(subject.build().file(), Frontend.MOUNTS);
    }

    private static boolean isRoot(Subject subject, RunInstruction run) {
        return subject.build().stageOf(run).filter(stage -> stage.isRootAt(run)).isPresent();
    }

    private static Optional<List<TextEdit>> edits(Subject subject, SecretFile file, SecretFileUses uses) {
        DockerfileEditor editor = subject.editor();
        List<TextEdit> edits = new ArrayList<>();
        for (Map.Entry<RunScript, List<SimpleCommand>> care : uses.care().entrySet()) {
            Optional<List<TextEdit>> removal = CommandRemoval.of(editor, care.getKey(), care.getValue());
            if (removal.isEmpty()) {
                return Optional.empty();
            }
            edits.addAll(removal.get());
        }
        for (RunInstruction run : uses.readers()) {
            edits.add(editor.addFlag(run, mount(subject, file, uses, run)));
        }
        FileTransfer transfer = (FileTransfer) file.instruction();
        edits.add(
                transfer.sources().size() == 1
                        ? editor.delete(file.instruction())
                        : editor.deleteArgument(file.instruction(), file.source()));
        if (!uses.readers().isEmpty()) {
            Frontend.directive(subject.build().file()).ifPresent(edits::add);
        }
        return Optional.of(edits);
    }

    private static String mount(Subject subject, SecretFile file, SecretFileUses uses, RunInstruction run) {
        if (uses.isForAgent()) {
            return "--mount=type=ssh";
        }
        // The file belongs to root; other users need the bit.
        String mode = isRoot(subject, run) ? "" : ",mode=0444";
        return "--mount=type=secret,id=" + file.id() + ",target="
                + file.target().orElseThrow() + mode + SecretMounts.REQUIRED;
    }

    /** What the container reads it gets when it starts; a RUN that reads it as well gets a mount. */
    private static Rewrite handover(
            Subject subject, SecretFile file, SecretFileUses uses, Optional<String> container, List<TextEdit> edits) {
        Project project = subject.inspection().project();
        String source = path(file.source());
        ProjectPath place = ContextSearch.locate(project, subject.file(), source)
                .or(() -> subject.file().path().parent().resolve(source))
                .orElse(subject.file().path());
        RunTimeSecret secret = RunTimeSecret.of(
                project,
                subject.file(),
                subject.build().finalStage().flatMap(stage -> stage.stage().name()),
                List.of(new RunTimeSecret.Item(file.id(), place, file.target().orElseThrow())));
        List<String> notes = new ArrayList<>();
        if (!uses.readers().isEmpty()) {
            notes.add(buildCommand(subject, file, uses));
        }
        notes.addAll(secret.notes());
        notes.add(leaked(file));
        uses.whole().ifPresent(notes::add);
        List<FileChange> changes = new ArrayList<>();
        changes.add(new FileChange.Edits(subject.file().path(), edits));
        changes.addAll(secret.changes());
        List<String> assumptions = new ArrayList<>();
        assumptions.add((uses.readers().isEmpty() ? "No RUN reads " : "No other RUN reads ") + file.name() + ".");
        container.ifPresent(reason -> assumptions.add("The container reads it: " + reason + "."));
        return new Rewrite(
                "hand " + file.name() + " to the container when it starts",
                Safety.SUGGEST,
                changes,
                assumptions,
                notes);
    }

    private static String buildCommand(Subject subject, SecretFile file, SecretFileUses uses) {
        String option = uses.isForAgent()
                ? "--ssh default"
                : "--secret id=" + file.id() + ",src=" + file.source().value();
        return SecretMounts.command(BuildTool.name(subject.inspection().project()), option);
    }

    private static String leaked(SecretFile file) {
        return "Images that were built so far hold " + file.name() + ": replace what is in it.";
    }

    private static Rewrite rewrite(
            Subject subject, BuildStage stage, SecretFile file, SecretFileUses uses, List<TextEdit> edits) {
        boolean reachesContainer = stage.isPartOfImage();
        List<String> notes = new ArrayList<>();
        notes.add(buildCommand(subject, file, uses));
        notes.add(leaked(file));
        uses.whole().ifPresent(notes::add);
        List<String> assumptions = new ArrayList<>();
        assumptions.add("No other RUN reads " + file.name() + ".");
        if (reachesContainer) {
            assumptions.add("The container does not need " + file.name() + " when it runs.");
        }
        if (uses.isForAgent()) {
            assumptions.add("The ssh agent of whoever builds has a key with the same rights.");
        }
        return new Rewrite(
                uses.isForAgent() ? "mount the ssh agent instead" : "mount " + file.name() + " as a secret",
                isOpen(subject, file, uses, reachesContainer) ? Safety.SUGGEST : Safety.REVIEW,
                List.of(new FileChange.Edits(subject.file().path(), edits)),
                assumptions,
                notes);
    }

    /** Returns whether the container may read it after all, or gets it in another way as long as the context holds it. */
    private static boolean isOpen(Subject subject, SecretFile file, SecretFileUses uses, boolean reachesContainer) {
        boolean carried = uses.whole().isPresent() && file.kind() != Secrets.FileKind.PRIVATE_KEY;
        return carried || (reachesContainer && (!file.isForTools() || isForPeople(subject)));
    }

    /** Who works in the shell that a container starts may need the key there as well. */
    private static boolean isForPeople(Subject subject) {
        List<String> words = subject.build()
                .finalStage()
                .map(stage -> stage.startCommand().words())
                .orElse(List.of());
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        return StartCommand.isShell(last) || last.endsWith("zsh");
    }
}
