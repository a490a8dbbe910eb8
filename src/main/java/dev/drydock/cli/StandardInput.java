package dev.drydock.cli;

import dev.drydock.discovery.DirectoryWorkspace;
import dev.drydock.discovery.Discovery;
import dev.drydock.discovery.InputFile;
import dev.drydock.discovery.ProjectRoots;
import dev.drydock.project.Focus;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.report.FileError;
import dev.drydock.report.FileReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file from standard input. Under the name of a file that could stand there, its folder is the evidence, as for the
 * file itself; without a name, nothing is known around it.
 */
final class StandardInput {
    private static final String UNNAMED = "Dockerfile";

    private final Surroundings surroundings;
    private final Optional<String> filename;
    private final Inputs inputs;
    private Preparation preparation = (project, file, folder) -> {};

    StandardInput(Surroundings surroundings, RunOptions options, Inputs inputs) {
        this.surroundings = surroundings;
        this.filename = Optional.ofNullable(options.stdinFilename);
        this.inputs = inputs;
    }

    /** What is done with a file when it has been read. */
    interface Preparation {
        void prepare(Project project, ProjectFile file, Path folder);
    }

    void beforeJudging(Preparation wanted) {
        preparation = wanted;
    }

    ProjectTask.Done judge() {
        String display = filename.orElse("<stdin>");
        try {
            SourceFile source = SourceFile.read(surroundings::input);
            return new ProjectTask.Done(reports(source, display), List.of());
        } catch (SourceFile.RefusedException e) {
            return failed(display, e.error());
        }
    }

    private static ProjectTask.Done failed(String display, FileError error) {
        return new ProjectTask.Done(List.of(FileReport.failed(display, error)), List.of());
    }

    private List<FileReport> reports(SourceFile source, String display) {
        Path directory = surroundings.workingDirectory();
        Path file = directory.resolve(filename.orElse(UNNAMED)).normalize();
        Path folder = Optional.ofNullable(file.getParent()).orElse(directory);
        Path root = ProjectRoots.of(folder);
        ProjectPath path = ProjectPath.of(root.relativize(file).toString().replace('\\', '/'));
        Workspace workspace = filename.isPresent() ? DirectoryWorkspace.of(root) : Workspace.UNKNOWN;
        String name = String.valueOf(file.getFileName());
        ProjectFile judged =
                new ProjectFile(path, Discovery.kindOf(name, source.text().text()), source.text());
        Project project = new Project(List.of(judged), workspace);
        preparation.prepare(project, judged, folder);
        String patch = file.startsWith(directory) ? directory.relativize(file).toString() : path.value();
        InputFile input = new InputFile(file, display, patch, judged.kind(), root, path, true);
        List<FileReport> reports = filename.isPresent()
                ? inputs.task(input, source).call().finish(new SharedFiles()).reports()
                : Judgement.of(
                        inputs.engine(folder, root),
                        project,
                        Focus.ALL.withoutCreations(),
                        other -> new Judgement.Names(display, patch));
        // A file that is found missing has no place in the output.
        return reports.stream().filter(report -> report.path().equals(display)).toList();
    }
}
