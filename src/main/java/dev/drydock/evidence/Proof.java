package dev.drydock.evidence;

import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the trials of one project showed.
 *
 * @param files the files that it speaks of
 * @param date the day of the last trial, UTC
 * @param commit the commit that was checked out, in hexadecimal; empty outside of a repository
 * @param engine the engine and its version
 * @param images the digest of each image that was built on or started, by its name; what has none is not named
 * @param summary what held with all proven repairs together: "builds, starts, restarts, 2 ports answer as before"
 * @param exercised what was asked of the containers, so that everybody can see what was not
 * @param observed what was seen, by the name of the container: the path of its Dockerfile, or that of the compose file with
 *     {@code #} and the service
 * @param verdicts the repairs that were tried
 */
public record Proof(
        NavigableMap<ProjectPath, ProvenText> files,
        LocalDate date,
        Optional<String> commit,
        String engine,
        NavigableMap<String, String> images,
        String summary,
        List<String> exercised,
        NavigableMap<String, Observed> observed,
        NavigableMap<FindingKey, Verdict> verdicts) {
    private static final int SHORT = 8;
    private static final int LARGEST = 10 << 20;

    public Proof {
        files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
        Objects.requireNonNull(date);
        Objects.requireNonNull(commit);
        Objects.requireNonNull(engine);
        images = Collections.unmodifiableNavigableMap(new TreeMap<>(images));
        Objects.requireNonNull(summary);
        exercised = List.copyOf(exercised);
        observed = Collections.unmodifiableNavigableMap(new TreeMap<>(observed));
        verdicts = Collections.unmodifiableNavigableMap(new TreeMap<>(verdicts));
    }

    /** Returns whether each file that this speaks of has the text from before or after, and one of them is judged. */
    public boolean isOf(Project project) {
        return project.files().stream().anyMatch(file -> files.containsKey(file.path()))
                && files.entrySet().stream().allMatch(file -> file.getValue().isOf(text(project, file.getKey())));
    }

    /**
     * Returns the first file that has neither the text from before nor that from after, so that this says nothing any more.
     *
     * @param texts the content of a file; empty if it is not there
     */
    public Optional<ProjectPath> changed(Function<ProjectPath, Optional<byte[]>> texts) {
        return files.entrySet().stream()
                .filter(file -> !file.getValue().isOf(texts.apply(file.getKey()).flatMap(Proof::decoded)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<SourceText> text(Project project, ProjectPath path) {
        return project.file(path)
                .map(ProjectFile::source)
                .or(() -> project.workspace().read(path, LARGEST).flatMap(Proof::decoded));
    }

    private static Optional<SourceText> decoded(byte[] bytes) {
        try {
            return Optional.of(SourceText.decode(bytes));
        } catch (UndecodableTextException e) {
            return Optional.empty();
        }
    }

    public Optional<Verdict> verdict(FindingKey key) {
        return Optional.ofNullable(verdicts.get(key));
    }

    public Optional<Observed> observed(String container) {
        return Optional.ofNullable(observed.get(container));
    }

    /** Returns the line that goes with a repair that held. */
    public String line() {
        return "tried on " + date + place() + ": " + summary;
    }

    /** Returns why a repair is left out, with the day. */
    public String line(Verdict leftOut) {
        return "tried on " + date + place() + " and left out: " + leftOut.reason();
    }

    /** Other sources of the application may have moved on since then. */
    private String place() {
        return commit.map(name -> " at " + name.substring(0, Math.min(SHORT, name.length())))
                .orElse("");
    }

    Proof withFiles(Map<ProjectPath, ProvenText> moved, Map<String, Observed> seen, Map<FindingKey, Verdict> decided) {
        return new Proof(
                new TreeMap<>(moved),
                date,
                commit,
                engine,
                images,
                summary,
                exercised,
                new TreeMap<>(seen),
                new TreeMap<>(decided));
    }
}
