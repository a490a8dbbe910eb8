package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.dockerfile.WorkdirInstruction;
import dev.drydock.edit.ShellEditor;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.commands.Apk;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.PackageOperand;
import dev.drydock.text.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts what stands before the last RUN of composer: what prepares PHP is repeated on the same image; what makes the
 * application stays, for its folder is copied as a whole. A RUN that does both, or neither, is not known.
 */
final class PhpRuns {
    /** Packages that composer uses to fetch others. */
    static final Set<String> TOOLS = new LinkedHashSet<>(List.of("git", "unzip", "zip"));

    private static final String WEB_FOLDER = "/var/www/html";

    /** Commands that leave the same behind on the same image. */
    private static final Set<String> PREPARING = Set.of(
            "docker-php-ext-install",
            "docker-php-ext-configure",
            "docker-php-ext-enable",
            "docker-php-source",
            "install-php-extensions",
            "pecl",
            "a2enmod",
            "a2dismod",
            "a2ensite",
            "a2dissite",
            "a2enconf",
            "a2disconf",
            "apt-get",
            "apk",
            "useradd",
            "groupadd",
            "usermod",
            "groupmod",
            "adduser",
            "addgroup",
            "echo",
            "printf",
            "set",
            ":",
            "true");

    /** Commands whose operands are paths. */
    private static final Set<String> FILES =
            Set.of("chown", "chmod", "chgrp", "mkdir", "rm", "cp", "mv", "ln", "touch", "sed");

    /** Commands of composer that matter to composer alone. */
    private static final Set<String> SETTINGS =
            Set.of("config", "validate", "clear-cache", "clearcache", "self-update", "--version", "diagnose");

    private static final Set<String> INSTALLER = Set.of("curl", "wget", "php", "mv", "chmod", "rm");

    private final SingleBuild build;
    private final String folder;
    private final Map<Instruction, String> repeated = new LinkedHashMap<>();
    private boolean dropsLists;
    private boolean changesOwners;

    private PhpRuns(SingleBuild build, String folder) {
        this.build = build;
        this.folder = folder;
    }

    /** Sorts the instructions up to {@code cut}; throws {@link UnclearException} for one that cannot be sorted. */
    static PhpRuns of(SingleBuild build, Toolchain toolchain, String folder, RunInstruction cut) {
        PhpRuns runs = new PhpRuns(build, folder);
        BuildCommands commands = new BuildCommands(build, toolchain);
        boolean before = true;
        int folders = 0;
        for (Instruction instruction : build.instructions()) {
            if (instruction instanceof RunInstruction run) {
                if (before) {
                    runs.sort(run, commands);
                } else {
                    runs.checkBehind(run);
                }
            } else if (before && instruction instanceof FileTransfer transfer) {
                runs.sort(instruction, transfer);
            } else if (before && instruction instanceof UserInstruction) {
                throw new UnclearException("line " + instruction.line() + ": another user than root may run composer");
            }
            folders += before && instruction instanceof WorkdirInstruction ? 1 : 0;
            before &= instruction != cut;
        }
        if (folders > 1 && !runs.repeated.isEmpty()) {
            throw new UnclearException("what prepares PHP may need one of several working directories");
        }
        return runs;
    }

    /** Returns what the runtime stage repeats, as it is written but for the packages that composer uses. */
    Map<Instruction, String> repeated() {
        return Map.copyOf(repeated);
    }

    /** Returns whether files of the application have owners that a copy must keep. */
    boolean keepsOwners() {
        return changesOwners;
    }

    private List<BuildStep> steps(RunInstruction run) {
        Optional<RunScript> script = build.stage().script(run);
        if (script.isEmpty()
                || script.get().script().isOpaque()
                || !run.heredocs().isEmpty()) {
            throw new UnclearException("cannot tell what the RUN of line " + run.line() + " does");
        }
        return build.steps().stream()
                .filter(step -> step.script().run() == run
                        && step.invocation().programWord().isPresent())
                .toList();
    }

    private void sort(RunInstruction run, BuildCommands commands) {
        List<BuildStep> steps = steps(run);
        if (isInstaller(steps)) {
            return;
        }
        if (installsToolsOnly(steps)) {
            dropsLists |= updates(steps);
            return;
        }
        boolean application = steps.stream().anyMatch(step -> step.runs("composer") || touchesFolder(step));
        if (!application) {
            steps.forEach(PhpRuns::checkPreparing);
            if (dropsLists
                    && !updates(steps)
                    && steps.stream().anyMatch(step -> !packages(step).isEmpty())) {
                throw new UnclearException("line " + run.line()
                        + " installs packages from lists that the RUN for the tools of composer fetches");
            }
            repeated.put(run, withoutTools(run, steps));
            return;
        }
        for (BuildStep step : steps) {
            boolean clear = installs(step)
                    || step.runs("cd", "set", "echo", "export", "true", ":")
                    || (step.runs("chown", "chmod", "chgrp", "mkdir", "rm", "cp", "touch") && staysWithin(step));
            if (!clear) {
                throw new UnclearException("line " + step.line() + ": cannot tell what "
                        + step.invocation().program().orElse("a command") + " leaves behind");
            }
            changesOwners |= step.runs("chown", "chgrp");
        }
        commands.check(steps, List.of(Artefact.at(folder)));
    }

    /** Other commands of composer run scripts, or install for more than this application. */
    private static boolean installs(BuildStep step) {
        return step.runs("composer")
                && !step.words().contains("global")
                && step.words().stream()
                        .anyMatch(word -> PhpToolchain.COMMANDS.contains(word) || SETTINGS.contains(word));
    }

    private static void checkPreparing(BuildStep step) {
        String program = step.invocation().program().orElse("");
        if (!PREPARING.contains(program) && !FILES.contains(program)) {
            throw new UnclearException("line " + step.line() + ": cannot tell what "
                    + (program.isEmpty() ? "a command" : program) + " leaves behind");
        }
    }

    private static boolean updates(List<BuildStep> steps) {
        return steps.stream()
                .anyMatch(step ->
                        AptGet.from(step.invocation()).filter(AptGet::updates).isPresent());
    }

    /** Returns the text of a RUN in the runtime stage, which does without the packages that composer uses. */
    private String withoutTools(RunInstruction run, List<BuildStep> steps) {
        List<TextEdit> edits = new ArrayList<>();
        for (BuildStep step : steps) {
            List<PackageOperand> packages = packages(step);
            List<ShellWord> tools = packages.stream()
                    .filter(PhpRuns::isTool)
                    .map(PackageOperand::word)
                    .toList();
            if (tools.isEmpty()) {
                continue;
            }
            Optional<List<TextEdit>> deletion = tools.size() == packages.size()
                    ? Optional.empty()
                    : new ShellEditor(build.file().dockerfile(), step.script()).deleteWords(tools);
            edits.addAll(deletion.orElseThrow(() -> new UnclearException("line " + step.line()
                    + ": the tools of composer cannot be told from what PHP needs in the layout of the command")));
        }
        StringBuilder text = new StringBuilder(run.text());
        edits.stream()
                .sorted(Comparator.comparingInt((TextEdit edit) -> edit.range().start())
                        .reversed())
                .forEach(edit -> text.replace(
                        edit.range().start() - run.range().start(),
                        edit.range().end() - run.range().start(),
                        edit.replacement()));
        return text.toString();
    }

    /** What stands behind the cut runs on the runtime image, which lacks composer and its tools. */
    private void checkBehind(RunInstruction run) {
        for (BuildStep step : steps(run)) {
            boolean runsApplication = step.runs("php") && !step.words().isEmpty();
            if (!runsApplication) {
                checkPreparing(step);
            }
        }
    }

    private static boolean isInstaller(List<BuildStep> steps) {
        return steps.stream().anyMatch(step -> step.words().stream().anyMatch(word -> word.contains("getcomposer.org")))
                && steps.stream()
                        .allMatch(step -> step.invocation()
                                        .program()
                                        .filter(INSTALLER::contains)
                                        .isPresent()
                                && (!step.runs("mv", "chmod", "rm") || namesComposerOnly(step)));
    }

    private static boolean namesComposerOnly(BuildStep step) {
        return step.operands().stream()
                .skip(step.runs("chmod") ? 1 : 0)
                .allMatch(word -> word.literalValue()
                        .filter(text -> text.contains("composer"))
                        .isPresent());
    }

    private static boolean installsToolsOnly(List<BuildStep> steps) {
        List<PackageOperand> packages =
                steps.stream().flatMap(step -> packages(step).stream()).toList();
        return !packages.isEmpty()
                && packages.stream().allMatch(PhpRuns::isTool)
                && steps.stream()
                        .allMatch(step -> step.runs("apt-get", "apk", "set")
                                || (step.runs("rm")
                                        && step.operands().stream()
                                                .allMatch(word ->
                                                        word.literalPrefix().startsWith("/var/"))));
    }

    private static List<PackageOperand> packages(BuildStep step) {
        Optional<Apk> apk = Apk.from(step.invocation()).filter(view -> view.does("add"));
        return AptGet.from(step.invocation())
                .map(AptGet::packages)
                .or(() -> apk.map(Apk::packages))
                .orElse(List.of());
    }

    private static boolean isTool(PackageOperand operand) {
        return operand.name().filter(TOOLS::contains).isPresent();
    }

    /** Returns whether a command works on files of the application, which only the build stage has then. */
    private boolean touchesFolder(BuildStep step) {
        boolean redirected = step.command()
                .descendants(Redirect.class)
                .anyMatch(redirect -> redirect.operator().contains(">") && isInFolder(step, redirect.target()));
        if (redirected || !step.runs(FILES.toArray(String[]::new))) {
            return redirected;
        }
        List<ShellWord> operands = step.operands();
        // The script of sed and the owner of chown are no paths, and a mode is none either.
        int skipped = step.runs("chown", "chmod", "chgrp", "sed") ? 1 : 0;
        return operands.stream().skip(skipped).anyMatch(word -> isInFolder(step, word));
    }

    private boolean isInFolder(BuildStep step, ShellWord word) {
        String text = word.literalPrefix();
        if (text.isEmpty() && word.hasExpansion()) {
            return false;
        }
        return text.startsWith("/")
                ? ContainerPath.isWithin(text, folder)
                : step.folder().isEmpty()
                        || ContainerPath.isWithin(
                                ContainerPath.resolve(step.folder(), text).orElse(folder), folder);
    }

    /**
     * Returns whether a command changes only what the copy brings. The folder itself has the owner and mode that the
     * runtime image gives it, which in the images of PHP is {@code www-data} for the folder of the web server.
     */
    private boolean staysWithin(BuildStep step) {
        List<ShellWord> operands = step.operands();
        boolean owner = step.runs("chown", "chmod", "chgrp");
        boolean usual = folder.equals(WEB_FOLDER)
                && step.runs("chown")
                && !operands.isEmpty()
                && operands.get(0)
                        .literalValue()
                        .filter(Set.of("www-data", "www-data:www-data")::contains)
                        .isPresent();
        return operands.size() > (owner ? 1 : 0)
                && operands.stream().skip(owner ? 1 : 0).allMatch(word -> {
                    Optional<String> path = word.literalValue().flatMap(step::path);
                    return path.filter(
                                    known -> (ContainerPath.isWithin(known, folder) && (!known.equals(folder) || usual))
                                            || (step.runs("rm") && isOfBuild(known)))
                            .isPresent();
                });
    }

    private static boolean isOfBuild(String path) {
        return ContainerPath.isWithin(path, "/root") || ContainerPath.isWithin(path, "/tmp");
    }

    private void sort(Instruction instruction, FileTransfer transfer) {
        String target = transfer.destination()
                .flatMap(word -> build.stage().expand(word, instruction))
                .flatMap(text -> ContainerPath.resolve(build.folderAt(instruction), text))
                .orElseThrow(
                        () -> new UnclearException("cannot tell where line " + instruction.line() + " puts files"));
        if (isComposer(instruction, transfer)) {
            return;
        }
        if (ContainerPath.isWithin(target, folder)) {
            checkOwner(instruction, target);
            return;
        }
        if (ContainerPath.isWithin(folder, target) && target.length() > 1) {
            throw new UnclearException(
                    "line " + instruction.line() + " puts files around the directory of the application");
        }
        repeated.put(instruction, instruction.text());
    }

    /** A COPY that makes the folder of the application gives it an owner, which a copy of its content does not keep. */
    private void checkOwner(Instruction instruction, String target) {
        if (instruction.flag("chown").isEmpty()) {
            return;
        }
        changesOwners = true;
        boolean exists = folder.equals(WEB_FOLDER)
                || build.folderAt(instruction).filter(folder::equals).isPresent();
        if (target.equals(folder) && !exists) {
            throw new UnclearException("line " + instruction.line() + ": the owner of " + folder + " would be lost");
        }
    }

    private static boolean isComposer(Instruction instruction, FileTransfer transfer) {
        return instruction instanceof CopyInstruction copy
                && copy.from().isPresent()
                && transfer.sources().stream().allMatch(source -> source.value().endsWith("/composer"));
    }
}
