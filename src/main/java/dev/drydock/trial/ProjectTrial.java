package dev.drydock.trial;

import dev.drydock.edit.Safety;
import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.Engine;
import dev.drydock.engine.RunResult;
import dev.drydock.evidence.Evidence;
import dev.drydock.evidence.FindingKey;
import dev.drydock.evidence.Observed;
import dev.drydock.evidence.Proof;
import dev.drydock.evidence.ProvenText;
import dev.drydock.evidence.Verdict;
import dev.drydock.project.FileKind;
import dev.drydock.project.Focus;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Finds out which repairs of one project hold. */
final class ProjectTrial {
    /** The rules that take capabilities away and give back those that are needed. */
    private static final Set<String> TAKES_CAPABILITIES = Set.of("drop-capabilities", "run-drop-capabilities");

    private final Project project;
    private final Engine engine;
    private final List<Rig> rigs;
    private final String version;
    private final LocalDate today;
    private final Optional<String> commit;
    private final Consumer<String> progress;
    private final UnaryOperator<String> mask;
    private final Map<String, Comparison> originals = new TreeMap<>();
    /** What came of the versions that were tried, by their texts. */
    private final Map<Map<ProjectPath, String>, Optional<String>> tried = new HashMap<>();

    private final Map<FindingKey, String> leftOut = new LinkedHashMap<>();
    private final Map<String, List<String>> capabilities = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private boolean suspecting = true;
    private int trials;

    ProjectTrial(
            Project project,
            Engine engine,
            List<Rig> rigs,
            String version,
            LocalDate today,
            Optional<String> commit,
            UnaryOperator<String> mask,
            Consumer<String> progress) {
        this.project = project;
        this.engine = engine;
        this.rigs = new ArrayList<>(rigs);
        this.version = version;
        this.today = today;
        this.commit = commit;
        this.progress = progress;
        this.mask = mask;
    }

    /**
     * What came of it.
     *
     * @param proof what goes into the evidence file
     * @param result what will be written with it
     * @param trials how many versions were built and started, the originals included
     * @param problems what could not be tried and why, one line each
     * @param images how the images differ, if that was asked for
     */
    record Proven(Proof proof, RunResult result, int trials, List<String> problems, List<ImageComparison> images) {}

    /** @param comparesImages whether the images are compared at the end */
    Proven run(boolean comparesImages) throws TrialFailedException {
        progress.accept("the original");
        originals();
        tried.put(texts(project), Optional.empty());
        RunResult all = settle(informed().withLimit(Safety.SUGGEST));
        if (learnsCapabilities(all)) {
            all = settle(informed().withLimit(Safety.SUGGEST));
        }
        Map<FindingKey, Verdict> verdicts = verdicts(all);
        Proof proof = proof(all.after(), verdicts, secretFiles(all));
        RunResult written = settle(engine.withEvidence(new Evidence(List.of(proof))));
        verdicts.putAll(verdicts(written));
        proof = proof(written.after(), verdicts, secretFiles(written));
        return new Proven(proof, written, trials, List.copyOf(problems), images(comparesImages, written.after()));
    }

    /** Starts what the project is made of; what cannot be tried is left out, unless nothing is left. */
    private void originals() throws TrialFailedException {
        List<String> failures = new ArrayList<>();
        Map<String, String> untried = new TreeMap<>();
        for (Rig rig : List.copyOf(rigs)) {
            trials++;
            try {
                originals.putAll(rig.original(project));
                untried.putAll(rig.refused());
            } catch (TrialFailedException e) {
                rigs.remove(rig);
                failures.add(mask.apply(e.getMessage()));
            }
        }
        if (rigs.isEmpty()) {
            throw new TrialFailedException(String.join("; ", failures));
        }
        problems.addAll(failures);
        untried.forEach((container, reason) -> problems.add(container + ": " + mask.apply(reason)));
    }

    private List<ImageComparison> images(boolean wanted, Project after) throws TrialFailedException {
        List<ImageComparison> images = new ArrayList<>();
        if (wanted) {
            progress.accept("the images");
            for (Rig rig : rigs) {
                Map<String, ImageContent> before = rig.contents(project);
                rig.contents(after)
                        .forEach((container, content) -> Optional.ofNullable(before.get(container))
                                .ifPresent(old -> images.add(ImageComparison.of(container, old, content, mask))));
            }
        }
        return images;
    }

    /** Returns an engine that knows what was seen, and nothing of what holds. */
    private Engine informed() {
        return engine.withEvidence(new Evidence(List.of(proof(project, Map.of(), List.of()))));
    }

    /** Where taking capabilities away broke a container, those that it needs are looked for, and it is tried once more. */
    private boolean learnsCapabilities(RunResult held) throws TrialFailedException {
        Set<String> codes = new HashSet<>();
        engine.schedule().stream()
                .filter(entry -> TAKES_CAPABILITIES.contains(entry.id()))
                .forEach(entry -> codes.add(entry.code()));
        boolean learnt = false;
        for (FindingKey key : List.copyOf(leftOut.keySet())) {
            if (!codes.contains(key.rule()) || learnt(held, container(key)).isEmpty()) {
                continue;
            }
            leftOut.remove(key);
            learnt = true;
        }
        return learnt;
    }

    private static String container(FindingKey key) {
        return key.path() + "#"
                + (key.scope().startsWith("service ") ? key.scope().substring(8) : key.scope());
    }

    private Optional<List<String>> learnt(RunResult held, String container) throws TrialFailedException {
        Comparison original = originals.get(container);
        TrialFailedException[] failure = new TrialFailedException[1];
        Optional<List<String>> smallest = new CapabilitySearch(some -> {
                    try {
                        return works(held.after(), container, original, some);
                    } catch (TrialFailedException e) {
                        failure[0] = e;
                        return false;
                    }
                })
                .smallest();
        if (failure[0] != null) {
            throw failure[0];
        }
        smallest.ifPresent(set -> capabilities.put(container, set));
        return smallest;
    }

    private boolean works(Project version, String container, Comparison original, List<String> some)
            throws TrialFailedException {
        for (Rig rig : rigs) {
            Optional<Map<String, Observation>> observed = rig.withCapabilities(version, container, some);
            if (observed.isPresent()) {
                trials++;
                progress.accept(container + " with " + (some.isEmpty() ? "no capability" : String.join(", ", some)));
                return original != null
                        && observed.get().containsKey(container)
                        && original.worse(observed.get().get(container)).isEmpty();
            }
        }
        return false;
    }

    private boolean isCovered(FindingKey repair) {
        return rigs.stream().anyMatch(rig -> rig.covers(repair));
    }

    private static List<ProjectPath> secretFiles(RunResult result) {
        return List.copyOf(result.secretFiles());
    }

    /** Leaves out repairs until everything works as before. */
    private RunResult settle(Engine judge) throws TrialFailedException {
        TrialFailedException[] failure = new TrialFailedException[1];
        while (true) {
            RunResult result = judge.run(project, Focus.ALL, key -> !leftOut.containsKey(key));
            // The order is that in which they are made: later ones build on earlier ones.
            List<FindingKey> repairs = new ArrayList<>(new LinkedHashSet<>(
                    result.changes().stream().map(AppliedChange::key).toList()));
            Bisection<FindingKey> bisection = new Bisection<>(some -> {
                Set<FindingKey> allowed = new HashSet<>(some);
                return attempt(
                        some.size() == repairs.size()
                                ? result.after()
                                : judge.run(project, Focus.ALL, allowed::contains)
                                        .after());
            });
            Optional<Map.Entry<FindingKey, String>> guilty =
                    suspected(judge, result).or(() -> bisection.firstGuilty(repairs));
            if (failure[0] != null) {
                throw failure[0];
            }
            if (guilty.isEmpty()) {
                if (repairs.isEmpty() && attempt(result.after()).isPresent()) {
                    throw new TrialFailedException("it does not behave the same twice");
                }
                return result;
            }
            leftOut.put(guilty.get().getKey(), guilty.get().getValue());
        }
    }

    /**
     * Returns the repair that the failure of all names, if it fails alone, too. After a first wrong guess none is made any
     * more, so that it costs one trial at most.
     */
    private Optional<Map.Entry<FindingKey, String>> suspected(Engine judge, RunResult all) {
        Optional<FindingKey> named = suspecting && all.changes().size() > 1
                ? attempt(all.after()).flatMap(new Suspicion(all.changes())::of)
                : Optional.empty();
        Optional<Map.Entry<FindingKey, String>> guilty = named.flatMap(key ->
                attempt(judge.run(project, Focus.ALL, key::equals).after()).map(reason -> Map.entry(key, reason)));
        suspecting = suspecting && named.isPresent() == guilty.isPresent();
        return guilty;
    }

    /** Returns why a version is worse than the original; each is started once. */
    private Optional<String> attempt(Project candidate) {
        Map<ProjectPath, String> texts = texts(candidate);
        Optional<String> known = tried.get(texts);
        if (known != null) {
            return known;
        }
        trials++;
        progress.accept("repairs, trial " + (trials - 1));
        Optional<String> worse;
        try {
            worse = worse(candidate).map(mask);
        } catch (TrialFailedException e) {
            worse = Optional.of(mask.apply(e.getMessage()));
        }
        tried.put(texts, worse);
        return worse;
    }

    private Optional<String> worse(Project candidate) throws TrialFailedException {
        for (Rig rig : rigs) {
            Map<String, Observation> observed = new TreeMap<>(rig.repaired(candidate));
            for (Map.Entry<String, Observation> each : observed.entrySet()) {
                Comparison original = originals.get(each.getKey());
                Optional<String> worse = original == null ? Optional.empty() : original.worse(each.getValue());
                if (worse.isPresent()) {
                    return worse;
                }
            }
        }
        return Optional.empty();
    }

    private static Map<ProjectPath, String> texts(Project version) {
        Map<ProjectPath, String> texts = new HashMap<>();
        version.files().forEach(file -> texts.put(file.path(), file.source().text()));
        return texts;
    }

    private Map<FindingKey, Verdict> verdicts(RunResult result) {
        Map<FindingKey, Verdict> verdicts = new TreeMap<>();
        // A repair of which no trial shows whether it is right has no verdict, although it was there when all worked.
        result.changes().stream()
                .filter(change -> change.rewrite().isTriable())
                .map(AppliedChange::key)
                .filter(this::isCovered)
                .forEach(key -> verdicts.put(key, Verdict.HELD));
        leftOut.forEach((key, reason) -> verdicts.put(key, Verdict.leftOut(reason)));
        return verdicts;
    }

    /** Returns what is known now; the files are those of the project and those that repairs created, secrets left out. */
    private Proof proof(Project after, Map<FindingKey, Verdict> verdicts, List<ProjectPath> secrets) {
        TreeMap<ProjectPath, ProvenText> files = new TreeMap<>();
        for (ProjectFile file : after.files()) {
            // An ignore file may belong to several projects, and is a source among others.
            if (file.kind() != FileKind.IGNORE_FILE && !secrets.contains(file.path())) {
                Optional<SourceText> before = project.file(file.path()).map(ProjectFile::source);
                files.put(
                        file.path(), new ProvenText(before.map(ProvenText::digest), ProvenText.digest(file.source())));
            }
        }
        TreeMap<String, Observed> observed = new TreeMap<>();
        List<String> exercised = new ArrayList<>();
        int ports = 0;
        for (Map.Entry<String, Comparison> each : originals.entrySet()) {
            Observation original = each.getValue().first();
            observed.put(each.getKey(), seen(each.getKey(), original));
            ports += original.answering().size();
            exercised.addAll(exercised(each.getKey(), original));
        }
        for (Rig rig : rigs) {
            rig.dockerfiles().forEach((container, dockerfile) -> {
                if (originals.containsKey(container)) {
                    observed.merge(
                            dockerfile.value(), originals.get(container).first().seen(), Observed::and);
                }
            });
        }
        String summary = "builds, starts, restarts"
                + (ports == 0
                        ? ", no port answers"
                        : ports == 1 ? ", 1 port answers as before" : ", " + ports + " ports answer as before");
        TreeMap<String, String> images = new TreeMap<>();
        rigs.forEach(rig -> images.putAll(rig.bases()));
        return new Proof(files, today, commit, version, images, summary, exercised, observed, new TreeMap<>(verdicts));
    }

    private Observed seen(String container, Observation original) {
        return Optional.ofNullable(capabilities.get(container))
                .map(original.seen()::withCapabilities)
                .orElse(original.seen());
    }

    private List<String> exercised(String name, Observation original) {
        List<String> lines = new ArrayList<>();
        original.answers().forEach((port, answer) -> lines.add(name + ": port " + port + ": " + answer));
        original.probes().forEach((probe, code) -> lines.add(mask.apply(name + ": " + probe + ": exit code " + code)));
        original.healthy().ifPresent(well -> lines.add(name + ": health check: " + (well ? "passes" : "fails")));
        if (original.answering().isEmpty() && original.probes().isEmpty()) {
            lines.add(name + ": only its start was watched, as no port answers");
        }
        return lines;
    }
}
