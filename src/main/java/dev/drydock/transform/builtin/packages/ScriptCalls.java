package dev.drydock.transform.builtin.packages;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.List;

/** Recognises commands that run a script from a file, of which nothing is known. */
final class ScriptCalls {
    private ScriptCalls() {}

    /** Returns whether the program is a file that ends in {@code .sh}, or a shell that is given a file. */
    static boolean isOne(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        if (invocation.programWord().filter(ScriptCalls::isScript).isPresent()) {
            return true;
        }
        List<ShellWord> words = invocation.arguments();
        boolean text = words.stream()
                .map(ShellWord::literalPrefix)
                .anyMatch(word -> word.startsWith("-") && word.endsWith("c"));
        return invocation.runs("sh", "bash", "dash", "ash", ".", "source")
                && !text
                && words.stream().anyMatch(ScriptCalls::isScript);
    }

    private static boolean isScript(ShellWord word) {
        return word.text().endsWith(".sh") || word.text().endsWith(".sh\"");
    }
}
