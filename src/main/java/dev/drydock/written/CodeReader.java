package dev.drydock.written;

import dev.drydock.knowledge.Writers;
import dev.drydock.knowledge.Writers.Role;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.PrivilegedPort;
import dev.drydock.written.WrittenPlace.Certainty;
import dev.drydock.written.WrittenPlace.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads one source: follows constants, joined paths and defaults of variables to the calls that write. Each operand is
 * evaluated once, so the time grows with the length of the source.
 */
final class CodeReader {
    private static final int DEEPEST = 60;
    private static final int MOST_VALUES = 4;
    private static final int MOST_ARGUMENTS = 12;
    private static final Set<String> DOTS = Set.of(".", "?.", "::", "->", "!!");
    private static final Set<String> PREFIXES = Set.of(
            "new", "await", "return", "const", "let", "var", "move", "not", "final", "in", "yield", "throw", "else");
    private static final Set<String> SEPARATORS = Set.of(
            "sep",
            "PathSeparator",
            "separator",
            "separatorChar",
            "DIRECTORY_SEPARATOR",
            "DirectorySeparatorChar",
            "pathSeparator");
    private static final Set<String> FUNCTIONS = Set.of("func", "function", "fn");
    private static final Set<String> RUBY_WORDS =
            Set.of("if", "unless", "do", "and", "or", "then", "end", "rescue", "while", "until");
    private static final Set<String> PATH_ARGUMENTS = Set.of(
            "path",
            "dir",
            "file",
            "filename",
            "folder",
            "directory",
            "name",
            "database",
            "db_path",
            "uri",
            "fname",
            "fp");
    private static final Set<String> ENVIRONMENTS = Set.of("environ", "env", "ENV", "_ENV", "_SERVER");
    /** Stands for an operand that is being evaluated; no operand ends before the first lexeme. */
    private static final Result PENDING = new Result(List.of(), -1);

    private record Result(List<PathText> values, int next) {}

    /**
     * A place that settings say which are not there to be read.
     *
     * @param name what the source calls it
     */
    record Unclear(String name, int line) {}

    /**
     * A path that a call or a key gets of which nothing is known.
     *
     * @param name what the source calls it
     */
    record Given(String path, String name, int line) {}

    /** An argument of a call: its name, if it has one, and where it stands. */
    private record Argument(String name, int start, int end) {}

    private final Language language;
    private final Surroundings surroundings;
    private final Writers writers;
    private final List<Lexeme> lexemes;
    private final int[] closing;
    private final Bindings bindings;
    private final Result[] operands;
    private final Map<String, List<PathText>> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final BitSet read = new BitSet();
    private final List<Write> writes = new ArrayList<>();
    private final List<RootUse> rootUses = new ArrayList<>();
    private final Map<String, Integer> started = new HashMap<>();
    private final List<Unclear> unclear = new ArrayList<>();
    private final List<Given> given = new ArrayList<>();
    private final Set<String> readPlaces = new HashSet<>();
    private final Set<Integer> opened = new TreeSet<>();
    private boolean opensUnknown;
    /** The first line that writes to a place which nothing here says; 0 if there is none. */
    private int unknownLine;

    private final Set<String> streams = new HashSet<>();
    private final LoadedSettings loads;
    private final Aliases aliases;
    private final CalledPort ports;
    private final ExistenceTests tests;
    private int depth;

    CodeReader(Language language, List<Lexeme> lexemes, Surroundings surroundings) {
        this.language = language;
        this.surroundings = surroundings;
        this.writers = surroundings.writers();
        this.lexemes = lexemes;
        this.closing = Brackets.match(lexemes);
        this.bindings = Bindings.of(language, lexemes, closing);
        this.operands = new Result[lexemes.size() + 1];
        this.tests = new ExistenceTests(language, lexemes, closing, writers);
        this.aliases = Aliases.of(language, lexemes);
        this.loads = new LoadedSettings(language, lexemes, bindings, surroundings);
        this.ports = new CalledPort(lexemes, bindings, surroundings.variables());
    }

    /** Returns what the source does that only root may, after {@link #writes} has read it. */
    List<RootUse> rootUses() {
        return List.copyOf(rootUses);
    }

    /** Returns the places that only settings name which are not there, after {@link #writes} has read the source. */
    List<Unclear> unclear() {
        return List.copyOf(unclear);
    }

    /** Returns the line that writes to a place which the command line may say, after {@link #writes} has read it; 0 if none does. */
    int writesArguments() {
        boolean reads = lexemes.stream()
                .anyMatch(lexeme -> !lexeme.isSign(lexeme.text()) && writers.namesArguments(lexeme.text()));
        return reads ? unknownLine : 0;
    }

    /** Returns the programs that the source starts, with the line that does, after {@link #writes} has read it. */
    Map<String, Integer> started() {
        return Map.copyOf(started);
    }

    /** Returns the paths that go where nobody knows what happens to them, after {@link #writes} has read the source. */
    List<Given> given() {
        return List.copyOf(given);
    }

    /** Returns the absolute paths that the source only reads, after {@link #writes} has read it. */
    Set<String> readPlaces() {
        return Set.copyOf(readPlaces);
    }

    /** Returns the places that the source tests for, with the line of the test, after {@link #writes} has read it. */
    Map<String, Integer> tested() {
        return tests.found();
    }

    Language language() {
        return language;
    }

    /** Returns the ports that the source opens, after {@link #writes} has read it; empty if one of them is not known. */
    Optional<Set<Integer>> opened() {
        return opensUnknown ? Optional.empty() : Optional.of(opened);
    }

    /** Returns what the source writes, in its order. */
    List<Write> writes() {
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            boolean member = i > 0
                    && DOTS.contains(lexemes.get(i - 1).text())
                    && lexemes.get(i - 1).kind() == Lexeme.Kind.SIGN;
            if ((lexeme.isWord() && (!member || language == Language.PHP)) || (lexeme.isSign("(") && isGroup(i))) {
                operand(i);
            }
            if (lexeme.isWord()) {
                declaration(i);
            }
        }
        readNames();
        readTexts();
        if (language == Language.GO) {
            readAddresses();
        }
        return List.copyOf(writes);
    }

    /** {@code http.Server{Addr: ":https"}}, whose call to listen says no port. */
    private void readAddresses() {
        for (int start : bindings.of("Addr")) {
            ports.of("", start, start + 1)
                    .filter(PrivilegedPort::is)
                    .ifPresent(port ->
                            rootUses.add(RootUse.port(port, lexemes.get(start).line())));
        }
    }

    /** Returns whether a parenthesis opens a group rather than the arguments of a call. */
    private boolean isGroup(int i) {
        return i == 0
                || (language.endsAtLines() && lexemes.get(i).startsLine())
                || (lexemes.get(i - 1).kind() == Lexeme.Kind.SIGN
                        && ")]!>".indexOf(lexemes.get(i - 1).text().charAt(0)) < 0);
    }

    /** Returns whether something stands before a text that makes it the end of a path. */
    private boolean isJoined(int i) {
        return i > 0
                && (lexemes.get(i - 1).isSign("+")
                        || lexemes.get(i - 1).isSign(".")
                        || lexemes.get(i - 1).isSign("/"));
    }

    /** Returns the names of the shell scripts that texts of this source mention. */
    Set<String> scripts() {
        Set<String> names = new LinkedHashSet<>();
        for (Lexeme lexeme : lexemes) {
            int end = lexeme.isText() ? lexeme.text().indexOf(".sh") : -1;
            if (end > 0) {
                String path = lexeme.text().substring(0, end + ".sh".length());
                names.add(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(' ')) + 1));
            }
        }
        return names;
    }

    /** Returns the names to which this source gives a meaning. */
    Set<String> names() {
        return bindings.names();
    }

    /** Returns what a name of this source means. */
    List<PathText> meaning(String name) {
        List<PathText> before = known.get(name);
        if (before != null) {
            return before;
        }
        if (!open.add(name)) {
            return List.of();
        }
        Set<PathText> values = new LinkedHashSet<>();
        for (int start : bindings.of(name)) {
            values.addAll(expression(start).values());
        }
        open.remove(name);
        List<PathText> found = values.stream().limit(MOST_VALUES).toList();
        known.put(name, found);
        return found;
    }

    /** Returns what a function of this source returns, of a language that puts its body into braces. */
    private List<PathText> returned(String name) {
        String key = name + "()";
        if (known.containsKey(key) || !open.add(key)) {
            return known.getOrDefault(key, List.of());
        }
        List<PathText> found = new ArrayList<>();
        for (int i = 0; i + 2 < lexemes.size(); i++) {
            boolean defines = lexemes.get(i).isWord()
                    && FUNCTIONS.contains(lexemes.get(i).text())
                    && lexemes.get(i + 1).isWord(name)
                    && lexemes.get(i + 2).isSign("(")
                    && closing[i + 2] > 0;
            int body = defines ? bodyBehind(closing[i + 2] + 1) : -1;
            for (int at = body; at >= 0 && at < closing[body]; at++) {
                if (lexemes.get(at).isWord("return")) {
                    found.addAll(expression(at + 1).values());
                }
            }
        }
        open.remove(key);
        List<PathText> few = found.stream().distinct().limit(MOST_VALUES).toList();
        known.put(key, few);
        return few;
    }

    private int bodyBehind(int start) {
        for (int at = start; at < Math.min(lexemes.size(), start + 10); at++) {
            if (lexemes.get(at).isSign("{") && closing[at] > at) {
                return at;
            }
        }
        return -1;
    }

    private List<PathText> lookup(String name) {
        List<PathText> here = meaning(name);
        return here.isEmpty() && !bindings.has(name) ? surroundings.elsewhere().apply(name) : here;
    }

    /** {@code std::ofstream out("/data/x")}. */
    private void declaration(int i) {
        boolean declares = writers.role(language.key(), "", lexemes.get(i).text())
                .filter(match -> match.role() == Role.DECLARES)
                .isPresent();
        if (declares && i + 1 < lexemes.size() && lexemes.get(i + 1).isWord()) {
            streams.add(lexemes.get(i + 1).text());
        }
        if (declares && i + 2 < lexemes.size() && lexemes.get(i + 1).isWord() && closing[i + 2] > i + 2) {
            expression(i + 3).values().forEach(path -> add(path, Kind.FILE, Certainty.CERTAIN, i));
        }
    }

    /** What variables and keys say by their names. */
    private void readNames() {
        RouterTexts router = new RouterTexts(lexemes, closing, writers);
        for (String name : bindings.names()) {
            for (int start : bindings.of(name)) {
                for (PathText path : valuesOrResult(name, start)) {
                    boolean names = path.isAbsolute()
                            ? writers.namesWritten(name, path.text())
                            : surroundings.working().asks(path) && writers.namesWrittenPlace(name, path.text());
                    boolean address = names
                            && !writers.isData(path.text())
                            && !writers.isMount(path.text())
                            && !writers.isDataFile(path.text())
                            && (router.holds(start) || router.takes(name));
                    if (names && !address && !writers.isNever(path.text())) {
                        add(path, kindOf(name, path), Certainty.LIKELY, start);
                    }
                }
            }
        }
    }

    private Kind kindOf(String name, PathText path) {
        return writers.namesFile(name, path.text()) ? WrittenPlace.fileNamed(name) : Kind.UNCLEAR;
    }

    /** The values of an expression; of a function without a name, the paths that it names. */
    private List<PathText> valuesOrResult(String name, int start) {
        List<PathText> values = expression(start).values();
        boolean function = language == Language.JAVASCRIPT && values.isEmpty() && writers.namesWritten(name, "");
        int body = function ? arrowBody(start) : -1;
        if (body < 0) {
            return values;
        }
        List<PathText> named = new ArrayList<>();
        int line = lexemes.get(start).line();
        for (int i = body;
                i < Math.min(lexemes.size(), body + 30) && lexemes.get(i).line() < line + 6;
                i++) {
            if (lexemes.get(i).isText() && lexemes.get(i).text().startsWith("/")) {
                named.addAll(text(lexemes.get(i)));
            } else if (lexemes.get(i).isSign(":") && lexemes.get(i).line() > line) {
                break;
            }
        }
        return named;
    }

    private int arrowBody(int start) {
        boolean function = lexemes.get(start).isWord("function");
        int bracket = function ? start + 1 : start;
        boolean parameters = bracket + 1 < lexemes.size()
                && lexemes.get(bracket).isSign("(")
                && closing[bracket] > 0
                && closing[bracket] + 1 < lexemes.size();
        return parameters && (function || lexemes.get(closing[bracket] + 1).isSign("=>")) ? closing[bracket] + 1 : -1;
    }

    /** What texts say by themselves: addresses of databases, and files below folders for data. */
    private void readTexts() {
        TextPlaces places = new TextPlaces(language, lexemes, closing, writers);
        RouterTexts router = new RouterTexts(lexemes, closing, writers);
        TreeSet<String> certain = new TreeSet<>();
        writes.stream()
                .filter(write -> write.certainty() == Certainty.CERTAIN)
                .forEach(write -> certain.add(write.path().text()));
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            if (!lexeme.isText() || lexeme.text().length() > 400) {
                continue;
            }
            OptionalInt joined = read.get(i) ? OptionalInt.empty() : places.joinedDataFile(i);
            if (joined.isPresent()) {
                for (PathText path : expression(joined.getAsInt()).values()) {
                    if (path.isAbsolute() && !path.open() && writers.isDataFile(path.text())) {
                        add(path, Kind.UNCLEAR, Certainty.LIKELY, i);
                    }
                }
            }
            if (lexeme.text().startsWith("/")) {
                for (PathText path : isJoined(i) ? List.<PathText>of() : text(lexeme)) {
                    // The beginning of a path that is written is no place of its own.
                    String more = certain.ceiling(path.text() + "/");
                    boolean begins = more != null && more.startsWith(path.text() + "/") && !places.isNamed(path.text());
                    if (read.get(i)) {
                        readPlaces.add(path.text());
                    }
                    if (read.get(i) || begins || writers.isNever(path.text())) {
                        continue;
                    }
                    if (places.isPlace(i, path.text())) {
                        add(path, Kind.UNCLEAR, Certainty.LIKELY, i);
                    } else if (path.isPlausible() && !certain.contains(path.text()) && !router.holds(i)) {
                        int line = lexeme.line();
                        places.givenTo(i).ifPresent(name -> given.add(new Given(path.text(), name, line)));
                    }
                }
            } else if (!read.get(i) && joined.isEmpty() && isNamedBeside(lexeme)) {
                add(PathText.of(lexeme.text()), Kind.UNCLEAR, Certainty.LIKELY, i);
            } else if (lexeme.text().startsWith("unix:") && language != Language.GO) {
                int slash = lexeme.text().indexOf('/');
                String socket =
                        slash < 0 ? "" : ContainerPath.normalise(lexeme.text().substring(slash));
                if (!socket.isEmpty() && !writers.isNever(socket)) {
                    add(PathText.of(socket), Kind.DATABASE, Certainty.LIKELY, i);
                }
            } else if (lexeme.text().indexOf(':') > 0 || lexeme.text().indexOf('=') > 0) {
                for (PathText address : expression(i).values()) {
                    int line = i;
                    writers.databaseFile(address.text()).ifPresent(file -> {
                        add(new PathText(file, address.open()), Kind.DATABASE, Certainty.CERTAIN, line);
                        // Three slashes begin a relative path for SQLAlchemy, an absolute one for all others.
                        if (language != Language.PYTHON
                                && address.text().startsWith("sqlite:///")
                                && !file.startsWith("/")) {
                            add(new PathText("/" + file, address.open()), Kind.DATABASE, Certainty.CERTAIN, line);
                        }
                    });
                }
            }
        }
    }

    /** Returns whether a text is the name of a file that only programs make, in a working folder that stays with root. */
    private boolean isNamedBeside(Lexeme text) {
        String name = ApplicationReader.fileName(text.text());
        return surroundings.working().asks(PathText.of(text.text()))
                && writers.isDataFile(name)
                && name.lastIndexOf('.') > 0
                // More dots are those of a module.
                && name.indexOf('.') == name.lastIndexOf('.')
                && text.text().indexOf(':') < 0
                && !writers.isBuildFile(name);
    }

    private void add(PathText whole, Kind kind, Certainty certainty, int at) {
        PathText path = whole.withoutPlaceholders();
        if (path.isPlausible()) {
            writes.add(new Write(path, kind, certainty, lexemes.get(at).line()));
        }
    }

    private Result expression(int start) {
        Result left = operand(start);
        List<PathText> values = left.values();
        int at = left.next();
        while (at < lexemes.size() && at > start) {
            Lexeme sign = lexemes.get(at);
            if (sign.isSign("+") || (language == Language.PHP && sign.isSign("."))) {
                Result right = operand(at + 1);
                values = then(values, right.values());
                at = Math.max(right.next(), at + 1);
            } else if (sign.isSign("/") && language.dividesPaths()) {
                Result right = operand(at + 1);
                values = below(values, right.values());
                at = Math.max(right.next(), at + 1);
            } else if (sign.isSign("||") || sign.isSign("??") || sign.isSign("?:") || sign.isWord("or")) {
                Result right = operand(at + 1);
                values = either(values, right.values());
                at = Math.max(right.next(), at + 1);
            } else if (sign.isSign("?") && language != Language.PYTHON) {
                Result first = operand(at + 1);
                int colon = first.next();
                if (colon >= lexemes.size() || !lexemes.get(colon).isSign(":")) {
                    break;
                }
                Result second = operand(colon + 1);
                values = either(first.values(), second.values());
                at = Math.max(second.next(), colon + 1);
            } else if (sign.isWord("if") && language == Language.PYTHON && !sign.startsLine()) {
                int other = at;
                while (other < lexemes.size()
                        && other < at + 20
                        && !lexemes.get(other).isWord("else")) {
                    other++;
                }
                if (other >= lexemes.size() || !lexemes.get(other).isWord("else")) {
                    break;
                }
                Result second = operand(other + 1);
                values = either(values, second.values());
                at = Math.max(second.next(), other + 1);
            } else {
                break;
            }
        }
        return new Result(values, at);
    }

    private Result operand(int i) {
        if (i >= lexemes.size() || depth > DEEPEST) {
            return new Result(List.of(), i);
        }
        if (operands[i] == null) {
            operands[i] = PENDING;
            depth++;
            operands[i] = evaluate(i);
            depth--;
        }
        return operands[i].next() < 0 ? new Result(List.of(), i) : operands[i];
    }

    private Result evaluate(int i) {
        Lexeme lexeme = lexemes.get(i);
        if (lexeme.isSign("(") && closing[i] > i) {
            Result inner = expression(i + 1);
            int next = closing[i] + 1;
            if (language == Language.PYTHON
                    && inner.next() < lexemes.size()
                    && lexemes.get(inner.next()).isSign(",")) {
                List<PathText> all = ofTuple(i);
                return chain("", "", all, all, next);
            }
            boolean cast = inner.values().isEmpty()
                    && next < lexemes.size()
                    && (lexemes.get(next).isText() || lexemes.get(next).isWord())
                    && !lexemes.get(next).startsLine();
            return cast ? operand(next) : chain("", "", inner.values(), inner.values(), next);
        }
        if (lexeme.isText()) {
            int list = i + 4;
            if (language == Language.PYTHON
                    && list < lexemes.size()
                    && lexemes.get(i + 2).isWord("join")
                    && (lexemes.get(list).isSign("[") || lexemes.get(list).isSign("("))
                    && closing[list] > list
                    && closing[i + 3] == closing[list] + 1) {
                List<PathText> joined = joinedList(list, lexeme.text());
                return chain("", "", joined, joined, closing[list] + 2);
            }
            List<PathText> values = text(lexeme);
            int next = i + 1;
            while (language.joinsTexts()
                    && next < lexemes.size()
                    && lexemes.get(next).isText()
                    && !lexemes.get(next).startsLine()) {
                values = then(values, text(lexemes.get(next)));
                next++;
            }
            return chain("", "", values, values, next);
        }
        if (lexeme.isWord()) {
            if (PREFIXES.contains(lexeme.text())) {
                return operand(i + 1);
            }
            String name = lexeme.text();
            List<PathText> special = special(name);
            return chain("", name, List.of(), special.isEmpty() ? lookup(name) : special, i + 1);
        }
        boolean skipped = lexeme.isSign("&") || lexeme.isSign("*") || lexeme.isSign("!") || lexeme.isSign("@");
        if (skipped) {
            return operand(i + 1);
        }
        if (lexeme.isSign("[") && closing[i] == i + 1) {
            int brace = braceBehind(i + 2);
            return brace < 0
                    ? new Result(List.of(), i + 2)
                    : chain("", "", elements(brace), elements(brace), closing[brace] + 1);
        }
        if (lexeme.isSign("[") && closing[i] > i && isJoinOfList(closing[i] + 1)) {
            int separator = closing[i] + 4;
            List<PathText> joined = joinedList(i, lexemes.get(separator).text());
            return chain("", "", joined, joined, separator + 2);
        }
        if ((lexeme.isSign("[") || lexeme.isSign("{")) && closing[i] > i) {
            List<PathText> elements = elements(i);
            return chain("", "", elements, elements, closing[i] + 1);
        }
        return new Result(List.of(), closing[i] > i ? closing[i] + 1 : i);
    }

    /** All that a tuple holds, if that is few and known; otherwise what of it is a path by itself. */
    private List<PathText> ofTuple(int bracket) {
        List<Argument> parts = arguments(bracket);
        List<PathText> all = new ArrayList<>();
        for (Argument part : parts) {
            List<PathText> values = expression(part.start()).values();
            if (values.isEmpty() || all.size() + values.size() > MOST_VALUES) {
                return elements(bracket);
            }
            all.addAll(values);
        }
        return all;
    }

    /** {@code ['', 'data', name].join('/')}, behind the list. */
    private boolean isJoinOfList(int at) {
        return at + 4 < lexemes.size()
                && lexemes.get(at).isSign(".")
                && lexemes.get(at + 1).isWord("join")
                && lexemes.get(at + 2).isSign("(")
                && lexemes.get(at + 3).isText()
                && closing[at + 2] == at + 4;
    }

    private List<PathText> joinedList(int bracket, String separator) {
        List<PathText> values = List.of(PathText.of(""));
        int index = 0;
        for (Argument element : arguments(bracket)) {
            if (index++ > 0) {
                values = then(values, List.of(PathText.of(separator)));
            }
            values = then(values, expression(element.start()).values());
        }
        return values;
    }

    /** Returns the index of the brace that opens the content of an array of a type, or -1: {@code []string{...}}. */
    private int braceBehind(int start) {
        for (int at = start; at < Math.min(lexemes.size(), start + 5); at++) {
            if (lexemes.get(at).isSign("{")) {
                return closing[at] > at ? at : -1;
            }
            if (!lexemes.get(at).isWord() && !lexemes.get(at).isSign(".")) {
                return -1;
            }
        }
        return -1;
    }

    /** The absolute paths among the first texts of a list, or the values of a map. */
    private List<PathText> elements(int bracket) {
        Set<PathText> found = new LinkedHashSet<>();
        int end = Math.min(closing[bracket], bracket + 60);
        for (int at = bracket + 1; at < end && found.size() < MOST_VALUES; at++) {
            if (lexemes.get(at).isText()
                    && lexemes.get(at).text().startsWith("/")
                    && !lexemes.get(at + 1).isSign(":")
                    && !lexemes.get(at + 1).isSign("=>")) {
                found.addAll(text(lexemes.get(at)));
            }
        }
        return List.copyOf(found);
    }

    private List<PathText> special(String name) {
        Optional<String> file = surroundings.file();
        return switch (name) {
            case "__dirname", "__DIR__", "__dir__" ->
                file.map(path -> List.of(PathText.of(path).parent())).orElse(List.of());
            case "__file__", "__filename", "__FILE__" ->
                file.map(path -> List.of(PathText.of(path))).orElse(List.of());
            default -> SEPARATORS.contains(name) ? List.of(PathText.of("/")) : List.of();
        };
    }

    /** Follows members, calls and brackets behind an operand. */
    private Result chain(String before, String name, List<PathText> receiver, List<PathText> value, int start) {
        String path = before;
        String last = name;
        List<PathText> on = receiver;
        List<PathText> values = value;
        int at = start;
        boolean writing = false;
        while (at < lexemes.size()) {
            Lexeme sign = lexemes.get(at);
            if (isDot(sign) && at + 1 < lexemes.size() && lexemes.get(at + 1).isWord()) {
                path = path.isEmpty() ? last : path.length() > 120 ? path : path + "." + last;
                last = lexemes.get(at + 1).text();
                on = values;
                values = isItself(path, last, on, at + 2) ? on : member(path, last, on);
                writing |= last.equals("write") || last.equals("append") || last.startsWith("create");
                at += 2;
            } else if (sign.isSign("!")
                    && at + 1 < lexemes.size()
                    && lexemes.get(at + 1).isSign("(")) {
                at++;
            } else if (sign.isSign("?") && (language == Language.RUST || isQuestion(at))) {
                at++;
            } else if (sign.isSign("{") && closing[at] > at && isScope(last) && !on.isEmpty()) {
                values = on;
                at = closing[at] + 1;
            } else if (sign.isSign("<") && behindTypes(at) > at) {
                at = behindTypes(at);
            } else if (sign.isSign("(") && closing[at] == at + 2 && isModule(last, at)) {
                path = "";
                last = Aliases.module(lexemes.get(at + 1).text());
                at = closing[at] + 1;
            } else if (sign.isSign("(") && closing[at] > at && !(sign.startsLine() && language.endsAtLines())) {
                values = call(path, last, on, arguments(at), at - 1, writing);
                on = values;
                at = closing[at] + 1;
            } else if (sign.isSign("[") && closing[at] == at + 1 && braceBehind(at + 2) == at + 2) {
                values = elements(at + 2);
                on = values;
                at = closing[at + 2] + 1;
            } else if (sign.isSign("[") && closing[at] > at && !sign.startsLine()) {
                values = index(last, on, values, at);
                on = values;
                last = "";
                at = closing[at] + 1;
            } else if (isRubyCommand(path, last, at)) {
                List<Argument> arguments = rubyArguments(at);
                values = call(path, last, on, arguments, at - 1, writing);
                at = arguments.isEmpty()
                        ? at + 1
                        : arguments.get(arguments.size() - 1).end();
            } else {
                break;
            }
        }
        return new Result(values, at);
    }

    /** {@code File.directory?(path)} of Ruby, where the sign belongs to the name. */
    private boolean isQuestion(int at) {
        return language == Language.RUBY
                && at + 1 < lexemes.size()
                && lexemes.get(at + 1).isSign("(")
                && closing[at + 1] > at + 1;
    }

    /** Returns whether a call without brackets gives back what stands before it: {@code path.to_s}, {@code list.each do}. */
    private boolean isItself(String before, String name, List<PathText> on, int next) {
        return !on.isEmpty()
                && (next >= lexemes.size() || !lexemes.get(next).isSign("("))
                && writers.role(language.key(), before, name)
                        .filter(match -> match.role() == Role.SAME && !match.qualified())
                        .isPresent();
    }

    /** {@code File(path).apply { mkdirs() }}, which is the file again. */
    private boolean isScope(String name) {
        return language == Language.JAVA && Set.of("apply", "also").contains(name);
    }

    /** Returns the index behind {@code <string>} between a name and the arguments of its call, or the same index. */
    private int behindTypes(int at) {
        for (int end = at + 1; end < Math.min(lexemes.size() - 1, at + 7); end++) {
            if (lexemes.get(end).isSign(">")) {
                return lexemes.get(end + 1).isSign("(") ? end + 1 : at;
            }
            if (lexemes.get(end).isText() || lexemes.get(end).isSign("(")) {
                return at;
            }
        }
        return at;
    }

    /** {@code require('node:path')}, behind which its functions are named. */
    private boolean isModule(String name, int bracket) {
        return language == Language.JAVASCRIPT
                && (name.equals("require") || name.equals("import"))
                && lexemes.get(bracket + 1).isText();
    }

    private boolean isDot(Lexeme sign) {
        return sign.kind() == Lexeme.Kind.SIGN
                && DOTS.contains(sign.text())
                && !(language == Language.PHP && sign.text().equals("."));
    }

    private List<PathText> member(String before, String name, List<PathText> on) {
        if (before.equals("process.env") || before.equals("Bun.env")) {
            List<PathText> set = variable(name);
            return set.isEmpty() ? surroundings.settings().apply(name) : set;
        }
        if (before.equals("import.meta")) {
            return switch (name) {
                case "dirname", "dir" -> special("__dirname");
                case "filename", "url", "path" -> special("__filename");
                default -> List.of();
            };
        }
        if (language == Language.PYTHON
                && name.equals("__file__")
                && !surroundings.isThere().test(before + ".py")) {
            return List.of(PathText.of(InstalledSources.PACKAGES + "/" + before.replace('.', '/') + "/__init__.py"));
        }
        if (language == Language.PYTHON && name.equals("instance_path") && !bindings.has(name)) {
            return instanceOfFlask();
        }
        if (language == Language.PYTHON && (name.equals("pardir") || name.equals("curdir"))) {
            return List.of(PathText.of(name.equals("pardir") ? ".." : "."));
        }
        if (language == Language.PYTHON && before.equals("sys") && name.endsWith("prefix")) {
            return List.of(PathText.of("/usr/local"));
        }
        if (name.equals("parent") && !on.isEmpty()) {
            return on.stream().map(PathText::parent).toList();
        }
        if (!on.isEmpty()
                && Set.of("absolutePath", "canonicalPath", "path", "FullName").contains(name)) {
            return on;
        }
        List<PathText> special = special(name);
        List<PathText> known = special.isEmpty() ? lookup(name) : special;
        return known.isEmpty()
                ? surroundings.settings().apply(name).stream()
                        .filter(path -> isTelling(name, path))
                        .toList()
                : known;
    }

    /** The directory that Flask keeps beside an application, and below its prefix for one that was installed. */
    private List<PathText> instanceOfFlask() {
        Optional<String> file = surroundings.file();
        if (file.isEmpty()) {
            return List.of();
        }
        String path = file.get();
        if (path.startsWith(InstalledSources.PACKAGES + "/")) {
            String name = path.substring(InstalledSources.PACKAGES.length() + 1);
            int slash = name.indexOf('/');
            return slash < 0
                    ? List.of()
                    : List.of(PathText.of("/usr/local/var/" + name.substring(0, slash) + "-instance"));
        }
        PathText folder = PathText.of(path).parent();
        boolean isPackage = path.endsWith("/__init__.py");
        return List.of((isPackage ? folder.parent() : folder).below(PathText.of("instance")));
    }

    /** Returns whether a path says itself that it is one of files; any member may have the name of a key. */
    private boolean isTelling(String name, PathText path) {
        String text = path.text();
        return text.lastIndexOf('.') > text.lastIndexOf('/')
                || writers.isData(text)
                || writers.isMount(text)
                || writers.namesWritten(name, text);
    }

    private List<PathText> variable(String name) {
        return surroundings
                .variables()
                .apply(name)
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(PathText.of(text)))
                .orElseGet(() -> ofSystem(name));
    }

    /** What every process finds, whoever started it. */
    private static List<PathText> ofSystem(String name) {
        return switch (name) {
            case "PWD", "user.dir" -> List.of(PathText.of("."));
            case "HOME", "user.home" -> List.of(PathText.of("~"));
            case "java.io.tmpdir" -> List.of(PathText.of("/tmp"));
            default -> List.of();
        };
    }

    private List<PathText> index(String name, List<PathText> on, List<PathText> all, int bracket) {
        boolean single = closing[bracket] == bracket + 2;
        Lexeme key = lexemes.get(bracket + 1);
        if (!single) {
            return List.of();
        }
        if (key.isText()) {
            List<PathText> known = ENVIRONMENTS.contains(name) ? variable(key.text()) : lookup(key.text());
            return known.isEmpty() ? surroundings.settings().apply(key.text()) : known;
        }
        if (key.isWord()) {
            // Which of them it is, nobody knows.
            return all.stream().filter(PathText::isAbsolute).toList();
        }
        if (name.equals("parents")
                && Character.isDigit(key.text().charAt(0))
                && key.text().length() == 1) {
            List<PathText> values = on;
            for (int i = key.text().charAt(0) - '0'; i >= 0; i--) {
                values = values.stream().map(PathText::parent).toList();
            }
            return values;
        }
        return List.of();
    }

    private boolean isRubyCommand(String before, String name, int at) {
        if (language != Language.RUBY || name.isEmpty()) {
            return false;
        }
        Lexeme next = lexemes.get(at);
        boolean operand = next.isText() || (next.isWord() && !RUBY_WORDS.contains(next.text()));
        return operand
                && !next.startsLine()
                && writers.role(language.key(), before, name).isPresent();
    }

    private List<Argument> rubyArguments(int start) {
        List<Argument> arguments = new ArrayList<>();
        int at = start;
        while (at < lexemes.size() && arguments.size() < MOST_ARGUMENTS) {
            int end = Math.max(expression(at).next(), at + 1);
            arguments.add(new Argument("", at, end));
            if (end >= lexemes.size() || !lexemes.get(end).isSign(",")) {
                break;
            }
            at = end + 1;
        }
        return arguments;
    }

    private List<Argument> arguments(int bracket) {
        List<Argument> arguments = new ArrayList<>();
        int end = closing[bracket];
        int start = bracket + 1;
        for (int at = start; at <= end && arguments.size() < MOST_ARGUMENTS; at++) {
            if (closing[at] > at && at < end) {
                at = closing[at];
            } else if (at == end || lexemes.get(at).isSign(",")) {
                if (at > start) {
                    boolean named = start + 2 < at
                            && lexemes.get(start).isWord()
                            && (lexemes.get(start + 1).isSign("=")
                                    || lexemes.get(start + 1).isSign(":"));
                    arguments.add(
                            named
                                    ? new Argument(lexemes.get(start).text(), start + 2, at)
                                    : new Argument("", start, at));
                }
                start = at + 1;
            }
        }
        return arguments;
    }

    private List<PathText> values(List<Argument> arguments, int index) {
        return index < arguments.size()
                ? expression(arguments.get(index).start()).values()
                : List.of();
    }

    private List<PathText> call(
            String before, String name, List<PathText> on, List<Argument> arguments, int at, boolean writing) {
        Optional<Writers.Match> match = role(before, name);
        if (writers.testsExistence(name)) {
            tests.take(name, arguments.isEmpty() ? on : values(arguments, 0), at);
        }
        if (name.equals("open") && streams.contains(before)) {
            write(values(arguments, 0), Kind.FILE, at);
        }
        if (match.isEmpty()) {
            return writers.isFallback(name)
                    ? either(on, fallback(arguments))
                    : before.isEmpty() ? returned(name) : List.of();
        }
        boolean method = !match.get().qualified() && !before.isEmpty() && !on.isEmpty();
        switch (match.get().role()) {
            case FILE -> writeTarget(arguments, Kind.FILE, at);
            case FOLDER -> {
                writeTarget(arguments, Kind.FOLDER, at);
                if (isMaking(name)) {
                    tests.takeMaking(name, target(arguments), at);
                }
            }
            case DATABASE, REMOVES -> writeTarget(arguments, Kind.DATABASE, at);
            case ENTERS -> values(arguments, 0).forEach(path -> add(path, Kind.FOLDER, Certainty.LIKELY, at));
            case STARTS -> starts(arguments, at);
            case ROOT -> rootUses.add(RootUse.call(name, lexemes.get(at).line()));
            case LISTENS -> listens(arguments, at);
            case MODED -> {
                if (opensForWriting(arguments, 1)) {
                    writeTarget(arguments, Kind.FILE, at);
                }
                markRead(arguments);
            }
            case SECOND -> values(arguments, 1).forEach(path -> add(path, kindOfSecond(path), Certainty.CERTAIN, at));
            case SECOND_DATABASE -> write(values(arguments, 1), Kind.DATABASE, at);
            case ON_FILE -> writeReceiver(before, on, Kind.FILE, at);
            case ON_FOLDER -> writeReceiver(before, on, Kind.FOLDER, at);
            case ON_MODED -> {
                if (language == Language.RUST ? writing : opensForWriting(arguments, 0)) {
                    write(language == Language.RUST ? values(arguments, 0) : on, Kind.FILE, at);
                }
            }
            case READS -> {
                markRead(arguments);
            }
            case JOIN -> {
                return join(method ? on : List.of(), method, arguments, name);
            }
            case APPENDS -> {
                boolean alone = before.isEmpty() && on.isEmpty();
                List<PathText> values = alone ? values(arguments, 0) : on;
                for (int i = alone ? 1 : 0; i < arguments.size() && !values.isEmpty(); i++) {
                    values = then(values, values(arguments, i));
                }
                return values;
            }
            case LOADS -> markRead(arguments);
            case SAME -> {
                return (!match.get().qualified() && !on.isEmpty()) || arguments.isEmpty() ? on : all(arguments);
            }
            case PARENT -> {
                List<PathText> paths = method || arguments.isEmpty() ? on : values(arguments, 0);
                return paths.stream().map(PathText::parent).toList();
            }
            case TEMPORARY -> {
                return List.of(PathText.of("/tmp"));
            }
            case HOME -> {
                return List.of(PathText.of("~"));
            }
            case WORKING -> {
                return List.of(PathText.of("."));
            }
            case ENVIRONMENT -> {
                return environment(arguments);
            }
            case DEFAULT -> {
                return fallback(arguments);
            }
            case FORMATS -> {
                return formatted(arguments);
            }
            default -> {
                return List.of();
            }
        }
        // Some of these return what they wrote: a file, a stream.
        return List.of();
    }

    private void writeReceiver(String before, List<PathText> on, Kind kind, int at) {
        write(on, kind, at);
        if (on.isEmpty() && !before.isEmpty() && unknownLine == 0) {
            unknownLine = lexemes.get(at).line();
        }
    }

    /** Returns whether a call makes the directory itself, rather than a library that keeps something there. */
    private static boolean isMaking(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("mkdir")
                || lower.startsWith("makedir")
                || lower.startsWith("create_dir")
                || lower.startsWith("createdir");
    }

    private void writeTarget(List<Argument> arguments, Kind kind, int at) {
        List<PathText> paths = target(arguments);
        write(paths, kind, at);
        if (paths.isEmpty() && !arguments.isEmpty()) {
            unknownLine = unknownLine == 0 ? lexemes.get(at).line() : unknownLine;
            loads.missingIn(arguments.get(0).start(), arguments.get(0).end())
                    .ifPresent(name ->
                            unclear.add(new Unclear(name, lexemes.get(at).line())));
        }
    }

    private List<PathText> all(List<Argument> arguments) {
        List<PathText> values = List.of();
        for (int i = 0; i < arguments.size(); i++) {
            values = either(values, values(arguments, i));
        }
        return values;
    }

    private Optional<Writers.Match> role(String before, String name) {
        Optional<Writers.Match> match = writers.role(language.key(), before, name);
        if (match.isEmpty() && !before.isEmpty()) {
            return aliases.unaliased(before).flatMap(known -> writers.role(language.key(), known, name));
        }
        return match.isEmpty()
                ? aliases.of(name)
                        .flatMap(call -> writers.role(language.key(), call.before(), call.name()))
                        .or(() -> aliases.moduleOf(name).flatMap(module -> writers.role(language.key(), "", module)))
                : match;
    }

    /** Returns the values of the argument that is named as a path, else of the first. */
    private List<PathText> target(List<Argument> arguments) {
        return arguments.stream()
                .filter(argument -> PATH_ARGUMENTS.contains(argument.name()))
                .findFirst()
                .map(argument -> expression(argument.start()).values())
                .orElseGet(() -> values(arguments, 0));
    }

    /** What is copied or moved is made anew in the folder around it, unless the path is no more than a folder. */
    private static Kind kindOfSecond(PathText path) {
        boolean deep = path.text().lastIndexOf('/') > 0 && !path.text().endsWith("/");
        return deep && path.isAbsolute() && !path.open() ? Kind.DATABASE : Kind.UNCLEAR;
    }

    private void starts(List<Argument> arguments, int at) {
        startedAs(arguments);
        List<String> texts = new ArrayList<>();
        for (Argument argument : arguments) {
            Lexeme first = lexemes.get(argument.start());
            if (first.isWord() && !first.isWord("new") && texts.isEmpty()) {
                expression(argument.start()).values().stream()
                        .limit(1)
                        .forEach(value -> texts.add(value.text() + (value.open() ? Lexeme.HOLE : "")));
            } else if (first.isText() || first.isSign("[") || first.isWord("new")) {
                texts(argument.start(), argument.end(), texts);
            }
        }
        // Builders take their arguments in calls that follow.
        if (language == Language.RUST) {
            int end = at;
            while (end < Math.min(lexemes.size(), at + 60) && !lexemes.get(end).isSign(";")) {
                end++;
            }
            texts.clear();
            texts(at, end, texts);
        }
        int line = lexemes.get(at).line();
        writes.addAll(StartedCommand.writes(texts, line, writers, surroundings.variables(), surroundings.working()));
        StartedCommand.programs(texts).forEach(program -> started.putIfAbsent(program, line));
        rootUses.addAll(StartedCommand.rootUses(texts, line, writers.rootUses()));
        markRead(arguments);
    }

    /** {@code user=1000}, {@code {uid: 1000}}: the program runs as somebody else, which only root may ask for. */
    private void startedAs(List<Argument> arguments) {
        for (Argument argument : arguments) {
            if (writers.namesAccount(argument.name())) {
                rootUses.add(RootUse.started(
                        argument.name(), lexemes.get(argument.start()).line()));
                return;
            }
            for (int i = argument.start(); i + 1 < argument.end(); i++) {
                Lexeme key = lexemes.get(i);
                boolean named =
                        lexemes.get(i + 1).isSign(":") || lexemes.get(i + 1).isSign("=");
                if (named && writers.namesAccount(key.text())) {
                    rootUses.add(RootUse.started(key.text(), key.line()));
                    return;
                }
            }
        }
    }

    private void texts(int start, int end, List<String> texts) {
        for (int i = start; i < end; i++) {
            if (lexemes.get(i).isText()) {
                texts.add(lexemes.get(i).text());
            }
        }
    }

    private void listens(List<Argument> arguments, int at) {
        for (Argument argument : arguments) {
            Optional<Integer> port = ports.of(argument.name(), argument.start(), argument.end());
            if (port.isPresent()) {
                port.filter(number -> number > 0).ifPresent(opened::add);
                port.filter(PrivilegedPort::is)
                        .ifPresent(number -> rootUses.add(
                                RootUse.port(number, lexemes.get(at).line())));
                return;
            }
        }
        opensUnknown = true;
    }

    private void write(List<PathText> paths, Kind kind, int at) {
        for (PathText path : paths) {
            boolean ending = path.text().lastIndexOf('.') > path.text().lastIndexOf('/');
            boolean address = kind == Kind.DATABASE && !path.isAbsolute() && !ending;
            boolean folder = kind == Kind.DATABASE && !ending && path.text().lastIndexOf('/') == 0;
            if (address && surroundings.working().asks(path)) {
                // A database in a directory, or the address of a server.
                add(path, Kind.DATABASE, Certainty.LIKELY, at);
            } else if (!address) {
                add(path, folder ? Kind.FOLDER : kind, Certainty.CERTAIN, at);
            }
        }
    }

    private void markRead(List<Argument> arguments) {
        for (Argument argument : arguments) {
            read.set(argument.start(), argument.end());
            if (argument.end() == argument.start() + 1
                    && lexemes.get(argument.start()).isWord()) {
                // What is read through a name is read where the name gets its meaning.
                for (int start : bindings.of(lexemes.get(argument.start()).text())) {
                    read.set(start, Math.max(start + 1, expression(start).next()));
                }
            }
        }
    }

    private boolean opensForWriting(List<Argument> arguments, int from) {
        for (int i = from; i < arguments.size(); i++) {
            for (int at = arguments.get(i).start(); at < arguments.get(i).end(); at++) {
                Lexeme lexeme = lexemes.get(at);
                String text = lexeme.text();
                boolean mode = lexeme.isText()
                        && text.length() <= 4
                        && text.chars().allMatch(c -> "rwaxbtU+cn".indexOf(c) >= 0)
                        && text.chars().anyMatch(c -> "wax+c".indexOf(c) >= 0);
                boolean flag = lexeme.isWord()
                        && (text.startsWith("O_WRONLY")
                                || text.startsWith("O_RDWR")
                                || text.startsWith("O_CREAT")
                                || text.startsWith("O_APPEND")
                                || Set.of(
                                                "CREATE",
                                                "OVERWRITE",
                                                "Create",
                                                "CreateNew",
                                                "Append",
                                                "OpenOrCreate",
                                                "Write",
                                                "ReadWrite")
                                        .contains(text));
                if (mode || flag) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<PathText> environment(List<Argument> arguments) {
        if (arguments.isEmpty() || !lexemes.get(arguments.get(0).start()).isText()) {
            return List.of();
        }
        String key = lexemes.get(arguments.get(0).start()).text();
        List<PathText> set = variable(key);
        if (set.isEmpty()) {
            set = surroundings.settings().apply(key.substring(key.lastIndexOf('.') + 1));
        }
        if (!set.isEmpty()) {
            return set;
        }
        for (int i = 1; i < arguments.size(); i++) {
            boolean value = arguments.get(i).name().isEmpty()
                    ? i == 1
                    : arguments.get(i).name().equals("default");
            if (value) {
                return values(arguments, i);
            }
        }
        return List.of();
    }

    /** Returns what the arguments may be, also at the end of a function without a name. */
    private List<PathText> fallback(List<Argument> arguments) {
        List<PathText> values = List.of();
        for (Argument argument : arguments) {
            int start = body(argument);
            if (start < argument.end()) {
                values = either(values, expression(start).values());
            }
        }
        return values;
    }

    /** Returns where the value of a function without a name starts, or of an argument that is none. */
    private int body(Argument argument) {
        int start = argument.start();
        if (lexemes.get(start).isSign("|")) {
            do {
                start++;
            } while (start < argument.end() && !lexemes.get(start).isSign("|"));
        }
        for (int at = start; at < argument.end() && at < start + 8; at++) {
            if (lexemes.get(at).isSign("->") || lexemes.get(at).isSign("=>")) {
                start = at;
            }
        }
        while (start < argument.end()
                && lexemes.get(start).kind() == Lexeme.Kind.SIGN
                && !lexemes.get(start).isSign("(")) {
            start++;
        }
        return start;
    }

    private List<PathText> formatted(List<Argument> arguments) {
        if (arguments.isEmpty() || !lexemes.get(arguments.get(0).start()).isText()) {
            return List.of();
        }
        String format = lexemes.get(arguments.get(0).start()).text();
        List<PathText> values = List.of(PathText.of(""));
        int argument = 1;
        int start = 0;
        for (int i = 0; i < format.length(); i++) {
            boolean hole = format.charAt(i) == Lexeme.HOLE || (format.charAt(i) == '%' && i + 1 < format.length());
            if (hole) {
                values = then(values, List.of(PathText.of(format.substring(start, i))));
                values = then(values, values(arguments, argument++));
                i += format.charAt(i) == '%' ? 1 : 0;
                start = i + 1;
            }
        }
        return then(values, List.of(PathText.of(format.substring(Math.min(start, format.length())))));
    }

    private List<PathText> join(List<PathText> first, boolean method, List<Argument> arguments, String name) {
        List<PathText> values = first;
        boolean started = method;
        boolean replaces = !(name.equals("join") && language == Language.JAVASCRIPT) && language != Language.GO;
        for (int i = 0; i < arguments.size(); i++) {
            List<PathText> next = values(arguments, i);
            boolean absolute = replaces && !next.isEmpty() && next.get(0).isAbsolute();
            values = !started || absolute ? next : below(values, next);
            started = true;
            if (values.isEmpty()) {
                return List.of();
            }
        }
        return values;
    }

    /** Returns the value of a text, with the names in its holes put in. */
    private List<PathText> text(Lexeme lexeme) {
        String text = lexeme.text();
        if (text.indexOf(Lexeme.HOLE) < 0) {
            return List.of(PathText.of(text.startsWith("file:///") ? text.substring("file://".length()) : text));
        }
        List<PathText> values = List.of(PathText.of(""));
        int start = 0;
        int hole = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == Lexeme.HOLE) {
                values = then(values, List.of(PathText.of(text.substring(start, i))));
                String name = hole < lexeme.holes().size() ? lexeme.holes().get(hole) : "";
                hole++;
                List<PathText> special = special(name);
                values = then(values, name.isEmpty() ? List.of() : special.isEmpty() ? lookup(name) : special);
                start = i + 1;
            }
        }
        return then(values, List.of(PathText.of(text.substring(start))));
    }

    private static List<PathText> then(List<PathText> left, List<PathText> right) {
        if (right.isEmpty()) {
            return left.stream()
                    .filter(path -> !path.text().isEmpty())
                    .map(PathText::opened)
                    .toList();
        }
        return left.stream()
                .flatMap(first -> right.stream().map(first::then))
                .limit(MOST_VALUES)
                .toList();
    }

    private static List<PathText> below(List<PathText> left, List<PathText> right) {
        List<PathText> names = right.isEmpty() ? List.of(new PathText("", true)) : right;
        return left.stream()
                .flatMap(first -> names.stream().map(first::below))
                .limit(MOST_VALUES)
                .toList();
    }

    private static List<PathText> either(List<PathText> left, List<PathText> right) {
        Set<PathText> both = new LinkedHashSet<>(left);
        both.addAll(right);
        return both.stream().limit(MOST_VALUES).toList();
    }
}
