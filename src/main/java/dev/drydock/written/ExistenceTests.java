package dev.drydock.written;

import dev.drydock.knowledge.Writers;
import dev.drydock.knowledge.Writers.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places of which a source asks whether they are there, unless all that hangs on the answer is that they are made, and those
 * that it makes by a call that fails where they are there: what is made ahead of such a program makes it believe that it has run
 * before.
 */
final class ExistenceTests {
    /** How far in front of a call the words stand that negate it, and how far behind it what depends on it begins. */
    private static final int NEAR = 14;
    /** Without braces, the lines that may belong to a condition. */
    private static final int LINES = 3;

    private static final Set<String> NEGATIONS = Set.of("not", "unless", "notExists");
    private static final Set<String> CONDITIONS = Set.of("if", "unless", "elif", "elsif", "when");
    /** Calls that do nothing where the directory is there. */
    private static final Set<String> TOLERANT = Set.of(
            "MkdirAll",
            "create_dir_all",
            "createDirectories",
            "CreateDirectory",
            "mkdirs",
            "mkdir_p",
            "makedirs",
            "mkdirp",
            "mkdirpSync",
            "makeDir",
            "mkpath",
            "ensureDir",
            "ensureDirSync",
            "emptyDir",
            "emptyDirSync");
    /** Options by which a call does nothing there. */
    private static final Set<String> OPTIONS = Set.of("recursive", "exist_ok");
    /** Only with the option do these do nothing there. */
    private static final Set<String> STRICT = Set.of("makedirs");

    private static final Set<String> COMPARING = Set.of("==", "===");
    private static final Set<String> MISSING = Set.of("IsNotExist", "ErrNotExist", "nil");
    private static final Set<String> TELLS = Set.of(
            "console", "log", "logger", "logging", "print", "println", "printf", "puts", "echo", "fmt", "debug",
            "info");

    private final Language language;
    private final List<Lexeme> lexemes;
    private final int[] closing;
    private final Writers writers;
    private final Map<String, Integer> found = new HashMap<>();
    /** The places that are made where they are missing, and nothing else happens. */
    private final Set<String> guarded = new HashSet<>();
    /** The places that are made by a call that fails, or says so, where they are there. */
    private final Map<String, Integer> made = new HashMap<>();

    ExistenceTests(Language language, List<Lexeme> lexemes, int[] closing, Writers writers) {
        this.language = language;
        this.lexemes = lexemes;
        this.closing = closing;
        this.writers = writers;
    }

    /** Returns the paths with the line, from 1, of the first test. */
    Map<String, Integer> found() {
        Map<String, Integer> all = new HashMap<>(made);
        all.keySet().removeAll(guarded);
        found.forEach(all::putIfAbsent);
        return Map.copyOf(all);
    }

    /**
     * Takes a call.
     *
     * @param at the index of the name of the call, in front of its bracket
     */
    void take(String name, List<PathText> paths, int at) {
        if (!writers.testsExistence(name) || paths.isEmpty()) {
            return;
        }
        boolean harmless = onlyMakes(at);
        for (PathText path : paths) {
            if (path.isAbsolute() && harmless) {
                guarded.add(path.text());
            } else if (path.isAbsolute()) {
                found.putIfAbsent(path.text(), lexemes.get(at).line());
            }
        }
    }

    /**
     * Takes a call that makes a directory.
     *
     * @param at the index of the name of the call, in front of its bracket
     */
    void takeMaking(String name, List<PathText> paths, int at) {
        int end = at + 1 < lexemes.size() && closing[at + 1] > at + 1 ? closing[at + 1] : at;
        boolean tolerant = (TOLERANT.contains(name) && !(STRICT.contains(name) && language == Language.PYTHON))
                || lexemes.subList(at, end).stream().anyMatch(lexeme -> OPTIONS.contains(lexeme.text()));
        if (!tolerant || isAsked(at)) {
            paths.stream()
                    .filter(PathText::isAbsolute)
                    .forEach(path ->
                            made.putIfAbsent(path.text(), lexemes.get(at).line()));
        }
    }

    /** Returns whether something hangs on what a call returns: {@code if (fs.mkdirSync(...))}. */
    private boolean isAsked(int at) {
        int start = at;
        while (start >= 2
                && lexemes.get(start - 1).isSign(".")
                && lexemes.get(start - 2).isWord()) {
            start -= 2;
        }
        boolean awaited = start >= 1 && lexemes.get(start - 1).isWord("await");
        int before = awaited ? start - 2 : start - 1;
        return before >= 1
                && ((lexemes.get(before).isSign("(")
                                && CONDITIONS.contains(lexemes.get(before - 1).text()))
                        || (lexemes.get(before).isSign("=") && language == Language.JAVASCRIPT));
    }

    private boolean onlyMakes(int at) {
        int end = at + 1 < lexemes.size() && closing[at + 1] > at + 1 ? closing[at + 1] : at;
        if (!isNegated(at, end)) {
            return false;
        }
        for (int i = end + 1; i < Math.min(lexemes.size(), end + NEAR); i++) {
            Lexeme lexeme = lexemes.get(i);
            if (lexeme.isSign("{") && closing[i] > i) {
                return makesNothingElse(i + 1, closing[i]);
            }
            boolean block = lexeme.isSign(":") && language == Language.PYTHON;
            if (block || (language == Language.RUBY && lexeme.isWord())) {
                return writesNoFile(block ? i + 1 : i);
            }
            if (lexeme.isWord() && !lexeme.isWord("nil") && !MISSING.contains(lexeme.text()) && !isErr(lexeme)) {
                return makesNothingElse(i, endOfStatement(i));
            }
        }
        return false;
    }

    private static boolean isErr(Lexeme lexeme) {
        return Set.of("err", "os", "errors", "fs", "then").contains(lexeme.text()) && !lexeme.startsLine();
    }

    private boolean isNegated(int at, int end) {
        if (NEGATIONS.contains(lexemes.get(at).text())) {
            return true;
        }
        for (int i = at - 1; i >= Math.max(0, at - NEAR); i--) {
            Lexeme lexeme = lexemes.get(i);
            if (lexeme.isSign("!") || NEGATIONS.contains(lexeme.text())) {
                return true;
            }
            if (CONDITIONS.contains(lexeme.text()) || lexeme.isSign(";") || lexeme.isSign("{")) {
                break;
            }
        }
        for (int i = end + 1; i < Math.min(lexemes.size(), end + NEAR); i++) {
            if (lexemes.get(i).isSign("{")) {
                return false;
            }
            boolean compared = lexemes.get(i).isWord("false")
                    && COMPARING.contains(lexemes.get(i - 1).text());
            if (MISSING.contains(lexemes.get(i).text()) || compared) {
                return true;
            }
        }
        return false;
    }

    private int endOfStatement(int start) {
        int end = start;
        while (end < lexemes.size()
                && !lexemes.get(end).isSign(";")
                && (end == start || !lexemes.get(end).startsLine())) {
            end = closing[end] > end ? closing[end] + 1 : end + 1;
        }
        return Math.min(end, lexemes.size());
    }

    private boolean makesNothingElse(int start, int end) {
        for (int i = start; i + 1 < end; i++) {
            boolean call = lexemes.get(i).isWord() && lexemes.get(i + 1).isSign("(");
            if (call && !isHarmless(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isHarmless(int call) {
        String before = receiver(call);
        boolean tells =
                TELLS.contains(before) || TELLS.contains(lexemes.get(call).text());
        return tells
                || CONDITIONS.contains(lexemes.get(call).text())
                || role(call)
                        .filter(role -> Set.of(
                                        Role.FOLDER,
                                        Role.ON_FOLDER,
                                        Role.JOIN,
                                        Role.PARENT,
                                        Role.SAME,
                                        Role.WORKING,
                                        Role.READS)
                                .contains(role))
                        .isPresent();
    }

    private boolean writesNoFile(int start) {
        int last = lexemes.get(start - 1).line() + LINES;
        for (int i = start; i + 1 < lexemes.size() && lexemes.get(i).line() <= last; i++) {
            boolean call = lexemes.get(i).isWord() && lexemes.get(i + 1).isSign("(");
            boolean leaves = lexemes.get(i).isWord("return")
                    || lexemes.get(i).isWord("raise")
                    || lexemes.get(i).isWord("exit")
                    || lexemes.get(i).isWord("else");
            if (lexemes.get(i).startsLine() && i > start && leaves) {
                return lexemes.get(i).isWord("return");
            }
            boolean writes = call
                    && role(i).filter(role -> Set.of(
                                            Role.FILE,
                                            Role.ON_FILE,
                                            Role.MODED,
                                            Role.ON_MODED,
                                            Role.SECOND,
                                            Role.DATABASE)
                                    .contains(role))
                            .isPresent();
            if (writes) {
                return false;
            }
        }
        return true;
    }

    private Optional<Role> role(int call) {
        return writers.role(language.key(), receiver(call), lexemes.get(call).text())
                .map(Writers.Match::role);
    }

    /** The word in front of the dot before a call; empty if there is none. */
    private String receiver(int call) {
        return call >= 2
                        && lexemes.get(call - 1).kind() == Lexeme.Kind.SIGN
                        && lexemes.get(call - 2).isWord()
                ? lexemes.get(call - 2).text()
                : "";
    }
}
