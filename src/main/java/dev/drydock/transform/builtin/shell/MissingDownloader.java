package dev.drydock.transform.builtin.shell;

import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.Command;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.Optional;
import java.util.Set;

/**
 * Finds pipes that cannot work: the image has no curl or wget, and nothing installs it. Such a build goes on today without
 * what it should have downloaded, and would end if somebody noticed.
 */
final class MissingDownloader {
    private static final Set<String> DOWNLOADERS = Set.of("curl", "wget");

    private MissingDownloader() {}

    /** Returns that a program of the pipe is missing; empty if none is known to be. */
    static Optional<String> of(BuildStage stage, Pipeline pipe) {
        for (Command command : pipe.commands()) {
            if (command instanceof SimpleCommand simple) {
                Optional<String> missing = Invocation.of(simple)
                        .program()
                        .filter(DOWNLOADERS::contains)
                        .filter(name -> isMissing(stage, name));
                if (missing.isPresent()) {
                    return missing.map(
                            name -> name + " is not in the image and nothing installs it, which the pipe hides");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMissing(BuildStage stage, String name) {
        boolean lacking = !stage.facts().flatMap(facts -> facts.hasTool(name)).orElse(true);
        return lacking
                && stage.inheritedScripts().stream()
                        .map(RunScript::commands)
                        .flatMap(commands -> commands.stream())
                        .flatMap(command -> command.arguments().stream())
                        .noneMatch(word -> word.is(name));
    }
}
