package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.edit.ShellEditor;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunMounts;
import dev.drydock.model.RunScript;
import dev.drydock.shell.AndOrList;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.text.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An install that relies on the lists of an earlier RUN, and that can fetch its own instead: the update that worked there works
 * here, as nothing between them changes where packages come from.
 */
final class SecondUpdate {
    /** Words that say that a script changes where packages come from. */
    private static final Set<String> SOURCES = Set.of("/etc/apt", "apt-key", "apt-repository", "dpkg", ".deb");

    private SecondUpdate() {}

    /** Returns the script that is to fetch its own lists; empty if it cannot, or if it may then get other packages. */
    static Optional<RunScript> of(BuildStage stage, RunScript first, AptGet update, Instruction use) {
        if (!(use instanceof RunInstruction run)
                || !stage.stage().instructions().contains(use)) {
            return Optional.empty();
        }
        return stage.script(run)
                .filter(second -> !second.script().isOpaque())
                .filter(second -> second.run().flags().stream()
                        .allMatch(flag -> flag.name().equals("mount")))
                .filter(second -> !RunMounts.cover(run, List.of(AptLists.FOLDER)))
                .filter(second -> isPlain(first, update))
                .filter(second ->
                        chain(second).filter(chain -> sameRights(chain, update)).isPresent())
                .filter(second -> !changesSources(first.run().text())
                        && !changesSources(second.run().text()))
                .filter(second -> AptUpdateWithInstall.between(stage, first.run(), run).stream()
                        .allMatch(AptUpdateWithInstall::isIndifferent));
    }

    /** Returns the edit that lets the install fetch its own lists, with the options of the first update. */
    static TextEdit edit(ShellEditor editor, RunScript second, String update) {
        return editor.prepend(chain(second).orElseThrow(), update);
    }

    /** An update whose failure does not matter may have failed; one with variables may mean something else elsewhere. */
    private static boolean isPlain(RunScript first, AptGet update) {
        SimpleCommand command = update.command();
        String text = first.run().source().slice(first.toFile(command.range()));
        boolean matters = first.script().statements().stream()
                .filter(list -> list.range().contains(command.range()))
                .allMatch(list -> list.isAndChain()
                        && list.pipelines().stream()
                                .anyMatch(each -> each.commands().equals(List.of(command))));
        return matters && text.indexOf('\n') < 0 && text.indexOf('$') < 0 && text.indexOf('#') < 0;
    }

    /** Returns the chain that installs, if nothing before it in the script needs the lists. */
    private static Optional<AndOrList> chain(RunScript second) {
        return AptUpdateWithInstall.installingChain(second)
                .filter(AndOrList::isAndChain)
                .filter(chain -> second.commands().stream()
                        .filter(AptLists::concern)
                        .findFirst()
                        .filter(command -> chain.range().contains(command.range()))
                        .flatMap(AptGet::from)
                        .filter(AptGet::installs)
                        .isPresent());
    }

    private static boolean sameRights(AndOrList chain, AptGet update) {
        return chain.descendants(SimpleCommand.class)
                .flatMap(command -> AptGet.from(command).stream())
                .allMatch(apt -> apt.invocation().wrappers().contains("sudo")
                        == update.invocation().wrappers().contains("sudo"));
    }

    private static boolean changesSources(String text) {
        return SOURCES.stream().anyMatch(text::contains);
    }
}
