package dev.drydock.edit;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.List;

/**
 * How the author of a RUN arranges its commands over lines, so that an added command looks like the others.
 *
 * @param style where the operator between commands stands
 * @param indentation the blanks before a continued command
 * @param continuation the blanks, the escape character and the line ending that break a line
 */
public record RunLayout(Style style, String indentation, String continuation) {

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
            return new RunLayout(Style.ONE_LINE, "    ", broken);
        }
        Style style = Style.OPERATOR_FIRST;
        String indentation = null;
        for (Token lineBreak : breaks) {
            int next = lineBreak.range().end();
            int first = skipBlanks(source, next);
            boolean leads = source.text().startsWith("&&", first);
            boolean trails = endsWithOperator(source, lineBreak.range());
            if (leads || trails || indentation == null) {
                indentation = source.slice(new TextRange(next, first));
            }
            if (leads || trails) {
                style = trails ? Style.OPERATOR_LAST : Style.OPERATOR_FIRST;
            }
        }
        return new RunLayout(style, indentation, broken);
    }

    private static int skipBlanks(SourceText source, int from) {
        int i = from;
        while (i < source.length()
                && (source.text().charAt(i) == ' ' || source.text().charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private static boolean endsWithOperator(SourceText source, TextRange lineBreak) {
        int i = lineBreak.start();
        while (i > 0 && (source.text().charAt(i - 1) == ' ' || source.text().charAt(i - 1) == '\t')) {
            i--;
        }
        return i >= 2 && source.text().startsWith("&&", i - 2);
    }

    /** Returns what stands between the last command and one that is to run only if it succeeded. */
    public String and() {
        return switch (style) {
            case ONE_LINE -> " && ";
            case OPERATOR_FIRST -> continuation + indentation + "&& ";
            case OPERATOR_LAST -> " &&" + continuation + indentation;
        };
    }

    /** Returns what stands between two commands of a script that goes on only while {@code set -e} lets it. */
    public String semicolon() {
        return style == Style.ONE_LINE ? "; " : ";" + continuation + indentation;
    }
}
