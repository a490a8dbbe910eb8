package dev.drydock.cli;

import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.checklist.Answer;
import dev.drydock.checklist.Checklist;
import dev.drydock.checklist.Verdict;
import dev.drydock.discovery.InputFile;
import dev.drydock.engine.FileProblem;
import dev.drydock.project.ProjectPath;
import dev.drydock.report.FileError;
import dev.drydock.report.FileReport;
import dev.drydock.report.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers the questions of a container review for each project. */
@Command(
        name = "checklist",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Answers the questions of a container review for each project, with evidence.")
final class ChecklistCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and directories. Without any: the current directory.")
    private List<String> paths = List.of();

    @Mixin
    private RuleOptions rules;

    @Option(
            names = {"-f", "--format", "--output-format"},
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "text (default), json or markdown.")
    private ChecklistFormat format;

    @Option(names = "--exit-zero", description = "Exit with 0 even if an answer is fail.")
    private boolean exitZero;

    @Option(
            names = {"-q", "--quiet"},
            description = "Only what fails, and errors.")
    private boolean quiet;

    private int errors;

    ChecklistCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static final class FormatConverter extends RunOptions.WordConverter<ChecklistFormat> {
        FormatConverter() {
            super(ChecklistFormat.values());
        }
    }

    @Override
    public Integer call() {
        RunOptions options = new RunOptions();
        options.paths = paths;
        options.rules = rules;
        Inputs inputs =
                new Inputs(surroundings, options, surroundings.catalogue().get());
        List<InputFile> files = inputs.files();
        inputs.errors().forEach(unreadable -> error(unreadable.display() + ": error: " + unreadable.reason()));
        inputs.broken().forEach(message -> error("drydock: error: " + message));
        List<ProjectTask> tasks = inputs.tasks(files, false);
        if (tasks.isEmpty() && errors == 0) {
            err().print("drydock: no Dockerfile or compose file found\n");
        }
        inputs.warnings().forEach(line -> err().print(Printable.of(line) + "\n"));
        List<AnsweredProject> projects = new ArrayList<>();
        for (ProjectTask task : tasks) {
            answer(task, inputs, projects);
        }
        ChecklistFormat chosen = format == null ? ChecklistFormat.TEXT : format;
        chosen.print(spec.commandLine().getOut(), projects, quiet);
        boolean failed = projects.stream()
                .flatMap(project -> project.answers().stream())
                .map(Answer::verdict)
                .anyMatch(verdict -> verdict == Verdict.FAIL);
        if (errors > 0) {
            return ExitCodes.ERROR;
        }
        return failed && !surroundings.flag(exitZero, "exit-zero") ? ExitCodes.FINDINGS : ExitCodes.OK;
    }

    private void answer(ProjectTask task, Inputs inputs, List<AnsweredProject> projects) {
        ProjectTask.Inspected inspected = task.inspect();
        for (FileReport refused : inspected.refused()) {
            for (FileError problem : refused.errors()) {
                error(refused.path() + ": error: " + problem.message());
            }
        }
        inspected.result().ifPresent(result -> {
            result.problems().stream().filter(FileProblem::isError).forEach(problem -> error(problem + "; not judged"));
            Function<ProjectPath, String> names = path -> task.names(path).display();
            Checklist checklist = new Checklist(
                    result,
                    task.engine().facts().evidence().of(result.before()),
                    code -> surroundings
                            .catalogue()
                            .get()
                            .find(code)
                            .map(CatalogueEntry::id)
                            .orElse(code),
                    inputs.facts().knowledge(),
                    names);
            if (!checklist.isEmpty()) {
                List<String> files = task.paths().stream().map(names).toList();
                projects.add(new AnsweredProject(files, checklist.answers(), names));
            }
        });
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private void error(String line) {
        errors++;
        err().print(Printable.of(line) + "\n");
    }
}
