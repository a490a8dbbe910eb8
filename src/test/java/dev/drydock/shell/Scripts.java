package dev.drydock.shell;

import dev.drydock.shell.parse.ShellParser;
import dev.drydock.text.SourceText;

/** Scripts for tests, read as they stand. */
public final class Scripts {
    private Scripts() {}

    public static ShellScript script(String text) {
        return ShellParser.parse(ShellSource.identity(SourceText.of(text)));
    }

    /** Returns the command whose text is exactly {@code command}. */
    public static SimpleCommand command(String script, String command) {
        return script(script)
                .simpleCommands()
                .filter(candidate -> candidate.text().equals(command))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the first command of the script. */
    public static SimpleCommand command(String script) {
        return script(script).simpleCommands().findFirst().orElseThrow();
    }
}
