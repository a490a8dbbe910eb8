package dev.drydock.engine;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.edit.Safety;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The comments of all files of a run that ask not to report something, and which of them had something to do. */
final class Suppressions {
    /** The pseudo rule under which comments without effect are reported. */
    static final String RULE = "unused-suppression";

    /** Its code; pages of the catalogue cannot take it. */
    static final String CODE = "DD001";

    private record Use(ProjectPath path, int comment, String name) {}

    private final Catalogue catalogue;
    private final Trails trails;
    private final Map<ProjectFile, List<Suppression>> scanned = new HashMap<>();
    private final Set<Use> used = new HashSet<>();

    Suppressions(Catalogue catalogue, Trails trails) {
        this.catalogue = catalogue;
        this.trails = trails;
    }

    /** Returns the comment that asks not to report the finding, and remembers that it was of use. */
    Optional<Suppression> covering(ProjectFile file, Finding finding, CatalogueEntry entry) {
        for (Suppression suppression : of(file)) {
            if (!suppression.covers(finding.range())) {
                continue;
            }
            for (String name : suppression.names()) {
                if (means(suppression, name, entry)) {
                    used.add(use(file, suppression, name));
                    return Optional.of(suppression);
                }
            }
        }
        return Optional.empty();
    }

    private List<Suppression> of(ProjectFile file) {
        return scanned.computeIfAbsent(
                file, unseen -> SuppressionScanner.of(unseen.kind()).scan(unseen));
    }

    private Use use(ProjectFile file, Suppression suppression, String name) {
        TextRange original = trails.original(file.path(), suppression.comment());
        return new Use(file.path(), original.start(), name);
    }

    private static boolean means(Suppression suppression, String name, CatalogueEntry entry) {
        if (suppression.origin() == Suppression.Origin.HADOLINT) {
            return entry.sameAs().getOrDefault("hadolint", List.of()).stream().anyMatch(name::equalsIgnoreCase);
        }
        return name.equals(Suppression.ALL) ? suppression.reason().isPresent() : entry.isNamed(name);
    }

    /**
     * Returns a finding for each name in a comment of Drydock that means nothing or had nothing to do.
     *
     * @param ran whether a transform ran, so that what it did not find is not there
     */
    List<ReportedFinding> withoutEffect(Project project, Predicate<CatalogueEntry> ran) {
        List<ReportedFinding> findings = new ArrayList<>();
        for (ProjectFile file : project.files()) {
            for (Suppression suppression : of(file)) {
                if (suppression.origin() == Suppression.Origin.DRYDOCK) {
                    suppression
                            .names()
                            .forEach(name -> problem(file, suppression, name, ran)
                                    .ifPresent(message -> findings.add(
                                            finding(file, suppression, message, "Remove the name, or the comment."))));
                    if (suppression.names().isEmpty()) {
                        findings.add(finding(
                                file,
                                suppression,
                                "the comment has no effect, it names no rule",
                                "Write: drydock ignore=RULE # reason"));
                    }
                }
            }
        }
        return findings;
    }

    private Optional<String> problem(
            ProjectFile file, Suppression suppression, String name, Predicate<CatalogueEntry> ran) {
        if (name.equals(Suppression.ALL)) {
            return suppression.reason().isPresent()
                    ? Optional.empty()
                    : Optional.of("ignore=all has no effect without a reason: ignore=all # reason");
        }
        List<CatalogueEntry> entries = catalogue.named(name);
        if (entries.isEmpty()) {
            return Optional.of(catalogue.unknownNameOfFile(name));
        }
        boolean judged = entries.stream().allMatch(ran);
        return !judged || used.contains(use(file, suppression, name))
                ? Optional.empty()
                : Optional.of("nothing here has to be ignored for " + name);
    }

    private ReportedFinding finding(ProjectFile file, Suppression suppression, String message, String advice) {
        Finding finding = new Finding(RULE, file.path(), suppression.comment(), message, new Outcome.Advice(advice));
        return new ReportedFinding(
                CODE,
                finding,
                trails.location(file, suppression.comment()),
                ReportedFinding.Disposition.ADVICE,
                Optional.<Safety>empty(),
                advice,
                false);
    }
}
