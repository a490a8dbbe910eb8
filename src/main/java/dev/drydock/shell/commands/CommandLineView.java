package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words of a command sorted into options, with their values, and operands. */
public final class CommandLineView {

    /**
     * One option. Several short ones may stand in one word.
     *
     * @param name with its dashes, as written: {@code -y}, {@code --yes}
     * @param value after quote removal; empty if there is none or it is known only at run time
     * @param word the word with the name
     * @param valueWord the word with the value: the same word, or the next; empty if the option has no value
     * @param operandsBefore how many operands stand before it
     */
    public record Option(
            String name, Optional<String> value, ShellWord word, Optional<ShellWord> valueWord, int operandsBefore) {

        public boolean is(String... names) {
            return Arrays.asList(names).contains(name);
        }
    }

    private final List<Option> options;
    private final List<ShellWord> operands;
    private final boolean mayHideOptions;

    private CommandLineView(List<Option> options, List<ShellWord> operands, boolean mayHideOptions) {
        this.options = List.copyOf(options);
        this.operands = List.copyOf(operands);
        this.mayHideOptions = mayHideOptions;
    }

    public static CommandLineView of(List<ShellWord> arguments, OptionSpec spec) {
        return new Reader(arguments, spec).read();
    }

    public List<Option> options() {
        return options;
    }

    public List<ShellWord> operands() {
        return operands;
    }

    /** Returns whether a word is known only at run time and might be an option, as {@code $OPTS} might. */
    public boolean mayHideOptions() {
        return mayHideOptions;
    }

    /** Returns whether one of the options is there. */
    public boolean has(String... names) {
        return options.stream().anyMatch(option -> option.is(names));
    }

    /** Returns the options with one of these names, in order. */
    public List<Option> all(String... names) {
        return options.stream().filter(option -> option.is(names)).toList();
    }

    /** Returns the last of the options with one of these names. */
    public Optional<Option> last(String... names) {
        return options.stream().filter(option -> option.is(names)).reduce((first, second) -> second);
    }

    /** Returns the value of the last of the options with one of these names. */
    public Optional<String> value(String... names) {
        return last(names).flatMap(Option::value);
    }

    /** Reads words from left to right. */
    private static final class Reader {
        private final List<ShellWord> words;
        private final OptionSpec spec;
        private final List<Option> options = new ArrayList<>();
        private final List<ShellWord> operands = new ArrayList<>();
        private boolean mayHideOptions;
        private int next;

        Reader(List<ShellWord> words, OptionSpec spec) {
            this.words = words;
            this.spec = spec;
        }

        CommandLineView read() {
            boolean onlyOperands = false;
            while (next < words.size()) {
                ShellWord word = words.get(next++);
                String text = word.literalPrefix();
                if (onlyOperands) {
                    operands.add(word);
                } else if (word.is("--")) {
                    onlyOperands = true;
                } else if (text.startsWith("--")) {
                    longOption(word, text, 0);
                } else if (text.startsWith("-") && spec.isLongAfterOneDash(text)) {
                    longOption(word, "-" + text, 1);
                } else if (text.length() > 1 && text.charAt(0) == '-' && spec.isShortOption(text)) {
                    shortOptions(word, text);
                } else {
                    mayHideOptions |= text.isEmpty() && word.hasExpansion();
                    operands.add(word);
                    onlyOperands = !spec.permutes();
                }
            }
            return new CommandLineView(options, operands, mayHideOptions);
        }

        /** Reads a long option; {@code text} has {@code added} dashes more than the word. */
        private void longOption(ShellWord word, String text, int added) {
            int equals = text.indexOf('=');
            if (equals >= 0) {
                add(text.substring(0, equals), attached(word, equals + 1 - added), word, Optional.of(word));
            } else if (word.hasExpansion()) {
                mayHideOptions = true;
                add(text, Optional.empty(), word, Optional.of(word));
            } else if (spec.takesValue(text.substring(2))) {
                addWithNext(text, word);
            } else {
                add(text, Optional.empty(), word, Optional.empty());
            }
        }

        private void shortOptions(ShellWord word, String text) {
            for (int i = 1; i < text.length(); i++) {
                String name = "-" + text.charAt(i);
                boolean last = i == text.length() - 1 && !word.hasExpansion();
                boolean equals = i + 1 < text.length() && text.charAt(i + 1) == '=';
                if (spec.takesValue(text.charAt(i)) && last) {
                    addWithNext(name, word);
                } else if (spec.takesValue(text.charAt(i)) || equals) {
                    boolean skip = equals && !spec.takesValue(text.charAt(i));
                    add(name, attached(word, i + (skip ? 2 : 1)), word, Optional.of(word));
                    return;
                } else {
                    add(name, Optional.empty(), word, Optional.empty());
                }
            }
            mayHideOptions |= word.hasExpansion();
        }

        private static Optional<String> attached(ShellWord word, int from) {
            return word.literalValue().map(value -> value.substring(from));
        }

        private void addWithNext(String name, ShellWord word) {
            Optional<ShellWord> value = next < words.size() ? Optional.of(words.get(next++)) : Optional.empty();
            add(name, value.flatMap(ShellWord::literalValue), word, value);
        }

        private void add(String name, Optional<String> value, ShellWord word, Optional<ShellWord> valueWord) {
            options.add(new Option(name, value, word, valueWord, operands.size()));
        }
    }
}
