package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.CommandEnvironment;
import dev.drydock.model.RunScript;
import dev.drydock.project.Project;
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
                        assumptions(subject),
                        List.of()));
    }

    private static List<String> assumptions(Subject subject) {
        String version = "npm is version 5.7 or newer.";
        return subject.inspection().project().workspace().isKnown()
                ? List.of(version)
                : List.of("The lock file fits package.json: npm ci fails if it does not.", version);
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
            return Optional.of("the script changes its directory or files");
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
        boolean withoutLock = CommandEnvironment.of(stage, script, npm.command())
                .value("npm_config_package_lock")
                .filter("false"::equals)
                .isPresent();
        if (withoutLock) {
            return Optional.of("npm_config_package_lock says that there is no lock file");
        }
        Project project = subject.inspection().project();
        return new NpmFiles(project, subject.file(), stage, script)
                .obstacle(subject.inspection().facts().knowledge().oldTools(), npm)
                .or(() -> ManifestChanges.before(project, subject.file(), stage, script, npm.command()));
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
}
