package dev.drydock.model;

import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.JsonArray;
import dev.drydock.dockerfile.JsonString;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellSource;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.parse.ShellParser;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A script of a RUN that stands in quotes: in the array of the exec form, behind {@code sh -c},
 * {@code su -c} or {@code eval}, or in a here-document that one
 * of several commands hands to a shell. It is read, so that nothing in it is overlooked, and never edited.
 *
 * @param script the commands; their ranges in the file are those of the letters in the quotes
 * @param reason why it is not edited, in a phrase
 */
public record QuotedScript(RunScript script, String reason) {
    private static final Set<String> CLEANERS = Set.of("rm", "find");

    /** Returns the quoted scripts of the RUNs of a stage alone, in order. */
    public static List<QuotedScript> of(BuildStage stage) {
        List<QuotedScript> found = new ArrayList<>();
        stage.stage().instructions(RunInstruction.class).forEach(run -> {
            if (run.exec().isPresent()) {
                ofArray(run, run.exec().get()).ifPresent(found::add);
            } else {
                stage.script(run).ifPresent(outer -> found.addAll(inside(run, outer)));
            }
        });
        return List.copyOf(found);
    }

    /** Returns the commands of a RUN in exec form, as a shell would read them; empty for the shell form. */
    public static Optional<RunScript> ofArray(RunInstruction run) {
        return run.exec().flatMap(array -> ofArray(run, array)).map(QuotedScript::script);
    }

    private static Optional<QuotedScript> ofArray(RunInstruction run, JsonArray array) {
        List<JsonString> words = array.elements();
        boolean plain = words.stream().allMatch(QuotedScript::isPlain);
        if (words.isEmpty() || !plain) {
            return Optional.empty();
        }
        boolean shell = words.size() > 2
                && StartCommand.isShell(words.get(0).value())
                && StartedShell.isCommand(words.get(words.size() - 2).value());
        List<JsonString> read = shell ? words.subList(words.size() - 1, words.size()) : words;
        StringBuilder text = new StringBuilder();
        List<Integer> map = new ArrayList<>();
        for (JsonString word : read) {
            if (!text.isEmpty()) {
                text.append(' ');
                map.add(map.get(map.size() - 1) + 1);
            }
            int start = word.range().start() + 1;
            boolean quoted = !shell && needsQuotes(word.value());
            if (quoted) {
                // What a shell would read otherwise; the quotes of JSON stand there in the file.
                text.append('\'');
                map.add(start - 1);
            }
            for (int i = 0; i < word.value().length(); i++) {
                text.append(word.value().charAt(i));
                map.add(start + i);
            }
            if (quoted) {
                text.append('\'');
                map.add(start + word.value().length());
            }
        }
        map.add(map.isEmpty() ? array.range().end() : map.get(map.size() - 1) + 1);
        return Optional.of(new QuotedScript(
                script(run, text.toString(), map), "the RUN is an array of words; write it as a command of the shell"));
    }

    private static boolean isPlain(JsonString word) {
        return word.range().length() == word.value().length() + 2
                && word.value().indexOf('\'') < 0;
    }

    private static boolean needsQuotes(String word) {
        return word.isEmpty()
                || word.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && "_./:=@%+-,~".indexOf(c) < 0);
    }

    private static List<QuotedScript> inside(RunInstruction run, RunScript outer) {
        List<SimpleCommand> commands = outer.commands();
        // What a later command of the same RUN removes is not in the layer.
        boolean cleans = commands.stream()
                .anyMatch(command -> command.name().filter(CLEANERS::contains).isPresent()
                        || command.text().contains("clean"));
        List<QuotedScript> found = new ArrayList<>();
        if (cleans && commands.size() > 1) {
            return found;
        }
        for (SimpleCommand command : commands) {
            StartedShell.script(command)
                    .flatMap(word -> ofWord(run, outer, word))
                    .map(script -> new QuotedScript(script, "it stands in the quotes of " + starter(command)))
                    .ifPresent(found::add);
            if (outer.heredoc().isEmpty() && StartedShell.fedByHeredoc(command).isPresent()) {
                heredoc(run, command)
                        .map(script ->
                                new QuotedScript(script, "it stands in a heredoc that one of several commands reads"))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static String starter(SimpleCommand command) {
        String program = Invocation.of(command).program().orElse("sh");
        return program.equals("eval") ? program : program + " -c";
    }

    private static Optional<RunScript> ofWord(RunInstruction run, RunScript outer, ShellWord word) {
        String text = word.text();
        int last = text.length() - 1;
        boolean quoted = last > 1
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.charAt(last) == text.charAt(0)
                && text.indexOf(text.charAt(0), 1) == last
                && text.indexOf('\\') < 0;
        if (!quoted) {
            return Optional.empty();
        }
        List<Integer> map = new ArrayList<>();
        int start = word.range().start();
        for (int i = 1; i <= last; i++) {
            map.add(outer.toFile(new TextRange(start + i, start + i + 1)).start());
        }
        return Optional.of(script(run, text.substring(1, last), map));
    }

    private static Optional<RunScript> heredoc(RunInstruction run, SimpleCommand command) {
        Optional<String> name = command.redirects().stream()
                .filter(Redirect::isHereDocument)
                .findFirst()
                .flatMap(redirect -> redirect.target().staticValue());
        List<Heredoc> bodies = run.heredocs().stream()
                .filter(body -> name.filter(body.name()::equals).isPresent())
                .toList();
        if (bodies.size() != 1) {
            return Optional.empty();
        }
        TextRange body = bodies.get(0).body();
        List<Integer> map = new ArrayList<>();
        for (int i = body.start(); i <= body.end(); i++) {
            map.add(i);
        }
        return Optional.of(script(run, run.source().slice(body), map));
    }

    private static RunScript script(RunInstruction run, String text, List<Integer> map) {
        int[] toFile = map.stream().mapToInt(Integer::intValue).toArray();
        ShellScript script =
                ShellParser.parse(ShellSource.mapped(text, Arrays.copyOf(toFile, text.length() + 1), run.source()));
        return new RunScript(run, script, Optional.empty(), Optional.empty());
    }
}
