package dev.drydock.evidence;

import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The content of an evidence file.
 *
 * @param proofs ordered by the first file that they speak of
 */
public record Evidence(List<Proof> proofs) {
    /** The usual name of the file, at the root of the project. */
    public static final String FILE_NAME = "drydock.evidence.yaml";
    /** The one version of the format that there is. */
    public static final int VERSION = 1;

    /** Nothing was tried. */
    public static final Evidence NONE = new Evidence(List.of());

    public Evidence {
        proofs = proofs.stream()
                .filter(proof -> !proof.files().isEmpty())
                .sorted((one, other) ->
                        one.files().firstKey().compareTo(other.files().firstKey()))
                .toList();
    }

    /** Returns what was tried of the project as its files are; empty if that is nothing, or they have changed. */
    public Optional<Proof> of(Project project) {
        return proofs.stream().filter(proof -> proof.isOf(project)).findFirst();
    }

    /** Returns this evidence with a proof in the place of those that speak of one of its files. */
    public Evidence with(Proof proof) {
        List<Proof> kept = new ArrayList<>(proofs.stream()
                .filter(other -> other.files().keySet().stream().noneMatch(proof.files()::containsKey))
                .toList());
        kept.add(proof);
        return new Evidence(kept);
    }

    /** Returns this evidence, and other evidence that wins where both speak of a file. */
    public Evidence and(Evidence other) {
        Evidence both = this;
        for (Proof proof : other.proofs()) {
            both = both.with(proof);
        }
        return both;
    }

    /**
     * Returns this evidence with every path named as seen from another folder.
     *
     * @param rename the new name of a path; empty if it lies outside, which drops the proof that speaks of it
     */
    public Evidence renamed(Function<ProjectPath, Optional<ProjectPath>> rename) {
        return new Evidence(proofs.stream()
                .flatMap(proof -> renamed(proof, rename).stream())
                .toList());
    }

    private static Optional<Proof> renamed(Proof proof, Function<ProjectPath, Optional<ProjectPath>> rename) {
        NavigableMap<ProjectPath, ProvenText> files = new TreeMap<>();
        for (Map.Entry<ProjectPath, ProvenText> file : proof.files().entrySet()) {
            Optional<ProjectPath> path = rename.apply(file.getKey());
            if (path.isEmpty()) {
                return Optional.empty();
            }
            files.put(path.get(), file.getValue());
        }
        Map<FindingKey, Verdict> verdicts = new TreeMap<>();
        proof.verdicts()
                .forEach((key, verdict) -> rename.apply(key.path())
                        .ifPresent(path ->
                                verdicts.put(new FindingKey(key.rule(), path, key.scope(), key.text()), verdict)));
        Map<String, Observed> observed = new TreeMap<>();
        proof.observed().forEach((name, seen) -> container(name, rename).ifPresent(same -> observed.put(same, seen)));
        return Optional.of(proof.withFiles(files, observed, verdicts));
    }

    private static Optional<String> container(String name, Function<ProjectPath, Optional<ProjectPath>> rename) {
        int hash = name.indexOf('#');
        String path = hash < 0 ? name : name.substring(0, hash);
        return ProjectPath.parse(path).flatMap(rename).map(moved -> moved + (hash < 0 ? "" : name.substring(hash)));
    }
}
