package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.model.StartCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The programs that a health check runs, which the runtime stage must have. */
final class HealthPrograms {
    /** What every shell has, and what the runtime image of each language is named for. */
    private static final Set<String> EVERYWHERE =
            Set.of("exit", "test", "[", "true", "false", "cat", "echo", "grep", "node", "python", "python3", "java");

    private HealthPrograms() {}

    /** Throws {@link UnclearException} for a program that is neither installed in the runtime stage nor an artefact. */
    static void check(HealthcheckInstruction health, List<String> packages, List<Artefact> artefacts) {
        if (health.isNone()) {
            return;
        }
        List<String> programs = new ArrayList<>();
        List<String> words = health.exec().map(array -> array.values()).orElse(List.of());
        Optional<String> script = health.shell().map(text -> text.value());
        if (words.size() > 2 && StartCommand.isShell(words.get(0))) {
            script = Optional.of(words.get(words.size() - 1));
        } else if (!words.isEmpty()) {
            programs.add(words.get(0));
        }
        script.ifPresent(text -> StartCommand.script(SourceText.of(text))
                .simpleCommands()
                .forEach(command -> programs.add(Invocation.of(command)
                        .programWord()
                        .flatMap(word -> word.literalValue())
                        .orElse("a variable"))));
        for (String program : programs) {
            boolean known = EVERYWHERE.contains(program)
                    || packages.contains(program)
                    || artefacts.stream().anyMatch(artefact -> artefact.to().endsWith(program));
            if (!known) {
                throw new UnclearException(
                        "the health check runs " + program + ", which the runtime image may not have");
            }
        }
    }
}
