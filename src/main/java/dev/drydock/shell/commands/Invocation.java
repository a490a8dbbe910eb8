package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The program that a command really runs, behind {@code sudo}, {@code env}, {@code time} and their like.
 *
 * <p>What {@code sh -c} or {@code eval} run is text, and is not looked into: they are the program then.
 *
 * @param command the whole command
 * @param program the last part of the program's path; empty if there is no word, or it is known only at run time
 * @param programWord the word that names the program
 * @param wrappers the names of the commands around it, outermost first, for example {@code [sudo, env]}
 * @param wrapperWords all words before the program: the wrappers, their options, operands and assignments
 * @param environment the variables set for the program alone; empty if there is no program
 * @param arguments the words after the program
 */
public record Invocation(
        SimpleCommand command,
        Optional<String> program,
        Optional<ShellWord> programWord,
        List<String> wrappers,
        List<ShellWord> wrapperWords,
        List<EnvironmentSetting> environment,
        List<ShellWord> arguments) {

    public Invocation {
        wrappers = List.copyOf(wrappers);
        wrapperWords = List.copyOf(wrapperWords);
        environment = List.copyOf(environment);
        arguments = List.copyOf(arguments);
    }

    /** Returns what a command runs; always the same object for one command. */
    public static Invocation of(SimpleCommand command) {
        return command.reading(Invocation.class, words -> new Reader(words).read());
    }

    /** Returns whether the program is one of these. */
    public boolean runs(String... programs) {
        return program.isPresent() && Arrays.asList(programs).contains(program.get());
    }

    /** Returns whether the words come from {@code xargs}, which adds operands that are not in the text. */
    public boolean hasHiddenOperands() {
        return wrappers.contains("xargs");
    }

    /** Takes off one wrapper after the other. */
    private static final class Reader {
        private final SimpleCommand command;
        private final List<ShellWord> words;
        private final List<String> wrappers = new ArrayList<>();
        private final List<EnvironmentSetting> environment = new ArrayList<>();
        private int start;

        Reader(SimpleCommand command) {
            this.command = command;
            this.words = command.words();
        }

        Invocation read() {
            if (!words.isEmpty()) {
                command.assignments()
                        .forEach(set -> environment.add(new EnvironmentSetting(set.name(), set.staticValue(), set)));
            }
            while (start < words.size() && unwrap()) {
                // One more wrapper is off.
            }
            boolean found = start < words.size();
            return new Invocation(
                    command,
                    found ? programAt(start) : Optional.empty(),
                    found ? Optional.of(words.get(start)) : Optional.empty(),
                    wrappers,
                    words.subList(0, start),
                    environment,
                    found ? words.subList(start + 1, words.size()) : List.of());
        }

        private Optional<String> programAt(int index) {
            return words.get(index).staticValue().map(path -> path.substring(path.lastIndexOf('/') + 1));
        }

        private boolean unwrap() {
            Optional<String> name = programAt(start);
            Optional<Wrappers.Wrapper> wrapper = name.flatMap(Wrappers::named);
            if (wrapper.isEmpty()) {
                return false;
            }
            CommandLineView line = CommandLineView.of(
                    words.subList(start + 1, words.size()), wrapper.get().options());
            boolean query = name.get().equals("command") && line.has("-v", "-V");
            boolean text = name.get().equals("env") && line.has("-S", "--split-string");
            int operand = wrapper.get().operands();
            List<ShellWord> operands = line.operands();
            List<EnvironmentSetting> settings = new ArrayList<>();
            while (wrapper.get().assignments() && operand < operands.size() && isSetting(operands.get(operand))) {
                settings.add(setting(operands.get(operand++)));
            }
            if (query || text || operand >= operands.size()) {
                return false;
            }
            wrappers.add(name.get());
            environment.addAll(settings);
            start = words.size() - (operands.size() - operand);
            return true;
        }

        private static boolean isSetting(ShellWord word) {
            int equals = word.literalPrefix().indexOf('=');
            if (equals <= 0) {
                return false;
            }
            return word.literalPrefix()
                    .chars()
                    .limit(equals)
                    .allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
        }

        private static EnvironmentSetting setting(ShellWord word) {
            int equals = word.literalPrefix().indexOf('=');
            return new EnvironmentSetting(
                    word.literalPrefix().substring(0, equals),
                    word.literalValue().map(value -> value.substring(equals + 1)),
                    word);
        }
    }
}
