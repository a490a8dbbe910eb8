package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.UserName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the accounts that the file names are there in the runtime stage, and whose the artefacts are. */
final class RuntimeAccounts {
    private final SingleBuild build;
    private final SplitPlan plan;
    private final Instruction cut;

    RuntimeAccounts(SingleBuild build, SplitPlan plan, Instruction cut) {
        this.build = build;
        this.plan = plan;
        this.cut = cut;
    }

    void check() {
        boolean behind = false;
        for (Instruction instruction : build.instructions()) {
            if (instruction instanceof UserInstruction user) {
                String name = user.argument()
                        .flatMap(word -> build.stage().expand(word, user))
                        .orElseThrow(() -> new UnclearException("the user depends on a variable"));
                require(name);
            } else if (behind && instruction instanceof FileTransfer) {
                instruction.flag("chown").flatMap(Flag::value).ifPresent(this::require);
            }
            behind |= instruction == cut;
        }
    }

    /** Returns the owner that the artefacts had when they were built, if it was not root. */
    Optional<String> owner() {
        Optional<String> user = build.stage().user().filter(name -> !UserName.isRoot(name));
        if (user.isEmpty() || build.stage().userInstruction().isEmpty()) {
            return Optional.empty();
        }
        boolean own = !build.stage().isRootAt(cut)
                || build.steps().stream().anyMatch(step -> step.runs("chown"))
                || build.instructions().stream()
                        .anyMatch(each -> each instanceof FileTransfer
                                && each.flag("chown").isPresent());
        return own ? user : Optional.empty();
    }

    private void require(String owner) {
        String name = UserName.user(owner);
        boolean known = name.isEmpty()
                || UserName.isRoot(name)
                || UserName.isNumeric(name)
                || runtimeUsers().contains(name)
                || isMade(name);
        if (!known) {
            throw new UnclearException("the runtime image may not have the account " + name);
        }
    }

    /** Returns whether commands of the runtime stage run as root before the file says otherwise. */
    boolean startsAsRoot() {
        return runtimeFacts().map(ImageFacts::defaultUser).map(UserName::isRoot).orElse(true);
    }

    private Set<String> runtimeUsers() {
        return runtimeFacts().map(known -> known.users().keySet()).orElse(Set.of());
    }

    private Optional<ImageFacts> runtimeFacts() {
        return ImageReference.parse(plan.runtime())
                .flatMap(image -> build.knowledge().images().find(image.canonicalName(), image.tag()));
    }

    private boolean isMade(String name) {
        List<RunInstruction> runs =
                build.stage().stage().instructions(RunInstruction.class).toList();
        return runs.stream()
                .filter(run -> BuildCommands.isForBoth(build, run))
                .anyMatch(run -> run.logicalLine().text().contains(name));
    }
}
