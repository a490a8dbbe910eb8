package dev.drydock.discovery;

import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.syntax.Problem;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a text is one from which a Dockerfile or a compose file is made, whatever its name says: a template of Go, Jinja, ERB
 * and their like, which is in the language of the file only once it is filled in.
 *
 * <p>Braces alone prove nothing, for formats of {@code docker inspect} and scripts in heredocs have them, too. A template is
 * what starts with them, or what nobody could read because of them.
 */
final class TemplateText {
    private static final List<String> OPENERS = List.of("{{", "{%", "<%");

    private TemplateText() {}

    /**
     * Returns whether a file is a template.
     *
     * @param kind a Dockerfile or a compose file
     * @param head its beginning
     * @param isWhole whether that is all of it, so that what is wrong with it is not for want of the rest
     */
    static boolean is(FileKind kind, String head, boolean isWhole) {
        return OPENERS.stream().anyMatch(head::contains)
                && (startsWithOpener(head) || (isWhole && isUnreadable(kind, head)));
    }

    private static boolean startsWithOpener(String head) {
        return head.lines()
                .map(line -> line.startsWith("\uFEFF") ? line.substring(1) : line)
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                .findFirst()
                .filter(TemplateText::isFilledIn)
                .isPresent();
    }

    private static boolean isUnreadable(FileKind kind, String text) {
        ProjectFile file = new ProjectFile(ProjectPath.of("template"), kind, SourceText.of(text));
        List<Problem> problems = kind == FileKind.DOCKERFILE
                ? file.dockerfile().problems()
                : file.yaml().problems();
        return problems.stream().filter(Problem::isError).anyMatch(problem -> isFilledIn(line(text, problem)));
    }

    private static String line(String text, Problem problem) {
        int at = Math.min(problem.range().start(), text.length());
        int end = text.indexOf('\n', at);
        return text.substring(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length() : end);
    }

    /** Returns whether a line is an instruction to whoever fills in the template, or names an image that is to be filled in. */
    private static boolean isFilledIn(String line) {
        String bare = line.strip();
        Stream<String> openers = OPENERS.stream();
        return bare.toUpperCase(Locale.ROOT).startsWith("FROM ")
                ? openers.anyMatch(bare::contains)
                : openers.anyMatch(bare::startsWith);
    }
}
