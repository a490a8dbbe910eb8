package dev.drydock.engine;

import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.evidence.FindingKey;
import dev.drydock.evidence.Proof;
import dev.drydock.evidence.Verdict;
import dev.drydock.knowledge.Confidential;
import dev.drydock.project.FileKind;
import dev.drydock.project.Focus;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.syntax.Problem;
import dev.drydock.transform.Facts;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One attempt to bring one project to rest with some transforms left out. */
final class Run {
    static final int MAX_ROUNDS = 5;
    static final int MAX_ITERATIONS = 10;

    /** How an attempt ended: it came to rest, or someone has to be left out of the next one. */
    record Ending(Convergence convergence, Optional<TransformFailure> error) {
        static final Ending AT_REST = new Ending(Convergence.CONVERGED, Optional.empty());

        static Ending unsettled(Convergence.State state, List<String> participants) {
            return new Ending(new Convergence(state, participants), Optional.empty());
        }
    }

    /** A transform threw. Caught within the run; carries no stack of its own. */
    private static final class FailedException extends RuntimeException {
        private final String transform;

        FailedException(String transform, Throwable cause) {
            super(cause);
            this.transform = transform;
        }
    }

    /** What a transform found in one version of the project. */
    private record Inspected(int version, List<Finding> findings) {}

    private final Engine engine;
    private final Project original;
    private final Focus focus;
    private final Set<String> leftOut;
    private final Trails trails;
    private final Suppressions suppressions;
    private final Predicate<FindingKey> allowed;
    private final Facts facts;
    private final FindingScopes scopes = new FindingScopes();
    private final Map<String, Inspected> inspected = new HashMap<>();
    private final List<AppliedChange> changes = new ArrayList<>();
    private final List<Veto> vetoes = new ArrayList<>();
    private final Set<String> vetoed = new HashSet<>();
    private final GeneratedFiles generated = new GeneratedFiles();
    private Project current;
    private Project sound;
    private int version;
    private Confidential confidential;

    Run(Engine engine, Project project, Focus focus, Set<String> leftOut, Predicate<FindingKey> allowed) {
        this.engine = engine;
        this.allowed = allowed;
        this.facts = engine.facts().about(project);
        this.original = project;
        this.focus = focus;
        this.leftOut = Set.copyOf(leftOut);
        this.trails = new Trails(project);
        this.suppressions = new Suppressions(engine.catalogue(), trails);
        this.current = project;
        this.sound = FileProblems.soundPart(project);
    }

    Ending execute() {
        try {
            return rounds();
        } catch (FailedException e) {
            List<ProjectPath> files =
                    sound.files().stream().map(ProjectFile::path).toList();
            return new Ending(
                    Convergence.CONVERGED, Optional.of(new TransformFailure(e.transform, files, e.getCause())));
        }
    }

    private Ending rounds() {
        Map<Map<ProjectPath, String>, Integer> changesAtText = new HashMap<>();
        changesAtText.put(texts(current), 0);
        int roundStart = 0;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            roundStart = changes.size();
            int versionAtStart = version;
            for (CatalogueEntry entry : scheduled()) {
                Ending ending = settle(entry);
                if (!ending.convergence().isConverged()) {
                    return ending;
                }
            }
            if (version == versionAtStart) {
                return Ending.AT_REST;
            }
            Integer earlier = changesAtText.put(texts(current), changes.size());
            if (earlier != null) {
                return Ending.unsettled(Convergence.State.CYCLE, changedSince(earlier));
            }
        }
        return Ending.unsettled(Convergence.State.EXHAUSTED, changedSince(roundStart));
    }

    private List<CatalogueEntry> scheduled() {
        return engine.schedule().stream()
                .filter(entry -> !leftOut.contains(entry.id()))
                .toList();
    }

    private List<String> changedSince(int change) {
        return changes.subList(change, changes.size()).stream()
                .map(AppliedChange::transform)
                .toList();
    }

    private static Map<ProjectPath, String> texts(Project project) {
        Map<ProjectPath, String> texts = new HashMap<>();
        project.files().forEach(file -> texts.put(file.path(), file.source().text()));
        return texts;
    }

    /** Lets one transform change what it can until it changes nothing more. */
    private Ending settle(CatalogueEntry entry) {
        Set<Map<ProjectPath, String>> seen = new HashSet<>();
        for (int iteration = 0; ; iteration++) {
            List<Finding> candidates = candidates(entry);
            if (candidates.isEmpty()) {
                return Ending.AT_REST;
            }
            if (iteration == 0) {
                seen.add(texts(current));
            }
            Step step = new Step(this, entry, findings(entry), candidates);
            boolean changed = step.take();
            vetoes.addAll(step.vetoes());
            if (!changed) {
                return Ending.AT_REST;
            }
            if (iteration == MAX_ITERATIONS) {
                return Ending.unsettled(Convergence.State.EXHAUSTED, List.of(entry.id()));
            }
            commit(entry, step);
            if (!seen.add(texts(current))) {
                return Ending.unsettled(Convergence.State.CYCLE, List.of(entry.id()));
            }
        }
    }

    private void commit(CatalogueEntry entry, Step step) {
        StepRewrites made = step.made();
        LineNames lines = new LineNames(current, trails);
        for (int i = 0; i < step.taken().size(); i++) {
            Finding finding = step.taken().get(i);
            changes.add(new AppliedChange(
                    entry,
                    lines.ofOriginal(finding),
                    level(entry, finding).orElseThrow(),
                    trails.location(current, finding.path(), finding.range()),
                    key(entry, finding),
                    held(entry, finding).map(Proof::line),
                    made,
                    i));
        }
        trails.add(step.edits());
        current = current.with(step.project().files());
        sound = FileProblems.soundPart(current);
        version++;
        inspected.put(entry.id(), new Inspected(version, step.findings()));
    }

    /** Returns the findings whose rewrites may be written, ordered by place. */
    private List<Finding> candidates(CatalogueEntry entry) {
        return findings(entry).stream()
                .filter(finding -> level(entry, finding)
                        .filter(level -> level.isWithin(engine.selection().limit()))
                        .isPresent())
                .filter(finding -> !isVetoed(finding))
                .filter(finding -> suppression(entry, finding).isEmpty())
                .filter(finding -> leftOut(entry, finding).isEmpty())
                .filter(finding -> allowed.test(key(entry, finding)))
                .filter(finding ->
                        focus.covers(finding.path()) && obstacle(finding).isEmpty())
                .sorted(Comparator.comparing(Finding::path).thenComparing(Finding::range))
                .toList();
    }

    /** Returns why the rewrite of a finding cannot be made in this focus. */
    private Optional<String> obstacle(Finding finding) {
        if (focus.equals(Focus.ALL) || finding.rewrite().isEmpty()) {
            return Optional.empty();
        }
        List<ProjectPath> changed = new ArrayList<>();
        List<ProjectPath> created = new ArrayList<>();
        for (FileChange change : finding.rewrite().get().changes()) {
            (change instanceof FileChange.Creation ? created : changed).add(change.path());
        }
        return focus.obstacle(changed, created);
    }

    private Optional<Safety> level(CatalogueEntry entry, Finding finding) {
        return finding.rewrite().map(rewrite -> engine.selection().level(entry, claimed(entry, finding, rewrite)));
    }

    /**
     * A suggestion that was tried is more than that; what is safe is never earned by a trial. That somebody supplies a secret
     * which is taken away, no trial can show: an image without it may start and answer as well.
     */
    private Safety claimed(CatalogueEntry entry, Finding finding, Rewrite rewrite) {
        return rewrite.safety() == Safety.SUGGEST
                        && rewrite.isTriable()
                        && !entry.family().equals("secrets")
                        && held(entry, finding).isPresent()
                ? Safety.REVIEW
                : rewrite.safety();
    }

    private FindingKey key(CatalogueEntry entry, Finding finding) {
        String scope = current.file(finding.path())
                .map(file -> scopes.of(file, finding.range()))
                .orElse(FindingScopes.WHOLE_FILE);
        return new FindingKey(entry.code(), finding.path(), scope, finding.message());
    }

    private Optional<Verdict> verdict(CatalogueEntry entry, Finding finding) {
        return facts.proof().flatMap(proof -> proof.verdict(key(entry, finding)));
    }

    private Optional<Proof> held(CatalogueEntry entry, Finding finding) {
        return facts.proof()
                .filter(proof -> verdict(entry, finding).filter(Verdict::held).isPresent());
    }

    /** Returns what a trial had against the repair. */
    private Optional<String> leftOut(CatalogueEntry entry, Finding finding) {
        return verdict(entry, finding)
                .filter(verdict -> !verdict.held())
                .map(verdict -> confidential().mask(facts.proof().orElseThrow().line(verdict)));
    }

    /** Returns why a repair is not written at this level; after a trial, why that did not lift it. */
    private String untold(CatalogueEntry entry, Finding finding) {
        Optional<Proof> held = held(entry, finding);
        if (held.isPresent()) {
            return "held when it was " + held.get().line()
                    + (level(entry, finding).equals(Optional.of(Safety.SUGGEST))
                                    && entry.family().equals("secrets")
                            ? ", which does not show that somebody supplies the secret"
                            : "");
        }
        boolean measured = finding.rewrite().map(Rewrite::isTriable).orElse(true);
        return facts.proof().isPresent() && !measured
                ? "no trial measures what it limits"
                : "not written at this level";
    }

    private Optional<Suppression> suppression(CatalogueEntry entry, Finding finding) {
        return current.file(finding.path()).flatMap(file -> suppressions.covering(file, finding, entry));
    }

    /** Remembers that a rewrite was refused, so that it is not tried again. */
    Veto veto(Finding finding, ProjectPath path, String reason) {
        vetoed.add(vetoKey(finding));
        Location location = trails.location(current, finding.path(), finding.range());
        return new Veto(finding.transform(), location, finding.rewrite().orElseThrow(), path, reason);
    }

    private boolean isVetoed(Finding finding) {
        return !vetoed.isEmpty() && vetoed.contains(vetoKey(finding));
    }

    private String vetoKey(Finding finding) {
        int start = trails.original(finding.path(), finding.range()).start();
        return finding.transform() + "\n" + finding.path() + "\n" + start + "\n" + finding.message();
    }

    private List<Finding> findings(CatalogueEntry entry) {
        Inspected last = inspected.get(entry.id());
        if (last == null || last.version() != version) {
            last = new Inspected(version, inspect(entry, sound));
            inspected.put(entry.id(), last);
        }
        return last.findings();
    }

    Project sound() {
        return sound;
    }

    /** Returns what the transform finds; throws if it does, which ends the attempt. */
    List<Finding> inspect(CatalogueEntry entry, Project project) {
        if (!concerns(entry, project)) {
            return List.of();
        }
        try {
            Inspection inspection =
                    new Inspection(project, facts, engine.selection().options(entry));
            List<Finding> findings = entry.transform().orElseThrow().inspect(inspection);
            for (Finding finding : findings) {
                check(entry, project, finding);
            }
            return findings.stream()
                    .map(finding -> WindowsFiles.left(
                            finding, project, engine.facts().knowledge().images()))
                    .map(finding -> engine.selection().generated() ? finding : generated.left(finding, project))
                    .map(finding -> Discretion.masked(finding, confidential()))
                    .toList();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new FailedException(entry.id(), e);
        }
    }

    /** Returns what masks the secrets of the project; it is looked for when there is something to say. */
    private Confidential confidential() {
        if (confidential == null) {
            confidential = Discretion.of(original, engine.facts().knowledge());
        }
        return confidential;
    }

    private static void check(CatalogueEntry entry, Project project, Finding finding) {
        if (!finding.transform().equals(entry.id())) {
            throw new IllegalStateException("a finding in the name of " + finding.transform());
        }
        Optional<ProjectFile> file = project.file(finding.path());
        if (file.isPresent() && finding.range().end() > file.get().source().length()) {
            throw new IllegalStateException("a finding outside of " + finding.path() + ": " + finding.range());
        }
    }

    private static boolean concerns(CatalogueEntry entry, Project project) {
        return project.files().stream()
                .anyMatch(file -> entry.targets().contains(target(file.kind()))
                        || (entry.targets().contains("dockerfile") && holdsDockerfile(project, file)));
    }

    /** A compose file may hold a Dockerfile, {@code dockerfile_inline}. */
    private static boolean holdsDockerfile(Project project, ProjectFile file) {
        return file.kind() == FileKind.COMPOSE
                && project.compose(file).services().stream()
                        .flatMap(service -> service.build().stream())
                        .anyMatch(build -> build.dockerfileInline().isPresent());
    }

    private static String target(FileKind kind) {
        return switch (kind) {
            case DOCKERFILE -> "dockerfile";
            case COMPOSE -> "compose";
            case IGNORE_FILE -> "dockerignore";
            case SHELL_SCRIPT -> "shell";
            case MAKEFILE -> "makefile";
            case CI_WORKFLOW -> "ci-workflow";
            case SYSTEMD_UNIT -> "systemd";
            case MARKDOWN -> "markdown";
            case OTHER -> "";
        };
    }

    /** Returns what came of an attempt that came to rest. */
    RunResult result(List<TransformFailure> errors, Convergence convergence) {
        Map<ReportedFinding.Disposition, List<ReportedFinding>> reported = new LinkedHashMap<>();
        for (CatalogueEntry entry : engine.schedule()) {
            for (Finding finding : lastFindings(entry, errors)) {
                if (!focus.covers(finding.path())) {
                    continue;
                }
                ReportedFinding report = report(entry, finding);
                reported.computeIfAbsent(report.disposition(), unseen -> new ArrayList<>())
                        .add(report);
            }
        }
        List<ReportedFinding> suppressed = reported.remove(ReportedFinding.Disposition.SUPPRESSED);
        List<ReportedFinding> nearMisses = reported.remove(ReportedFinding.Disposition.NOT_NEEDED);
        if (nearMisses != null) {
            Set<List<Object>> ownWork = new HashSet<>();
            changes.forEach(change -> ownWork.add(subject(change.finding())));
            nearMisses.removeIf(nearMiss -> ownWork.contains(subject(nearMiss.finding())));
        }
        List<ReportedFinding> remaining = new ArrayList<>();
        reported.values().forEach(remaining::addAll);
        Set<String> ran = new LinkedHashSet<>();
        scheduled().forEach(entry -> ran.add(entry.id()));
        suppressions.withoutEffect(sound, entry -> ran.contains(entry.id())).stream()
                .filter(unused -> focus.covers(unused.finding().path()))
                .forEach(remaining::add);
        return new RunResult(
                original,
                current,
                changes,
                sorted(remaining),
                sorted(suppressed),
                sorted(nearMisses),
                FileProblems.of(original).stream()
                        .filter(problem -> focus.covers(problem.location().path()))
                        .map(this::masked)
                        .toList(),
                vetoes,
                errors,
                convergence);
    }

    private FileProblem masked(FileProblem found) {
        Problem problem = found.problem();
        String message = confidential().mask(problem.message());
        return new FileProblem(found.location(), new Problem(problem.range(), problem.severity(), message));
    }

    /** That nothing is needed where the transform has just repaired something says nothing. */
    private static List<Object> subject(Finding finding) {
        return List.of(finding.transform(), finding.path(), finding.message());
    }

    /** Returns what a transform found at last; for one that was left out, what it would find. */
    private List<Finding> lastFindings(CatalogueEntry entry, List<TransformFailure> errors) {
        if (errors.stream().anyMatch(error -> error.transform().equals(entry.id()))) {
            return List.of();
        }
        try {
            return findings(entry);
        } catch (FailedException e) {
            errors.add(new TransformFailure(
                    entry.id(), sound.files().stream().map(ProjectFile::path).toList(), e.getCause()));
            return List.of();
        }
    }

    private static List<ReportedFinding> sorted(List<ReportedFinding> findings) {
        return findings == null
                ? List.of()
                : findings.stream()
                        .sorted(Comparator.comparing(ReportedFinding::location)
                                .thenComparing(ReportedFinding::code)
                                .thenComparing(ReportedFinding::message))
                        .toList();
    }

    private ReportedFinding report(CatalogueEntry entry, Finding finding) {
        Optional<Safety> level = level(entry, finding);
        ReportedFinding.Disposition disposition;
        String reason;
        Optional<Suppression> suppression = suppression(entry, finding);
        Finding told = new LineNames(current, trails).ofOriginal(finding);
        if (told.outcome() instanceof Outcome.NotNeeded notNeeded) {
            disposition = ReportedFinding.Disposition.NOT_NEEDED;
            reason = notNeeded.reason();
        } else if (suppression.isPresent()) {
            disposition = ReportedFinding.Disposition.SUPPRESSED;
            reason = suppression.get().reason().orElse("");
        } else if (told.outcome() instanceof Outcome.Abstained abstained) {
            disposition = ReportedFinding.Disposition.ABSTAINED;
            reason = abstained.reason();
        } else if (told.outcome() instanceof Outcome.Advice advice) {
            disposition = ReportedFinding.Disposition.ADVICE;
            reason = advice.advice();
        } else if (leftOut(entry, finding).isPresent()) {
            disposition = ReportedFinding.Disposition.ABSTAINED;
            reason = leftOut(entry, finding).orElseThrow();
        } else if (isVetoed(finding)) {
            disposition = ReportedFinding.Disposition.VETOED;
            reason = "the verifier dropped its fix";
        } else if (!level.orElseThrow().isWithin(engine.selection().limit())) {
            disposition = ReportedFinding.Disposition.ABOVE_LIMIT;
            reason = untold(entry, finding) + "; --safety " + level.get().label() + " writes it";
        } else if (obstacle(finding).isPresent()) {
            disposition = ReportedFinding.Disposition.WITHHELD;
            reason = obstacle(finding).get();
        } else {
            disposition = ReportedFinding.Disposition.WITHHELD;
            reason = leftOut.contains(entry.id())
                    ? "the fix and others undo each other"
                    : "the fix cannot be made beside the others";
        }
        Location location = trails.location(current, finding.path(), finding.range());
        return new ReportedFinding(
                entry.code(),
                told,
                location,
                disposition,
                level,
                reason,
                verdict(entry, finding).isPresent());
    }
}
