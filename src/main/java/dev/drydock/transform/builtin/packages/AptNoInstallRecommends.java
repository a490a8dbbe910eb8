package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.Recommends;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.CommandLineView;
import dev.drydock.shell.commands.PackageOperand;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Installs what is named and what that cannot do without, instead of everything that Debian recommends beside it. */
public final class AptNoInstallRecommends extends ShellTransform {
    private static final String MESSAGE = "apt-get installs recommended packages that nobody named";

    public AptNoInstallRecommends() {
        super("apt-no-install-recommends");
    }

    @Override
    protected boolean takesAway() {
        return true;
    }

    @Override
    protected void inspect(Subject subject, BuildStage stage, RunScript script) {
        Map<String, Safety> added = new LinkedHashMap<>();
        for (SimpleCommand command : script.commands()) {
            AptGet.from(command)
                    .filter(apt -> apt.does("install") && !apt.program().equals("aptitude") && !apt.skipsRecommends())
                    .ifPresent(apt -> inspect(subject, stage, script, apt, added));
        }
    }

    /**
     * Judges one install.
     *
     * @param added what earlier installs of the script get in addition, and the level at which they do
     */
    private static void inspect(
            Subject subject, BuildStage stage, RunScript script, AptGet apt, Map<String, Safety> added) {
        TextRange place = script.toFile(apt.command().range());
        List<PackageOperand> packages = apt.packages();
        if (packages.isEmpty() && !apt.invocation().hasHiddenOperands()) {
            subject.notNeeded(place, MESSAGE, "no package is named");
            return;
        }
        if (AptSettings.mention(stage, script, "Install-Recommends") || apt.has("--install-recommends")) {
            subject.notNeeded(place, MESSAGE, "a setting of apt decides about them");
            return;
        }
        Optional<String> obstacle = obstacle(apt, packages);
        if (obstacle.isPresent()) {
            subject.abstain(place, MESSAGE, obstacle.get());
            return;
        }
        List<String> names =
                packages.stream().map(operand -> operand.name().orElseThrow()).toList();
        Optional<String> suite = stage.image().suite();
        Recommends recommends = subject.inspection().facts().knowledge().recommends();
        Recommends.Additions additions = recommends.additions(names, suite);
        if (!additions.leftOut().isEmpty()) {
            subject.abstain(
                    place,
                    MESSAGE,
                    "what " + additions.leftOut().get(0).neededBy().get(0)
                            + " needs, such as "
                            + additions.leftOut().get(0).name()
                            + ", is not in every release, and whether it is in this one is unknown");
            return;
        }
        Map<String, String> reasons = new LinkedHashMap<>();
        additions.mustAdd().forEach(addition -> reasons.put(addition.name(), addition.reason()));
        usedTools(subject, stage, names, suite).forEach(tool -> reasons.putIfAbsent(tool, "a command uses it"));
        reasons.keySet().removeAll(installedBefore(stage, script, apt, reasons.keySet(), recommends));
        Safety safety = additions.unknown().stream().allMatch(LibraryPackages::isOne) ? Safety.REVIEW : Safety.SUGGEST;
        reasons.keySet()
                .removeIf(name -> added.containsKey(name) && added.get(name).compareTo(safety) <= 0);
        if (apt.command().context().isPlain()) {
            reasons.keySet().forEach(name -> added.put(name, safety));
        }
        subject.repair(place, MESSAGE, rewrite(subject, script, apt, reasons, safety, additions.unknown()));
    }

    private static Optional<String> obstacle(AptGet apt, List<PackageOperand> packages) {
        if (apt.invocation().hasHiddenOperands()) {
            return Optional.of("the packages come from another command");
        }
        if (apt.line().mayHideOptions()) {
            return Optional.of("a variable may hold packages or the option");
        }
        for (PackageOperand operand : packages) {
            boolean named = operand.kind() == PackageOperand.Kind.NAME
                    && !operand.word().hasGlob();
            if (!named) {
                return Optional.of("cannot tell what " + operand.word().text() + " installs");
            }
        }
        return Optional.empty();
    }

    /** Returns the lost packages whose commands, or what their files are for, the image uses afterwards. */
    private static Set<String> usedTools(
            Subject subject, BuildStage stage, List<String> names, Optional<String> suite) {
        Recommends recommends = subject.inspection().facts().knowledge().recommends();
        Set<String> used = new LinkedHashSet<>();
        Set<String> programs = stage.build()
                .derived(CalledPrograms.class, CalledPrograms::new)
                .in(stage, subject.inspection(), subject.file());
        for (String tool : recommends.incidentalTools(names, suite)) {
            boolean called = recommends.commands(tool).stream().anyMatch(programs::contains);
            if ((called || isRead(subject, recommends.calls(tool))) && !names.contains(tool)) {
                used.add(tool);
            }
        }
        return used;
    }

    /** Returns whether the Dockerfile or a source of the context names one of the calls. */
    private static boolean isRead(Subject subject, List<String> calls) {
        return !calls.isEmpty()
                && (calls.stream().anyMatch(subject.file().source().text()::contains)
                        || ContextTexts.of(subject.inspection().project(), subject.file()).stream()
                                .flatMap(List::stream)
                                .anyMatch(each -> calls.stream().anyMatch(each.text()::contains)));
    }

    /** Returns those of the packages that earlier commands of the file installed, or something that conflicts with them. */
    private static Set<String> installedBefore(
            BuildStage stage, RunScript script, AptGet apt, Set<String> packages, Recommends recommends) {
        Set<String> before = InstalledPackages.before(script, apt.command());
        InstalledPackages earlier = stage.build().derived(InstalledPackages.class, InstalledPackages::of);
        Set<String> installed = new LinkedHashSet<>();
        for (String name : packages) {
            Set<String> same = new LinkedHashSet<>(recommends.instead(name));
            same.add(name);
            if (same.stream()
                    .anyMatch(each -> before.contains(each) || earlier.isInstalledBefore(stage, script.run(), each))) {
                installed.add(name);
            }
        }
        return installed;
    }

    private static Rewrite rewrite(
            Subject subject,
            RunScript script,
            AptGet apt,
            Map<String, String> reasons,
            Safety safety,
            List<String> unknown) {
        List<TextEdit> edits = new ArrayList<>();
        edits.add(subject.editor(script).insertAfter(lastLeadingOption(apt), " --no-install-recommends"));
        String title = "install without recommended packages";
        List<String> assumptions = new ArrayList<>();
        if (!reasons.isEmpty()) {
            List<ShellWord> words =
                    apt.packages().stream().map(PackageOperand::word).toList();
            edits.add(subject.editor(script).appendToList(words, List.copyOf(reasons.keySet())));
            title += ", but with " + String.join(", ", reasons.keySet());
        }
        if (!unknown.isEmpty()) {
            assumptions.add("Nothing that the image does needs what only these packages recommend: "
                    + String.join(", ", unknown)
                    + ".");
        }
        return new Rewrite(
                title, safety, List.of(new FileChange.Edits(subject.file().path(), edits)), assumptions, List.of());
    }

    /** Returns the word behind which the option goes: the last option before the packages, or the subcommand. */
    private static ShellWord lastLeadingOption(AptGet apt) {
        ShellWord anchor = apt.subcommandWord().orElseThrow();
        int start = anchor.range().start();
        int end = apt.packages().get(0).word().range().start();
        for (CommandLineView.Option option : apt.line().options()) {
            ShellWord word = option.valueWord().orElse(option.word());
            if (word.range().start() > start && word.range().start() < end) {
                anchor = word;
            }
        }
        return anchor;
    }
}
