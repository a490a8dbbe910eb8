package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnbuildInstruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.ShellInstruction;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives the program of a single-stage build a stage of its own, without compiler and sources. */
public final class SplitBuildStage extends DockerfileTransform {
    private static final List<Toolchain> TOOLCHAINS = List.of(
            new GoToolchain(),
            new RustToolchain(),
            new JavaToolchain(false),
            new JavaToolchain(true),
            new DotnetToolchain(),
            new NodeToolchain(),
            new SiteToolchain(),
            new PythonToolchain(),
            new PhpToolchain(),
            new NativeToolchain());

    public SplitBuildStage() {
        super("split-build-stage");
    }

    @Override
    protected boolean takesAway() {
        return true;
    }

    @Override
    protected void inspect(Subject subject) {
        List<BuildStage> stages = subject.build().stages();
        if (stages.isEmpty() || stages.get(0).image().isWindows()) {
            return;
        }
        BuildStage last = stages.get(stages.size() - 1);
        SingleBuild build = singleBuild(subject, last);
        List<Toolchain> used =
                TOOLCHAINS.stream().filter(toolchain -> toolchain.isUsed(build)).toList();
        if (used.isEmpty()) {
            return;
        }
        TextRange place = last.stage().from().code();
        String message = message(used.get(0));
        if (stages.size() > 1) {
            if (last.parent().isEmpty()) {
                subject.notNeeded(place, message, "the file has several stages already");
            }
            return;
        }
        try {
            subject.repair(place, message, rewrite(subject, build, used));
        } catch (UnclearException e) {
            subject.abstain(place, message, e.getMessage());
        }
    }

    static SingleBuild singleBuild(Subject subject, BuildStage stage) {
        return new SingleBuild(
                subject.inspection().project(),
                subject.file(),
                subject.inspection().facts().knowledge(),
                stage);
    }

    private static String message(Toolchain toolchain) {
        return "the image holds what builds the program: the tools and sources of " + toolchain.language();
    }

    private static Rewrite rewrite(Subject subject, SingleBuild build, List<Toolchain> used) {
        checkFile(build);
        if (used.size() > 1) {
            throw new UnclearException("the file builds with " + used.get(0).language() + " and "
                    + used.get(1).language());
        }
        ComposeUses.check(build.project(), build.file());
        Toolchain toolchain = used.get(0);
        SplitPlan plan = toolchain.plan(build);
        if (plan.repetition().isPresent()) {
            return repeating(subject, build, plan, plan.repetition().get());
        }
        Instruction cut = cut(build);
        BuildFolder folder =
                BuildFolder.of(build, toolchain, plan.environment().isPresent() ? List.of() : upTo(build, cut));
        if (plan.runtime().endsWith(":nonroot") && !folder.isReadableByAll()) {
            throw new UnclearException("only root may read a file that the program may need");
        }
        List<Artefact> artefacts = new ArrayList<>(plan.artefacts());
        folder.rest().stream()
                .filter(rest -> plan.artefacts().stream().noneMatch(artefact -> artefact.covers(rest.from())))
                .forEach(artefacts::add);
        checkArguments(build, folder, artefacts);
        RunTimeNeeds.of(build, toolchain.sources()).check();
        new BuildCommands(build, toolchain).check(artefacts);
        Set<String> packages = new LinkedHashSet<>(plan.packages());
        RuntimePackages installed = RuntimePackages.of(build, toolchain.packages());
        packages.addAll(installed.needed());
        StageSplice splice = new StageSplice(subject.editor(), build, plan, artefacts, List.copyOf(packages), cut);
        splice.check();
        FileChange change = splice.change();
        boolean sure = plan.isComplete() && folder.unknown().isEmpty();
        return new Rewrite(
                "build in a stage of its own, run on " + plan.runtime(),
                sure ? Safety.REVIEW : Safety.SUGGEST,
                List.of(change),
                assumptions(plan, folder, installed),
                List.of());
    }

    /** Both stages have the same image and packages, so that only the application has to be taken along. */
    private static Rewrite repeating(
            Subject subject, SingleBuild build, SplitPlan plan, SplitPlan.Repetition repetition) {
        StageSplice splice =
                new StageSplice(subject.editor(), build, plan, plan.artefacts(), List.of(), repetition.cut());
        splice.check();
        return new Rewrite(
                "build in a stage of its own, run on " + plan.runtime(),
                plan.isComplete() ? Safety.REVIEW : Safety.SUGGEST,
                List.of(splice.change()),
                plan.assumptions(),
                List.of());
    }

    private static List<String> assumptions(SplitPlan plan, BuildFolder folder, RuntimePackages installed) {
        List<String> sentences = new ArrayList<>(plan.assumptions());
        folder.unknown().forEach(path -> sentences.add("The program reads no other file of " + path + "."));
        if (!installed.left().isEmpty()) {
            sentences.add("The container does not use " + String.join(", ", installed.left()) + ".");
        }
        return sentences;
    }

    /** A path that the container hands to its program must not lie in a folder that the runtime stage does not have. */
    private static void checkArguments(SingleBuild build, BuildFolder folder, List<Artefact> artefacts) {
        if (folder.unknown().isEmpty()) {
            return;
        }
        for (String word : StartProgram.of(build.stage()).words()) {
            String path = word.substring(word.indexOf('=') + 1);
            boolean missing = folder.unknown().stream().anyMatch(place -> path.startsWith(place + "/"))
                    && artefacts.stream().noneMatch(artefact -> artefact.covers(path));
            if (missing) {
                throw new UnclearException(
                        "the program is started with " + path + ", which comes from an unknown directory");
            }
        }
    }

    private static void checkFile(SingleBuild build) {
        if (build.stage().stage().from().stageName().isPresent()) {
            throw new UnclearException("the stage has a name, which the build may ask for");
        }
        if (!build.stage().image().isResolved() || build.stage().facts().isEmpty()) {
            throw new UnclearException(
                    "nothing is known of the image " + build.stage().image().text());
        }
        if (build.stage()
                .stage()
                .from()
                .platform()
                .filter(flag -> flag.text().contains("$"))
                .isPresent()) {
            throw new UnclearException("the platform depends on a variable");
        }
        for (Instruction instruction : build.instructions()) {
            if (instruction instanceof ShellInstruction || instruction instanceof OnbuildInstruction) {
                throw new UnclearException(instruction.name() + " decides what the image does");
            }
        }
    }

    /** Returns the last instruction that builds; what stands behind it belongs to the container. */
    private static Instruction cut(SingleBuild build) {
        return build.instructions().stream()
                .filter(each -> each instanceof RunInstruction run && !BuildCommands.isForBoth(build, run))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new UnclearException("no RUN builds anything"));
    }

    private static List<Instruction> upTo(SingleBuild build, Instruction cut) {
        List<Instruction> all = build.instructions();
        return all.subList(0, all.indexOf(cut) + 1);
    }

    /** Returns why this transform does not cut a file with one stage; empty if it does. */
    static Optional<String> obstacle(Subject subject, BuildStage stage) {
        SingleBuild build = singleBuild(subject, stage);
        List<Toolchain> used =
                TOOLCHAINS.stream().filter(toolchain -> toolchain.isUsed(build)).toList();
        if (used.isEmpty()) {
            return Optional.of("no build of a program that the container starts was recognised");
        }
        try {
            return rewrite(subject, build, used).safety() == Safety.REVIEW
                    ? Optional.empty()
                    : Optional.of("a split can only be suggested");
        } catch (UnclearException e) {
            return Optional.of(e.getMessage());
        }
    }
}
