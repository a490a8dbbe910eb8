package dev.drydock.container;

import dev.drydock.model.StartCommand;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Set;

/**
 * Tells commands that only ask a server or print something: whoever runs them, and with whatever rights, they do the same. They
 * name no file and start no other program.
 */
final class QuietCommand {
    private static final Set<String> CLIENTS = Set.of(
            "psql",
            "pg_isready",
            "createdb",
            "dropdb",
            "createuser",
            "vacuumdb",
            "reindexdb",
            "mysql",
            "mariadb",
            "mysqladmin",
            "mariadb-admin",
            "mysqlcheck",
            "mariadb-check",
            "mongosh",
            "mongo",
            "redis-cli",
            "valkey-cli",
            "curl",
            "wget",
            "echo",
            "printf",
            "true",
            "false",
            ":",
            "exit",
            "test",
            "[",
            "sleep",
            "date",
            "id",
            "whoami",
            "env",
            "printenv",
            "hostname");

    private static final String NOTHING = "/dev/";

    private QuietCommand() {}

    static boolean is(List<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        if (!StartCommand.isShell(words.get(0))) {
            return isQuiet(words.get(0), words.subList(1, words.size()));
        }
        if (words.size() != 3 || !words.get(1).startsWith("-") || !words.get(1).endsWith("c")) {
            return false;
        }
        ShellScript script = StartCommand.script(SourceText.of(words.get(2)));
        return !script.isOpaque() && script.simpleCommands().allMatch(QuietCommand::isQuiet);
    }

    private static boolean isQuiet(SimpleCommand command) {
        boolean files = command.redirects().stream().anyMatch(QuietCommand::namesFile);
        Invocation invocation = Invocation.of(command);
        return !files
                && invocation.wrappers().isEmpty()
                && (command.words().isEmpty()
                        || invocation
                                .program()
                                .filter(program -> isQuiet(
                                        program,
                                        invocation.arguments().stream()
                                                .map(word ->
                                                        WrittenValue.of(word).text())
                                                .toList()))
                                .isPresent());
    }

    private static boolean namesFile(Redirect redirect) {
        return !redirect.isHereDocument()
                && !redirect.operator().endsWith("&")
                && !WrittenValue.of(redirect.target()).text().startsWith(NOTHING);
    }

    private static boolean isQuiet(String program, List<String> arguments) {
        String name = RootPrograms.name(program);
        boolean loads = name.equals("curl") || name.equals("wget");
        return CLIENTS.contains(name)
                && !(name.equals("env") && !arguments.isEmpty())
                && arguments.stream().noneMatch(word -> namesFile(word, loads))
                && (!loads || ExecutedCommand.printsOnly(name, arguments));
    }

    private static boolean namesFile(String word, boolean loads) {
        return word.indexOf('/') >= 0 && !word.startsWith(NOTHING) && !(loads && !word.startsWith("/"));
    }
}
