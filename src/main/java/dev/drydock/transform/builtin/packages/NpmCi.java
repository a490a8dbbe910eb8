package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.AddInstruction;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.project.ContextSearch;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Npm;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Installs exactly what the lock file of npm says. */
public final class NpmCi extends ShellTransform {
    private static final String MESSAGE = "npm install may install other versions than the lock file says";
    private static final List<String> LOCKS = List.of("package-lock.json", "npm-shrinkwrap.json");

    /** Options that mean the same to both commands. */
    private static final Set<String> SHARED = Set.of(
            "--production",
            "--only",
            "--omit",
            "--include",
            "--no-optional",
            "--loglevel",
            "--silent",
            "-s",
            "--quiet",
            "-q",
            "--no-audit",
            "--no-fund",
            "--unsafe-perm",
            "--prefer-offline",
            "--verbose",
            "--registry",
            "--legacy-peer-deps",
            "--ignore-scripts",
            "--no-progress",
            "--cache",
            "--no-update-notifier");

    private static final Set<String> OLD = Set.of("4", "5", "6", "7", "8", "9", "argon", "boron", "carbon");

    public NpmCi() {
        super("npm-ci");
    }

    @Override
    protected void inspect(Subject subject, BuildStage stage, RunScript script) {
        for (SimpleCommand command : script.commands()) {
            Npm.from(command)
                    .filter(npm -> npm.does("install", "i")
                            && !npm.isGlobal()
                            && npm.operands().isEmpty())
                    .ifPresent(npm -> inspect(subject, stage, script, npm));
        }
    }

    private static void inspect(Subject subject, BuildStage stage, RunScript script, Npm npm) {
        TextRange place = script.toFile(npm.command().range());
        Optional<String> obstacle = obstacle(subject, stage, script, npm);
        if (obstacle.isPresent()) {
            subject.abstain(place, MESSAGE, obstacle.get());
            return;
        }
        subject.repair(
                place,
                MESSAGE,
                new Rewrite(
                        "use npm ci",
                        Safety.REVIEW,
                        List.of(new FileChange.Edits(
                                subject.file().path(),
                                List.of(subject.editor(script)
                                        .replace(npm.subcommandWord().orElseThrow(), "ci")))),
                        List.of(
                                "The lock file fits package.json: npm ci fails if it does not.",
                                "npm is version 5.7 or newer."),
                        List.of()));
    }

    private static Optional<String> obstacle(Subject subject, BuildStage stage, RunScript script, Npm npm) {
        if (npm.line().mayHideOptions()
                || npm.invocation().hasHiddenOperands()
                || !npm.line().options().stream().allMatch(option -> SHARED.contains(option.name()))) {
            return Optional.of("npm ci does not know all of the options");
        }
        if (isOld(stage)) {
            return Optional.of("the npm of the base image is too old for npm ci");
        }
        if (script.commands().stream()
                .anyMatch(command -> Invocation.of(command).runs("cd", "pushd", "rm", "mv", "cp", "ln"))) {
            return Optional.of("the script changes its folder or files");
        }
        for (RunScript earlier : stage.inheritedScripts()) {
            boolean before =
                    earlier.run().range().start() < script.run().range().start();
            boolean installs = earlier.commands().stream()
                    .flatMap(command -> Npm.from(command).stream())
                    .anyMatch(other -> other.installs() && !other.isGlobal() && other.command() != npm.command());
            if ((before || earlier == script) && installs) {
                return Optional.of("npm ci would remove what another npm install put there");
            }
        }
        return hasLock(subject, stage, script)
                ? Optional.empty()
                : Optional.of("no lock file is known to be copied before it");
    }

    private static boolean isOld(BuildStage stage) {
        String tag = stage.image().reference().flatMap(image -> image.tag()).orElse("");
        int end = 0;
        while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
            end++;
        }
        boolean node = stage.image()
                .reference()
                .filter(image -> image.canonicalName().endsWith("/node"))
                .isPresent();
        return node && OLD.contains(tag.substring(0, end));
    }

    private static boolean hasLock(Subject subject, BuildStage stage, RunScript script) {
        Optional<String> folder = stage.workdirAt(script.run());
        for (Instruction instruction : stage.historyBefore(script.run())) {
            boolean copies =
                    (instruction instanceof CopyInstruction copy && copy.from().isEmpty())
                            || instruction instanceof AddInstruction;
            if (copies
                    && reaches(stage, instruction, (FileTransfer) instruction, folder)
                    && ((FileTransfer) instruction).sources().stream().anyMatch(source -> isLock(subject, source))) {
                return true;
            }
        }
        return false;
    }

    private static boolean reaches(
            BuildStage stage, Instruction instruction, FileTransfer copy, Optional<String> folder) {
        Optional<String> target = copy.destination().flatMap(word -> stage.expand(word, instruction));
        if (target.isEmpty()) {
            return false;
        }
        Optional<String> there = stage.workdirAt(instruction);
        if (!target.get().startsWith("/")) {
            String plain = target.get().startsWith("./") ? target.get().substring(2) : target.get();
            boolean here = plain.isEmpty() || plain.equals(".") || LOCKS.contains(plain);
            return here && there.equals(folder);
        }
        String path = ContainerPath.normalise(target.get());
        return folder.filter(
                        known -> known.equals(path) || LOCKS.stream().anyMatch(lock -> path.equals(known + "/" + lock)))
                .isPresent();
    }

    /** A file that is named must exist; what a pattern or a folder brings is known only from the context. */
    private static boolean isLock(Subject subject, Argument source) {
        String path = source.staticValue().orElse("");
        String name = path.substring(path.lastIndexOf('/') + 1);
        String parent = path.substring(0, path.length() - name.length());
        boolean known = subject.inspection().project().workspace().isKnown();
        for (String lock : LOCKS) {
            boolean there = ContextSearch.locate(subject.inspection().project(), subject.file(), parent + lock)
                    .isPresent();
            if (name.equals(lock)) {
                // Outside of its project the file itself is all there is.
                return there || !known || !hasManifest(subject, parent);
            }
            boolean pattern = name.equals("package*.json")
                    || name.equals("package-*.json")
                    || name.equals(lock + "*")
                    || name.equals("*.json");
            boolean whole = path.equals(".") || path.equals("./");
            if (there && (pattern || whole) && !isIgnored(subject)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasManifest(Subject subject, String parent) {
        return ContextSearch.locate(subject.inspection().project(), subject.file(), parent + "package.json")
                .isPresent();
    }

    private static boolean isIgnored(Subject subject) {
        return ContextSearch.read(subject.inspection().project(), subject.file(), ".dockerignore")
                .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                .filter(text -> text.contains("lock") || text.contains("*.json") || text.contains("shrinkwrap"))
                .isPresent();
    }
}
