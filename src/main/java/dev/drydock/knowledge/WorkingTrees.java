package dev.drydock.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What commands leave in the directory that they work in, and who writes there once the container runs. */
public final class WorkingTrees {
    private final Map<String, String> installs;
    private final List<String> builds;
    private final Set<String> runners;
    private final Set<String> again;
    private final Map<String, List<String>> libraries;
    private final Map<String, List<String>> starters;
    private final Map<String, List<String>> instructions;

    WorkingTrees(Fields fields) {
        installs = fields.textMap("installs");
        builds = fields.texts("builds");
        runners = fields.textSet("runners");
        again = fields.textSet("again");
        libraries = fields.textsMap("libraries");
        starters = fields.textsMap("starters");
        instructions = fields.textsMap("instructions");
        fields.text("source");
        fields.text("checked");
        fields.end();
    }

    /**
     * Returns the directory that a command fills with what the application reads, below the one that it works in; an empty
     * text if it fills none, and empty if it is no such command.
     *
     * @param words the program and its arguments without options
     */
    public Optional<String> installed(List<String> words) {
        return installs.entrySet().stream()
                .filter(entry -> matches(entry.getKey(), words))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns the directories that commands fill with what an application reads. */
    public Stream<String> installs() {
        return installs.values().stream().distinct();
    }

    /** Returns whether a command builds an application out of its sources, and leaves nothing else. */
    public boolean builds(List<String> words) {
        return builds.stream().anyMatch(entry -> matches(entry, words));
    }

    /** Returns whether a program runs an application without writing anything beside it by itself. */
    public boolean isRunner(String program) {
        return runners.contains(program);
    }

    /** Returns whether a word of a start says that it installs, builds or collects once more. */
    public boolean isAgain(String word) {
        return again.contains(word);
    }

    /**
     * Returns where a library writes into what was installed or built, below the directory of its manifest; none if nowhere, a
     * star if anywhere.
     */
    public List<String> writtenByLibrary(String library) {
        return libraries.getOrDefault(library, List.of());
    }

    /** Returns where a program of a library writes, in the same way, once it is started; empty for any other program. */
    public Optional<List<String>> writtenByStarter(String program) {
        return Optional.ofNullable(starters.get(program));
    }

    /** Returns the names of the files in which a program looks up what to do, such as {@code Makefile}. */
    public List<String> instructionsOf(String program) {
        return instructions.getOrDefault(program, List.of());
    }

    /** A single word means the program alone, a star any words, and several words how the command begins. */
    private static boolean matches(String entry, List<String> words) {
        List<String> expected = List.of(entry.split(" "));
        int last = expected.size() - 1;
        boolean open = expected.get(last).equals("*");
        int length = open ? last : expected.size();
        boolean begins = words.size() >= length && words.subList(0, length).equals(expected.subList(0, length));
        return begins && (open || length > 1 || words.size() == 1);
    }
}
