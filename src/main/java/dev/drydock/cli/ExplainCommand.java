package dev.drydock.cli;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.discovery.InputFile;
import dev.drydock.edit.Safety;
import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.FileProblem;
import dev.drydock.engine.Location;
import dev.drydock.engine.ReportedFinding;
import dev.drydock.engine.RunResult;
import dev.drydock.model.Frontend;
import dev.drydock.project.FileKind;
import dev.drydock.report.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
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

    /** Judges the file as a check of the whole tree does: with what belongs to it, under its own configuration. */
    private int whyNot(Catalogue catalogue, List<CatalogueEntry> entries, PrintWriter out) {
        OptionalInt line = line(place);
        String name = line.isPresent() ? place.substring(0, place.lastIndexOf(':')) : place;
        List<String> ids = entries.stream().map(CatalogueEntry::id).distinct().toList();
        RunOptions options = new RunOptions();
        options.paths = List.of(name);
        options.rules.select = ids;
        options.rules.safety = safety;
        Inputs inputs = new Inputs(surroundings, options, catalogue);
        ProjectTask task = task(name, inputs);
        ProjectTask.Inspected inspected = task.inspect();
        inputs.warnings().forEach(warning -> spec.commandLine().getErr().print(Printable.of(warning) + "\n"));
        RunResult result = inspected
                .result()
                .orElseThrow(() -> new Failure(
                        name + ": " + inspected.refused().get(0).errors().get(0).message()));
        List<String> answers = new ArrayList<>();
        for (FileProblem problem : result.problems()) {
            if (problem.isError()) {
                answers.add(at(task, problem.location()) + ": the file is not judged: "
                        + problem.problem().message());
            }
        }
        for (AppliedChange change : result.changes()) {
            if (isAt(change.location(), line)) {
                answers.add(
                        at(task, change.location()) + ": " + change.finding().message() + "; fixed: "
                                + change.rewrite().title()
                                + change.proof().map(proof -> "; " + proof).orElse(""));
            }
        }
        Stream.of(result.remaining(), result.suppressed(), result.nearMisses())
                .flatMap(List::stream)
                .filter(finding -> isAt(finding.location(), line))
                .forEach(finding -> answers.add(at(task, finding.location()) + ": " + answer(finding)));
        result.before().files().stream()
                .filter(file ->
                        file.kind() == FileKind.DOCKERFILE && task.paths().contains(file.path()))
                .filter(file -> Frontend.isForeign(file.dockerfile()))
                .forEach(file ->
                        answers.add(name + ": another frontend reads it (# syntax=), with instructions of its own"));
        entries.stream()
                .filter(entry -> !task.engine().selects(entry))
                .forEach(entry -> answers.add(place + ": the configuration ignores " + entry.id()));
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
            return finding.message() + "; repaired with --safety " + level + ": " + title;
        }
        String decision = finding.disposition().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return finding.message() + "; " + decision + ": " + finding.reason();
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

    private static String at(ProjectTask task, Location location) {
        return task.names(location.path()).display() + ":" + location.line() + ":" + location.column();
    }

    /** @throws Failure if the place is not one file that can be judged */
    private static ProjectTask task(String name, Inputs inputs) {
        List<InputFile> files = inputs.files();
        if (!inputs.errors().isEmpty()) {
            throw new Failure(name + ": " + inputs.errors().get(0).reason());
        }
        if (!inputs.broken().isEmpty()) {
            throw new Failure(inputs.broken().iterator().next());
        }
        if (files.size() != 1 || !files.get(0).named()) {
            throw new Failure(name + " is not one file");
        }
        return inputs.tasks(files, false).get(0);
    }
}
