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
    private static final int MOST = 64;

    private final Function<String, Optional<String>> outside;
    private final Map<String, String> assigned = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();

    /**
     * Reads the assignments of a script.
     *
     * @param outside the variables that the script finds when it starts
     */
    public WordValues(ShellScript script, Function<String, Optional<String>> outside) {
        this.outside = outside;
        // Set twice, in a branch or from a command: which value counts where, nobody follows here.
        script.simpleCommands().filter(command -> command.words().isEmpty()).forEach(command -> {
            boolean always = command.context().isPlain();
            command.assignments().forEach(assignment -> {
                Optional<String> value = assignment.value().flatMap(word -> word.valueWith(this::variable));
                if (!always || value.isEmpty() || assigned.containsKey(assignment.name())) {
                    unknown.add(assignment.name());
                } else {
                    assigned.put(assignment.name(), value.get());
                }
            });
        });
        script.descendants(ForClause.class).forEach(loop -> unknown.add(loop.variable()));
    }

    /** Returns the values of a word, one for each turn of the loops around it; none if one of its variables is not known. */
    public List<String> of(ShellWord word) {
        Map<String, List<String>> turns = new HashMap<>();
        for (Optional<SyntaxNode> node = word.parent();
                node.isPresent();
                node = node.get().parent()) {
            if (node.get() instanceof ForClause loop && uses(word, loop.variable())) {
                turns.putIfAbsent(
                        loop.variable(),
                        loop.words().stream()
                                .flatMap(each -> each.valueWith(this::variable).stream())
                                .toList());
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
            states = next.subList(0, Math.min(MOST, next.size()));
        }
        return states.stream()
                .flatMap(state ->
                        word
                                .valueWith(name ->
                                        Optional.ofNullable(state.get(name)).or(() -> variable(name)))
                                .stream())
                .toList();
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
