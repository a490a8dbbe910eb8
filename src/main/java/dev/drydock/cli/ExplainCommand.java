package dev.drydock.cli;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.discovery.DirectoryWorkspace;
import dev.drydock.discovery.Discovery;
import dev.drydock.discovery.DiscoveryOptions;
import dev.drydock.discovery.Found;
import dev.drydock.discovery.InputFile;
import dev.drydock.edit.Safety;
import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.Engine;
import dev.drydock.engine.FileProblem;
import dev.drydock.engine.Location;
import dev.drydock.engine.ReportedFinding;
import dev.drydock.engine.RunResult;
import dev.drydock.engine.Selection;
import dev.drydock.lock.LockFile;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.report.Printable;
import dev.drydock.transform.Facts;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the page of a rule, or why it did nothing at a place. */
@Command(
        name = "explain",
        aliases = "rule",
        mixinStandardHelpOptions = true,
        description = "Prints the page of a rule, or why it did nothing at a place.")
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RULE",
            description = "An id, a code, or the rule of a scanner: run-as-non-root, DD101, DL3002.")
    private String rule;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE[:LINE]", description = "With --why-not: the place.")
    private String place;

    @Option(names = "--why-not", description = "Say what the rule decided at a place, and why.")
    private boolean whyNot;

    @Option(
            names = "--safety",
            paramLabel = "LEVEL",
            converter = RunOptions.SafetyConverter.class,
            description = "With --why-not: what a run may write: safe, review (default) or suggest.")
    private Safety safety;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = surroundings.catalogue().get();
        List<CatalogueEntry> entries = meant(catalogue);
        PrintWriter out = spec.commandLine().getOut();
        if (whyNot) {
            if (place == null) {
                throw new Failure("--why-not needs a place: FILE or FILE:LINE");
            }
            return whyNot(catalogue, entries, out);
        }
        if (place != null) {
            throw new Failure("a place is for --why-not");
        }
        boolean first = true;
        for (CatalogueEntry entry : entries) {
            out.print(first ? "" : "\n");
            out.print(entry.code() + " " + entry.id() + ", " + entry.level().label() + "\n\n");
            out.print(entry.page().body().stripLeading());
            first = false;
        }
        return ExitCodes.OK;
    }

    private List<CatalogueEntry> meant(Catalogue catalogue) {
        Optional<CatalogueEntry> entry = catalogue.find(rule);
        if (entry.isPresent()) {
            return List.of(entry.get());
        }
        List<CatalogueEntry> same = catalogue.entries().stream()
                .filter(candidate -> candidate.sameAs().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(rule::equalsIgnoreCase))
                .toList();
        if (same.isEmpty()) {
            throw new Failure(catalogue.unknownName(rule));
        }
        return same;
    }

    private int whyNot(Catalogue catalogue, List<CatalogueEntry> entries, PrintWriter out) {
        OptionalInt line = line(place);
        String name = line.isPresent() ? place.substring(0, place.lastIndexOf(':')) : place;
        Set<String> ids = new LinkedHashSet<>();
        entries.forEach(entry -> ids.add(entry.id()));
        Selection selection = Selection.DEFAULT.withSelect(ids).withLimit(safety == null ? Safety.REVIEW : safety);
        Path folder = surroundings.workingDirectory().resolve(name).normalize().getParent();
        LockFile lock = new LockFiles(surroundings.workingDirectory())
                .of(folder, folder)
                .content();
        InputFile input = input(name);
        EvidenceFiles evidence = new EvidenceFiles(
                surroundings.workingDirectory(),
                surroundings.today(),
                false,
                warning -> spec.commandLine().getErr().print(Printable.of(warning) + "\n"));
        Facts facts = surroundings
                .facts()
                .get()
                .withImages(lock.images())
                .withChecksums(lock.checksums())
                .withEvidence(evidence.of(folder, input.root()));
        RunResult result = new Engine(catalogue, facts, selection).run(project(name, input));
        List<String> answers = new ArrayList<>();
        for (FileProblem problem : result.problems()) {
            if (problem.isError()) {
                answers.add(problem.location() + ": the file is not judged: "
                        + problem.problem().message());
            }
        }
        for (AppliedChange change : result.changes()) {
            if (isAt(change.location(), line)) {
                answers.add(change.location() + ": " + change.finding().message() + "; fixed: "
                        + change.rewrite().title()
                        + change.proof().map(proof -> "; " + proof).orElse(""));
            }
        }
        Stream.of(result.remaining(), result.suppressed(), result.nearMisses())
                .flatMap(List::stream)
                .filter(finding -> isAt(finding.location(), line))
                .forEach(finding -> answers.add(answer(finding)));
        if (answers.isEmpty()) {
            answers.add(place + ": nothing there looks like a case for " + String.join(", ", ids));
        }
        answers.forEach(answer -> out.print(Printable.of(answer) + "\n"));
        return ExitCodes.OK;
    }

    private static String answer(ReportedFinding finding) {
        if (finding.disposition() == ReportedFinding.Disposition.ABOVE_LIMIT) {
            String level = finding.level().orElse(Safety.SUGGEST).label();
            String title =
                    finding.finding().rewrite().map(rewrite -> rewrite.title()).orElse(finding.reason());
            return finding.location() + ": " + finding.message() + "; repaired with --safety " + level + ": " + title;
        }
        String decision = finding.disposition().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return finding.location() + ": " + finding.message() + "; " + decision + ": " + finding.reason();
    }

    private static boolean isAt(Location location, OptionalInt line) {
        return line.isEmpty() || (location.line() <= line.getAsInt() && line.getAsInt() <= location.endLine());
    }

    private static OptionalInt line(String place) {
        int colon = place.lastIndexOf(':');
        String digits = place.substring(colon + 1);
        boolean number = colon > 0 && !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && digits.length() < 9 ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private InputFile input(String name) {
        Found found = Discovery.find(List.of(name), DiscoveryOptions.in(surroundings.workingDirectory()));
        if (!found.errors().isEmpty()) {
            throw new Failure(name + ": " + found.errors().get(0).reason());
        }
        if (found.files().size() != 1) {
            throw new Failure(name + " is not one file");
        }
        return found.files().get(0);
    }

    private static Project project(String name, InputFile input) {
        try {
            SourceFile source = SourceFile.read(() -> Files.newInputStream(input.file()));
            ProjectFile file = new ProjectFile(input.path(), input.kind(), source.text());
            return new Project(List.of(file), DirectoryWorkspace.of(input.root()));
        } catch (SourceFile.RefusedException e) {
            throw new Failure(name + ": " + e.getMessage(), e);
        }
    }
}
