package dev.drydock.written;

import dev.drydock.knowledge.Writers;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.StartCommand;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.shell.ShellScript;
import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import dev.drydock.written.WrittenPlace.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the files of one application together, because a path that one of them names is often written by another. */
final class ApplicationReader {
    private static final int LARGEST = 1 << 19;
    private static final int MOST_TEXT = 8 << 20;
    private static final int SHORTEST_SHARED_NAME = 4;
    /** Names that every file uses for something else. */
    private static final Set<String> COMMON = Set.of(
            "path",
            "file",
            "name",
            "data",
            "value",
            "root",
            "base",
            "home",
            "prefix",
            "target",
            "source",
            "text",
            "type",
            "result",
            "options",
            "config",
            "location",
            "filename",
            "filepath",
            "default",
            "label",
            "dest",
            "destination",
            "folder",
            "directory");

    private static final int MOST_MEANINGS = 3;

    private record Source(ProjectPath file, Optional<String> place, CodeReader reader) {}

    private record Script(ProjectPath file, SourceText text) {}

    private record Found(ProjectPath file, Write write) {}

    private record FoundUse(ProjectPath file, RootUse use) {
        String sentence() {
            return file.value() + ":" + use.line() + " " + use.what();
        }
    }

    private final Project project;
    private final Writers writers;
    private final Function<String, Optional<String>> variables;
    private final WorkingFolder working;
    private final List<Source> sources = new ArrayList<>();
    private final List<Found> settings = new ArrayList<>();
    private final Map<String, List<Script>> scripts = new HashMap<>();
    private final Map<String, List<PathText>> shared = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<String, PathText> keys = new HashMap<>();
    private final List<FoundUse> rootUses = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> started = new HashMap<>();
    private final List<ProjectPath> unread = new ArrayList<>();
    private int text;
    private boolean complete = true;

    /** Reads for a container that starts in the directory {@code working}. */
    ApplicationReader(
            Project project, Writers writers, Function<String, Optional<String>> variables, WorkingFolder working) {
        this.project = project;
        this.writers = writers;
        this.variables = variables;
        this.working = working;
    }

    /** Takes what the start command says, which wins over settings. */
    void start(StartArguments arguments) {
        keys.putAll(arguments.options());
    }

    /** Takes one file; {@code place} is where the container has it, if that is known. */
    void take(ProjectPath file, Optional<String> place) {
        String name = file.fileName();
        names.add(name);
        if (writers.isUnread(name)) {
            unread.add(file);
        }
        boolean plain = name.lastIndexOf('.') <= 0;
        boolean mayBeSource = plain || isShell(name) || Language.of(name, "").isPresent();
        if (!mayBeSource && !SettingsReader.reads(name)) {
            return;
        }
        // A compose file speaks of other containers, and of their directories.
        if (project.file(file).filter(known -> known.kind() == FileKind.COMPOSE).isPresent()) {
            return;
        }
        Optional<byte[]> bytes = project.workspace().read(file, LARGEST);
        if (bytes.isEmpty() || text + bytes.get().length > MOST_TEXT) {
            complete = false;
            return;
        }
        if (isBinary(bytes.get())) {
            return;
        }
        text += bytes.get().length;
        try {
            SourceText source = SourceText.decode(bytes.get());
            Optional<Language> language = Language.of(name, source.text());
            if (language.isPresent()) {
                Surroundings surroundings = new Surroundings(
                        writers,
                        variables,
                        this::meaning,
                        this::setting,
                        settings -> isThere(file, settings),
                        working,
                        place);
                List<Lexeme> lexemes = Lexer.read(language.get(), source.text());
                sources.add(new Source(file, place, new CodeReader(language.get(), lexemes, surroundings)));
                RootSigns signs = RootSigns.read(language.get(), lexemes, writers.rootUses(), variables);
                signs.uses().forEach(use -> rootUses.add(new FoundUse(file, use)));
                signs.started().forEach((program, line) -> started.putIfAbsent(program, file.value() + ":" + line));
                ServerSettings.read(name, language.get(), source.text(), lexemes)
                        .forEach(use -> rootUses.add(new FoundUse(file, use)));
            } else if (isShell(name) || (plain && source.text().startsWith("#!"))) {
                scripts.computeIfAbsent(name, each -> new ArrayList<>()).add(new Script(file, source));
            } else if (SettingsReader.reads(name)) {
                SettingsReader.Settings read = SettingsReader.read(
                        name,
                        source,
                        writers,
                        variables,
                        working,
                        key -> Optional.ofNullable(keys.get(key)).map(PathText::text));
                read.writes().forEach(write -> settings.add(new Found(file, write)));
                read.paths().forEach(keys::putIfAbsent);
                read.rootUses().forEach(use -> rootUses.add(new FoundUse(file, use)));
            }
        } catch (UndecodableTextException e) {
            // A file that is no text says nothing.
        }
    }

    /** Returns whether a file of this name was taken, or lies beside a source or at the root of the project. */
    private boolean isThere(ProjectPath source, String name) {
        return names.contains(name)
                || Stream.of(source.parent(), ProjectPath.ROOT)
                        .flatMap(folder -> folder.resolve(name).stream())
                        .anyMatch(path -> project.workspace().kind(path) == Workspace.Kind.FILE);
    }

    private static boolean isShell(String name) {
        return name.endsWith(".sh") || name.endsWith(".bash");
    }

    /** Reads the scripts that its sources and these scripts name; what a container starts is read with its start command. */
    private List<Found> scriptWrites() {
        Deque<String> names = new ArrayDeque<>();
        sources.forEach(source -> names.addAll(source.reader().scripts()));
        Set<String> seen = new HashSet<>();
        List<Found> found = new ArrayList<>();
        while (!names.isEmpty()) {
            String name = names.poll();
            for (Script script : seen.add(name) ? scripts.getOrDefault(name, List.of()) : List.<Script>of()) {
                ShellScript tree = StartCommand.script(script.text());
                ShellWrites.of(tree, writers, variables, working)
                        .forEach(write -> found.add(new Found(script.file(), write)));
                tree.simpleCommands()
                        .flatMap(command -> command.words().stream())
                        .map(word -> fileName(word.literalValue().orElse("")))
                        .filter(scripts::containsKey)
                        .forEach(names::add);
            }
        }
        return found;
    }

    static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 512); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the places that only settings name which are not there, as sentences; known after {@link #places}. */
    List<String> unclear() {
        return sources.stream()
                .flatMap(source -> source.reader().unclear().stream()
                        .map(each -> source.file().value() + ":" + each.line() + " writes to what " + each.name()
                                + " says, and the settings that it is read from are not in the build context"))
                .distinct()
                .toList();
    }

    /** Returns what sources hand to calls and keys of which nothing is known, as sentences; known after {@link #places}. */
    List<String> given(List<WrittenPlace> places) {
        TreeSet<String> read = new TreeSet<>();
        sources.forEach(source -> read.addAll(source.reader().readPlaces()));
        TreeSet<String> written = new TreeSet<>();
        places.forEach(place -> written.add(place.path()));
        return sources.stream()
                .flatMap(source -> source.reader().given().stream()
                        .filter(each -> !(working.own() && ContainerPath.isWithin(each.path(), working.path())))
                        .filter(each -> !holdsOne(each.path(), read)
                                && !holdsOne(each.path(), written)
                                && !liesInOne(each.path(), written))
                        .map(each -> source.file().value() + ":" + each.line() + " hands " + each.path() + " to "
                                + each.name() + ", which may write there"))
                .distinct()
                .toList();
    }

    private static boolean holdsOne(String folder, NavigableSet<String> paths) {
        String next = paths.ceiling(folder);
        String below = paths.ceiling(folder + "/");
        return folder.equals(next) || (below != null && below.startsWith(folder + "/"));
    }

    private static boolean liesInOne(String path, Set<String> folders) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (folders.contains(path.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the sources in languages that are not read, unless what is started is in one that was. */
    List<ProjectPath> unread(Optional<String> started) {
        boolean known = started.flatMap(writers::languageOf)
                .filter(key -> sources.stream()
                        .anyMatch(source -> source.reader().language().key().equals(key)))
                .isPresent();
        return known ? List.of() : List.copyOf(unread);
    }

    int sources() {
        return sources.size();
    }

    boolean isComplete() {
        return complete;
    }

    /** Returns what one of the files does that only root may; known after {@link #places}. */
    Optional<String> rootUse() {
        return uses().map(FoundUse::sentence).findFirst();
    }

    /** Returns the same of what takes a capability in every engine. */
    Optional<String> changedOwner() {
        return uses().filter(found -> found.use().capability())
                .map(FoundUse::sentence)
                .findFirst();
    }

    private Stream<FoundUse> uses() {
        return Stream.concat(
                sources.stream()
                        .flatMap(source ->
                                source.reader().rootUses().stream().map(use -> new FoundUse(source.file(), use))),
                rootUses.stream());
    }

    /** Returns a place that writes what the command line may name; known after {@link #places}. */
    Optional<String> writesArguments() {
        return sources.stream()
                .filter(source -> source.reader().writesArguments() > 0)
                .map(source -> source.file().value() + ":" + source.reader().writesArguments())
                .findFirst();
    }

    /** Returns the programs that sources and scripts start, each with a place that does; known after {@link #places}. */
    Map<String, String> started() {
        Map<String, String> all = new HashMap<>(started);
        for (Source source : sources) {
            source.reader()
                    .started()
                    .forEach((program, line) ->
                            all.putIfAbsent(program, source.file().value() + ":" + line));
        }
        scripts.values().stream()
                .flatMap(List::stream)
                .forEach(script -> StartedCommand.programs(StartCommand.script(script.text()))
                        .forEach(program ->
                                all.putIfAbsent(program, script.file().value())));
        return all;
    }

    /** Returns the places of which sources ask whether they are there, each with where; known after {@link #places}. */
    Map<String, String> tested() {
        Map<String, String> all = new HashMap<>();
        for (Source source : sources) {
            source.reader()
                    .tested()
                    .forEach((path, line) -> all.putIfAbsent(
                            ContainerPath.normalise(path), source.file().value() + ":" + line));
        }
        return all;
    }

    /** Returns the ports that all sources open together; empty if one is not known. Known after {@link #places}. */
    Optional<Set<Integer>> opened() {
        Set<Integer> all = new TreeSet<>();
        for (Source source : sources) {
            Optional<Set<Integer>> own = source.reader().opened();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(own.get());
        }
        return Optional.of(all);
    }

    /** What a key means in any of the settings. */
    private List<PathText> setting(String key) {
        return Optional.ofNullable(keys.get(key)).map(List::of).orElseGet(() -> sharedMeaning(key));
    }

    /** What a name means in any of the sources, if it is no name that all of them use. */
    private List<PathText> meaning(String name) {
        if (name.length() < SHORTEST_SHARED_NAME || COMMON.contains(name)) {
            return List.of();
        }
        return sharedMeaning(name);
    }

    private List<PathText> sharedMeaning(String name) {
        List<PathText> known = shared.get(name);
        if (known != null || !open.add(name)) {
            return known == null ? List.of() : known;
        }
        List<PathText> found = new ArrayList<>();
        for (Source source : holders().getOrDefault(name, List.of())) {
            source.reader().meaning(name).stream()
                    .filter(path -> path.isAbsolute() && !found.contains(path))
                    .forEach(found::add);
        }
        open.remove(name);
        List<PathText> few = found.stream().limit(MOST_MEANINGS).toList();
        shared.put(name, few);
        return few;
    }

    private Map<String, List<Source>> holders;

    private Map<String, List<Source>> holders() {
        if (holders == null) {
            holders = new HashMap<>();
            for (Source source : sources) {
                for (String name : source.reader().names()) {
                    List<Source> known = holders.computeIfAbsent(name, each -> new ArrayList<>());
                    if (known.size() < MOST_MEANINGS) {
                        known.add(source);
                    }
                }
            }
        }
        return holders;
    }

    /** Returns what all files that were taken say, each place once. */
    List<WrittenPlace> places() {
        Map<String, WrittenPlace> found = new TreeMap<>();
        for (Source source : sources) {
            for (Write write : source.reader().writes()) {
                place(source.file(), write)
                        .ifPresent(place -> found.merge(place.path(), place, ApplicationReader::better));
            }
        }
        List<Found> others = new ArrayList<>(settings);
        others.addAll(scriptWrites());
        for (Found each : others) {
            place(each.file(), each.write())
                    .ifPresent(place -> found.merge(place.path(), place, ApplicationReader::better));
        }
        return List.copyOf(found.values());
    }

    private static WrittenPlace better(WrittenPlace first, WrittenPlace second) {
        boolean sure = first.isCertain() || !second.isCertain();
        WrittenPlace better = sure ? first : second;
        WrittenPlace other = sure ? second : first;
        boolean vague = better.kind() == Kind.UNCLEAR || (better.kind() == Kind.FILE && other.kind() == Kind.DATABASE);
        return vague && other.kind() != Kind.UNCLEAR
                ? new WrittenPlace(better.path(), other.kind(), better.certainty(), better.evidence(), better.line())
                : better;
    }

    private Optional<WrittenPlace> place(ProjectPath file, Write write) {
        PathText path = write.path();
        Kind kind = write.kind();
        String text = path.text();
        if (path.open()) {
            int slash = text.lastIndexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            text = slash == 0 ? "/" : text.substring(0, slash);
            kind = Kind.FOLDER;
        } else if (kind == Kind.UNCLEAR) {
            kind = WrittenPlace.kindByName(text);
        }
        Optional<String> absolute = path.isInHome()
                ? Optional.of("~" + ContainerPath.normalise("/" + text.substring(1)))
                : ContainerPath.resolve(Optional.of(working.path()), text);
        Kind known = kind;
        return absolute.filter(place -> !isEverybodys(place))
                .map(place -> new WrittenPlace(place, known, write.certainty(), file.value(), write.line()));
    }

    private static boolean isEverybodys(String path) {
        return ContainerPath.isWithin(path, "/dev") || ContainerPath.isWithin(path, "/proc");
    }
}
