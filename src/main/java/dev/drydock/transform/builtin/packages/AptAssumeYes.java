package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.CommandContext;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;

/** Lets apt-get go on without asking, since nobody can answer during a build. */
public final class AptAssumeYes extends ShellTransform {
    private static final String MESSAGE = "apt-get asks a question that nobody can answer during a build";

    public AptAssumeYes() {
        super("apt-assume-yes");
    }

    @Override
    protected void inspect(Subject subject, BuildStage stage, RunScript script) {
        for (SimpleCommand command : script.commands()) {
            AptGet.from(command)
                    .filter(apt -> apt.does(
                            "install",
                            "upgrade",
                            "dist-upgrade",
                            "full-upgrade",
                            "remove",
                            "purge",
                            "autoremove",
                            "build-dep"))
                    .filter(apt -> !apt.assumesYes())
                    .ifPresent(apt -> inspect(subject, stage, script, apt));
        }
    }

    private static void inspect(Subject subject, BuildStage stage, RunScript script, AptGet apt) {
        TextRange place = script.toFile(apt.command().range());
        CommandContext context = apt.command().context();
        // xargs takes what is piped for itself and leaves the command without input.
        boolean answered = !apt.invocation().hasHiddenOperands() && (context.pipelinePosition() > 0 || readsInput(apt));
        if (answered) {
            subject.notNeeded(place, MESSAGE, "something is piped into it, which may answer");
        } else if (apt.has("--assume-no", "-s", "--simulate", "--dry-run", "--download-only", "-d", "--print-uris")) {
            subject.notNeeded(place, MESSAGE, "it changes nothing");
        } else if (AptSettings.mention(stage, script, "Assume-Yes")) {
            subject.notNeeded(place, MESSAGE, "the configuration of apt says yes already");
        } else if (context.beforeOr() || context.negated() || context.inCondition()) {
            subject.abstain(place, MESSAGE, "the script counts on its failure");
        } else {
            TextEdit edit = TextEdit.insert(apt.insertionPointForOptionInFile(), " -y");
            subject.repair(place, MESSAGE, "assume yes", Safety.SAFE, List.of(edit));
        }
    }

    private static boolean readsInput(AptGet apt) {
        return apt.command().redirects().stream()
                .anyMatch(redirect -> redirect.operator().startsWith("<"));
    }
}
