package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.CommandForm;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.edit.ShellEditor;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunMounts;
import dev.drydock.model.RunScript;
import dev.drydock.model.StartCommand;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.DerivedImages;
import dev.drydock.project.OutsideUses;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.LeftComment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Removes the package lists of apt in the layer that fetched them. */
public final class AptCleanLists extends CacheTransform {
    private static final String MESSAGE = "the apt package lists stay in the layer";

    public AptCleanLists() {
        super("apt-clean-lists", new PackageCache("apt-get", List.of(AptLists.FOLDER), "/var/lib/apt", AptGet::from));
    }

    @Override
    protected void inspect(Subject subject, CacheUses uses, BuildStage stage, RunScript script) {
        Optional<AptGet> update = script.commands().stream()
                .flatMap(command -> AptGet.from(command).stream())
                .filter(AptGet::updates)
                .findFirst();
        if (update.isEmpty()) {
            return;
        }
        SimpleCommand command = update.get().command();
        TextRange place = script.toFile(command.range());
        if (AptLists.areRemoved(script)) {
            subject.notNeeded(place, MESSAGE, "the same RUN removes them");
            return;
        }
        if (RunMounts.cover(script.run(), List.of(AptLists.FOLDER))) {
            subject.notNeeded(place, MESSAGE, "they are on a mount");
            return;
        }
        Optional<Instruction> use = AptLists.nextUse(stage, script.run());
        Optional<RunScript> second = use.flatMap(behind -> SecondUpdate.of(stage, script, update.get(), behind));
        if (use.isPresent() && second.isEmpty()) {
            subject.abstain(place, MESSAGE, "line " + use.get().line() + " may rely on them");
            return;
        }
        HiddenInstalls hidden =
                uses.hiddenInstalls(subject.inspection().facts().knowledge().listUsers(), stage);
        Optional<Instruction> install = hidden.behind(script);
        if (install.isPresent()) {
            subject.abstain(
                    place,
                    MESSAGE,
                    "line " + install.get().line() + " runs what may install packages, and may rely on them");
            return;
        }
        if (isNeededByMake(subject, stage)) {
            subject.abstain(place, MESSAGE, "the Makefile installs packages and may rely on them");
            return;
        }
        Optional<String> heir = heirThatInstalls(subject);
        if (heir.isPresent()) {
            subject.abstain(place, MESSAGE, heir.get());
            return;
        }
        Optional<String> start = startThatInstalls(subject, stage);
        if (start.isPresent()) {
            subject.abstain(place, MESSAGE, start.get() + ", which the container starts, installs from them");
            return;
        }
        if (ThrownAway.is(subject.inspection().project(), stage)) {
            subject.notNeeded(place, MESSAGE, ThrownAway.REASON);
            return;
        }
        Optional<String> taken = uses.elsewhere(stage);
        if (taken.isPresent()) {
            subject.abstain(place, MESSAGE, taken.get());
            return;
        }
        if (second.isEmpty() && AptLists.areFetchedForOthers(script)) {
            subject.abstain(
                    place,
                    MESSAGE,
                    "nothing in the file installs from them, so that they are meant for something that cannot be seen;"
                            + " if there is no such thing, the update is of no use and may go");
            return;
        }
        ShellEditor editor = subject.editor(script);
        Optional<String> obstacle = editor.obstacleToAppend();
        if (obstacle.isPresent()) {
            subject.abstain(place, MESSAGE, obstacle.get());
            return;
        }
        boolean sudo = update.get().invocation().wrappers().contains("sudo");
        List<TextEdit> edits = new ArrayList<>();
        edits.add(editor.append(
                (sudo ? "sudo " : "") + "rm -rf " + AptLists.FOLDER + "/*",
                AptLists.concern(script).or(hidden.isOne())));
        if (second.isPresent()) {
            edits.add(SecondUpdate.edit(
                    subject.editor(second.get()),
                    second.get(),
                    script.run().source().slice(place)));
            String title = "remove the lists in the same layer; line "
                    + second.get().run().line() + " fetches its own";
            subject.repair(place, MESSAGE, title, Safety.REVIEW, edits);
            return;
        }
        Optional<RunScript> later = AptLists.nextRemoval(stage, script.run());
        later.ifPresent(removal -> edits.add(subject.editor().deleteParagraph(removal.run())));
        String title = later.isPresent()
                ? "remove the lists in the same layer, not in a later one"
                : "remove the lists in the same layer";
        List<String> notes = later.map(removal -> LeftComment.of(removal.run())).orElse(List.of());
        subject.repair(
                place,
                MESSAGE,
                Rewrite.of(title, Safety.SAFE, subject.file().path(), edits).withNotes(notes));
    }

    /** Returns what says that another Dockerfile, which is based on the image, installs from lists that it does not fetch. */
    private static Optional<String> heirThatInstalls(Subject subject) {
        Optional<String> job =
                OutsideUses.of(
                                subject.inspection().project(),
                                subject.file(),
                                subject.build().images())
                        .jobs()
                        .stream()
                        .filter(each -> AptLists.areNeededBy(each.text()))
                        .findFirst()
                        .map(each -> "the pipeline that runs its steps in this image (" + each.place()
                                + ") installs from them");
        return job.isPresent() ? job : basedThatInstalls(subject);
    }

    private static Optional<String> basedThatInstalls(Subject subject) {
        return DerivedImages.of(
                        subject.inspection().project(),
                        subject.file(),
                        subject.build().images())
                .stream()
                .flatMap(derived -> AptLists.inheritedUse(derived.stage()).stream()
                        .map(use -> derived.path() + ":" + derived.line(use)
                                + " installs from them: it is based on this image"))
                .findFirst();
    }

    /** Returns a file of the context that the container starts, and that installs from lists that it does not fetch. */
    private static Optional<String> startThatInstalls(Subject subject, BuildStage stage) {
        return stage.build().stages().stream()
                .filter(each -> each.isBuiltOn(stage))
                .flatMap(each -> each.stage().instructions().stream())
                .filter(each -> each instanceof CmdInstruction || each instanceof EntrypointInstruction)
                .map(CommandForm.class::cast)
                .flatMap(AptCleanLists::words)
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .filter(name -> !name.isEmpty() && !name.startsWith("-"))
                .filter(name -> ContextSearch.read(subject.inspection().project(), subject.file(), name)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .filter(AptLists::areNeededBy)
                        .isPresent())
                .findFirst();
    }

    private static Stream<String> words(CommandForm form) {
        Stream<String> exec = form.exec().stream().flatMap(array -> array.values().stream());
        Stream<String> shell = form.shell().stream()
                .flatMap(text -> StartCommand.script(SourceText.of(text.value()))
                        .simpleCommands()
                        .flatMap(command -> command.words().stream())
                        .flatMap(word -> word.staticValue().stream()));
        return Stream.concat(exec, shell);
    }

    private static boolean isNeededByMake(Subject subject, BuildStage stage) {
        StagePrograms programs = stage.build().derived(StagePrograms.class, StagePrograms::new);
        return programs.runInOrBehind(stage, "make")
                && ContextSearch.read(subject.inspection().project(), subject.file(), "Makefile")
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .filter(AptLists::areNeededBy)
                        .isPresent();
    }
}
