package dev.drydock.written;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a source says what its names mean: assignments, keys, named arguments, and arguments of its own functions. */
final class Bindings {
    private static final int MOST = 4;
    private static final int LONGEST_TYPE = 10;
    private static final Set<String> ENDS_TYPE = Set.of("(", ")", ",", "{", "}", ";", "=", ":=");
    private static final Set<String> DEFINING = Set.of("function", "def", "func", "fn", "fun");

    private final Language language;
    private final List<Lexeme> lexemes;
    private final int[] closing;
    private final Map<String, List<Integer>> starts = new LinkedHashMap<>();

    private Bindings(Language language, List<Lexeme> lexemes, int[] closing) {
        this.language = language;
        this.lexemes = lexemes;
        this.closing = closing;
    }

    static Bindings of(Language language, List<Lexeme> lexemes, int[] closing) {
        Bindings bindings = new Bindings(language, lexemes, closing);
        for (int i = 1; i + 1 < lexemes.size(); i++) {
            bindings.read(i);
        }
        bindings.readFunctions();
        return bindings;
    }

    /** Returns the names that are bound, in the order of the source. */
    Set<String> names() {
        return starts.keySet();
    }

    boolean has(String name) {
        return starts.containsKey(name);
    }

    /** Returns the indexes at which the values of a name start. */
    List<Integer> of(String name) {
        return starts.getOrDefault(name, List.of());
    }

    private void bind(String name, int start) {
        List<Integer> known = starts.computeIfAbsent(name, each -> new ArrayList<>());
        if (known.size() < MOST && start < lexemes.size()) {
            known.add(start);
        }
    }

    private void read(int i) {
        Lexeme sign = lexemes.get(i);
        Lexeme before = lexemes.get(i - 1);
        if (sign.isSign("=") || sign.isSign(":=") || sign.isSign("??=") || sign.isSign("||=")) {
            assigned(i).ifPresent(name -> bind(name, i + 1));
        } else if (sign.isSign(":") || sign.isSign("=>")) {
            if (before.isWord() || before.isText()) {
                bind(before.text(), i + 1);
            }
        } else if (sign.isWord("define")
                && before.isSign("#")
                && lexemes.get(i + 1).isWord()) {
            bind(lexemes.get(i + 1).text(), i + 2);
        } else if (sign.isSign("(")
                && before.isWord("define")
                && lexemes.get(i + 1).isText()) {
            bind(lexemes.get(i + 1).text(), i + 3);
        } else if (sign.isSign("(") && closing[i] > i && lexemes.get(i + 1).isText()) {
            option(i);
        }
    }

    /** {@code add_argument("--data-dir", default="/data")}, which is read as {@code data_dir}. */
    private void option(int bracket) {
        int end = Math.min(closing[bracket], bracket + 60);
        for (int at = bracket + 1; at + 1 < end; at++) {
            if (lexemes.get(at).isWord("default")
                    && (lexemes.get(at + 1).isSign("=") || lexemes.get(at + 1).isSign(":"))) {
                for (int name = bracket + 1; name < at; name++) {
                    String text = lexemes.get(name).text();
                    if (lexemes.get(name).isText() && text.startsWith("--")) {
                        bind(text.substring(2).replace('-', '_'), at + 2);
                    }
                }
            }
        }
    }

    /** Returns the name before an equals sign, its type passed over. */
    private Optional<String> assigned(int sign) {
        Lexeme before = lexemes.get(sign - 1);
        for (int i = sign - 1;
                i > 0
                        && i > sign - LONGEST_TYPE
                        && lexemes.get(i).line() == lexemes.get(sign).line();
                i--) {
            if (lexemes.get(i).isSign(":") && lexemes.get(i - 1).isWord()) {
                return Optional.of(lexemes.get(i - 1).text());
            }
            if (ENDS_TYPE.contains(lexemes.get(i).text())) {
                break;
            }
        }
        if (before.isSign("]") && sign >= 3 && lexemes.get(sign - 2).isText()) {
            return Optional.of(lexemes.get(sign - 2).text());
        }
        boolean pair = language == Language.GO
                && sign >= 3
                && before.isWord()
                && lexemes.get(sign - 2).isSign(",");
        if (pair && lexemes.get(sign - 3).isWord()) {
            return Optional.of(lexemes.get(sign - 3).text());
        }
        return before.isWord() ? Optional.of(before.text()) : Optional.empty();
    }

    /** Binds the parameters of functions to what they are called with. */
    private void readFunctions() {
        Map<String, List<String>> functions = new LinkedHashMap<>();
        for (int i = 0; i + 2 < lexemes.size(); i++) {
            int bracket = i + 1;
            if (lexemes.get(i).isWord()
                    && closing[bracket] > bracket
                    && lexemes.get(bracket).isSign("(")
                    && defines(i)) {
                functions.putIfAbsent(lexemes.get(i).text(), parameters(bracket));
            }
            if (lexemes.get(i).isWord()
                    && lexemes.get(i + 1).isSign("=")
                    && lexemes.get(i + 2).isSign("(")
                    && closing[i + 2] > 0) {
                int arrow = closing[i + 2] + 1;
                if (arrow < lexemes.size() && lexemes.get(arrow).isSign("=>")) {
                    functions.putIfAbsent(lexemes.get(i).text(), parameters(i + 2));
                }
            }
        }
        if (functions.isEmpty()) {
            return;
        }
        for (int i = 0; i + 1 < lexemes.size(); i++) {
            boolean call = lexemes.get(i).isWord() && lexemes.get(i + 1).isSign("(") && closing[i + 1] > i + 1;
            if (call && functions.containsKey(lexemes.get(i).text()) && !defines(i)) {
                bindArguments(i + 1, functions.get(lexemes.get(i).text()));
            }
        }
    }

    private boolean defines(int name) {
        if (name > 0
                && lexemes.get(name - 1).isWord()
                && DEFINING.contains(lexemes.get(name - 1).text())) {
            return true;
        }
        boolean typed = language == Language.JAVA || language == Language.C || language == Language.CSHARP;
        int behind = closing[name + 1] + 1;
        return typed
                && name > 0
                && lexemes.get(name - 1).isWord()
                && behind < lexemes.size()
                && (lexemes.get(behind).isSign("{") || lexemes.get(behind).isWord("throws"))
                && !lexemes.get(name - 1).isWord("new");
    }

    private List<String> parameters(int bracket) {
        boolean typeFirst = language == Language.JAVA
                || language == Language.C
                || language == Language.CSHARP
                || language == Language.PHP;
        List<String> names = new ArrayList<>();
        String name = "";
        boolean done = false;
        for (int at = bracket + 1; at <= closing[bracket] && names.size() < 8; at++) {
            Lexeme lexeme = lexemes.get(at);
            if (at == closing[bracket] || lexeme.isSign(",")) {
                names.add(name);
                name = "";
                done = false;
            } else if (lexeme.isSign(":") || lexeme.isSign("=")) {
                done = true;
            } else if (lexeme.isWord() && !done && !lexeme.isWord("mut")) {
                name = lexeme.text();
                done = !typeFirst;
            }
        }
        return names;
    }

    private void bindArguments(int bracket, List<String> parameters) {
        int index = 0;
        int start = bracket + 1;
        for (int at = start; at <= closing[bracket] && index < parameters.size(); at++) {
            if (at < closing[bracket] && closing[at] > at) {
                at = closing[at];
            } else if (at == closing[bracket] || lexemes.get(at).isSign(",")) {
                boolean there = at > start && !parameters.get(index).isEmpty();
                boolean itself = there && at == start + 1 && lexemes.get(start).isWord(parameters.get(index));
                if (there && !itself) {
                    bind(parameters.get(index), start);
                }
                index++;
                start = at + 1;
            }
        }
    }
}
