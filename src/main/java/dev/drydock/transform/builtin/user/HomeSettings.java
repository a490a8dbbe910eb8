package dev.drydock.transform.builtin.user;

import dev.drydock.model.BuildStage;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.written.WrittenPaths;
import java.util.List;
import java.util.Optional;

/** Settings that the build keeps in the home of root for a program which the application starts: {@code git config --global}. */
final class HomeSettings {
    private static final String GIT = "git";

    private HomeSettings() {}

    /** Returns which settings another user would not find, or empty. */
    static Optional<String> reason(BuildStage stage, WrittenPaths written) {
        Optional<String> starter = written.starterOf(GIT);
        return starter.isEmpty()
                ? Optional.empty()
                : stage.inheritedScripts().stream()
                        .filter(script -> script.commands().stream().anyMatch(HomeSettings::keepsSettings))
                        .findFirst()
                        .map(script -> "line " + script.run().line()
                                + " keeps settings of git in the home of root, and " + starter.get() + " starts git");
    }

    private static boolean keepsSettings(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        List<String> words =
                invocation.arguments().stream().map(ShellWord::literalPrefix).toList();
        return invocation.runs(GIT) && words.contains("config") && words.contains("--global");
    }
}
