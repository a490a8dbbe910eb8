package dev.drydock.cli;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.discovery.InputFile;
import dev.drydock.files.Leftovers;
import dev.drydock.report.CheckstyleReport;
import dev.drydock.report.DiffReport;
import dev.drydock.report.FileError;
import dev.drydock.report.FileReport;
import dev.drydock.report.GithubReport;
import dev.drydock.report.GitlabReport;
import dev.drydock.report.JsonReport;
import dev.drydock.report.JunitReport;
import dev.drydock.report.MarkdownReport;
import dev.drydock.report.Palette;
import dev.drydock.report.Place;
import dev.drydock.report.Printable;
import dev.drydock.report.Report;
import dev.drydock.report.ReportFormat;
import dev.drydock.report.SarifReport;
import dev.drydock.report.Summary;
import dev.drydock.report.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One run of check, diff or fix: finds the projects, has them judged in parallel, and reports them in order. */
final class Run {
    /** What a run is for. */
    enum Kind {
        CHECK("to fix"),
        DIFF("to fix"),
        FIX("fixed");

        private final String repairedWord;

        Kind(String repairedWord) {
            this.repairedWord = repairedWord;
        }
    }

    private final Surroundings surroundings;
    private final RunOptions options;
    private final Kind kind;
    private final ReportFormat format;
    private final boolean explain;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Catalogue catalogue;
    private final Summary summary = new Summary();
    /** What went wrong beside the files that are reported. */
    private int otherErrors;

    Run(
            Surroundings surroundings,
            PrintWriter out,
            PrintWriter err,
            RunOptions options,
            Kind kind,
            ReportFormat format,
            boolean explain) {
        this.surroundings = surroundings;
        this.out = out;
        this.options = options;
        this.kind = kind;
        this.format = format;
        this.explain = explain;
        this.err = err;
        this.catalogue = surroundings.catalogue().get();
    }

    int execute() {
        boolean standardInput = options.paths.contains("-");
        if (standardInput && options.paths.size() > 1) {
            throw new Failure("standard input (-) cannot be mixed with other paths");
        }
        Inputs inputs = new Inputs(surroundings, options, catalogue);
        return standardInput ? standardInput(inputs) : files(inputs);
    }

    private boolean isResolving() {
        return surroundings.flag(options.resolve, "resolve");
    }

    private void failed(int count) {
        otherErrors += count;
    }

    private int standardInput(Inputs inputs) {
        StandardInput input = new StandardInput(surroundings, options, inputs);
        if (isResolving()) {
            input.beforeJudging((project, file, folder) -> new ImageResolution(surroundings, options, inputs, err)
                    .resolve(project, file, folder, this::failed));
        }
        ProjectTask.Done done = input.judge();
        boolean filter = kind == Kind.FIX && format == ReportFormat.TEXT;
        // As a filter, the repaired text is the output, and what there is to say goes beside it.
        Report report = report(filter ? err : out, filter);
        done.reports().forEach(file -> tell(file, report));
        done.notices().forEach(this::notice);
        warn(inputs);
        if (filter) {
            done.reports().stream()
                    .limit(1)
                    .flatMap(file -> file.after().stream())
                    .forEach(text -> out.print(text.text()));
        }
        return finish(report);
    }

    private int files(Inputs inputs) {
        List<InputFile> files = inputs.files();
        if (kind == Kind.FIX) {
            inputs.temporary().forEach(Leftovers::removeIn);
        }
        if (isResolving()) {
            new ImageResolution(surroundings, options, inputs, err).resolve(files, this::failed);
        }
        List<ProjectTask> tasks = inputs.tasks(files, kind == Kind.FIX);
        inputs.remarks().forEach(this::remark);
        warn(inputs);
        inputs.notices().forEach(this::notice);
        inputs.errors().forEach(unreadable -> {
            error(unreadable.display(), FileError.of(unreadable.reason()));
            otherErrors++;
        });
        inputs.broken().forEach(message -> {
            err.print("drydock: error: " + Printable.of(message) + "\n");
            otherErrors++;
        });
        if (tasks.isEmpty() && otherErrors == 0 && inputs.notices().isEmpty() && !options.quiet) {
            err.print("drydock: no Dockerfile or compose file found\n");
        }
        if (options.output == null) {
            return report(tasks, out, false);
        }
        Path file = surroundings.workingDirectory().resolve(options.output);
        try (PrintWriter to = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
                PrintWriter out = Masking.ofTokens(surroundings).over(to)) {
            int code = report(tasks, out, true);
            if (out.checkError() || to.checkError()) {
                throw new Failure("cannot write to " + options.output);
            }
            return code;
        } catch (IOException e) {
            throw new Failure("cannot write to " + options.output, e);
        }
    }

    private int report(List<ProjectTask> tasks, PrintWriter out, boolean toFile) {
        Report report = report(out, toFile);
        int jobs = options.jobs == null ? Runtime.getRuntime().availableProcessors() : options.jobs;
        if (jobs < 1) {
            throw new Failure("--jobs must be at least 1");
        }
        new ParallelTasks(jobs).forEach(tasks, done -> {
            done.notices().forEach(this::notice);
            done.reports().forEach(file -> tell(file, report));
        });
        return finish(report);
    }

    private Report report(PrintWriter out, boolean besideOutput) {
        Palette palette = colour().isOn(surroundings, !besideOutput) ? Palette.COLOURED : Palette.PLAIN;
        String word = kind.repairedWord;
        boolean details = kind == Kind.FIX || options.isVerbose();
        return switch (format) {
            case TEXT ->
                new TextReport(
                        out,
                        palette,
                        new TextReport.Wording(word, details, !options.quiet, false, options.isVerbose()));
            case JSON -> new JsonReport(out, VersionCommand.version());
            case SARIF -> new SarifReport(out, VersionCommand.version(), catalogue);
            case GITHUB -> new GithubReport(out);
            case GITLAB -> new GitlabReport(out);
            case CHECKSTYLE -> new CheckstyleReport(out);
            case JUNIT -> new JunitReport(out);
            case MARKDOWN -> new MarkdownReport(out, word);
            case DIFF ->
                new DiffReport(
                        out,
                        palette,
                        explain ? Optional.of(catalogue) : Optional.empty(),
                        showsSecrets(),
                        !besideOutput && surroundings.terminal());
        };
    }

    private boolean showsSecrets() {
        return surroundings.flag(options.showSecrets, "show-secrets");
    }

    private ColourChoice colour() {
        if (options.colour != null) {
            return options.colour;
        }
        return surroundings.flag(options.noColour, "no-color") ? ColourChoice.NEVER : ColourChoice.AUTO;
    }

    private void tell(FileReport file, Report report) {
        summary.add(file);
        report.file(file);
        file.errors().forEach(error -> error(file.path(), error));
        if (format == ReportFormat.DIFF && options.verbose.length > 0) {
            new TextReport(err, Palette.PLAIN, new TextReport.Wording(kind.repairedWord, false, false, true, true))
                    .file(file);
        }
    }

    private void error(String path, FileError error) {
        String place = error.place().map(Run::lineAndColumn).orElse("");
        err.print(Printable.path(path) + ":" + place + " error: " + Printable.of(error.message()) + "\n");
        if (options.verbose.length > 1) {
            error.fault().ifPresent(fault -> err.print(fault.trace()));
        }
    }

    private static String lineAndColumn(Place place) {
        return place.line() + ":" + place.column() + ":";
    }

    private void warn(Inputs inputs) {
        inputs.warnings().forEach(line -> err.print(Printable.of(line) + "\n"));
    }

    private void notice(String text) {
        if (!options.quiet) {
            err.print("drydock: " + Printable.of(text) + "\n");
        }
    }

    private void remark(String text) {
        if (options.isVerbose()) {
            err.print(Printable.of(text) + "\n");
        }
    }

    private int finish(Report report) {
        report.end(summary);
        if (format == ReportFormat.DIFF && !options.quiet) {
            boolean silent = summary.left() > 0 && options.verbose.length == 0;
            err.print(summary.line(kind.repairedWord) + (silent ? "; drydock check lists what is left" : "") + "\n");
        }
        if (surroundings.flag(options.statistics, "statistics")) {
            statistics();
        }
        return exitCode();
    }

    private void statistics() {
        for (Summary.RuleCount count : summary.rules()) {
            err.print(String.format(
                    "%6d %s, %6d left  %s %s%n",
                    count.repaired(), kind.repairedWord, count.left(), count.code(), count.rule()));
        }
    }

    private int exitCode() {
        if (otherErrors + summary.errors() > 0) {
            return ExitCodes.ERROR;
        }
        RunOptions.Threshold threshold = options.threshold == null ? RunOptions.Threshold.ANY : options.threshold;
        if (surroundings.flag(options.exitZero, "exit-zero") || threshold == RunOptions.Threshold.NONE) {
            return ExitCodes.OK;
        }
        boolean fixable = kind == Kind.FIX ? false : summary.repaired() + summary.changedFiles() > 0;
        boolean left = kind != Kind.DIFF && threshold == RunOptions.Threshold.ANY && summary.left() > 0;
        return fixable || left ? ExitCodes.FINDINGS : ExitCodes.OK;
    }
}
