package dev.drydock.written;

import dev.drydock.knowledge.Writers;
import dev.drydock.shell.Assignment;
import dev.drydock.shell.Parameter;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Mkdir;
import dev.drydock.written.WrittenPlace.Certainty;
import dev.drydock.written.WrittenPlace.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the commands of a shell script write: redirections, folders and files that are made, copies, databases. */
final class ShellWrites {
    private final Writers writers;
    private final Function<String, Optional<String>> variables;
    private final Map<String, String> assigned = new HashMap<>();
    private final List<Write> writes = new ArrayList<>();

    private final WorkingFolder working;
    private final boolean started;
    /** Behind a cd, the working folder of the container says nothing. */
    private boolean moved;

    private ShellWrites(
            Writers writers, Function<String, Optional<String>> variables, WorkingFolder working, boolean started) {
        this.writers = writers;
        this.variables = variables;
        this.working = working;
        this.started = started;
    }

    /** Returns what a script writes to absolute paths, and to relative ones where that has to be known, in its order. */
    static List<Write> of(
            ShellScript script, Writers writers, Function<String, Optional<String>> variables, WorkingFolder working) {
        return read(script, new ShellWrites(writers, variables, working, false));
    }

    /**
     * Returns the same of a command that a source starts; what a program does with its arguments, which nobody knows, is
     * likely to be a write.
     */
    static List<Write> ofStarted(
            ShellScript script, Writers writers, Function<String, Optional<String>> variables, WorkingFolder working) {
        return read(script, new ShellWrites(writers, variables, working, true));
    }

    private static List<Write> read(ShellScript script, ShellWrites reader) {
        script.simpleCommands().forEach(reader::read);
        return List.copyOf(reader.writes);
    }

    private void read(SimpleCommand command) {
        for (Assignment assignment : command.assignments()) {
            assignment.value().flatMap(this::value).ifPresent(text -> assigned.put(assignment.name(), text));
        }
        for (Redirect redirect : command.redirects()) {
            if (redirect.operator().startsWith(">") || redirect.operator().startsWith("&>")) {
                add(redirect.target(), Kind.FILE, redirect.line());
            }
        }
        Invocation invocation = Invocation.of(command);
        List<ShellWord> operands = invocation.arguments().stream()
                .filter(word -> !word.literalPrefix().startsWith("-"))
                .toList();
        switch (invocation.program().orElse("")) {
            case "mkdir" ->
                Mkdir.from(command).ifPresent(mkdir -> {
                    // Without -p it fails on a directory that is there, so that the one around it is needed.
                    Kind kind = mkdir.makesParents() ? Kind.FOLDER : Kind.DATABASE;
                    mkdir.paths().forEach(word -> add(word, kind, command.line()));
                });
            case "touch", "tee", "truncate" -> operands.forEach(word -> add(word, Kind.FILE, command.line()));
            case "cp", "mv", "ln", "install", "rsync" -> {
                if (operands.size() > 1) {
                    ShellWord last = operands.get(operands.size() - 1);
                    boolean directory =
                            value(last).filter(text -> text.endsWith("/")).isPresent();
                    // Most of them make the file anew, for which the directory that holds it must be writable.
                    add(last, directory ? Kind.FOLDER : Kind.DATABASE, command.line());
                }
            }
            case "rm", "rmdir", "unlink", "chmod" -> operands.forEach(word -> add(word, Kind.DATABASE, command.line()));
            case "cd" -> {
                moved = true;
                operands.stream().limit(1).forEach(word -> likely(word, command.line()));
            }
            // A pipe is made, not opened; what has its name is in its way.
            case "mkfifo", "mknod" ->
                operands.stream().limit(1).forEach(word -> add(word, Kind.DATABASE, command.line()));
            case "sqlite3" -> operands.stream().limit(1).forEach(word -> add(word, Kind.DATABASE, command.line()));
            default -> {
                // In scripts, other programs say what they write in options, which are read with the start command.
                String program =
                        invocation.program().map(ApplicationReader::fileName).orElse("");
                if (started && !writers.isReadingProgram(program)) {
                    invocation.arguments().forEach(word -> likely(word, command.line()));
                }
            }
        }
    }

    /** Notes a place that is likely to be written, and not one of the system. */
    private void likely(ShellWord word, int line) {
        String text = word.literalPrefix();
        int from = text.startsWith("-") || text.indexOf('=') > 0 ? text.indexOf("=/") + 1 : 0;
        String path = from > 0 ? text.substring(from) : value(word).orElse(text);
        boolean place =
                path.startsWith("/") && path.length() > 1 && !path.startsWith("/etc/") && !writers.isNever(path);
        PathText found = new PathText(path, value(word).isEmpty());
        if (place && found.isPlausible()) {
            writes.add(new Write(found, Kind.UNCLEAR, Certainty.LIKELY, line));
        }
    }

    private Optional<String> value(ShellWord word) {
        return word.valueWith(this::variable).or(() -> otherwise(word));
    }

    private Optional<String> variable(String name) {
        return variables.apply(name).or(() -> Optional.ofNullable(assigned.get(name)));
    }

    /** Returns what {@code ${NAME:-/data}} means. */
    private Optional<String> otherwise(ShellWord word) {
        List<Parameter> parameters = word.descendants(Parameter.class).toList();
        boolean alone = parameters.size() == 1
                && parameters
                        .get(0)
                        .operator()
                        .filter(sign -> sign.endsWith("-"))
                        .isPresent()
                && word.literalPrefix().isEmpty()
                && (word.text().endsWith("}") || word.text().endsWith("}\""));
        return alone
                ? variable(parameters.get(0).name())
                        .or(() -> parameters.get(0).argument().flatMap(ShellWord::staticValue))
                : Optional.empty();
    }

    private void add(ShellWord word, Kind kind, int line) {
        Optional<String> whole = value(word);
        Optional<PathText> path = whole.map(PathText::of)
                .or(() -> word.literalPrefix().lastIndexOf('/') > 0
                        ? Optional.of(new PathText(word.literalPrefix(), true))
                        : Optional.empty());
        path.filter(text -> !moved && working.asks(text) && text.isPlausible())
                .ifPresent(text -> writes.add(new Write(text, kind, Certainty.LIKELY, line)));
        path.filter(text -> text.text().startsWith("/") && text.isPlausible()).ifPresent(text -> {
            // An empty file of the account's own does not help where the engine or the system has its hands.
            boolean file = kind == Kind.FILE && !writers.isNever(text.text());
            Kind needed = file || kind == Kind.FOLDER ? kind : Kind.DATABASE;
            writes.add(new Write(text, needed, Certainty.CERTAIN, line));
        });
    }
}
