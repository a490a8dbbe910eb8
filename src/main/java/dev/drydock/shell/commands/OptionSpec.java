package dev.drydock.shell.commands;

import java.util.Set;

/**
 * Which options of a tool take a value, in the conventions of POSIX and GNU.
 *
 * @param shortWithValue the letters of short options that take a value
 * @param longWithValue the names, without dashes, of long options that take a value in the next word
 * @param permutes whether options may follow operands; if not, the first operand ends the options
 * @param shortFlags the letters of all short options, so that {@code -x} of {@code chmod} is an operand; empty if any
 *     letter may be one
 * @param oneDash whether long options may be written with one dash, too
 */
public record OptionSpec(
        String shortWithValue, Set<String> longWithValue, boolean permutes, String shortFlags, boolean oneDash) {

    /** Returns a spec of a tool in which options may stand anywhere. */
    public static OptionSpec of(String shortWithValue, String... longWithValue) {
        return new OptionSpec(shortWithValue, Set.of(longWithValue), true, "", false);
    }

    /** Returns this spec for a tool in which the first operand ends the options. */
    OptionSpec untilOperand() {
        return new OptionSpec(shortWithValue, longWithValue, false, shortFlags, oneDash);
    }

    /** Returns this spec for a tool whose short options are exactly these letters. */
    OptionSpec withShortFlags(String letters) {
        return new OptionSpec(shortWithValue, longWithValue, permutes, letters, oneDash);
    }

    /** Returns this spec for a tool that takes long options after one dash, too. */
    OptionSpec withOneDash() {
        return new OptionSpec(shortWithValue, longWithValue, permutes, shortFlags, true);
    }

    /**
     * Returns whether the word is a long option after one dash, as {@code adduser} of Debian takes it: {@code -uid}. Only
     * names that take a value are known here.
     */
    boolean isLongAfterOneDash(String word) {
        int equals = word.indexOf('=');
        String name = word.substring(1, equals < 0 ? word.length() : equals);
        return oneDash && longWithValue.contains(name);
    }

    boolean takesValue(char letter) {
        return shortWithValue.indexOf(letter) >= 0;
    }

    boolean takesValue(String longName) {
        return longWithValue.contains(longName);
    }

    /** Returns whether the word is a group of short options rather than an operand that starts with a dash. */
    boolean isShortOption(String word) {
        return shortFlags.isEmpty() || shortFlags.indexOf(word.charAt(1)) >= 0;
    }
}
