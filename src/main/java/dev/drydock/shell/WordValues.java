package dev.drydock.shell;

import dev.drydock.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The values that the words of a script have, with the variables of loops and assignments put in. */
public final class WordValues {
    /** What stands in a pattern for text that is not known. */
    public static final char UNKNOWN = '\0';

    private static final int MOST = 64;

    /** Commands whose assignments are those of the shell. */
    private static final Set<String> DECLARATIONS = Set.of("declare", "typeset", "local", "export", "readonly");

    /** Commands that give the variables that they name a value, or take it away. */
    private static final Set<String> SETTERS =
            Set.of("read", "unset", "getopts", "mapfile", "readarray", "let", "printf");

    private final Function<String, Optional<String>> outside;
    private final Map<String, String> assigned = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private final Set<String> set = new HashSet<>();

    /**
     * What a word stands for.
     *
     * @param values the fields that it gives, one or more for each turn of the loops around it
     * @param complete whether these are all
     */
    public record Fields(List<String> values, boolean complete) {
        public Fields {
            values = List.copyOf(values);
        }

        /** Returns the one value, if there is exactly one. */
        public Optional<String> single() {
            return complete && values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
        }
    }

    /**
     * Reads the assignments of a script.
     *
     * @param outside the variables that the script finds when it starts
     */
    public WordValues(ShellScript script, Function<String, Optional<String>> outside) {
        this.outside = outside;
        // Set twice, in a branch or from a command: which value counts where, nobody follows here.
        script.simpleCommands().forEach(command -> {
            if (command.words().isEmpty()) {
                command.assignments().forEach(assignment -> assign(command, assignment));
            } else {
                boolean declares = command.name().filter(DECLARATIONS::contains).isPresent();
                if (declares || command.name().filter(SETTERS::contains).isPresent()) {
                    command.arguments().stream()
                            .map(ShellWord::literalPrefix)
                            // Export without a value keeps the one that is there.
                            .filter(text -> !declares || text.indexOf('=') > 0)
                            .map(text -> text.indexOf('=') < 0 ? text : text.substring(0, text.indexOf('=')))
                            .forEach(this::forget);
                }
            }
        });
        script.descendants(ForClause.class).forEach(loop -> unknown.add(loop.variable()));
    }

    private void assign(SimpleCommand command, Assignment assignment) {
        Optional<String> value = assignment.value().flatMap(word -> word.valueWith(this::variable));
        if (!command.context().isPlain()
                || value.isEmpty()
                || assignment.isAppend()
                || assigned.containsKey(assignment.name())) {
            unknown.add(assignment.name());
        } else {
            assigned.put(assignment.name(), value.get());
        }
        set.add(assignment.name());
    }

    private void forget(String name) {
        unknown.add(name);
        set.add(name);
    }

    /** Returns what a word stands for in all turns of the loops around it, split at blanks as a shell does. */
    public Fields of(ShellWord word) {
        boolean complete = true;
        Map<String, List<String>> turns = new HashMap<>();
        for (Optional<SyntaxNode> node = word.parent();
                node.isPresent();
                node = node.get().parent()) {
            if (node.get() instanceof ForClause loop
                    && uses(word, loop.variable())
                    && !turns.containsKey(loop.variable())) {
                List<String> values = new ArrayList<>();
                // What the body gives the variable itself is not what the list says.
                boolean known = !set.contains(loop.variable());
                for (ShellWord each : known ? loop.words() : List.<ShellWord>of()) {
                    Optional<List<String>> fields = fields(each, this::variable);
                    known &= fields.isPresent();
                    fields.ifPresent(values::addAll);
                }
                complete &= known;
                turns.put(loop.variable(), values);
            }
        }
        List<Map<String, String>> states = List.of(Map.of());
        for (Map.Entry<String, List<String>> turn : turns.entrySet()) {
            List<Map<String, String>> next = new ArrayList<>();
            for (Map<String, String> state : states) {
                for (String value : turn.getValue()) {
                    Map<String, String> more = new HashMap<>(state);
                    more.put(turn.getKey(), value);
                    next.add(more);
                }
            }
            complete &= next.size() <= MOST;
            states = next.subList(0, Math.min(MOST, next.size()));
        }
        List<String> found = new ArrayList<>();
        for (Map<String, String> state : states) {
            Optional<List<String>> fields =
                    fields(word, name -> Optional.ofNullable(state.get(name)).or(() -> variable(name)));
            complete &= fields.isPresent();
            fields.ifPresent(found::addAll);
        }
        return new Fields(found, complete);
    }

    /** Returns the text of a word with {@link #UNKNOWN} for each sign of a glob and each value that is not known. */
    public String pattern(ShellWord word) {
        StringBuilder pattern = new StringBuilder();
        appendPattern(word.parts(), false, pattern);
        return pattern.toString();
    }

    private void appendPattern(List<WordPart> parts, boolean quoted, StringBuilder out) {
        for (WordPart part : parts) {
            if (part instanceof Parameter parameter && parameter.operator().isEmpty()) {
                Optional<String> value =
                        variable(parameter.name()).filter(text -> quoted || !(isSplit(text) || isGlob(text)));
                out.append(value.orElse(String.valueOf(UNKNOWN)));
            } else if (part instanceof DoubleQuoted inner) {
                appendPattern(inner.parts(), true, out);
            } else if (part instanceof Literal && !quoted) {
                part.text().chars().forEach(c -> out.append("*?[]{}~".indexOf(c) >= 0 ? UNKNOWN : (char) c));
            } else if (!part.appendValue(out)) {
                out.append(UNKNOWN);
            }
        }
    }

    private Optional<List<String>> fields(ShellWord word, Function<String, Optional<String>> variables) {
        if (word.hasGlob() || word.hasTilde() || word.hasBraces()) {
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean open = false;
        for (WordPart part : word.parts()) {
            if (part instanceof Parameter parameter) {
                Optional<String> value =
                        parameter.operator().isEmpty() ? variables.apply(parameter.name()) : Optional.<String>empty();
                // With separators of its own a script splits elsewhere, and what a glob finds is not known.
                if (value.isEmpty() || isGlob(value.get()) || set.contains("IFS")) {
                    return Optional.empty();
                }
                for (char c : value.get().toCharArray()) {
                    if (!isBlank(c)) {
                        field.append(c);
                        open = true;
                    } else if (open) {
                        fields.add(field.toString());
                        field.setLength(0);
                        open = false;
                    }
                }
            } else if (append(part, variables, field)) {
                open = true;
            } else {
                return Optional.empty();
            }
        }
        if (open) {
            fields.add(field.toString());
        }
        return Optional.of(fields);
    }

    /** Appends a part that is not split. */
    private static boolean append(WordPart part, Function<String, Optional<String>> variables, StringBuilder out) {
        if (part instanceof DoubleQuoted quoted) {
            return quoted.parts().stream().allMatch(each -> append(each, variables, out));
        }
        if (part instanceof Parameter parameter && parameter.operator().isEmpty()) {
            Optional<String> value = variables.apply(parameter.name());
            value.ifPresent(out::append);
            return value.isPresent();
        }
        return part.appendValue(out);
    }

    private static boolean isSplit(String value) {
        return value.isEmpty() || value.chars().anyMatch(c -> isBlank((char) c));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    private static boolean isGlob(String value) {
        return value.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }

    private static boolean uses(ShellWord word, String variable) {
        return word.descendants(Parameter.class)
                .anyMatch(parameter -> parameter.name().equals(variable));
    }

    private Optional<String> variable(String name) {
        if (unknown.contains(name)) {
            return Optional.empty();
        }
        return Optional.ofNullable(assigned.get(name)).or(() -> outside.apply(name));
    }
}
