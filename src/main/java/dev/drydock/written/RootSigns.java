package dev.drydock.written;

import dev.drydock.knowledge.RootUses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a source brings in, names or says that only root can use: a library for the socket of Docker, a raw socket, a device. */
final class RootSigns {
    private static final Set<String> BRINGING = Set.of("import", "using", "use", "from", "crate");
    private static final Set<String> DIVIDING = Set.of(".", "::", "\\");
    private static final String HOME = "/root/";

    private final Language language;
    private final List<Lexeme> lexemes;
    private final RootUses known;
    private final Function<String, Optional<String>> variables;
    private final List<RootUse> found = new ArrayList<>();
    private final Map<String, Integer> started = new HashMap<>();

    private RootSigns(
            Language language, List<Lexeme> lexemes, RootUses known, Function<String, Optional<String>> variables) {
        this.language = language;
        this.lexemes = lexemes;
        this.known = known;
        this.variables = variables;
    }

    static RootSigns read(
            Language language, List<Lexeme> lexemes, RootUses known, Function<String, Optional<String>> variables) {
        RootSigns signs = new RootSigns(language, lexemes, known, variables);
        for (int i = 0; i < lexemes.size(); i++) {
            signs.read(i);
        }
        return signs;
    }

    List<RootUse> uses() {
        return List.copyOf(found);
    }

    /** Returns the programs that libraries start, with the line that brings such a library in. */
    Map<String, Integer> started() {
        return Map.copyOf(started);
    }

    private void read(int i) {
        Lexeme lexeme = lexemes.get(i);
        if (lexeme.isText()) {
            if (isModule(i)) {
                module(lexeme.text(), lexeme.line());
            }
            known.ofText(lexeme.text()).ifPresent(use -> add("names " + shown(lexeme.text()), use, lexeme.line()));
            if (namesHome(lexeme.text())) {
                found.add(new RootUse(
                        "names " + shown(lexeme.text()) + ", in the home of root, which no other user may read",
                        lexeme.line(),
                        false));
            }
        } else if (lexeme.isWord()) {
            known.ofName(lexeme.text()).ifPresent(use -> add("says " + lexeme.text(), use, lexeme.line()));
            boolean brings = BRINGING.contains(lexeme.text())
                    && (lexeme.startsLine() || language == Language.RUST || isPackaged(i));
            boolean path = language == Language.RUST
                    && i + 1 < lexemes.size()
                    && lexemes.get(i + 1).isSign("::")
                    && (i == 0 || !lexemes.get(i - 1).isSign("::"));
            if (path && !isBrought(i)) {
                dotted(i, lexeme.line());
            }
            if (brings && language != Language.JAVASCRIPT && language != Language.GO) {
                dotted(i + 1, lexeme.line());
            }
        }
    }

    private static String shown(String text) {
        return text.replace(Lexeme.HOLE, '*');
    }

    /** What may also be an address of a web page says it by a hidden folder. */
    private boolean namesHome(String text) {
        return text.startsWith(HOME + ".") || (text.startsWith(HOME) && language != Language.JAVASCRIPT);
    }

    private boolean isBrought(int i) {
        return i > 0 && BRINGING.contains(lexemes.get(i - 1).text());
    }

    /** {@code export import}, {@code global using}. */
    private boolean isPackaged(int i) {
        return i > 0 && lexemes.get(i - 1).startsLine() && lexemes.get(i - 1).isWord("global");
    }

    private boolean isModule(int i) {
        if (language == Language.GO) {
            return true;
        }
        if (i == 0 || (language != Language.JAVASCRIPT && language != Language.RUBY)) {
            return false;
        }
        Lexeme before = lexemes.get(i - 1);
        Lexeme call = before.isSign("(") && i > 1 ? lexemes.get(i - 2) : before;
        return call.isWord("require") || call.isWord("import") || call.isWord("from");
    }

    /** {@code import a.b as c, d}, {@code from a.b import c}, {@code use a::b}. */
    private void dotted(int start, int line) {
        StringBuilder name = new StringBuilder();
        boolean alias = false;
        for (int at = start; at < lexemes.size() && lexemes.get(at).line() == line; at++) {
            Lexeme lexeme = lexemes.get(at);
            if (lexeme.isWord() && (lexeme.isWord("as") || lexeme.isWord("import"))) {
                alias = true;
                if (lexeme.isWord("import")) {
                    break;
                }
            } else if (lexeme.isWord() && !alias) {
                name.append(lexeme.text());
            } else if (lexeme.kind() == Lexeme.Kind.SIGN && DIVIDING.contains(lexeme.text())) {
                name.append(lexeme.text());
            } else if (lexeme.isSign(",")) {
                module(name.toString(), line);
                name.setLength(0);
                alias = false;
            } else if (!lexeme.isWord()) {
                break;
            }
        }
        module(name.toString(), line);
    }

    private void module(String name, int line) {
        known.startedBy(language.key(), name).ifPresent(program -> started.putIfAbsent(program, line));
        known.ofModule(language.key(), name).ifPresent(use -> add("uses " + name, use, line));
    }

    private void add(String what, RootUses.Use use, int line) {
        boolean elsewhere =
                use.unless().stream().anyMatch(name -> variables.apply(name).isPresent());
        if (!elsewhere) {
            found.add(new RootUse(what + " and " + use.what(), line, use.capability()));
        }
    }
}
