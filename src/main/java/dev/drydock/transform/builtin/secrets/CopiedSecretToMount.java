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
import dev.drydock.project.BuildPlaces;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.CodeMentions;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Replaces the copy of a file with a secret by a mount on the RUNs that read it. */
public final class CopiedSecretToMount extends DockerfileTransform {
    public CopiedSecretToMount() {
        super("copied-secret-to-mount");
    }

    /** A copy of a secret, with what happens to it afterwards and what speaks against a repair. */
    private record Copied(
            BuildStage stage,
            SecretFile file,
            SecretFileUses uses,
            Optional<String> advice,
            Optional<String> obstacle,
            boolean atRunTime,
            Optional<String> container) {
        boolean isFree() {
            return advice.isEmpty() && obstacle.isEmpty();
        }
    }

    @Override
    protected boolean takesAway() {
        return true;
    }

    @Override
    protected void inspect(Subject subject) {
        Map<String, Map<SecretFile, BuildStage>> copies = new LinkedHashMap<>();
        for (BuildStage stage : subject.build().stages()) {
            for (Instruction instruction : stage.stage().instructions()) {
                if (instruction instanceof FileTransfer transfer && transfer.isFromContext()) {
                    transfer.sources()
                            .forEach(source -> secretFile(subject, stage, instruction, source)
                                    .ifPresent(
                                            file -> copies.computeIfAbsent(path(source), any -> new LinkedHashMap<>())
                                                    .put(file, stage)));
                }
            }
        }
        for (Map<SecretFile, BuildStage> same : copies.values()) {
            List<Copied> copied = new ArrayList<>();
            CopyPlaces places = new CopyPlaces(same.keySet());
            same.forEach((file, stage) -> copied.add(judge(subject, stage, file, places)));
            if (copied.size() == 1) {
                repair(subject, copied.get(0));
            } else {
                repair(subject, copied);
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
        boolean file = last.equals(name)
                || ("." + last).equals(name)
                || (last.indexOf('.') > 0)
                || last.startsWith(".env")
                || last.equals(".npmrc");
        return file || last.startsWith("id_") ? path : Optional.empty();
    }

    private static Copied judge(Subject subject, BuildStage stage, SecretFile file, CopyPlaces places) {
        SecretFileUses uses = new SecretFileUses(subject.build(), stage, file, places);
        Optional<String> container = uses.container().or(() -> code(subject, stage, file));
        boolean kept = file.kind() == Secrets.FileKind.APPLICATION || file.kind() == Secrets.FileKind.STATE;
        boolean atRunTime = container.isPresent() || (uses.readers().isEmpty() && stage.isPartOfImage());
        Optional<String> obstacle = kept ? Optional.empty() : obstacle(subject, stage, file, uses, atRunTime);
        boolean advised = kept || (obstacle.isPresent() && container.isPresent());
        return new Copied(
                stage,
                file,
                uses,
                advised ? Optional.of(advice(container, file)) : Optional.empty(),
                advised ? Optional.empty() : obstacle,
                atRunTime,
                container);
    }

    private static String message(Copied copied) {
        return "the secret in " + copied.file().name() + " becomes part of a layer of the image";
    }

    private static void repair(Subject subject, Copied copied) {
        Optional<List<TextEdit>> edits = copied.isFree() ? edits(subject, List.of(copied)) : Optional.empty();
        if (edits.isEmpty()) {
            leave(subject, copied, "the commands that look after it cannot be taken out");
            return;
        }
        subject.repair(
                copied.file().source().range(),
                message(copied),
                copied.atRunTime()
                        ? handover(subject, copied.file(), copied.uses(), copied.container(), edits.get())
                        : rewrite(subject, List.of(copied), edits.get()));
    }

    /** Copies of one file to several places are all mounted, or all left: the build would need the file in both ways. */
    private static void repair(Subject subject, List<Copied> same) {
        Optional<Copied> staying = same.stream()
                .filter(copied -> !copied.isFree() || copied.atRunTime())
                .findFirst();
        Optional<List<TextEdit>> edits = staying.isEmpty() ? edits(subject, same) : Optional.empty();
        if (edits.isPresent()) {
            Copied first = same.get(0);
            subject.repair(first.file().source().range(), message(first), rewrite(subject, same, edits.get()));
            return;
        }
        for (Copied copied : same) {
            String reason = copied.atRunTime()
                    ? "no RUN reads this copy, and another one of the same file is read by the build"
                    : staying.map(other -> "the copy in line "
                                    + other.file().instruction().line() + " stays, and both are the same file")
                            .orElse("the commands that look after it cannot be taken out");
            leave(subject, copied, reason);
        }
    }

    private static void leave(Subject subject, Copied copied, String otherwise) {
        if (copied.advice().isPresent()) {
            subject.advise(
                    copied.file().source().range(),
                    message(copied),
                    copied.advice().get());
        } else {
            subject.abstain(
                    copied.file().source().range(),
                    message(copied),
                    copied.obstacle().orElse(otherwise));
        }
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

    private static Optional<List<TextEdit>> edits(Subject subject, List<Copied> same) {
        DockerfileEditor editor = subject.editor();
        List<TextEdit> edits = new ArrayList<>();
        Map<RunScript, Set<SimpleCommand>> care = new LinkedHashMap<>();
        Map<RunInstruction, Set<String>> mounts = new LinkedHashMap<>();
        for (Copied copied : same) {
            SecretFile file = copied.file();
            copied.uses()
                    .care()
                    .forEach((script, commands) -> care.computeIfAbsent(script, any -> new LinkedHashSet<>())
                            .addAll(commands));
            copied.uses()
                    .readers()
                    .forEach(run -> mounts.computeIfAbsent(run, any -> new LinkedHashSet<>())
                            .add(mount(subject, file, copied.uses(), run)));
            FileTransfer transfer = (FileTransfer) file.instruction();
            edits.add(
                    transfer.sources().size() == 1
                            ? editor.delete(file.instruction())
                            : editor.deleteArgument(file.instruction(), file.source()));
        }
        for (Map.Entry<RunScript, Set<SimpleCommand>> each : care.entrySet()) {
            Optional<List<TextEdit>> removal = CommandRemoval.of(editor, each.getKey(), List.copyOf(each.getValue()));
            if (removal.isEmpty()) {
                return Optional.empty();
            }
            edits.addAll(removal.get());
        }
        mounts.forEach((run, flags) -> edits.add(editor.addFlag(run, String.join(" ", flags))));
        if (!mounts.isEmpty()) {
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
        ProjectPath place = place(subject, file);
        RunTimeSecret secret = RunTimeSecret.of(
                project,
                subject.file(),
                subject.build().finalStage().flatMap(stage -> stage.stage().name()),
                List.of(new RunTimeSecret.Item(file.id(), place, file.target().orElseThrow())));
        List<String> notes = new ArrayList<>();
        if (!uses.readers().isEmpty()) {
            notes.add(buildCommand(subject, option(file, uses)));
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

    /** Returns the file of the project; where it is not there, the place at which it would be. */
    private static ProjectPath place(Subject subject, SecretFile file) {
        String source = path(file.source());
        return ContextSearch.locate(subject.inspection().project(), subject.file(), source)
                .or(() -> subject.file().path().parent().resolve(source))
                .orElse(subject.file().path());
    }

    private static String option(SecretFile file, SecretFileUses uses) {
        return uses.isForAgent()
                ? "--ssh default"
                : "--secret id=" + file.id() + ",src=" + file.source().value();
    }

    private static String buildCommand(Subject subject, String options) {
        return SecretMounts.command(BuildTool.name(subject.inspection().project()), options);
    }

    private static String leaked(SecretFile file) {
        return "Images that were built so far hold " + file.name() + ": replace what is in it.";
    }

    private static Rewrite rewrite(Subject subject, List<Copied> same, List<TextEdit> edits) {
        SecretFile file = same.get(0).file();
        Set<String> options = new LinkedHashSet<>();
        Set<String> whole = new LinkedHashSet<>();
        same.forEach(copied -> options.add(option(copied.file(), copied.uses())));
        same.forEach(copied -> copied.uses().whole().ifPresent(whole::add));
        List<String> notes = new ArrayList<>();
        notes.add(buildCommand(subject, String.join(" ", options)));
        notes.add(leaked(file));
        notes.addAll(whole);
        List<String> assumptions = new ArrayList<>();
        assumptions.add("No other RUN reads " + file.name() + ".");
        if (same.stream().anyMatch(copied -> copied.stage().isPartOfImage())) {
            assumptions.add("The container does not need " + file.name() + " when it runs.");
        }
        if (same.stream().anyMatch(copied -> copied.uses().isForAgent())) {
            assumptions.add("The ssh agent of whoever builds has a key with the same rights.");
        }
        boolean agent = same.stream().allMatch(copied -> copied.uses().isForAgent());
        String title = agent ? "mount the ssh agent instead" : "mount " + file.name() + " as a secret";
        Optional<ProjectPath> mounted = agent ? Optional.empty() : Optional.of(place(subject, file));
        ComposeBuilds compose = ComposeBuilds.of(subject.inspection().project(), subject.file(), file.id(), mounted);
        List<String> without = new ArrayList<>(compose.without());
        without.addAll(BuildPlaces.without(
                subject.inspection().project(), subject.file(), agent ? "ssh" : "secret", agent ? "" : file.id()));
        if (!without.isEmpty()) {
            // It is what keeps the fix from being written, so that it is told before somebody asks for it, too.
            assumptions.add(String.join(", ", without) + (without.size() == 1 ? " builds" : " build") + " it without "
                    + (agent ? "the agent" : "the secret") + " today, and "
                    + (without.size() == 1 ? "fails" : "fail") + " then: change it by hand as well.");
        }
        List<FileChange> changes = new ArrayList<>();
        changes.add(new FileChange.Edits(subject.file().path(), edits));
        changes.addAll(compose.changes());
        compose.changes()
                .forEach(change -> notes.add(
                        change.path() + " hands it to the build as " + (agent ? "the agent for ssh." : "a secret.")));
        boolean open = same.stream()
                .anyMatch(copied -> isOpen(
                        subject, copied.file(), copied.uses(), copied.stage().isPartOfImage()));
        return new Rewrite(
                same.size() > 1 ? title + " at each of its places" : title,
                open || !without.isEmpty() ? Safety.SUGGEST : Safety.REVIEW,
                changes,
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
