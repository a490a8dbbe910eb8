package dev.drydock.written;

import dev.drydock.knowledge.Writers;
import dev.drydock.knowledge.Writers.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which texts of a source are likely to be places that are written although no call says so: files that only programs make,
 * files below directories for data, and what code puts together as a path.
 */
final class TextPlaces {
    private static final Set<String> SETTINGS = Set.of(
            ".yml",
            ".yaml",
            ".json",
            ".toml",
            ".ini",
            ".conf",
            ".cfg",
            ".xml",
            ".properties",
            ".env",
            ".pem",
            ".crt",
            ".key",
            ".cer",
            ".sh",
            ".py",
            ".js",
            ".rb",
            ".php",
            ".html",
            ".htm",
            ".css",
            ".ts",
            ".tsx",
            ".jsx",
            ".svg",
            ".ttf",
            ".ico",
            ".md",
            ".sql");

    private static final Set<String> COMPARING = Set.of("==", "===", "!=", "!==");

    private final Language language;
    private final List<Lexeme> lexemes;
    private final int[] enclosing;
    private final Writers writers;

    TextPlaces(Language language, List<Lexeme> lexemes, int[] closing, Writers writers) {
        this.language = language;
        this.lexemes = lexemes;
        this.writers = writers;
        this.enclosing = enclosing(lexemes.size(), closing);
    }

    /** Returns, for each lexeme, the index of the innermost bracket around it, or -1. */
    private static int[] enclosing(int size, int[] closing) {
        int[] around = new int[size];
        int[] stack = new int[size + 1];
        int depth = 0;
        for (int i = 0; i < size; i++) {
            while (depth > 0 && closing[stack[depth - 1]] <= i) {
                depth--;
            }
            around[i] = depth == 0 ? -1 : stack[depth - 1];
            if (closing[i] > i) {
                stack[depth++] = i;
            }
        }
        return around;
    }

    /** Returns whether the text at an index, which starts with a slash, may be a place that is written. */
    boolean isPlace(int i, String path) {
        boolean compared = i > 0 && COMPARING.contains(lexemes.get(i - 1).text());
        if (compared || path.contains("/:") || path.length() < 2) {
            return false;
        }
        if (isAddress(i)) {
            return writers.isDataFile(path);
        }
        if (writers.isData(path)) {
            return true;
        }
        if (path.startsWith("/etc/") || isSettings(path)) {
            return false;
        }
        return isNamed(path) || isPath(i);
    }

    /** Returns whether a path says by its name that it is one of data. */
    boolean isNamed(String path) {
        return writers.isData(path) || writers.isDataFile(path) || writers.isMount(path);
    }

    private static boolean isSettings(String path) {
        return SETTINGS.stream().anyMatch(path::endsWith);
    }

    /** Returns whether the text goes to what takes addresses of web pages, by the name of the call or the key. */
    private boolean isAddress(int i) {
        boolean key = i >= 2
                && (lexemes.get(i - 1).isSign(":")
                        || lexemes.get(i - 1).isSign("=")
                        || lexemes.get(i - 1).isSign("=>"))
                && !lexemes.get(i - 2).text().isEmpty()
                && writers.isAddressName(lexemes.get(i - 2).text());
        int call = caller(i);
        return key
                || (call >= 0
                        && !isKnown(call)
                        && writers.isAddressName(lexemes.get(call).text()));
    }

    private boolean isKnown(int call) {
        return roleOf(call).filter(role -> role != Role.READS).isPresent();
    }

    private boolean isPath(int i) {
        int call = caller(i);
        return call >= 0 && isJoin(call);
    }

    /** Returns whether a call puts paths of files together; a join of JavaScript may be one of addresses. */
    private boolean isJoin(int call) {
        return language != Language.JAVASCRIPT
                && roleOf(call).filter(role -> role == Role.JOIN).isPresent();
    }

    private Optional<Role> roleOf(int call) {
        boolean member = call > 1 && lexemes.get(call - 1).kind() == Lexeme.Kind.SIGN;
        String before = member ? lexemes.get(call - 2).text() : "";
        return writers.role(language.key(), before, lexemes.get(call).text()).map(Writers.Match::role);
    }

    /** Returns the index of the name of the call that has the lexeme as an argument, or -1. */
    private int caller(int i) {
        int bracket = enclosing[i];
        boolean call = bracket > 0
                && lexemes.get(bracket).isSign("(")
                && lexemes.get(bracket - 1).isWord();
        return call ? bracket - 1 : -1;
    }
}
