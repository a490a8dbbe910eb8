package dev.drydock.cli;

import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.Engine;
import dev.drydock.engine.FileProblem;
import dev.drydock.engine.Location;
import dev.drydock.engine.ReportedFinding;
import dev.drydock.engine.RunResult;
import dev.drydock.engine.TransformFailure;
import dev.drydock.engine.Veto;
import dev.drydock.knowledge.Confidential;
import dev.drydock.project.Focus;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.report.FileError;
import dev.drydock.report.FileReport;
import dev.drydock.report.Issue;
import dev.drydock.report.Place;
import dev.drydock.report.Status;
import dev.drydock.text.SourceText;
import dev.drydock.transform.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the engine says about one project, told file by file. */
final class Judgement {
    /** The names of a file for people and for patches. */
    record Names(String display, String patch) {}

    /** As many errors of one file are told one by one. */
    private static final int MOST_PROBLEMS = 3;

    private final RunResult result;
    private final Focus focus;
    private final Function<ProjectPath, Names> names;
    private final Confidential confidential;
    private final Map<ProjectPath, List<Issue>> issues = new TreeMap<>();
    private final Map<ProjectPath, List<FileError>> errors = new TreeMap<>();

    private Judgement(RunResult result, Focus focus, Function<ProjectPath, Names> names, Confidential confidential) {
        this.result = result;
        this.focus = focus;
        this.names = names;
        this.confidential = confidential;
    }

    /** Returns one report for each file of the project that the focus covers, and one for each file that is created. */
    static List<FileReport> of(Engine engine, Project project, Focus focus, Function<ProjectPath, Names> names) {
        try {
            Confidential confidential = engine.confidential(project);
            return new Judgement(engine.run(project, focus), focus, names, confidential).reports();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            // One file that Drydock cannot cope with must not end the run over all the others.
            FileError error = FileError.internal("", e);
            return project.files().stream()
                    .filter(file -> focus.covers(file.path()))
                    .map(file -> FileReport.failed(names.apply(file.path()).display(), error))
                    .toList();
        }
    }

    private List<FileReport> reports() {
        result.changes().stream()
                .filter(change -> isThere(change.location(), change.finding()))
                .forEach(change -> add(change.location(), repaired(change)));
        result.remaining().stream()
                .filter(finding -> isThere(finding.location(), finding.finding()))
                .forEach(finding -> add(finding.location(), left(finding)));
        result.problems().stream()
                .filter(FileProblem::isError)
                .collect(Collectors.groupingBy(problem -> problem.location().path()))
                .values()
                .forEach(this::problems);
        result.vetoes().forEach(this::veto);
        result.errors().forEach(this::failure);
        if (!result.convergence().isConverged()) {
            error(
                    first(),
                    FileError.of("internal error: these rules did not come to rest and were left out: "
                            + String.join(", ", result.convergence().participants())));
        }
        Set<ProjectPath> secret = result.secretFiles();
        List<FileReport> reports = new ArrayList<>();
        for (ProjectFile file : result.after().files()) {
            ProjectPath path = file.path();
            if (!focus.covers(path)) {
                continue;
            }
            Names name = names.apply(path);
            Optional<SourceText> before = result.before().file(path).map(ProjectFile::source);
            reports.add(new FileReport(
                    name.display(),
                    name.patch(),
                    before,
                    Optional.of(file.source()),
                    secret.contains(path),
                    confidential::maskText,
                    issues.getOrDefault(path, List.of()),
                    errors.getOrDefault(path, List.of())));
        }
        return reports;
    }

    /** A finding about text that the run itself wrote is none of the file that people have. */
    private boolean isThere(Location location, Finding finding) {
        return result.before().file(location.path()).isPresent()
                && (!location.range().isEmpty() || finding.range().isEmpty());
    }

    private Issue repaired(AppliedChange change) {
        return new Issue(
                change.transform(),
                change.code(),
                place(change.location()),
                excerpt(change.location()),
                Status.REPAIRED,
                Optional.of(change.level()),
                change.finding().message(),
                change.rewrite().title(),
                change.rewrite().assumptions(),
                change.rewrite().notes(),
                change.proof().map(confidential::mask),
                List.of());
    }

    private Issue left(ReportedFinding finding) {
        Status status = switch (finding.disposition()) {
            case ADVICE -> Status.ADVICE;
            case ABOVE_LIMIT -> Status.ABOVE_LEVEL;
            default -> Status.ABSTAINED;
        };
        boolean above = status == Status.ABOVE_LEVEL;
        String remedy = above
                ? finding.finding().rewrite().map(rewrite -> rewrite.title()).orElse(finding.reason())
                : finding.reason();
        return new Issue(
                finding.transform(),
                finding.code(),
                place(finding.location()),
                excerpt(finding.location()),
                status,
                finding.level(),
                finding.message(),
                remedy,
                above ? finding.finding().rewrite().orElseThrow().assumptions() : List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** Many errors of one file mostly follow from the first ones, or from a text that is something else. */
    private void problems(List<FileProblem> all) {
        all.stream().limit(MOST_PROBLEMS).forEach(this::problem);
        int more = all.size() - MOST_PROBLEMS;
        if (more > 0) {
            Location next = all.get(MOST_PROBLEMS).location();
            error(next.path(), FileError.at(place(next), more + (more == 1 ? " more error" : " more errors")));
        }
    }

    private void problem(FileProblem problem) {
        String message = problem.problem().message() + "; left as it is";
        error(problem.location().path(), FileError.at(place(problem.location()), message));
    }

    private void veto(Veto veto) {
        String message = "internal error: the fix of " + veto.transform() + " was dropped: " + veto.reason();
        error(veto.location().path(), FileError.at(place(veto.location()), message));
    }

    private void failure(TransformFailure failure) {
        ProjectPath path =
                failure.files().stream().filter(focus::covers).findFirst().orElseGet(this::first);
        error(path, FileError.internal("the rule " + failure.transform() + " ", failure.cause()));
    }

    /** Returns the file of which is told what concerns all of them. */
    private ProjectPath first() {
        return result.before().files().stream()
                .map(ProjectFile::path)
                .filter(focus::covers)
                .findFirst()
                .orElseThrow();
    }

    private void add(Location location, Issue issue) {
        issues.computeIfAbsent(location.path(), path -> new ArrayList<>()).add(issue);
    }

    private void error(ProjectPath path, FileError error) {
        errors.computeIfAbsent(path, key -> new ArrayList<>()).add(error);
    }

    private static Place place(Location location) {
        return new Place(location.line(), location.column(), location.endLine(), location.endColumn());
    }

    private String excerpt(Location location) {
        Optional<ProjectFile> file = result.before().file(location.path());
        return file.map(ProjectFile::source)
                .map(source -> {
                    int start = source.lineStart(location.line());
                    return confidential.maskText(source.text().substring(start, source.lineContentEndAt(start)));
                })
                .orElse("");
    }
}
