package dev.drydock.written;

import dev.drydock.knowledge.RootUses;
import dev.drydock.knowledge.Writers;
import dev.drydock.model.StartCommand;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Pip;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The command that a source starts: one text that a shell reads, or a program and its arguments. */
final class StartedCommand {
    private static final int LONGEST = 2_000;
    private static final Set<String> SCRIPT_OPTIONS = Set.of("-c", "-lc", "-ec", "-exc", "/c");
    private static final String HOLE = "\"$hole\"";

    private StartedCommand() {}

    /**
     * Returns what a command writes to absolute paths, and to relative ones where that has to be known.
     *
     * @param texts the texts of the call that starts it, in order
     * @param line the line of the call, from 1
     */
    static List<Write> writes(
            List<String> texts,
            int line,
            Writers writers,
            Function<String, Optional<String>> variables,
            WorkingFolder working) {
        String script = script(texts);
        if ((working.own() && script.indexOf('/') < 0) || script.length() > LONGEST) {
            return List.of();
        }
        return ShellWrites.ofStarted(StartCommand.script(SourceText.of(script)), writers, variables, working).stream()
                .map(write -> new Write(write.path(), write.kind(), write.certainty(), line))
                .toList();
    }

    /**
     * Returns what a command starts that fails for everybody but root.
     *
     * @param texts the texts of the call that starts it, in order
     * @param line the line of the call, from 1
     */
    static List<RootUse> rootUses(List<String> texts, int line, RootUses known) {
        String script = script(texts);
        if (script.isEmpty() || script.length() > LONGEST) {
            return List.of();
        }
        return StartCommand.script(SourceText.of(script))
                .simpleCommands()
                .flatMap(command -> need(Invocation.of(command), known).stream())
                .map(need -> new RootUse("starts " + need, line, true))
                .toList();
    }

    /** Returns the programs that a command starts. */
    static List<String> programs(List<String> texts) {
        String script = script(texts);
        return script.isEmpty() || script.length() > LONGEST
                ? List.of()
                : programs(StartCommand.script(SourceText.of(script)));
    }

    /** Returns the programs that a script starts. */
    static List<String> programs(ShellScript script) {
        return script.simpleCommands()
                .flatMap(command -> Invocation.of(command).program().stream())
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }

    private static Optional<String> need(Invocation invocation, RootUses known) {
        if (Pip.from(invocation).filter(Pip::installs).isPresent()) {
            return known.ofProgram("pip").map(need -> "pip, which takes root: " + need);
        }
        Optional<String> program = invocation.program().map(name -> name.substring(name.lastIndexOf('/') + 1));
        List<String> arguments =
                invocation.arguments().stream().map(ShellWord::literalPrefix).toList();
        return program.filter(name -> known.isMeant(name, arguments))
                .flatMap(name -> known.ofProgram(name).map(need -> name + ", which takes root: " + need));
    }

    private static String script(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (SCRIPT_OPTIONS.contains(text) && i + 1 < texts.size()) {
                return texts.get(i + 1).replace(String.valueOf(Lexeme.HOLE), "$hole");
            }
            if (i == 1 && text.startsWith("-c ")) {
                return unquoted(text.substring(3)).replace(String.valueOf(Lexeme.HOLE), "$hole");
            }
        }
        if (texts.isEmpty()) {
            return "";
        }
        if (texts.get(0).strip().indexOf(' ') > 0) {
            return texts.get(0).replace(String.valueOf(Lexeme.HOLE), "$hole");
        }
        List<String> words = new ArrayList<>();
        if (texts.get(0).equals("-m")) {
            // The interpreter itself is named by a variable.
            words.add("python");
        }
        texts.forEach(text -> words.add(word(text)));
        return String.join(" ", words);
    }

    private static String unquoted(String text) {
        String bare = text.strip();
        boolean quoted = bare.length() > 1
                && "\"'".indexOf(bare.charAt(0)) >= 0
                && bare.charAt(bare.length() - 1) == bare.charAt(0);
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }

    /** Quotes a word, what is put into it when it is evaluated left to a variable that nobody knows. */
    private static String word(String text) {
        String quoted = "'" + text.replace("'", "'\\''") + "'";
        boolean plain = !text.isEmpty()
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-+:=@,".indexOf(c) >= 0);
        return plain ? text : quoted.replace(String.valueOf(Lexeme.HOLE), "'" + HOLE + "'");
    }
}
