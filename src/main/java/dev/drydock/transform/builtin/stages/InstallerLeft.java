package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.edit.ShellEditor;
import dev.drydock.model.Build;
import dev.drydock.project.ContextSearch;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.PackageOperand;
import dev.drydock.transform.builtin.CodeMentions;
import dev.drydock.transform.builtin.FileSubject;
import dev.drydock.transform.builtin.Mentions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The installer of Python packages that a build took from the distribution, and that the container has no use for. */
final class InstallerLeft {
    private static final Set<String> PACKAGES = Set.of("python3-pip", "python-pip");
    /** Packages that go with pip, because they need it. */
    private static final Set<String> NEEDING = Set.of("pipenv", "pipx", "tox", "virtualenv", "python3-pipdeptree");

    private static final List<String> CALLS = List.of("pip install", "-m pip", "\"pip\"", "'pip'", "import pip");

    private final FileSubject subject;
    private final Build file;
    private final SingleBuild build;

    InstallerLeft(FileSubject subject, Build file, SingleBuild build) {
        this.subject = subject;
        this.file = file;
        this.build = build;
    }

    void inspect() {
        for (BuildStep step : build.steps()) {
            for (PackageOperand operand : installed(step)) {
                Optional<String> name = operand.name().filter(PACKAGES::contains);
                if (name.isPresent() && !build.removedPackages().holds(step, name.get())) {
                    inspect(step, operand, name.get());
                }
            }
        }
    }

    private static List<PackageOperand> installed(BuildStep step) {
        return AptGet.from(step.invocation())
                .filter(apt -> apt.does("install"))
                .map(AptGet::packages)
                .orElse(List.of());
    }

    private void inspect(BuildStep step, PackageOperand operand, String name) {
        String message = name + " stays in the image that runs";
        var place = step.script().toFile(operand.word().range());
        List<BuildStep> uses =
                build.steps().stream().filter(InstallerLeft::isPip).toList();
        if (uses.isEmpty()) {
            subject.notNeeded(place, message, "no command of the file installs with it, so that the container may");
            return;
        }
        BuildStep last = uses.get(uses.size() - 1);
        Optional<String> obstacle = obstacle(step, last);
        if (obstacle.isPresent()) {
            subject.advise(
                    place, message, obstacle.get() + "; install in an earlier stage, or remove it after its last use");
            return;
        }
        ShellEditor editor = new ShellEditor(file.file(), last.script());
        subject.repair(
                place,
                message,
                Rewrite.of(
                                "remove " + name + " after its last use",
                                Safety.SUGGEST,
                                subject.file().path(),
                                List.of(editor.insertBehind(last.command(), "apt-get purge -y " + name)))
                        .withAssumptions(List.of("The container installs nothing when it runs.")));
    }

    private Optional<String> obstacle(BuildStep step, BuildStep last) {
        if (build.stage().startCommand().isInherited()) {
            return Optional.of("the file does not say what the container starts");
        }
        boolean plain = last.command().context().isPlain()
                && last.script().script().statements().size() == 1
                && last.script().script().statements().get(0).isAndChain()
                && last.script().heredoc().isEmpty();
        boolean root = build.stage().isRootAt(last.script().run())
                && step.invocation().wrappers().isEmpty()
                && last.invocation().wrappers().isEmpty();
        if (!plain || !root) {
            return Optional.of("its last use is no plain command of root");
        }
        boolean needed = build.steps().stream()
                .flatMap(each -> installed(each).stream())
                .flatMap(operand -> operand.name().stream())
                .anyMatch(NEEDING::contains);
        if (needed) {
            return Optional.of("another package needs it");
        }
        boolean named = file.file().instructions().stream()
                .filter((Instruction instruction) -> instruction.range().start()
                        > last.script().run().range().start())
                .anyMatch(instruction -> Mentions.word(Mentions.speech(instruction), "pip")
                        || Mentions.word(Mentions.speech(instruction), "pip3"));
        CodeMentions code = new CodeMentions(
                subject.inspection().project().workspace(),
                ContextSearch.root(subject.inspection().project(), subject.file(), List.of()));
        boolean called = CALLS.stream().anyMatch(call -> code.of(call).isPresent());
        return named || called ? Optional.of("something speaks of it later") : Optional.empty();
    }

    private static boolean isPip(BuildStep step) {
        List<String> words = step.words();
        boolean module = step.runs("python3", "python")
                && words.size() > 1
                && words.get(0).equals("-m")
                && words.get(1).equals("pip");
        return step.runs("pip", "pip3") || module;
    }
}
