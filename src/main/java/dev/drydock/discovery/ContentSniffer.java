package dev.drydock.discovery;

import dev.drydock.dockerfile.parse.DockerfileParser;
import dev.drydock.project.FileKind;
import dev.drydock.script.Shebang;
import java.util.Locale;
import java.util.Optional;

/**
 * What the first lines of a file say about its language, for files whose name does not. Judges by the first line that
 * is neither blank nor a comment for a Dockerfile, by a key in the first column for a compose file, and by the program that
 * the first line of a script names.
 */
final class ContentSniffer {
    private ContentSniffer() {}

    /** Returns the kind of a file that starts with {@code head}, or empty if it looks like none. */
    static Optional<FileKind> kind(String head) {
        return Shebang.namesShell(head) ? Optional.of(FileKind.SHELL_SCRIPT) : containerFile(head);
    }

    /** Returns the kind of a text that starts a Dockerfile or a compose file, or empty if it starts neither. */
    static Optional<FileKind> containerFile(String head) {
        boolean first = true;
        int start = 0;
        while (start < head.length()) {
            int newline = head.indexOf('\n', start);
            int end = newline < 0 ? head.length() : newline;
            String line = head.substring(start, end);
            start = end + 1;
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            if (first && startsBuild(line)) {
                return Optional.of(FileKind.DOCKERFILE);
            }
            first = false;
            if (line.startsWith("services:")) {
                return Optional.of(FileKind.COMPOSE);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns whether a text is written for people: its first word is no instruction, and no misspelt one, which people write in
     * capitals.
     */
    static boolean isProse(String head) {
        return head.lines()
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                .findFirst()
                .map(line -> line.strip().split("\\s", 2)[0])
                .filter(word -> Character.isLetter(word.codePointAt(0))
                        && word.chars().anyMatch(Character::isLowerCase)
                        && !DockerfileParser.isKeyword(word))
                .isPresent();
    }

    /** Only comments, FROM and ARG may stand before the first stage. */
    private static boolean startsBuild(String line) {
        String upper = line.stripLeading().toUpperCase(Locale.ROOT);
        return isInstruction(upper, "FROM") || isInstruction(upper, "ARG");
    }

    private static boolean isInstruction(String line, String keyword) {
        return line.startsWith(keyword)
                && line.length() > keyword.length()
                && Character.isWhitespace(line.charAt(keyword.length()));
    }
}
