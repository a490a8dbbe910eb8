package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Calls apt-get where apt is called, for what both do alike. */
public final class AptGetNotApt extends ShellTransform {
    private static final String MESSAGE = "apt is made for people; its interface may change";

    public AptGetNotApt() {
        super("apt-get-not-apt");
    }

    @Override
    protected void inspect(Subject subject, BuildStage stage, RunScript script) {
        for (SimpleCommand command : script.commands()) {
            AptGet.from(command)
                    .filter(apt -> apt.program().equals("apt"))
                    .ifPresent(apt -> inspect(subject, script, apt));
        }
    }

    private static void inspect(Subject subject, RunScript script, AptGet apt) {
        ShellWord word = apt.invocation().programWord().orElseThrow();
        TextRange place = script.toFile(word.range());
        if (!apt.does(
                "install",
                "update",
                "upgrade",
                "dist-upgrade",
                "remove",
                "purge",
                "autoremove",
                "build-dep",
                "source",
                "autoclean",
                "clean")) {
            subject.notNeeded(
                    place,
                    MESSAGE,
                    "apt-get has no equal of apt " + apt.subcommand().orElse("with a variable"));
        } else if (!apt.command().context().isLastOfPipeline()
                || apt.command().context().inSubstitution()) {
            subject.abstain(place, MESSAGE, "its output is read by another command");
        } else if (!word.text().equals("apt") && !word.text().equals("/usr/bin/apt")) {
            subject.abstain(place, MESSAGE, "the name of the program is quoted or lies elsewhere");
        } else {
            List<TextEdit> edits = new ArrayList<>();
            edits.add(subject.editor(script).replace(word, word.text() + "-get"));
            if (apt.does("upgrade") && !apt.has("--with-new-pkgs", "--without-new-pkgs")) {
                // apt upgrade installs new dependencies, apt-get upgrade holds such packages back.
                edits.add(TextEdit.insert(apt.insertionPointForOptionInFile(), " --with-new-pkgs"));
            }
            subject.repair(place, MESSAGE, "use apt-get", Safety.SAFE, edits);
        }
    }
}
