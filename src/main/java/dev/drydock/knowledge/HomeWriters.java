package dev.drydock.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What keeps caches, settings or profiles in the home of its user, and in which folder there. */
public final class HomeWriters {
    private final Map<String, String> programs;
    private final Map<String, String> packages;
    private final Map<String, String> libraries;
    private final Map<String, List<String>> downloads;
    private final Map<String, List<String>> fetching;
    private final List<String> placed;

    private final Map<String, List<String>> rebuilding;

    HomeWriters(Fields fields) {
        programs = fields.textMap("programs");
        packages = fields.textMap("packages");
        libraries = fields.textMap("libraries");
        downloads = fields.textsMap("downloads");
        fetching = fields.textsMap("fetching");
        placed = fields.texts("placed");
        rebuilding = fields.textsMap("rebuilding");
        fields.text("source");
        fields.text("checked");
        fields.end();
    }

    /** Returns whether a program, started with these words, builds from what it fetched into the home of who built. */
    public boolean rebuilds(String program, List<String> words) {
        List<String> meant = rebuilding.get(program);
        return meant != null && (meant.isEmpty() || words.stream().anyMatch(meant::contains));
    }

    /** Returns the folder that a program writes to, relative to the home, with options as {@code .npm:exec}. */
    public Optional<Tmpfs> ofProgram(String name) {
        return find(programs, name);
    }

    /** Returns the folder that a package of a distribution writes to once it runs. */
    public Optional<Tmpfs> ofPackage(String name) {
        return find(packages, name);
    }

    /** Returns the folder that a library of a language writes to. */
    public Optional<Tmpfs> ofLibrary(String name) {
        return find(libraries, name);
    }

    /**
     * Returns what a build may fetch into the home of its user, by the name that sources and commands have for it, with the variables
     * that say where else.
     */
    public Map<String, List<String>> downloads() {
        return downloads;
    }

    /** Returns the packages of Node whose installation does so, with variables that move it or keep it from doing so. */
    public Map<String, List<String>> fetching() {
        return fetching;
    }

    /** Returns whether a source or command that fetches says itself where to. */
    public boolean isPlaced(String text) {
        return placed.stream().anyMatch(text::contains);
    }

    private static Optional<Tmpfs> find(Map<String, String> folders, String name) {
        return Optional.ofNullable(folders.get(name)).map(Tmpfs::parse);
    }
}
