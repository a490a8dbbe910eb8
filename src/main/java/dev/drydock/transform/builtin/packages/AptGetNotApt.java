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
import java.util.Map;
import java.util.Optional;

/** Calls apt-get where apt is called, for what both do alike. */
public final class AptGetNotApt extends ShellTransform {
    private static final String MESSAGE = "apt has no stable interface for scripts; use apt-get";

    /** Source: the manuals apt(8) and apt-get(8). */
    private static final String[] ALIKE = {
        "install",
        "update",
        "upgrade",
        "dist-upgrade",
        "full-upgrade",
        "remove",
        "purge",
        "autoremove",
        "build-dep",
        "satisfy",
        "source",
        "download",
        "changelog",
        "autoclean",
        "clean"
    };

    /** What other programs of apt do in the place of a subcommand. */
    private static final Map<String, String> OTHERS = Map.of(
            "list", "dpkg-query -l or apt-cache pkgnames",
            "search", "apt-cache search",
            "show", "apt-cache show",
            "showsrc", "apt-cache showsrc",
            "policy", "apt-cache policy",
            "depends", "apt-cache depends",
            "rdepends", "apt-cache rdepends");

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

    private static String instead(AptGet apt) {
        return apt.subcommand()
                .map(OTHERS::get)
                .map(program -> "; for programs there is " + program)
                .orElse("");
    }

    private static void inspect(Subject subject, RunScript script, AptGet apt) {
        ShellWord word = apt.invocation().programWord().orElseThrow();
        TextRange place = script.toFile(word.range());
        if (!apt.does(ALIKE)) {
            subject.abstain(
                    place,
                    MESSAGE,
                    "apt-get has no subcommand that does the same as apt "
                            + apt.subcommand().orElse("with a variable")
                            + instead(apt));
        } else if (!apt.command().context().isLastOfPipeline()
                || apt.command().context().inSubstitution()) {
            subject.abstain(place, MESSAGE, "its output is read by another command");
        } else if (!word.text().equals("apt") && !word.text().equals("/usr/bin/apt")) {
            subject.abstain(place, MESSAGE, "the name of the program is quoted or lies elsewhere");
        } else {
            List<TextEdit> edits = new ArrayList<>();
            edits.add(subject.editor(script).replace(word, word.text() + "-get"));
            if (apt.does("full-upgrade")) {
                Optional<ShellWord> subcommand = apt.command().words().stream()
                        .filter(each -> each.text().equals("full-upgrade"))
                        .findFirst();
                if (subcommand.isEmpty()) {
                    subject.abstain(place, MESSAGE, "its subcommand is quoted");
                    return;
                }
                edits.add(subject.editor(script).replace(subcommand.get(), "dist-upgrade"));
            }
            if (apt.does("upgrade") && !apt.has("--with-new-pkgs", "--without-new-pkgs")) {
                // apt upgrade installs new dependencies, apt-get upgrade holds such packages back.
                edits.add(TextEdit.insert(apt.insertionPointForOptionInFile(), " --with-new-pkgs"));
            }
            subject.repair(place, MESSAGE, "use apt-get", Safety.SAFE, edits);
        }
    }
}
