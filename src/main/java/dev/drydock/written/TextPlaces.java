package dev.drydock.written;

import dev.drydock.knowledge.Writers;
import dev.drydock.knowledge.Writers.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

    private static final int SHORTEST_NAME = 2;
    private static final Set<String> JOINING = Set.of("+", ".", "::", "->", "?.", "\\");
    /** Below these, a program finds what is there, and writes nothing. */
    private static final List<String> SYSTEM = List.of(
            "/etc/", "/usr/", "/bin/", "/sbin/", "/lib/", "/lib64/", "/proc/", "/sys/", "/dev/", "/tmp/", "/var/tmp/");
    /** Files that people make: settings, keys, pages and sources. */
    private static final List<String> NEVER_MADE = List.of(
            ".yml",
            ".yaml",
            ".toml",
            ".ini",
            ".conf",
            ".cfg",
            ".properties",
            ".env",
            ".pem",
            ".crt",
            ".key",
            ".cer",
            ".sh",
            ".py",
            ".js",
            ".mjs",
            ".rb",
            ".php",
            ".html",
            ".htm",
            ".css",
            ".ts",
            ".tsx",
            ".jsx",
            ".svg",
            ".png",
            ".ttf",
            ".ico",
            ".md",
            ".jar",
            ".so",
            ".exe");

    private static final Set<String> COMPARING = Set.of("==", "===", "!=", "!==");

    private final Language language;
    private final List<Lexeme> lexemes;
    private final int[] enclosing;
    private final int[] opening;
    private final Writers writers;

    TextPlaces(Language language, List<Lexeme> lexemes, int[] closing, Writers writers) {
        this.language = language;
        this.lexemes = lexemes;
        this.writers = writers;
        this.enclosing = Brackets.enclosing(lexemes.size(), closing);
        this.opening = opening(lexemes.size(), closing);
    }

    /** Returns, for each lexeme that closes a bracket, the index of the one that opens it, else -1. */
    private static int[] opening(int size, int[] closing) {
        int[] opened = new int[size];
        Arrays.fill(opened, -1);
        for (int i = 0; i < size; i++) {
            if (closing[i] > i && closing[i] < size) {
                opened[closing[i]] = i;
            }
        }
        return opened;
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

    /**
     * Returns where the expression begins that puts a path together of which the text at an index is the name of a data file;
     * empty if the text is no such name, or stands alone: {@code os} of {@code os.path.join(BASE, "db.sqlite3")}.
     */
    OptionalInt joinedDataFile(int i) {
        if (!writers.isDataFile(lexemes.get(i).text())) {
            return OptionalInt.empty();
        }
        int call = caller(i);
        boolean argument =
                call >= 0 && roleOf(call).filter(role -> role == Role.JOIN).isPresent();
        int begin = beginning(argument ? call : i);
        return argument || begin < i ? OptionalInt.of(begin) : OptionalInt.empty();
    }

    /** Returns the first operand of the signs that put paths together, and of the members, that lead to the one at an index. */
    private int beginning(int i) {
        int at = i;
        while (at >= 2 && lexemes.get(at - 1).kind() == Lexeme.Kind.SIGN && joins(lexemes.get(at - 1))) {
            int before = at - 2;
            if (opening[before] >= 0) {
                int bracket = opening[before];
                before = bracket > 0 && lexemes.get(bracket - 1).isWord() ? bracket - 1 : bracket;
            } else if (!lexemes.get(before).isWord() && !lexemes.get(before).isText()) {
                return at;
            }
            at = before;
        }
        return at;
    }

    private boolean joins(Lexeme sign) {
        return JOINING.contains(sign.text()) || (sign.isSign("/") && language.dividesPaths());
    }

    /**
     * Returns the name of the call, the key or the variable that gets the text at an index, where it is neither known to read
     * nor to take addresses of web pages; empty if it is, or if nothing gets it directly.
     */
    Optional<String> givenTo(int i) {
        boolean value = i >= 2
                && (lexemes.get(i - 1).isSign(":")
                        || lexemes.get(i - 1).isSign("=")
                        || lexemes.get(i - 1).isSign("=>"));
        boolean key = i + 1 < lexemes.size()
                && (lexemes.get(i + 1).isSign(":") || lexemes.get(i + 1).isSign("=>"));
        int call = caller(i);
        String path = lexemes.get(i).text();
        boolean shaped = path.length() > 1
                && !path.endsWith("/")
                && NEVER_MADE.stream().noneMatch(path::endsWith)
                && path.indexOf(Lexeme.HOLE) < 0
                && SYSTEM.stream().noneMatch(path::startsWith);
        if (!shaped || key || isAddress(i) || isCompared(i)) {
            return Optional.empty();
        }
        if (value) {
            return Optional.of(lexemes.get(i - 2).text())
                    .filter(name -> name.length() >= SHORTEST_NAME && !name.startsWith("/"));
        }
        if (isResultCalled(i)) {
            return Optional.of("what a call returns");
        }
        return call >= 0
                        && roleOf(call).isEmpty()
                        && !writers.isAddressName(lexemes.get(call).text())
                ? Optional.of(lexemes.get(call).text())
                : Optional.empty();
    }

    /** {@code require('module')('/data/x')}. */
    private boolean isResultCalled(int i) {
        int bracket = enclosing[i];
        return bracket > 0
                && lexemes.get(bracket).isSign("(")
                && lexemes.get(bracket - 1).isSign(")")
                && !lexemes.get(bracket).startsLine();
    }

    private boolean isCompared(int i) {
        return (i > 0 && COMPARING.contains(lexemes.get(i - 1).text()))
                || (i + 1 < lexemes.size()
                        && COMPARING.contains(lexemes.get(i + 1).text()));
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
