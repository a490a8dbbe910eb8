package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether everything that the RUNs of a file leave behind is known: in the build folder, in an artefact, or in a package.
 * What a command leaves elsewhere would be missing in the runtime stage.
 */
final class BuildCommands {
    /** Programs that leave nothing, or only what their options and operands name. */
    private static final Set<String> HARMLESS = Set.of(
            "echo",
            "printf",
            "ls",
            "pwd",
            "true",
            ":",
            "set",
            "test",
            "[",
            "cd",
            "pushd",
            "popd",
            "export",
            "cat",
            "which",
            "sleep",
            "date",
            "uname",
            "find",
            "grep",
            "head",
            "tail",
            "sort",
            "id",
            "env",
            "file",
            "du",
            "df",
            "strip",
            "command",
            "type",
            "git",
            "sha256sum",
            "apt-get",
            "apk",
            "apt-cache",
            "upx");

    private static final Set<String> PLACING = Set.of("cp", "mv", "install", "ln", "touch");
    private static final Set<String> CHANGING = Set.of("chmod", "chown", "chgrp", "rm", "rmdir");
    private static final Set<String> ACCOUNTS =
            Set.of("useradd", "groupadd", "adduser", "addgroup", "usermod", "groupmod", "passwd");
    private static final Set<String> FOLDERS = Set.of("mkdir", "chown", "chmod", "install");

    private final SingleBuild build;
    private final Set<String> tools;

    BuildCommands(SingleBuild build, Toolchain toolchain) {
        this.build = build;
        this.tools = new HashSet<>(toolchain.programs());
    }

    /** Returns whether a RUN only makes accounts or folders, which the container needs as well as the build. */
    static boolean isForBoth(SingleBuild build, RunInstruction run) {
        List<BuildStep> steps = build.steps().stream()
                .filter(step -> step.script().run() == run)
                .toList();
        boolean makes = steps.stream()
                .anyMatch(step -> step.runs("mkdir")
                        || step.invocation()
                                .program()
                                .filter(ACCOUNTS::contains)
                                .isPresent());
        return makes
                && run.mounts().isEmpty()
                && steps.stream()
                        .allMatch(step -> step.invocation()
                                .program()
                                .filter(name -> ACCOUNTS.contains(name) || FOLDERS.contains(name))
                                .isPresent());
    }

    /** Throws {@link UnclearException} for the first command whose result the container may need. */
    void check(List<Artefact> artefacts) {
        for (RunInstruction run :
                build.stage().stage().instructions(RunInstruction.class).toList()) {
            Optional<RunScript> script = build.stage().script(run);
            if (script.isEmpty() || script.get().script().isOpaque()) {
                throw new UnclearException("cannot tell what the RUN of line " + run.line() + " does");
            }
        }
        for (BuildStep step : build.steps()) {
            if (!isForBoth(build, step.script().run())) {
                check(step, artefacts);
            }
        }
    }

    /** Throws {@link UnclearException} for the first of some commands whose result the container may need. */
    void check(List<BuildStep> steps, List<Artefact> artefacts) {
        steps.forEach(step -> check(step, artefacts));
    }

    private void check(BuildStep step, List<Artefact> artefacts) {
        for (Redirect redirect : step.command().descendants(Redirect.class).toList()) {
            check(step, redirect, artefacts);
        }
        if (step.invocation().programWord().isEmpty()) {
            return;
        }
        String program = step.invocation().program().orElse("");
        String where = "line " + step.line() + ": what " + (program.isEmpty() ? "a command" : program);
        if (program.equals("mkdir")) {
            step.operands()
                    .forEach(word -> place(step, word, artefacts, where + " makes may be needed by the container"));
        } else if (PLACING.contains(program)) {
            List<ShellWord> operands = step.operands();
            if (!operands.isEmpty()) {
                place(
                        step,
                        operands.get(operands.size() - 1),
                        artefacts,
                        where + " puts into place may be needed by the container");
            }
        } else if (CHANGING.contains(program)) {
            boolean system = step.operands().stream()
                    .anyMatch(word -> word.literalPrefix().startsWith("/etc"));
            if (system) {
                throw new UnclearException(where + " changes may matter to the container");
            }
        } else if (!HARMLESS.contains(program) && !tools.contains(program)) {
            throw new UnclearException("line " + step.line() + ": cannot tell what "
                    + (program.isEmpty() ? "a command" : program) + " leaves behind");
        }
    }

    private static void check(BuildStep step, Redirect redirect, List<Artefact> artefacts) {
        String target = redirect.target().literalValue().orElse("");
        boolean writes =
                redirect.operator().contains(">") && !redirect.operator().contains("&");
        boolean nowhere = target.startsWith("/dev/") || target.startsWith("/tmp/");
        if (writes && !nowhere) {
            Optional<String> path = step.path(target);
            boolean part = path.filter(known -> artefacts.stream().anyMatch(artefact -> artefact.covers(known)))
                    .isPresent();
            if (!part) {
                throw new UnclearException(
                        "line " + step.line() + ": the file that the build writes may be needed by the container");
            }
        }
    }

    /** A place within the artefact, above it, or for temporary files is fine. */
    private static void place(BuildStep step, ShellWord word, List<Artefact> artefacts, String reason) {
        Optional<String> path = word.literalValue().flatMap(step::path);
        boolean fine = path.filter(known -> ContainerPath.isWithin(known, "/tmp")
                        || ContainerPath.isWithin(known, "/root")
                        || step.folder().filter(known::equals).isPresent()
                        || artefacts.stream()
                                .anyMatch(artefact ->
                                        artefact.covers(known) || ContainerPath.isWithin(artefact.from(), known)))
                .isPresent();
        if (!fine) {
            throw new UnclearException(reason);
        }
    }

    /** Returns the places from which commands remove or move something, as they are written. */
    static List<String> removed(SingleBuild build) {
        List<String> paths = new ArrayList<>();
        for (BuildStep step : build.steps()) {
            if (step.runs("rm", "mv", "rmdir")
                    || (step.runs("find") && step.words().contains("-delete"))) {
                step.operands()
                        .forEach(word -> paths.add(
                                word.literalValue().flatMap(step::path).orElse(word.literalPrefix())));
            }
        }
        return paths;
    }
}
