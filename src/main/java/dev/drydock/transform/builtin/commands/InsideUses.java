package dev.drydock.transform.builtin.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.WrittenValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The commands of a file that work inside of containers that run. Made once for a file: each container in it asks. */
final class InsideUses {
    private static final Set<String> LOOKING_INSIDE = Set.of("exec", "cp", "attach");

    private final boolean ofAny;
    /** The words of all of them, a line each; a name of a container may stand anywhere in one. */
    private final String words;

    private InsideUses(boolean ofAny, String words) {
        this.ofAny = ofAny;
        this.words = words;
    }

    static InsideUses of(List<SimpleCommand> commands) {
        List<Invocation> inside = commands.stream()
                .map(Invocation::of)
                .filter(invocation -> invocation.runs("docker", "podman"))
                .filter(invocation -> invocation.arguments().stream()
                        .limit(2)
                        .anyMatch(word -> word.staticValue()
                                .filter(LOOKING_INSIDE::contains)
                                .isPresent()))
                .toList();
        boolean ofAny = inside.stream()
                .flatMap(invocation -> invocation.arguments().stream())
                .anyMatch(ShellWord::hasExpansion);
        String words = inside.stream()
                .flatMap(invocation -> invocation.arguments().stream())
                .map(word -> WrittenValue.of(word).text())
                .collect(Collectors.joining("\n"));
        return new InsideUses(ofAny, words);
    }

    /** Returns whether one of them works in a container of one of these names, or in one that only the run knows. */
    boolean mayConcern(List<String> names) {
        return ofAny || (!words.isEmpty() && names.stream().anyMatch(words::contains));
    }
}
