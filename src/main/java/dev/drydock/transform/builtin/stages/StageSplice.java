package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.Comments;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.FromInstruction;
import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.dockerfile.VariableReference;
import dev.drydock.dockerfile.WorkdirInstruction;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.FileChange;
import dev.drydock.model.UserName;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a stage in two behind the last instruction that builds. What stands behind the cut stays where it is; what stands
 * before it and belongs to the container moves behind it with its comments; what both stages need is repeated.
 */
final class StageSplice {
    private final DockerfileEditor editor;
    private final SingleBuild build;
    private final SplitPlan plan;
    private final List<Artefact> artefacts;
    private final List<String> packages;
    private final List<Instruction> before;
    private final List<Instruction> behind;
    private final Instruction cut;
    private final FromInstruction from;
    private final SourceText source;
    private final List<TextEdit> edits = new ArrayList<>();
    private final List<TextRange> moves = new ArrayList<>();

    StageSplice(
            DockerfileEditor editor,
            SingleBuild build,
            SplitPlan plan,
            List<Artefact> artefacts,
            List<String> packages,
            Instruction cut) {
        this.editor = editor;
        this.build = build;
        this.plan = plan;
        this.artefacts = List.copyOf(artefacts);
        this.packages = List.copyOf(packages);
        this.cut = cut;
        this.from = build.stage().stage().from();
        this.source = from.source();
        List<Instruction> all = build.instructions();
        int index = all.indexOf(cut);
        this.before = all.subList(0, index + 1);
        this.behind = all.subList(index + 1, all.size());
    }

    /** Returns the edits of the file. */
    FileChange.Edits change() {
        edits.add(TextEdit.insert(from.code().end(), " " + editor.keyword("AS", from) + " build"));
        plan.environment().ifPresent(own -> edits.add(editor.insertAboveComments(own.anchor(), own.buildLines())));
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(editor.keyword("FROM", from)
                + from.platform().map(flag -> " " + flag.text()).orElse("")
                + " " + plan.runtime());
        if (!packages.isEmpty()) {
            lines.addAll(editor.run(installation(), from));
        }
        before.stream().filter(each -> !isLate(each)).forEach(each -> carry(each, lines));
        plan.environment().ifPresent(own -> lines.addAll(own.runtimeLines()));
        for (Artefact artefact : artefacts) {
            lines.add(editor.keyword("COPY", from) + " --from=build" + owner() + " " + artefact.from() + " "
                    + artefact.to());
        }
        before.stream().filter(StageSplice::isLate).forEach(each -> carry(each, lines));
        edits.add(editor.insertBelow(cut, lines));
        return new FileChange.Edits(build.file().path(), edits, List.of(), moves);
    }

    private List<String> installation() {
        String names = String.join(" ", packages);
        return build.isAlpine()
                ? List.of("apk add --no-cache " + names)
                : List.of(
                        "apt-get update",
                        "apt-get install -y --no-install-recommends " + names,
                        "rm -rf /var/lib/apt/lists/*");
    }

    /** Returns whether an instruction goes behind the files of the runtime stage. */
    private static boolean isLate(Instruction instruction) {
        return instruction instanceof UserInstruction
                || instruction instanceof HealthcheckInstruction
                || instruction instanceof CmdInstruction
                || instruction instanceof EntrypointInstruction;
    }

    private void carry(Instruction instruction, List<String> lines) {
        if (instruction instanceof WorkdirInstruction) {
            workdir(instruction, lines);
        } else if (instruction instanceof UserInstruction user) {
            boolean last = before.stream()
                            .filter(UserInstruction.class::isInstance)
                            .reduce((a, b) -> b)
                            .get()
                    == user;
            boolean root = build.stage()
                    .userAt(cut)
                    .filter(name -> !UserName.isRoot(name))
                    .isEmpty();
            if (last && !root) {
                lines.add(user.text());
            }
        } else if (instruction instanceof EnvInstruction environment) {
            environment(environment, lines);
        } else if (instruction instanceof ArgInstruction argument) {
            if (argument.pairs().stream().anyMatch(pair -> containerVariables().contains(pair.name()))) {
                lines.add(argument.text());
            }
        } else if (instruction instanceof RunInstruction run) {
            if (isRepeated(run)) {
                lines.add(plan.repeated(run).orElse(run.text()));
            }
        } else if (instruction instanceof FileTransfer transfer) {
            if (plan.repeated(instruction).isPresent()
                    || plan.environment().filter(own -> own.keeps(transfer)).isPresent()) {
                lines.add(instruction.text());
            }
        } else {
            move(instruction, lines);
        }
    }

    private boolean isRepeated(RunInstruction run) {
        return plan.repetition().isPresent() ? plan.repeated(run).isPresent() : BuildCommands.isForBoth(build, run);
    }

    private void workdir(Instruction instruction, List<String> lines) {
        boolean last = before.stream()
                        .filter(WorkdirInstruction.class::isInstance)
                        .reduce((a, b) -> b)
                        .get()
                == instruction;
        if (!last) {
            return;
        }
        String path = build.stage()
                .workdirAt(cut)
                .orElseThrow(() -> new UnclearException("the working directory of the container is unknown"));
        String written = ((WorkdirInstruction) instruction)
                .argument()
                .map(Argument::value)
                .orElse("");
        lines.add(
                written.startsWith("/") && !written.contains("$")
                        ? instruction.text()
                        : editor.keyword("WORKDIR", from) + " " + path);
    }

    private void environment(EnvInstruction environment, List<String> lines) {
        boolean buildOnly = environment.pairs().stream().allMatch(pair -> BuildVariables.isForBuild(pair.name()));
        boolean asked = environment.pairs().stream()
                .anyMatch(pair -> containerVariables().contains(pair.name()));
        if (!buildOnly || asked) {
            lines.add(environment.text());
        }
    }

    /** Takes an instruction away where it is, with its comments and one of two empty lines around it. */
    private void move(Instruction instruction, List<String> lines) {
        int start = Comments.startWithComments(instruction);
        int end = instruction.range().end();
        moves.add(new TextRange(start, end));
        lines.add(source.slice(new TextRange(start, end)));
        int lineEnd = source.lineEndAt(end);
        boolean blankBefore = start > 0 && isBlank(source.lineStartAt(start - 1));
        boolean blankBehind = lineEnd < source.length() && isBlank(lineEnd);
        edits.add(TextEdit.delete(
                new TextRange(start, blankBefore && blankBehind ? source.lineEndAt(lineEnd) : lineEnd)));
    }

    private boolean isBlank(int lineStart) {
        return source.slice(new TextRange(lineStart, source.lineContentEndAt(lineStart)))
                .isBlank();
    }

    /** Returns the variables that Docker puts into what the runtime stage has, directly or through each other. */
    private Set<String> containerVariables() {
        Set<String> names = new HashSet<>();
        for (Instruction instruction : behind) {
            names.addAll(variables(instruction));
            names.addAll(shellVariables(instruction));
        }
        for (Instruction instruction : before) {
            boolean repeated = instruction instanceof EnvInstruction environment
                    && !environment.pairs().stream().allMatch(pair -> BuildVariables.isForBuild(pair.name()));
            boolean moved = !(instruction instanceof RunInstruction
                    || instruction instanceof FileTransfer
                    || instruction instanceof WorkdirInstruction
                    || instruction instanceof EnvInstruction
                    || instruction instanceof ArgInstruction);
            boolean again = instruction instanceof RunInstruction run
                    ? isRepeated(run)
                    : plan.repeated(instruction).isPresent();
            if (repeated || moved || again) {
                names.addAll(variables(instruction));
            }
            if (again) {
                names.addAll(shellVariables(instruction));
            }
        }
        for (int size = -1; size != names.size(); ) {
            size = names.size();
            for (Instruction instruction : before) {
                pairs(instruction).stream()
                        .filter(pair -> names.contains(pair.name()))
                        .toList()
                        .forEach(pair -> pair.value()
                                .ifPresent(value -> value.variables().stream()
                                        .map(VariableReference::name)
                                        .forEach(names::add)));
            }
        }
        return names;
    }

    private static List<KeyValue> pairs(Instruction instruction) {
        if (instruction instanceof EnvInstruction environment) {
            return environment.pairs();
        }
        return instruction instanceof ArgInstruction argument ? argument.pairs() : List.of();
    }

    /** Returns the variables of the file that a RUN names, and that the shell puts into its commands. */
    private List<String> shellVariables(Instruction instruction) {
        if (!(instruction instanceof RunInstruction)) {
            return List.of();
        }
        String text = plan.repeated(instruction).orElse(instruction.text());
        return before.stream()
                .flatMap(each -> pairs(each).stream())
                .map(KeyValue::name)
                .filter(text::contains)
                .toList();
    }

    private static List<String> variables(Instruction instruction) {
        return instruction
                .descendants(Argument.class)
                .flatMap(argument -> argument.variables().stream())
                .map(VariableReference::name)
                .toList();
    }

    /** Throws {@link UnclearException} if the runtime stage would lack a variable, an account or a tool. */
    void check() {
        Set<String> declared = new HashSet<>(Set.of("PATH", "HOME", "TARGETARCH", "TARGETOS", "TARGETPLATFORM"));
        before.forEach(each -> pairs(each).forEach(pair -> declared.add(pair.name())));
        behind.forEach(each -> pairs(each).forEach(pair -> declared.add(pair.name())));
        containerVariables().stream()
                .filter(name -> !declared.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnclearException("the runtime image may not have the variable " + name);
                });
        for (Instruction instruction : before) {
            for (KeyValue pair : pairs(instruction)) {
                boolean secret = build.knowledge().secrets().isSecretName(pair.name());
                boolean carried = instruction instanceof EnvInstruction
                        || containerVariables().contains(pair.name());
                if (secret && carried) {
                    throw new UnclearException(pair.name() + " looks like a secret, and the container may need it");
                }
                if (instruction instanceof EnvInstruction && pair.name().equals("LD_LIBRARY_PATH")) {
                    throw new UnclearException("the program looks for libraries in directories of its own");
                }
            }
        }
        build.instructions().stream()
                .filter(HealthcheckInstruction.class::isInstance)
                .map(HealthcheckInstruction.class::cast)
                .forEach(health -> HealthPrograms.check(health, packages, artefacts));
        RuntimeAccounts accounts = new RuntimeAccounts(build, plan, cut);
        accounts.check();
        if (!packages.isEmpty() && !accounts.startsAsRoot()) {
            throw new UnclearException("the runtime image does not start as root, so that it cannot install packages");
        }
    }

    private String owner() {
        if (plan.repetition().isPresent()) {
            return "";
        }
        return new RuntimeAccounts(build, plan, cut)
                .owner()
                .map(name -> " --chown=" + name)
                .orElse("");
    }
}
