package dev.drydock.transform.builtin;

import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.text.WholeWords;

/** Whether a text speaks of a name. Text, not syntax: a name in quotes, in a script or in a comment is one too. */
public final class Mentions {
    private static final String PUBLIC_HALF = ".pub";

    private Mentions() {}

    /** Returns whether the name stands in the text as a word of its own. */
    public static boolean word(String text, String name) {
        return WholeWords.contains(text, name);
    }

    /** Returns whether the text speaks of a file by its name; {@code id_rsa.pub} is another file than {@code id_rsa}. */
    public static boolean file(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            if (!text.startsWith(PUBLIC_HALF, at + name.length())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the text expands the variable: {@code $NAME} or <code>${NAME</code>. */
    public static boolean variable(String text, String name) {
        for (int at = text.indexOf(name); at > 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean dollar =
                    text.charAt(at - 1) == '$' || (text.charAt(at - 1) == '{' && at > 1 && text.charAt(at - 2) == '$');
            if (dollar && (end == text.length() || !isNameCharacter(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** Returns all that an instruction says: its joined line and its here-documents. */
    public static String speech(Instruction instruction) {
        StringBuilder text = new StringBuilder(instruction.logicalLine().text());
        instruction.heredocs().stream()
                .map(Heredoc::text)
                .forEach(body -> text.append('\n').append(body));
        return text.toString();
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
