package dev.drydock.written;

import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Writers;
import dev.drydock.model.BuildStage;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The places that an application writes, as its sources and settings say.
 *
 * <pre>{@code
 * WrittenPaths written = WrittenPaths.of(project, dockerfile, stage, knowledge.writers());
 * written.places();   // /var/log/app.log, FILE, CERTAIN, server.js:3
 * }</pre>
 */
public final class WrittenPaths {
    /** How much of the application could be read. */
    public enum Reading {
        /** Sources of programs were read. */
        SOURCES,
        /** The build context is there, and what is started comes without its sources: a binary, an archive, a download. */
        NO_SOURCES,
        /** What the Dockerfile copies is not there to be looked at: the file is judged alone. */
        NO_CONTEXT
    }

    private final List<WrittenPlace> places;
    private final Reading reading;
    private final int sources;
    private final boolean complete;
    private final boolean serverSources;
    private final Optional<String> rootUse;
    private final Optional<String> changedOwner;
    private final List<String> unclear;
    private final Optional<Set<Integer>> openedPorts;
    private final Map<String, String> started;
    private final Map<String, String> tested;
    private final Optional<String> toArguments;

    private WrittenPaths(
            List<WrittenPlace> places,
            Reading reading,
            int sources,
            boolean serverSources,
            boolean complete,
            Optional<String> rootUse,
            Optional<String> changedOwner,
            List<String> unclear,
            Optional<Set<Integer>> openedPorts,
            Map<String, String> started,
            Map<String, String> tested,
            Optional<String> toArguments) {
        this.tested = Map.copyOf(tested);
        this.toArguments = toArguments;
        this.started = Map.copyOf(started);
        this.openedPorts = openedPorts.map(Set::copyOf);
        this.rootUse = rootUse;
        this.changedOwner = changedOwner;
        this.unclear = List.copyOf(unclear);
        this.serverSources = serverSources;
        this.places = List.copyOf(places);
        this.reading = reading;
        this.sources = sources;
        this.complete = complete;
    }

    /** Returns each place once, ordered by path; what is certain wins over what is likely. */
    public List<WrittenPlace> places() {
        return places;
    }

    public Reading reading() {
        return reading;
    }

    /** Returns how many files with source code were read. */
    public int sources() {
        return sources;
    }

    /** Returns whether sources were among them that a server may run which is no Node.js: of PHP, Java, Python and so on. */
    public boolean hasServerSources() {
        return serverSources;
    }

    /** Returns whether all files were read; false if there are more, or larger ones, than one looks through. */
    public boolean isComplete() {
        return complete;
    }

    /** Returns what the sources write to places that they do not say, as sentences without a full stop that name file and line. */
    public List<String> unclear() {
        return unclear;
    }

    /** Returns whether everything that the application writes is among the places: its sources are here, and say it. */
    public boolean isSure() {
        return reading == Reading.SOURCES && complete && unclear.isEmpty();
    }

    /** Returns what the sources or settings do that only root may, as a sentence without a full stop. */
    public Optional<String> rootUse() {
        return rootUse;
    }

    /** Returns what the sources or settings do that takes root a capability: to change the user, or the owner of a file. */
    public Optional<String> changedOwner() {
        return changedOwner;
    }

    /** Returns the place of a source that may write where its command line says. */
    public Optional<String> toArguments() {
        return toArguments;
    }

    /** Returns the place of a source or script that starts a program, or brings in a library that does. */
    public Optional<String> starterOf(String program) {
        return Optional.ofNullable(started.get(program));
    }

    /** Returns where a source asks whether a place is there, and does more than to make it if it is not. */
    public Optional<String> testOf(String path) {
        return Optional.ofNullable(tested.get(path));
    }

    /** Returns the ports that the sources open; empty if they open one that is not known. */
    public Optional<Set<Integer>> openedPorts() {
        return openedPorts;
    }

    /**
     * Reads what a stage brings into the image that it builds.
     *
     * @param variables what is set for the container outside of the Dockerfile, by a service or an option; asked first
     */
    public static WrittenPaths of(
            Project project,
            ProjectFile dockerfile,
            BuildStage stage,
            Writers writers,
            Function<String, Optional<String>> variables) {
        Optional<ProjectPath> context = ImageSources.context(project, dockerfile, stage);
        return WrittenMemory.of(
                project, stage, context, variables, asked -> read(project, dockerfile, stage, context, writers, asked));
    }

    private static WrittenPaths read(
            Project project,
            ProjectFile dockerfile,
            BuildStage stage,
            Optional<ProjectPath> context,
            Writers writers,
            Function<String, Optional<String>> variables) {
        ImageSources sources = ImageSources.of(project, dockerfile, stage, context, writers);
        Function<String, Optional<String>> all = name -> variables.apply(name).or(() -> stage.environment(name));
        WorkingFolder working = WorkingFolder.of(stage.workdir(), stage.facts().flatMap(ImageFacts::workdir), writers);
        ApplicationReader reader = new ApplicationReader(project, writers, all, working);
        reader.start(StartArguments.of(stage.startCommand()));
        InstalledSources installed = InstalledSources.of(stage, working, writers, sources.files());
        sources.files().forEach((file, place) -> reader.take(file, installed.place(file, place)));
        List<WrittenPlace> places = reader.places();
        Reading reading = reader.sources() > 0
                ? Reading.SOURCES
                : sources.files().isEmpty()
                                && (sources.copiesContext()
                                        || !project.workspace().isKnown())
                        ? Reading.NO_CONTEXT
                        : Reading.NO_SOURCES;
        List<String> unclear = new ArrayList<>(reader.unclear());
        unclear.addAll(reader.given(places));
        List<ProjectPath> unread = reader.unread(started(stage));
        if (!unread.isEmpty()) {
            unclear.add(unread.get(0).value() + (unread.size() > 1 ? " and " + (unread.size() - 1) + " more" : "")
                    + " may write to places of which nothing is known, as the language is not read");
        }
        return new WrittenPaths(
                places,
                reading,
                reader.sources(),
                sources.files().keySet().stream().anyMatch(file -> Language.isOfServer(file.fileName())),
                sources.isComplete() && reader.isComplete(),
                reader.rootUse(),
                reader.changedOwner(),
                unclear,
                reader.opened(),
                reader.started(),
                reader.tested(),
                reader.writesArguments());
    }

    /**
     * Reads what is mounted into a container of an image that others built.
     *
     * @param places files and folders of the project by their path in the container
     * @param variables what is set for the container
     */
    public static WrittenPaths ofMounts(
            Project project,
            Writers writers,
            Map<String, ProjectPath> places,
            Function<String, Optional<String>> variables) {
        MountedSources sources = MountedSources.of(project.workspace(), writers, places);
        ApplicationReader reader = new ApplicationReader(project, writers, variables, WorkingFolder.ofMounts());
        sources.files().forEach((file, place) -> reader.take(file, Optional.of(place)));
        List<WrittenPlace> found = reader.places();
        return new WrittenPaths(
                found,
                reader.sources() > 0 ? Reading.SOURCES : Reading.NO_SOURCES,
                reader.sources(),
                sources.files().keySet().stream().anyMatch(file -> Language.isOfServer(file.fileName())),
                sources.isComplete() && reader.isComplete(),
                reader.rootUse(),
                reader.changedOwner(),
                reader.unclear(),
                reader.opened(),
                reader.started(),
                reader.tested(),
                reader.writesArguments());
    }

    private static Optional<String> started(BuildStage stage) {
        return stage.startCommand().words().stream()
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .findFirst();
    }

    /** The same without anything that is set outside of the Dockerfile. */
    public static WrittenPaths of(Project project, ProjectFile dockerfile, BuildStage stage, Writers writers) {
        return of(project, dockerfile, stage, writers, name -> Optional.empty());
    }
}
