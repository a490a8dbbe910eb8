package dev.drydock.dockerfile.parse;

import static dev.drydock.dockerfile.DockerfileTokenKind.BLANKS;
import static dev.drydock.dockerfile.DockerfileTokenKind.COMMA;
import static dev.drydock.dockerfile.DockerfileTokenKind.EQUALS;
import static dev.drydock.dockerfile.DockerfileTokenKind.FLAG_NAME;
import static dev.drydock.dockerfile.DockerfileTokenKind.FLAG_VALUE;
import static dev.drydock.dockerfile.DockerfileTokenKind.JSON_STRING;
import static dev.drydock.dockerfile.DockerfileTokenKind.KEYWORD;
import static dev.drydock.dockerfile.DockerfileTokenKind.LEFT_BRACKET;
import static dev.drydock.dockerfile.DockerfileTokenKind.RIGHT_BRACKET;
import static dev.drydock.dockerfile.DockerfileTokenKind.SHELL_TEXT;
import static dev.drydock.dockerfile.DockerfileTokenKind.TEXT;
import static dev.drydock.dockerfile.DockerfileTokenKind.WORD;

import dev.drydock.dockerfile.AddInstruction;
import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.Blanks;
import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.ExposeInstruction;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.FromInstruction;
import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.InstructionParts;
import dev.drydock.dockerfile.JsonArray;
import dev.drydock.dockerfile.JsonString;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.dockerfile.LabelInstruction;
import dev.drydock.dockerfile.LogicalLine;
import dev.drydock.dockerfile.MaintainerInstruction;
import dev.drydock.dockerfile.OnbuildInstruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.ShellInstruction;
import dev.drydock.dockerfile.ShellText;
import dev.drydock.dockerfile.StopsignalInstruction;
import dev.drydock.dockerfile.UnknownInstruction;
import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.dockerfile.VolumeInstruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.dockerfile.WorkdirInstruction;
import dev.drydock.syntax.Problem;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.DidYouMean;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Divides one logical line into keyword, flags and arguments, by the rule of its instruction.
 *
 * <p>Source: BuildKit, {@code parser/line_parsers.go} and {@code parser/split_command.go}.
 */
final class InstructionReader {
    /** How the arguments of an instruction are divided. */
    private enum Shape {
        FROM,
        COMMAND,
        LIST,
        JSON_OR_LIST,
        PAIRS,
        DECLARATIONS,
        ONE,
        HEALTHCHECK,
        ONBUILD,
        OPAQUE
    }

    private record Form(Shape shape, boolean needsArgument, Function<InstructionParts, Instruction> make) {}

    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("FROM", new Form(Shape.FROM, true, FromInstruction::new)),
            Map.entry("RUN", new Form(Shape.COMMAND, false, RunInstruction::new)),
            Map.entry("CMD", new Form(Shape.COMMAND, false, CmdInstruction::new)),
            Map.entry("ENTRYPOINT", new Form(Shape.COMMAND, false, EntrypointInstruction::new)),
            Map.entry("SHELL", new Form(Shape.COMMAND, true, ShellInstruction::new)),
            Map.entry("LABEL", new Form(Shape.PAIRS, true, LabelInstruction::new)),
            Map.entry("ENV", new Form(Shape.PAIRS, true, EnvInstruction::new)),
            Map.entry("ARG", new Form(Shape.DECLARATIONS, true, ArgInstruction::new)),
            Map.entry("MAINTAINER", new Form(Shape.ONE, true, MaintainerInstruction::new)),
            Map.entry("USER", new Form(Shape.ONE, true, UserInstruction::new)),
            Map.entry("WORKDIR", new Form(Shape.ONE, true, WorkdirInstruction::new)),
            Map.entry("STOPSIGNAL", new Form(Shape.ONE, true, StopsignalInstruction::new)),
            Map.entry("EXPOSE", new Form(Shape.LIST, true, ExposeInstruction::new)),
            Map.entry("ADD", new Form(Shape.JSON_OR_LIST, true, AddInstruction::new)),
            Map.entry("COPY", new Form(Shape.JSON_OR_LIST, true, CopyInstruction::new)),
            Map.entry("VOLUME", new Form(Shape.JSON_OR_LIST, true, VolumeInstruction::new)),
            Map.entry("HEALTHCHECK", new Form(Shape.HEALTHCHECK, true, HealthcheckInstruction::new)),
            Map.entry("ONBUILD", new Form(Shape.ONBUILD, true, OnbuildInstruction::new)));

    private static final Form UNKNOWN = new Form(Shape.OPAQUE, false, UnknownInstruction::new);

    private static final Set<String> HEREDOC_KEYWORDS = Set.of("RUN", "COPY", "ADD");
    /** Flags that BuildKit refuses without a value. Source: BuildKit, {@code instructions/bflag.go}. */
    private static final Set<String> VALUE_FLAGS = Set.of(
            "--from",
            "--chown",
            "--chmod",
            "--checksum",
            "--mount",
            "--network",
            "--security",
            "--platform",
            "--interval",
            "--timeout",
            "--start-period",
            "--start-interval",
            "--retries");

    private static final Set<String> NOT_ON_BUILD = Set.of("ONBUILD", "FROM", "MAINTAINER");

    private final LogicalLine line;
    private final String text;
    private final char escape;
    private final Interruptions interruptions;
    private final LogicalTokens tokens;
    private final List<Problem> problems;
    private final List<SyntaxElement> children = new ArrayList<>();
    private boolean isJson;
    /** The keyword, or the one behind ONBUILD. */
    private String effectiveKeyword = "";

    InstructionReader(LogicalLine line, char escape, Interruptions interruptions, List<Problem> problems) {
        this.line = line;
        this.text = line.text();
        this.escape = escape;
        this.interruptions = interruptions;
        this.tokens = new LogicalTokens(line, interruptions);
        this.problems = problems;
    }

    /** Returns whether a word, in any case, is the name of an instruction. */
    static boolean isKeyword(String word) {
        return FORMS.containsKey(word.toUpperCase(Locale.ROOT));
    }

    /** The instruction under way: its parts so far, and what turns them into a node. */
    final class Draft {
        private final Form form;

        private Draft(Form form) {
            this.form = form;
        }

        List<SyntaxElement> children() {
            return children;
        }

        /** Returns whether BuildKit looks for here-documents on this line. */
        boolean mayOpenHeredoc() {
            return HEREDOC_KEYWORDS.contains(effectiveKeyword) && !isJson;
        }

        Instruction finish(int contentEnd) {
            return form.make().apply(new InstructionParts(line, children, contentEnd));
        }
    }

    Draft read() {
        int keywordEnd = separatorFrom(0);
        String keyword = text.substring(0, keywordEnd).toUpperCase(Locale.ROOT);
        effectiveKeyword = keyword;
        Form form = FORMS.getOrDefault(keyword, UNKNOWN);
        tokens.cut(children, KEYWORD, keywordEnd);
        int arguments = keywordEnd;
        while (arguments < text.length() && Blanks.isSeparator(text.charAt(arguments))) {
            arguments++;
        }
        if (form.shape() == Shape.OPAQUE) {
            problem("unknown instruction" + meant(keyword, hasLinesAbove()));
        } else {
            arguments = flags(arguments);
        }
        tokens.blanksBefore(children, arguments);
        if (arguments == text.length()) {
            if (form.needsArgument()) {
                problem(keyword + " requires an argument");
            }
        } else {
            arguments(form.shape(), arguments, keyword);
        }
        return new Draft(form);
    }

    private void arguments(Shape shape, int from, String keyword) {
        switch (shape) {
            case FROM -> from(from);
            case COMMAND -> command(from, keyword);
            case LIST -> list(from);
            case JSON_OR_LIST -> jsonOrList(from, keyword);
            case PAIRS -> pairs(from, keyword);
            case DECLARATIONS -> declarations(from);
            case ONE -> word(children, from, text.length());
            case HEALTHCHECK -> healthcheck(from);
            case ONBUILD -> onbuild(from);
            case OPAQUE -> tokens.cut(children, TEXT, text.length());
        }
    }

    /** Cuts the leading flags and returns the offset of the first argument. Source: extractBuilderFlags. */
    private int flags(int from) {
        int position = from;
        while (text.startsWith("--", position)) {
            int end = flagEnd(position);
            tokens.blanksBefore(children, position);
            if (end == position + 2) {
                tokens.cut(children, TEXT, end);
                return spaceEnd(end);
            }
            flag(position, end);
            position = spaceEnd(end);
        }
        return position;
    }

    private int flagEnd(int start) {
        char quote = 0;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (quote == 0 && Blanks.isSpace(c)) {
                return i;
            }
            if (c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            }
            i++;
        }
        return text.length();
    }

    private void flag(int start, int end) {
        int equals = text.indexOf('=', start);
        List<SyntaxElement> parts = new ArrayList<>();
        Optional<TextRange> value = Optional.empty();
        TextRange name = new TextRange(start, end);
        if (equals >= 0 && equals < end) {
            name = new TextRange(start, equals);
            value = Optional.of(new TextRange(equals + 1, end));
            tokens.cut(parts, FLAG_NAME, equals);
            tokens.cut(parts, EQUALS, equals + 1);
            tokens.cut(parts, FLAG_VALUE, end);
        } else {
            tokens.cut(parts, FLAG_NAME, end);
            if (VALUE_FLAGS.contains(text.substring(start, end))) {
                problem("the flag " + text.substring(start, end) + " requires a value");
            }
        }
        children.add(new Flag(line, name, value, parts));
    }

    private void from(int from) {
        List<TextRange> words = separated(from);
        boolean named = words.size() == 3
                && text.substring(words.get(1).start(), words.get(1).end()).equalsIgnoreCase("AS");
        if (words.size() != 1 && !named) {
            problem("FROM takes an image, and a stage name after AS");
        }
        for (int i = 0; i < words.size(); i++) {
            TextRange range = words.get(i);
            if (named && i == 1) {
                tokens.blanksBefore(children, range.start());
                tokens.cut(children, KEYWORD, range.end());
            } else {
                word(children, range.start(), range.end());
            }
        }
    }

    private void command(int from, String keyword) {
        if (!json(from)) {
            if (keyword.equals("SHELL")) {
                problem("SHELL requires a JSON array");
            }
            shellText(from);
        }
    }

    private void shellText(int from) {
        tokens.blanksBefore(children, from);
        List<SyntaxElement> parts = new ArrayList<>();
        tokens.cut(parts, SHELL_TEXT, text.length());
        children.add(new ShellText(line, new TextRange(from, text.length()), parts));
    }

    /** Cuts a JSON array if the rest of the line is one, and returns whether it is. */
    private boolean json(int from) {
        Optional<List<JsonStrings.Element>> elements = JsonStrings.read(text, from, text.length());
        if (elements.isEmpty()) {
            return false;
        }
        isJson = true;
        tokens.blanksBefore(children, from);
        List<SyntaxElement> parts = new ArrayList<>();
        tokens.cut(parts, LEFT_BRACKET, from + 1);
        for (JsonStrings.Element element : elements.get()) {
            punctuation(parts, element.range().start());
            List<SyntaxElement> pieces = new ArrayList<>();
            tokens.cut(pieces, JSON_STRING, element.range().end());
            parts.add(new JsonString(line.file(), element.value(), escape, pieces));
        }
        punctuation(parts, text.length() - 1);
        tokens.cut(parts, RIGHT_BRACKET, text.length());
        children.add(new JsonArray(line.file(), parts));
        return true;
    }

    private void punctuation(List<SyntaxElement> out, int end) {
        while (tokens.position() < end) {
            int start = tokens.position();
            if (text.charAt(start) == ',') {
                tokens.cut(out, COMMA, start + 1);
            } else {
                int stop = start;
                while (stop < end && text.charAt(stop) != ',') {
                    stop++;
                }
                tokens.cut(out, BLANKS, stop);
            }
        }
        tokens.blanksBefore(out, end);
    }

    private void list(int from) {
        for (TextRange range : separated(from)) {
            word(children, range.start(), range.end());
        }
    }

    private void jsonOrList(int from, String keyword) {
        int count;
        if (json(from)) {
            count = ((JsonArray) children.get(children.size() - 1)).elements().size();
        } else {
            list(from);
            count = separated(from).size();
        }
        if (!keyword.equals("VOLUME") && count < 2) {
            problem(keyword + " requires a source and a destination");
        }
    }

    private void pairs(int from, String keyword) {
        List<TextRange> words = quoted(from);
        TextRange first = words.get(0);
        if (text.substring(first.start(), first.end()).indexOf('=') < 0) {
            legacyPair(from, keyword);
            return;
        }
        for (TextRange range : words) {
            if (!pair(range)) {
                problem(range, keyword + ": a word without =; the form is name=value");
            }
        }
    }

    /** {@code ENV KEY the rest of the line}: the key ends at the first blank, quotes mean nothing to the division. */
    private void legacyPair(int from, String keyword) {
        int keyEnd = separatorFrom(from);
        int value = keyEnd;
        while (value < text.length() && Blanks.isSeparator(text.charAt(value))) {
            value++;
        }
        tokens.blanksBefore(children, from);
        List<SyntaxElement> parts = new ArrayList<>();
        word(parts, from, keyEnd);
        if (value == text.length()) {
            problem(keyword + " requires a name and a value");
        } else {
            word(parts, value, text.length());
        }
        children.add(new KeyValue(line.file(), parts));
    }

    private void declarations(int from) {
        for (TextRange range : quoted(from)) {
            pair(range);
        }
    }

    /** Cuts {@code name=value}, or a name alone, and returns whether there was an equals sign. */
    private boolean pair(TextRange range) {
        int equals = text.indexOf('=', range.start());
        boolean hasValue = equals >= 0 && equals < range.end();
        tokens.blanksBefore(children, range.start());
        List<SyntaxElement> parts = new ArrayList<>();
        int nameEnd = hasValue ? equals : range.end();
        if (nameEnd == range.start()) {
            problem("a name is missing before =");
            tokens.cut(children, TEXT, range.end());
            return true;
        }
        word(parts, range.start(), nameEnd);
        if (hasValue) {
            tokens.cut(parts, EQUALS, equals + 1);
            if (equals + 1 < range.end()) {
                word(parts, equals + 1, range.end());
            }
        }
        children.add(new KeyValue(line.file(), parts));
        return hasValue;
    }

    private void healthcheck(int from) {
        int end = separatorFrom(from);
        String type = text.substring(from, end).toUpperCase(Locale.ROOT);
        tokens.blanksBefore(children, from);
        tokens.cut(children, KEYWORD, end);
        int rest = spaceEnd(end);
        boolean known = type.equals("CMD") || type.equals("NONE");
        if (!known || (type.equals("NONE") && rest < text.length())) {
            problem("HEALTHCHECK takes NONE or CMD and a command");
        }
        if (rest < text.length() && !json(rest)) {
            shellText(rest);
        }
    }

    private void onbuild(int from) {
        LogicalLine inner =
                new LogicalLine(line.file(), text.substring(from), line.mapOf(new TextRange(from, text.length())));
        InstructionReader reader = new InstructionReader(inner, escape, interruptions, problems);
        int keywordEnd = reader.separatorFrom(0);
        effectiveKeyword = inner.text().substring(0, keywordEnd).toUpperCase(Locale.ROOT);
        if (NOT_ON_BUILD.contains(effectiveKeyword)) {
            problem(effectiveKeyword + " is not allowed after ONBUILD");
            tokens.cut(children, TEXT, text.length());
            return;
        }
        Draft draft = reader.read();
        isJson = reader.isJson;
        int end = inner.toFile(inner.text().length());
        children.add(draft.finish(end));
    }

    private void word(List<SyntaxElement> out, int start, int end) {
        tokens.blanksBefore(out, start);
        List<SyntaxElement> pieces = new ArrayList<>();
        tokens.cut(pieces, WORD, end);
        out.add(new Word(line, new TextRange(start, end), escape, pieces));
    }

    private int separatorFrom(int from) {
        int end = from;
        while (end < text.length() && !Blanks.isSeparator(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int spaceEnd(int from) {
        int end = from;
        while (end < text.length() && Blanks.isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Returns the words from {@code from} on, divided by blanks alone. */
    private List<TextRange> separated(int from) {
        List<TextRange> words = new ArrayList<>();
        int position = from;
        while (position < text.length()) {
            int end = separatorFrom(position);
            if (end > position) {
                words.add(new TextRange(position, end));
            }
            position = end + 1;
        }
        return words;
    }

    /** Returns the words from {@code from} on, divided by blanks outside quotes. Source: parseWords. */
    private List<TextRange> quoted(int from) {
        List<TextRange> words = new ArrayList<>();
        int position = from;
        while (position < text.length()) {
            if (Blanks.isSpace(text.charAt(position))) {
                position++;
                continue;
            }
            int start = position;
            char quote = 0;
            while (position < text.length() && (quote != 0 || !Blanks.isSpace(text.charAt(position)))) {
                char c = text.charAt(position);
                if (c == escape && quote != '\'') {
                    position++;
                } else if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '\'' || c == '"') {
                    quote = c;
                }
                position++;
            }
            position = Math.min(position, text.length());
            words.add(new TextRange(start, position));
        }
        return words;
    }

    /** Where no known word is near, it is usually the rest of an instruction, if there is one above. */
    private static String meant(String keyword, boolean below) {
        return DidYouMean.nearest(keyword, FORMS.keySet())
                .map(near -> "; " + near + " may be meant")
                .orElse(below ? "; the line above may lack its \\ at the end" : "");
    }

    /** Returns whether something other than comments stands above; the first such line answers. */
    private boolean hasLinesAbove() {
        String file = line.file().text();
        int end = line.toFile(0);
        int at = 0;
        while (at < end) {
            char c = file.charAt(at);
            if (c == '#') {
                at = line.file().lineEndAt(at);
            } else if (Character.isWhitespace(c) || c == SourceText.BYTE_ORDER_MARK) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void problem(String message) {
        problem(new TextRange(0, text.length()), message);
    }

    /** Adds an error. Its message says the kind and quotes nothing of the file: what is broken may be a secret. */
    private void problem(TextRange range, String message) {
        problems.add(Problem.error(line.toFile(range), message));
    }
}
