package dev.drydock.shell;

import java.util.List;

/**
 * What a shell may expand in the unquoted characters of a word.
 *
 * <p>A bracket counts only with a closing one after it, so that {@code [} is the command; a brace counts only with a comma
 * or two dots and a closing one, so that the braces of {@code find -exec} stand for themselves.
 */
record UnquotedPatterns(boolean glob, boolean tilde, boolean braces) {

    static UnquotedPatterns of(List<WordPart> parts) {
        boolean glob = false;
        boolean bracket = false;
        boolean brace = false;
        boolean list = false;
        boolean braces = false;
        for (WordPart part : parts) {
            if (!(part instanceof Literal)) {
                continue;
            }
            String text = part.text();
            for (int i = 0; i < text.length(); i++) {
                switch (text.charAt(i)) {
                    case '*', '?' -> glob = true;
                    case '[' -> bracket = true;
                    case ']' -> glob |= bracket;
                    case '{' -> brace = true;
                    case ',' -> list |= brace;
                    case '.' -> list |= brace && text.startsWith("..", i);
                    case '}' -> braces |= list;
                    default -> {}
                }
            }
        }
        return new UnquotedPatterns(glob, startsWithTilde(parts), braces);
    }

    private static boolean startsWithTilde(List<WordPart> parts) {
        return !parts.isEmpty()
                && parts.get(0) instanceof Literal
                && parts.get(0).text().startsWith("~");
    }

    boolean any() {
        return glob || tilde || braces;
    }
}
