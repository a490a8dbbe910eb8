package dev.drydock.edit;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * How the author of a RUN arranges its commands over lines, so that an added command looks like the others.
 *
 * @param style where the operator between commands stands
 * @param indentation the blanks before a continued command
 * @param continuation the blanks, the escape character and the line ending that break a line
 * @param semicolon what stands between two commands that run one after the other
 */
public record RunLayout(Style style, String indentation, String continuation, String semicolon) {
    /** Blanks before a continued line that are more than a step: they align it with something. */
    private static final int ALIGNED = 9;

    private static final String STEP = "    ";

    /** Where the operator between two commands stands. */
    public enum Style {
        /** All commands on one line. */
        ONE_LINE,
        /** {@code && command} on a line of its own. */
        OPERATOR_FIRST,
        /** {@code command &&} with the next command on the next line. */
        OPERATOR_LAST
    }

    /** Returns the layout of a RUN in shell form. */
    public static RunLayout of(RunInstruction run, Dockerfile file) {
        SourceText source = run.source();
        List<Token> breaks = run.leaves()
                .filter(token -> token.kind() == DockerfileTokenKind.CONTINUATION)
                .filter(token -> token.range().end() < run.code().end())
                .toList();
        String newline = source.lineEndingAt(run.code().start()).characters();
        String broken = " " + file.escapeCharacter() + newline;
        if (breaks.isEmpty()) {
            return new RunLayout(Style.ONE_LINE, STEP, broken, "; ");
        }
        Style style = Style.OPERATOR_FIRST;
        Optional<String> ofAnd = Optional.empty();
        Optional<String> ofSemicolon = Optional.empty();
        String separator = ";" + broken;
        for (Token lineBreak : breaks) {
            int next = lineBreak.range().end();
            int first = skipBlanks(source, next);
            String indentation = source.slice(new TextRange(next, first));
            boolean leads = source.text().startsWith("&&", first);
            int command = endOfLine(source, lineBreak.range());
            boolean trails = source.text().startsWith("&&", command - 2);
            if (leads || trails) {
                ofAnd = Optional.of(indentation);
                style = trails ? Style.OPERATOR_LAST : Style.OPERATOR_FIRST;
            } else if (source.text().startsWith(";", command - 1)) {
                ofSemicolon = Optional.of(indentation);
                int end = endOfLine(source, new TextRange(command - 1, command));
                separator = source.slice(new TextRange(end, next));
            }
        }
        int firstLine = breaks.get(0).range().end();
        String ofWords = step(source.slice(new TextRange(firstLine, skipBlanks(source, firstLine))));
        String indentation = ofAnd.isPresent() ? ofAnd.get() : ofSemicolon.orElse(ofWords);
        return new RunLayout(style, indentation, broken, separator + ofSemicolon.orElse(indentation));
    }

    /** Returns the blanks before a word of a list, or one step if they align it with the words above. */
    private static String step(String blanks) {
        boolean tabs = blanks.startsWith("\t");
        boolean aligned = tabs ? blanks.length() > 1 : blanks.length() >= ALIGNED;
        return aligned ? (tabs ? "\t" : STEP) : blanks;
    }

    private static int skipBlanks(SourceText source, int from) {
        int i = from;
        while (i < source.length()
                && (source.text().charAt(i) == ' ' || source.text().charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** Returns where the text of a line ends, before the blanks that lead to its end. */
    private static int endOfLine(SourceText source, TextRange lineBreak) {
        int i = lineBreak.start();
        while (i > 0 && (source.text().charAt(i - 1) == ' ' || source.text().charAt(i - 1) == '\t')) {
            i--;
        }
        return i;
    }

    /** Returns what stands between the last command and one that is to run only if it succeeded. */
    public String and() {
        return switch (style) {
            case ONE_LINE -> " && ";
            case OPERATOR_FIRST -> continuation + indentation + "&& ";
            case OPERATOR_LAST -> " &&" + continuation + indentation;
        };
    }
}
