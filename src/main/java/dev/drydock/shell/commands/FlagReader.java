package dev.drydock.shell.commands;

import dev.drydock.shell.Literal;
import dev.drydock.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads words from left to right into flags and operands. */
final class FlagReader {
    private final ContainerFlags known;
    private final List<ShellWord> words;
    private final List<ContainerCommand.Flag> flags = new ArrayList<>();
    private final List<ShellWord> operands = new ArrayList<>();
    private ShellWord lastOfLeadingFlags;
    private String unknown;
    private boolean mayHideFlags;
    private int next;

    private FlagReader(List<ShellWord> words, ContainerFlags known) {
        this.words = words;
        this.known = known;
    }

    static FlagReader read(List<ShellWord> words, ContainerFlags known) {
        FlagReader reader = new FlagReader(words, known);
        reader.read();
        return reader;
    }

    List<ContainerCommand.Flag> flags() {
        return List.copyOf(flags);
    }

    List<ShellWord> operands() {
        return List.copyOf(operands);
    }

    /** Returns the first flag that is not known; nothing is sure then. */
    Optional<String> unknown() {
        return Optional.ofNullable(unknown);
    }

    boolean mayHideFlags() {
        return mayHideFlags;
    }

    /** Returns the last word of the flags before the first operand. */
    Optional<ShellWord> lastOfLeadingFlags() {
        return Optional.ofNullable(lastOfLeadingFlags);
    }

    private void read() {
        boolean onlyOperands = false;
        while (next < words.size() && unknown == null) {
            ShellWord word = words.get(next++);
            String text = word.literalPrefix();
            if (onlyOperands) {
                operands.add(word);
            } else if (word.is("--")) {
                // Where a flag could be inserted before the dashes is not worth the trouble.
                unknown = "--";
            } else if (text.startsWith("--")) {
                longFlag(word, text);
            } else if (text.length() > 1 && text.charAt(0) == '-') {
                letters(word, text);
            } else {
                operand(word);
                onlyOperands = known.endAtOperand();
            }
            if (operands.isEmpty() && !flags.isEmpty()) {
                lastOfLeadingFlags = words.get(next - 1);
            }
        }
    }

    private void operand(ShellWord word) {
        // The last word can only be the operand itself, whatever else its variable may hold.
        boolean last = known.endAtOperand() && next == words.size();
        mayHideFlags |= !last && WrittenValue.maySplit(word) && isExpansionsOnly(word);
        operands.add(word);
    }

    /** A word such as {@code $REPOSITORY/app:$TAG} is an image, whatever its variables hold. */
    private static boolean isExpansionsOnly(ShellWord word) {
        return word.descendants(Literal.class).findAny().isEmpty();
    }

    private void longFlag(ShellWord word, String text) {
        int equals = text.indexOf('=');
        if (equals < 0 && word.hasExpansion()) {
            unknown = text;
            return;
        }
        String name = text.substring(2, equals < 0 ? text.length() : equals);
        Optional<Boolean> takesValue = known.takesValue(name);
        if (takesValue.isEmpty()) {
            unknown = text;
        } else if (equals >= 0) {
            add(name, Optional.of(WrittenValue.of(word, equals + 1)), List.of(word), true);
        } else if (takesValue.get()) {
            withNext(name, word, true);
        } else {
            add(name, Optional.empty(), List.of(word), true);
        }
    }

    private void letters(ShellWord word, String text) {
        for (int i = 1; i < text.length(); i++) {
            Optional<String> name = known.ofLetter(text.charAt(i));
            if (name.isEmpty()) {
                unknown = text;
                return;
            }
            boolean equals = i + 1 < text.length() && text.charAt(i + 1) == '=';
            boolean last = i == text.length() - 1 && !word.hasExpansion();
            boolean alone = i == 1;
            if (known.takesValue(name.get()).orElse(false)) {
                if (last) {
                    withNext(name.get(), word, alone);
                } else {
                    WrittenValue value = WrittenValue.of(word, equals ? i + 2 : i + 1);
                    add(name.get(), Optional.of(value), List.of(word), alone);
                }
                return;
            }
            if (equals) {
                add(name.get(), Optional.of(WrittenValue.of(word, i + 2)), List.of(word), alone);
                return;
            }
            add(name.get(), Optional.empty(), List.of(word), alone && last);
        }
        if (word.hasExpansion()) {
            unknown = text;
        }
    }

    private void withNext(String name, ShellWord word, boolean alone) {
        if (next >= words.size()) {
            unknown = word.literalPrefix();
            return;
        }
        ShellWord value = words.get(next++);
        add(name, Optional.of(WrittenValue.of(value, 0)), List.of(word, value), alone);
    }

    private void add(String name, Optional<WrittenValue> value, List<ShellWord> of, boolean alone) {
        flags.add(new ContainerCommand.Flag(name, value, of, alone));
    }
}
