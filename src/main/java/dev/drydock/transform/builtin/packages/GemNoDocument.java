package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.Safety;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.Timeline;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Gem;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Lets gem build no documentation, which nobody reads in a container. */
public final class GemNoDocument extends ShellTransform {
    private static final String MESSAGE = "gem builds documentation that nobody reads in a container";

    public GemNoDocument() {
        super("gem-no-document");
    }

    @Override
    protected void inspect(Subject subject, BuildStage stage, RunScript script) {
        for (SimpleCommand command : script.commands()) {
            Gem.from(command)
                    .filter(gem -> gem.installs() && !gem.skipsDocuments())
                    .ifPresent(gem -> inspect(subject, stage, script, gem));
        }
    }

    private static void inspect(Subject subject, BuildStage stage, RunScript script, Gem gem) {
        TextRange place = script.toFile(gem.command().range());
        boolean official = stage.image()
                .reference()
                .filter(image -> image.canonicalName().endsWith("/library/ruby"))
                .isPresent();
        boolean set =
                stage.build().derived(Settings.class, Settings::of).written().before(stage, script.run())
                        || script.run().text().contains("gemrc");
        Optional<String> old = OldTool.obstacle(
                subject.inspection().facts().knowledge().oldTools(), stage, script, gem.command(), "gem --no-document");
        if (official || set) {
            subject.notNeeded(place, MESSAGE, "the configuration of gem decides about it");
        } else if (gem.has("--ri", "--rdoc", "--no-ri", "--no-rdoc", "--document", "-d")) {
            subject.abstain(place, MESSAGE, "the command already sets documentation options (--ri, --rdoc)");
        } else if (old.isPresent()) {
            subject.abstain(place, MESSAGE, old.get());
        } else {
            TextEdit edit = TextEdit.insert(gem.insertionPointForOptionInFile(), " --no-document");
            subject.repair(place, MESSAGE, "use --no-document", Safety.SAFE, List.of(edit));
        }
    }

    /** Whether an instruction before a place writes settings of gem. */
    private record Settings(Timeline<Boolean> written) {
        static Settings of(Build build) {
            return new Settings(Timeline.of(
                    build, stage -> false, (stage, instruction, before) -> before || mentions(instruction.text())));
        }
    }

    private static boolean mentions(String text) {
        return text.contains("gemrc") || text.contains("gem: ");
    }
}
