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
    private static final Set<String> EACH = Set.of("forEach", "each", "map", "flatMap", "each_with_index");
    private static final Set<String> INJECTING = Set.of("Value", "ConfigProperty", "Property");
    private static final Set<String> DEFAULTS = Set.of("default_value", "default_value_t", "default");
    private static final Set<String> FORMATTING = Set.of(
            "sprintf", "snprintf", "strcpy", "strncpy", "strlcpy", "strcat", "asprintf", "StringVar", "StringVarP");
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
        bindings.readLoops();
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
        } else if (sign.isSign(",")
                && lexemes.get(i + 1).isText()
                && lexemes.get(i + 1).text().startsWith("/")) {
            // set("upload_dir", "/data") and set :upload_dir, "/data"
            boolean symbol = i >= 2 && before.isWord() && lexemes.get(i - 2).isSign(":");
            if (before.isText() || (symbol && language == Language.RUBY)) {
                bind(before.text(), i + 1);
            }
        } else if (sign.isText()
                && language == Language.RUST
                && i >= 2
                && DEFAULTS.contains(lexemes.get(i - 2).text())) {
            optionOfRust(i);
        } else if (sign.isSign("(") && before.isWord() && INJECTING.contains(before.text()) && closing[i] > i) {
            injected(i);
        } else if (sign.isSign(":") || (sign.isSign("=>") && language.pairsWithArrows())) {
            // A colon at the end of a line opens a block.
            boolean block = language.endsAtLines() && lexemes.get(i + 1).startsLine();
            if (!block && (before.isWord() || before.isText())) {
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
        } else if (sign.isSign("(") && before.isWord() && FORMATTING.contains(before.text())) {
            formatted(i);
        } else if (sign.isSign("(") && closing[i] > i && lexemes.get(i + 1).isText()) {
            option(i);
        }
    }

    /** Returns where the value of a function of Rust begins, or -1: {@code fn dir() -> String { "/data".into() }}. */
    private int valueOfFunction(String name) {
        for (int i = 0; i + 2 < lexemes.size(); i++) {
            if (lexemes.get(i).isWord("fn") && lexemes.get(i + 1).isWord(name)) {
                int at = i + 2;
                while (at < Math.min(lexemes.size(), i + 20) && !lexemes.get(at).isSign("{")) {
                    at++;
                }
                return at + 1 < lexemes.size() && lexemes.get(at).isSign("{") ? at + 1 : -1;
            }
        }
        return -1;
    }

    /**
     * {@code #[arg(long, default_value = "/data")] dir: PathBuf}, and {@code #[serde(default = "dir")]}, which names a function.
     */
    private void optionOfRust(int text) {
        boolean function = false;
        for (int i = text - 1; i >= 0 && i > text - 12 && !lexemes.get(i).isSign("["); i--) {
            function |= lexemes.get(i).isWord("serde");
        }
        int value = function ? valueOfFunction(lexemes.get(text).text()) : text;
        if (value < 0) {
            return;
        }
        int at = text;
        while (at < lexemes.size() && at < text + 12 && !lexemes.get(at).isSign("]")) {
            at++;
        }
        for (int name = at + 1; name + 1 < Math.min(lexemes.size(), at + 5); name++) {
            if (lexemes.get(name).isWord() && lexemes.get(name + 1).isSign(":")) {
                bind(lexemes.get(name).text(), value);
                return;
            }
        }
    }

    /** {@code @Value("${upload.dir:/data}") private String dir;}. */
    private void injected(int bracket) {
        int text = closing[bracket] - 1;
        int at = closing[bracket] + 1;
        String name = "";
        while (at < lexemes.size() && at < bracket + 20 && lexemes.get(at).isWord()) {
            name = lexemes.get(at).text();
            at++;
        }
        if (!name.isEmpty() && lexemes.get(text).isText()) {
            bind(name, text);
        }
    }

    /** {@code snprintf(name, sizeof name, "/data/%s", id)} and {@code flag.StringVar(&name, "option", "/data", "help")}. */
    private void formatted(int bracket) {
        int name = lexemes.get(bracket + 1).isSign("&") ? bracket + 2 : bracket + 1;
        if (name >= lexemes.size() || !lexemes.get(name).isWord()) {
            return;
        }
        String target = lexemes.get(name).text();
        for (int at = name + 1; at < closing[bracket] && !lexemes.get(at).isSign(","); at++) {
            target = lexemes.get(at).isWord() ? lexemes.get(at).text() : target;
        }
        for (int at = name + 1; at < closing[bracket]; at++) {
            if (lexemes.get(at).isText() && lexemes.get(at).text().startsWith("/")) {
                bind(target, at);
                return;
            }
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
        boolean typed = language == Language.GO
                && sign >= 2
                && before.isWord()
                && lexemes.get(sign - 2).isWord()
                && !Set.of("var", "const").contains(lexemes.get(sign - 2).text());
        if (typed) {
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

    /** Binds what a loop takes one by one to what it takes it from. */
    private void readLoops() {
        for (int i = 1; i + 2 < lexemes.size(); i++) {
            Lexeme word = lexemes.get(i);
            Lexeme before = lexemes.get(i - 1);
            boolean over = (word.isWord("in") && language != Language.GO)
                    || (word.isWord("of") && language == Language.JAVASCRIPT);
            if (over && before.isWord()) {
                bind(before.text(), i + 1);
            } else if (word.isWord("range") && language == Language.GO && i >= 2) {
                if (before.isSign(":=") || before.isSign("=")) {
                    bind(lexemes.get(i - 2).text(), i + 1);
                }
            } else if (word.isWord("as") && language == Language.PHP) {
                foreach(i);
            } else if (word.isWord() && EACH.contains(word.text()) && before.isSign(".")) {
                each(i);
            }
        }
    }

    /** {@code foreach ($folders as $name => $folder)}. */
    private void foreach(int as) {
        int open = as - 1;
        while (open > 0 && open > as - 20 && !lexemes.get(open).isWord("foreach")) {
            open--;
        }
        boolean pair = as + 3 < lexemes.size() && lexemes.get(as + 2).isSign("=>");
        Lexeme name = lexemes.get(pair ? as + 3 : as + 1);
        if (lexemes.get(open).isWord("foreach") && name.isWord()) {
            bind(name.text(), open + 2);
        }
    }

    /** {@code folders.forEach(folder => ...)} and {@code folders.each do |folder|}. */
    private void each(int name) {
        int start = name - 2;
        if (start < 0) {
            return;
        }
        if (lexemes.get(start).isSign("]") || lexemes.get(start).isSign(")")) {
            while (start > 0 && closing[start] != name - 2 && start > name - 60) {
                start--;
            }
            while (start > 0
                    && lexemes.get(name - 2).isSign(")")
                    && (lexemes.get(start - 1).isWord()
                            || lexemes.get(start - 1).isSign("."))
                    && !lexemes.get(start).startsLine()) {
                start--;
            }
        }
        if (language == Language.JAVA && lexemes.get(name + 1).isSign("{")) {
            bind("it", start);
        }
        for (int at = name + 1; at < Math.min(lexemes.size(), name + 6); at++) {
            if (lexemes.get(at).isWord()
                    && !lexemes.get(at).isWord("do")
                    && !lexemes.get(at).isWord("function")) {
                bind(lexemes.get(at).text(), start);
                return;
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
