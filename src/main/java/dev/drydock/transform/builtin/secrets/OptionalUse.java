package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.model.Build;
import dev.drydock.model.RunScript;
import dev.drydock.shell.CaseClause;
import dev.drydock.shell.OpaqueCommand;
import dev.drydock.shell.Parameter;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.transform.builtin.Mentions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a script asks if a variable is set, so that a build without it does something else and succeeds. */
final class OptionalUse {
    private static final Set<String> TESTS = Set.of("[", "[[", "test");

    private OptionalUse() {}

    /** Returns the line of the first RUN that asks, or empty if all of them need the variable. */
    static Optional<Integer> line(Build build, List<RunInstruction> runs, String name) {
        return runs.stream()
                .filter(run -> build.stageOf(run)
                        .flatMap(stage -> stage.script(run))
                        .filter(script -> asks(script, name))
                        .isPresent())
                .map(RunInstruction::line)
                .findFirst();
    }

    private static boolean asks(RunScript script, String name) {
        boolean tested = script.commands().stream().anyMatch(command -> isTest(command, name))
                || script.script()
                        .descendants(OpaqueCommand.class)
                        .anyMatch(command -> command.text().startsWith("[[") && Mentions.word(command.text(), name));
        boolean chosen = script.script()
                .descendants(CaseClause.class)
                .anyMatch(clause ->
                        Mentions.variable(clause.text().lines().findFirst().orElse(""), name));
        boolean replaced = script.script()
                .descendants(Parameter.class)
                .filter(parameter -> parameter.name().equals(name))
                .flatMap(parameter -> parameter.operator().stream())
                .anyMatch(operator -> operator.endsWith("-") || operator.endsWith("+") || operator.endsWith("="));
        return tested || chosen || replaced;
    }

    private static boolean isTest(SimpleCommand command, String name) {
        return command.name().filter(TESTS::contains).isPresent() && Mentions.word(command.text(), name);
    }
}
