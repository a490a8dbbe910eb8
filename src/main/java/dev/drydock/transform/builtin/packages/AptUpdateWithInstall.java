package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.ExposeInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.LabelInstruction;
import dev.drydock.dockerfile.MaintainerInstruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.WorkdirInstruction;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunMounts;
import dev.drydock.model.RunScript;
import dev.drydock.shell.AndOrList;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.PackageOperand;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.LeftComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fetches the package lists in the layer that installs from them. */
public final class AptUpdateWithInstall extends ShellTransform {
    private static final String ALONE =
            "apt-get update is a layer of its own, which the cache keeps while packages move on";

    private static final String MISSING = "apt-get install finds no package lists, as nothing before it fetches them";

    public AptUpdateWithInstall() {
        super("apt-update-with-install");
    }

    @Override
    protected void inspect(Subject subject, BuildStage stage, RunScript script) {
        List<SimpleCommand> commands = script.commands();
        boolean alone = commands.size() == 1
                && AptGet.from(commands.get(0))
                        .filter(apt -> apt.does("update"))
                        .isPresent();
        if (!alone) {
            addMissingUpdate(subject, stage, script);
            return;
        }
        TextRange place = script.toFile(commands.get(0).range());
        Optional<RunScript> next = nextInstall(stage, script.run());
        if (next.isEmpty()) {
            repairUnused(subject, stage, script, place);
            return;
        }
        Optional<String> obstacle = obstacle(stage, script, next.get());
        if (obstacle.isPresent()) {
            subject.abstain(place, ALONE, obstacle.get());
            return;
        }
        AndOrList chain = installingChain(next.get()).orElseThrow();
        String update = script.run().source().slice(place);
        List<TextEdit> edits = List.of(
                subject.editor().deleteParagraph(script.run()),
                subject.editor(next.get()).prepend(chain, update));
        subject.repair(
                place,
                ALONE,
                Rewrite.of(
                                "join the update with the install that follows",
                                Safety.REVIEW,
                                subject.file().path(),
                                edits)
                        .withNotes(LeftComment.of(script.run())));
    }

    /** An install from lists that nobody fetched cannot find its packages. */
    private static void addMissingUpdate(Subject subject, BuildStage stage, RunScript script) {
        Optional<AptGet> install = script.commands().stream()
                .flatMap(command -> AptGet.from(command).stream())
                .filter(apt -> apt.updates() || apt.installs())
                .findFirst()
                .filter(apt -> apt.does("install", "build-dep") && !apt.updates())
                .filter(apt -> apt.packages().stream().anyMatch(each -> each.kind() == PackageOperand.Kind.NAME));
        if (install.isEmpty() || AptLists.stateBefore(stage, script.run()) != AptLists.State.ABSENT) {
            return;
        }
        TextRange place = script.toFile(install.get().command().range());
        Optional<AndOrList> chain = installingChain(script).filter(AndOrList::isAndChain);
        if (RunMounts.cover(script.run(), List.of(AptLists.FOLDER))) {
            subject.notNeeded(place, MISSING, "the package lists are on a mount");
        } else if (chain.isEmpty()) {
            subject.abstain(place, MISSING, "the install depends on a condition");
        } else {
            boolean sudo = install.get().invocation().wrappers().contains("sudo");
            String update = (sudo ? "sudo " : "") + install.get().program() + " update";
            subject.repair(
                    place,
                    MISSING,
                    "fetch the package lists first",
                    Safety.REVIEW,
                    List.of(subject.editor(script).prepend(chain.get(), update)));
        }
    }

    /** Lists that nothing of the file installs from only make the image larger, and old. */
    private static void repairUnused(Subject subject, BuildStage stage, RunScript script, TextRange place) {
        boolean whole = script.script().statements().size() == 1
                && script.commands().get(0).context().isPlain()
                && script.run().flags().isEmpty()
                && script.heredoc().isEmpty();
        if (!whole || !stage.isFinal()) {
            subject.abstain(place, ALONE, "no install follows in the same stage");
            return;
        }
        subject.repair(
                place,
                ALONE,
                Rewrite.of(
                                "leave it out",
                                Safety.SUGGEST,
                                subject.file().path(),
                                List.of(subject.editor().deleteParagraph(script.run())))
                        .withAssumptions(
                                List.of(
                                        "Nothing installs from the lists later: no script, and no image that is built on this one.")));
    }

    /** Returns the next script of the stage that needs lists. */
    private static Optional<RunScript> nextInstall(BuildStage stage, RunInstruction update) {
        return AptLists.nextUse(stage, update)
                .filter(RunInstruction.class::isInstance)
                .filter(use -> stage.stage().instructions().contains(use))
                .flatMap(use -> stage.script((RunInstruction) use));
    }

    private static Optional<String> obstacle(BuildStage stage, RunScript update, RunScript install) {
        if (!update.run().flags().isEmpty()
                || update.heredoc().isPresent()
                || install.heredoc().isPresent()) {
            return Optional.of("one of the RUNs has flags or a heredoc");
        }
        TextRange command = update.toFile(update.commands().get(0).range());
        boolean plain = update.run().source().slice(command).indexOf('\n') < 0
                && update.run().text().indexOf('#') < 0;
        if (!plain) {
            return Optional.of("the update is written over several lines, or with a comment");
        }
        Optional<AndOrList> chain = installingChain(install);
        if (chain.isEmpty() || !chain.get().isAndChain()) {
            return Optional.of("the install on line " + install.run().line() + " depends on a condition");
        }
        for (Instruction instruction : between(stage, update.run(), install.run())) {
            if (!isIndifferent(instruction)) {
                return Optional.of("line " + instruction.line() + " between them may change where packages come from");
            }
        }
        return Optional.empty();
    }

    /** Returns the instructions between two of a stage. */
    static List<Instruction> between(BuildStage stage, Instruction first, Instruction second) {
        List<Instruction> own = stage.stage().instructions();
        return new ArrayList<>(own.subList(own.indexOf(first) + 1, own.indexOf(second)));
    }

    /** Returns the chain at the top of the script that holds the first install. */
    static Optional<AndOrList> installingChain(RunScript script) {
        for (AndOrList list : script.script().statements()) {
            boolean installs = list.descendants(SimpleCommand.class)
                    .anyMatch(command ->
                            AptGet.from(command).filter(AptGet::installs).isPresent());
            if (installs) {
                boolean direct = list.pipelines().stream()
                        .flatMap(pipeline -> pipeline.commands().stream())
                        .anyMatch(command -> command instanceof SimpleCommand simple
                                && AptGet.from(simple).filter(AptGet::installs).isPresent());
                return Optional.of(list).filter(known -> direct);
            }
        }
        return Optional.empty();
    }

    /** Returns whether an instruction cannot change where packages come from. */
    static boolean isIndifferent(Instruction instruction) {
        if (instruction instanceof RunInstruction) {
            String text = instruction.text();
            return !text.contains("apt") && !text.contains("dpkg") && !text.contains("/etc");
        }
        if (instruction instanceof CopyInstruction copy) {
            return copy.destination()
                    .map(target ->
                            !target.value().contains("etc") && target.value().length() > 1)
                    .orElse(false);
        }
        return instruction instanceof EnvInstruction
                || instruction instanceof ArgInstruction
                || instruction instanceof LabelInstruction
                || instruction instanceof MaintainerInstruction
                || instruction instanceof ExposeInstruction
                || instruction instanceof WorkdirInstruction;
    }
}
