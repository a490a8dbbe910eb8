package dev.drydock.checklist;

import dev.drydock.edit.FileChange;
import dev.drydock.edit.Safety;
import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.Discretion;
import dev.drydock.engine.FileProblem;
import dev.drydock.engine.Location;
import dev.drydock.engine.ReportedFinding;
import dev.drydock.engine.RunResult;
import dev.drydock.evidence.Proof;
import dev.drydock.knowledge.Confidential;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.transform.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers the questions for one project: what the engine found speaks against, what the files say speaks for. */
public final class Checklist {
    private static final String TRIED = "tried on ";

    private final RunResult result;
    private final Optional<Proof> proof;
    private final UnaryOperator<String> rules;
    private final Project judged;
    private final Observations observations;
    private final Function<ProjectPath, String> names;
    private final Confidential confidential;

    /**
     * Makes the checklist of a project.
     *
     * @param result what the engine made of it; nothing of it needs to be written
     * @param proof what was tried of it, if anything
     * @param rules the id of a rule by its code
     * @param names how commands name a file
     */
    public Checklist(
            RunResult result,
            Optional<Proof> proof,
            UnaryOperator<String> rules,
            Knowledge knowledge,
            Function<ProjectPath, String> names) {
        this.proof = Objects.requireNonNull(proof);
        this.rules = Objects.requireNonNull(rules);
        this.result = Objects.requireNonNull(result);
        this.judged = soundPart(result);
        this.observations = new Observations(judged, knowledge);
        this.names = Objects.requireNonNull(names);
        this.confidential = Discretion.of(result.before(), knowledge);
    }

    /** A file that has an error was not judged, so nothing is known of it. */
    private static Project soundPart(RunResult result) {
        Set<ProjectPath> broken = result.problems().stream()
                .filter(FileProblem::isError)
                .map(problem -> problem.location().path())
                .collect(Collectors.toSet());
        Project all = result.before();
        return new Project(
                all.files().stream()
                        .filter(file -> !broken.contains(file.path()))
                        .toList(),
                all.workspace());
    }

    /** Returns whether no file of the project could be judged. */
    public boolean isEmpty() {
        return judged.files().isEmpty();
    }

    /** Returns one answer for each question, in order. */
    public List<Answer> answers() {
        return Stream.of(Question.values()).map(this::answer).toList();
    }

    private Answer answer(Question question) {
        if (judged.files().stream().noneMatch(file -> question.isAbout(file.kind()))) {
            return new Answer(question, Verdict.NOT_APPLICABLE, List.of(), List.of());
        }
        List<Evidence> evidence = new ArrayList<>();
        Set<String> remedies = new LinkedHashSet<>();
        result.changes().stream()
                .filter(change -> question.rules().contains(change.transform()))
                .forEach(change -> add(change, evidence, remedies));
        Set<String> byHand = new LinkedHashSet<>();
        result.remaining().stream()
                .filter(finding -> question.rules().contains(finding.transform()))
                .filter(finding -> !isTriedInVain(question, finding))
                .forEach(finding -> add(finding, evidence, remedies, byHand));
        result.remaining().stream()
                .filter(finding -> question.rules().contains(finding.transform()))
                .filter(finding -> isTriedInVain(question, finding))
                .forEach(finding -> evidence.add(Evidence.good(
                        finding.location().path(), finding.location().line(), "not possible: " + finding.reason())));
        remedies.addAll(byHand);
        List<Evidence> found = List.copyOf(evidence);
        observations.of(question).stream()
                .filter(seen -> found.stream().noneMatch(seen::isToldBy))
                .filter(seen -> seen.evidence().good() || !isOfTriedInVain(question, seen))
                .forEach(seen -> {
                    evidence.add(seen.evidence());
                    if (!seen.evidence().good()) {
                        remedies.add(question.remedy().orElseGet(() -> whyNot(question, seen.evidence())));
                    }
                });
        evidence.addAll(tried(question));
        if (evidence.isEmpty()) {
            return new Answer(question, Verdict.NOT_APPLICABLE, List.of(), List.of());
        }
        evidence.sort(Comparator.comparing(Evidence::good));
        boolean failed = !evidence.get(0).good();
        if (failed) {
            // What speaks for it elsewhere would read as a contradiction.
            evidence.removeIf(Evidence::good);
        }
        return new Answer(
                question,
                failed ? Verdict.FAIL : Verdict.PASS,
                evidence.stream().map(this::masked).distinct().toList(),
                failed ? remedies.stream().map(confidential::mask).toList() : List.of());
    }

    /** The root is to be read-only where that is possible, and a trial has shown where it is not. */
    private static boolean isTriedInVain(Question question, ReportedFinding finding) {
        return question == Question.READ_ONLY && finding.reason().startsWith(TRIED);
    }

    private boolean isOfTriedInVain(Question question, Observation seen) {
        return result.remaining().stream()
                .filter(finding -> question.rules().contains(finding.transform()))
                .filter(finding -> isTriedInVain(question, finding))
                .map(finding -> Evidence.bad(
                        finding.location().path(), finding.location().line(), finding.message()))
                .anyMatch(seen::isToldBy);
    }

    /** Returns what trials showed of repairs that answer the question. */
    private List<Evidence> tried(Question question) {
        Set<Evidence> evidence = new LinkedHashSet<>();
        proof.ifPresent(known -> known.verdicts().forEach((key, verdict) -> {
            boolean about = question.rules().contains(rules.apply(key.rule()));
            if (about && verdict.held() && judged.file(key.path()).isPresent()) {
                evidence.add(new Evidence(Optional.of(key.path()), 0, known.line(), true));
            }
        }));
        return List.copyOf(evidence);
    }

    /** The name of an account, an image or a service may hold a secret of the file too. */
    private Evidence masked(Evidence evidence) {
        return new Evidence(evidence.path(), evidence.line(), confidential.mask(evidence.text()), evidence.good());
    }

    private String whyNot(Question question, Evidence evidence) {
        String rule = question.rules().get(0);
        String file =
                evidence.path().map(path -> " " + quoted(names.apply(path))).orElse("");
        return "drydock explain --why-not " + rule + file;
    }

    private void add(AppliedChange change, List<Evidence> evidence, Set<String> remedies) {
        evidence.add(bad(change.location(), change.finding().message()));
        remedies.add(command(change.level(), change.finding(), change.location().path()));
    }

    private void add(ReportedFinding finding, List<Evidence> evidence, Set<String> remedies, Set<String> byHand) {
        evidence.add(bad(finding.location(), finding.message()));
        if (finding.disposition() == ReportedFinding.Disposition.ABOVE_LIMIT) {
            Safety level = finding.level().orElse(Safety.SUGGEST);
            remedies.add(command(level, finding.finding(), finding.location().path()));
        } else {
            byHand.add("by hand: " + finding.reason());
        }
    }

    private static Evidence bad(Location location, String message) {
        return Evidence.bad(location.path(), location.line(), message);
    }

    /** Returns the command that makes a repair; a repair in several files is made only if all of them are named. */
    private String command(Safety level, Finding finding, ProjectPath path) {
        String safety = level == Safety.SUGGEST ? "--safety suggest " : "";
        Stream<ProjectPath> others = finding.rewrite().stream()
                .flatMap(rewrite -> rewrite.changes().stream())
                .filter(FileChange.Edits.class::isInstance)
                .map(FileChange::path)
                .filter(other -> !other.equals(path) && !other.fileName().startsWith("."));
        return "drydock fix " + safety + "--select " + finding.transform() + " "
                + Stream.concat(Stream.of(path), others)
                        .distinct()
                        .map(each -> quoted(names.apply(each)))
                        .collect(Collectors.joining(" "));
    }

    /** Returns a file name as one word of a shell. */
    private static String quoted(String name) {
        boolean plain = !name.isEmpty()
                && name.charAt(0) != '-'
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-+@:,".indexOf(c) >= 0);
        return plain ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
