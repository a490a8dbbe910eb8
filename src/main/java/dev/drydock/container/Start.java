package dev.drydock.container;

import dev.drydock.model.StartCommand;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is started: words that are executed, and scripts that a shell reads.
 *
 * @param scripts shell forms, and the text behind {@code sh -c}
 */
public record Start(List<String> words, List<ShellScript> scripts) {

    public Start {
        words = List.copyOf(words);
        scripts = List.copyOf(scripts);
    }

    /** Returns the names of the programs that the scripts run. */
    Stream<String> programsOfScripts() {
        return scripts.stream()
                .flatMap(ShellScript::simpleCommands)
                .flatMap(command -> Invocation.of(command).program().stream())
                .map(RootPrograms::name);
    }

    static Start of(StartCommand start) {
        return new Start(start.words(), start.scripts());
    }

    /** Returns the start of a list of words. */
    public static Start of(List<String> words) {
        List<ShellScript> scripts = new ArrayList<>();
        for (int i = 0; i + 2 < words.size(); i++) {
            String option = words.get(i + 1);
            if (StartCommand.isShell(words.get(i)) && option.startsWith("-") && option.endsWith("c")) {
                scripts.add(StartCommand.script(SourceText.of(words.get(i + 2))));
            }
        }
        return new Start(words, scripts);
    }

    /**
     * Returns the words of one string, as compose splits it; empty if they cannot be told, because of variables or of what
     * only a shell would understand.
     */
    public static Optional<List<String>> split(String text) {
        ShellScript script = StartCommand.script(SourceText.of(text));
        List<SimpleCommand> commands = script.simpleCommands().toList();
        if (script.isOpaque()
                || commands.size() != 1
                || !commands.get(0).redirects().isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (ShellWord word : commands.get(0).words()) {
            if (word.staticValue().isEmpty()) {
                return Optional.empty();
            }
            words.add(word.staticValue().get());
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
