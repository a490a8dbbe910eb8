package dev.drydock.api;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.edit.Safety;
import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.Engine;
import dev.drydock.engine.FileDelta;
import dev.drydock.engine.Location;
import dev.drydock.engine.ReportedFinding;
import dev.drydock.engine.RunResult;
import dev.drydock.engine.Selection;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.report.UnifiedDiff;
import dev.drydock.text.SourceText;
import dev.drydock.transform.Facts;
import dev.drydock.transform.builtin.BuiltInTransforms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges and repairs texts. Pure and safe for use by several threads: no file is read, no network is asked, and the same
 * texts give the same answer. Files that are not given count as not known, so that a rule that needs them says so.
 *
 * <pre>{@code
 * String repaired = Drydock.fix("FROM alpine:3.19\nRUN apk add curl\n", FixOptions.DEFAULT).files().get("Dockerfile");
 * }</pre>
 */
public final class Drydock {
    /** The name of a text that is given alone. */
    public static final String DOCKERFILE = "Dockerfile";

    private Drydock() {}

    /** Rules and knowledge, read when they are first asked for. */
    private static final class Shared {
        private static final Catalogue CATALOGUE = Catalogue.packaged(BuiltInTransforms.all());
        private static final Facts FACTS = new Facts(Knowledge.packaged());
    }

    /** Returns what is wrong with a Dockerfile, ordered by place. */
    public static List<FoundIssue> check(String dockerfile) {
        return check(Map.of(DOCKERFILE, dockerfile));
    }

    /**
     * Returns what is wrong with the files of one project, ordered by place.
     *
     * @param files the texts by path, with slashes, relative to the project; a file whose name says no kind is not judged
     * @throws IllegalArgumentException if a path is absolute or leads out of the project
     */
    public static List<FoundIssue> check(Map<String, String> files) {
        return fix(files, FixOptions.DEFAULT).issues();
    }

    /** Returns what becomes of a Dockerfile. */
    public static FixResult fix(String dockerfile, FixOptions options) {
        return fix(Map.of(DOCKERFILE, dockerfile), options);
    }

    /**
     * Returns what becomes of the files of one project. Never throws on account of what stands in them.
     *
     * @param files as for {@link #check(Map)}
     */
    public static FixResult fix(Map<String, String> files, FixOptions options) {
        List<ProjectFile> judged = new ArrayList<>();
        files.forEach((name, text) -> {
            ProjectPath path = ProjectPath.parse(name)
                    .orElseThrow(() -> new IllegalArgumentException("not a path within a project: " + name));
            FileKind.of(path).ifPresent(kind -> judged.add(new ProjectFile(path, kind, SourceText.of(text))));
        });
        Selection selection = Selection.DEFAULT
                .withLimit(options.suggestions() ? Safety.SUGGEST : Safety.REVIEW)
                .withSelect(options.select())
                .withIgnore(options.ignore());
        Engine engine = new Engine(Shared.CATALOGUE, Shared.FACTS, selection);
        return result(files, engine.run(new Project(judged, Workspace.UNKNOWN)));
    }

    private static FixResult result(Map<String, String> given, RunResult run) {
        Map<String, String> files = new LinkedHashMap<>(given);
        for (FileDelta delta : run.deltas()) {
            files.put(delta.path().value(), delta.after());
        }
        List<FoundIssue> issues = new ArrayList<>();
        run.changes().forEach(change -> issues.add(repaired(change)));
        run.remaining().forEach(finding -> issues.add(left(finding)));
        issues.sort(Comparator.comparing(FoundIssue::file)
                .thenComparing(FoundIssue::line)
                .thenComparing(FoundIssue::column)
                .thenComparing(FoundIssue::code));
        return new FixResult(files, issues, UnifiedDiff.of(run.deltas()));
    }

    private static FoundIssue repaired(AppliedChange change) {
        return issue(
                change.code(),
                change.transform(),
                change.location(),
                change.finding().message(),
                true,
                Optional.of(change.rewrite().title()));
    }

    private static FoundIssue left(ReportedFinding finding) {
        Optional<String> reason = Optional.of(finding.reason()).filter(text -> !text.isEmpty());
        return issue(finding.code(), finding.transform(), finding.location(), finding.message(), false, reason);
    }

    private static FoundIssue issue(
            String code, String rule, Location place, String message, boolean repaired, Optional<String> remedy) {
        return new FoundIssue(
                place.path().value(), place.line(), place.column(), code, rule, message, repaired, remedy);
    }
}
