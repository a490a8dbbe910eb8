package dev.drydock.cli;

import dev.drydock.discovery.DirectoryWorkspace;
import dev.drydock.discovery.IgnoreFiles;
import dev.drydock.discovery.InputFile;
import dev.drydock.engine.Engine;
import dev.drydock.engine.RunResult;
import dev.drydock.files.FileReplacement;
import dev.drydock.files.FileReplacements;
import dev.drydock.files.WriteException;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.report.FileError;
import dev.drydock.report.FileReport;
import dev.drydock.text.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Reads one project, has it judged and, in a fix, written. Never throws: what goes wrong is told of its files. */
final class ProjectTask implements Callable<ProjectTask.Done> {
    /**
     * What came of it.
     *
     * @param remarks for those who ask for more
     */
    record Done(List<FileReport> reports, List<String> remarks) {}

    private final List<InputFile> group;
    private final Engine engine;
    private final Path workingDirectory;
    private final boolean write;
    private final Path root;
    private final Map<ProjectPath, InputFile> inputs = new LinkedHashMap<>();
    private final Map<ProjectPath, SourceFile> sources = new LinkedHashMap<>();
    /** Ignore files that nobody named. */
    private final Map<ProjectPath, SourceFile> companions = new LinkedHashMap<>();

    /** @param group files of one root, at least one */
    ProjectTask(List<InputFile> group, Engine engine, Path workingDirectory, boolean write) {
        this.group = group;
        this.engine = engine;
        this.workingDirectory = workingDirectory;
        this.write = write;
        this.root = group.get(0).root();
    }

    /**
     * What the engine makes of the project, nothing of it written.
     *
     * @param refused the files that could not be read
     * @param result empty if none could
     */
    record Inspected(List<FileReport> refused, Optional<RunResult> result) {}

    @Override
    public Done call() {
        List<FileReport> reports = read();
        if (!inputs.isEmpty()) {
            reports.addAll(judged());
        }
        return new Done(reports, List.of());
    }

    /** Judges the project without telling what is found, or writing it. */
    Inspected inspect() {
        List<FileReport> refused = read();
        return new Inspected(refused, inputs.isEmpty() ? Optional.empty() : Optional.of(engine.run(project())));
    }

    private List<FileReport> read() {
        List<FileReport> reports = new ArrayList<>();
        for (InputFile input : group) {
            try {
                sources.put(input.path(), SourceFile.read(() -> Files.newInputStream(input.file())));
                inputs.put(input.path(), input);
            } catch (SourceFile.RefusedException e) {
                reports.add(FileReport.failed(input.display(), e.error()));
            }
        }
        return reports;
    }

    private Project project() {
        List<ProjectFile> files = new ArrayList<>();
        inputs.forEach((path, input) ->
                files.add(new ProjectFile(path, input.kind(), sources.get(path).text())));
        ignoreFiles(files);
        return new Project(files, DirectoryWorkspace.of(root));
    }

    private List<FileReport> judged() {
        List<FileReport> reports = Judgement.of(engine, project(), this::names).stream()
                .filter(this::isAskedForOrChanged)
                .toList();
        return write ? written(reports) : reports;
    }

    /** The ignore files that hold for the Dockerfiles belong to the project: a repair may extend them. */
    private void ignoreFiles(List<ProjectFile> files) {
        for (ProjectPath path : IgnoreFiles.of(inputs.values(), DirectoryWorkspace.of(root))) {
            companionAt(path).ifPresent(source -> {
                companions.put(path, source);
                files.add(new ProjectFile(path, FileKind.IGNORE_FILE, source.text()));
            });
        }
    }

    /** Returns the file, or empty if it cannot be read: a transform that wants to change it says so then. */
    private Optional<SourceFile> companionAt(ProjectPath path) {
        try {
            return Optional.of(SourceFile.read(() -> Files.newInputStream(root.resolve(path.value()))));
        } catch (SourceFile.RefusedException e) {
            return Optional.empty();
        }
    }

    private boolean isAskedForOrChanged(FileReport report) {
        boolean companion = companions.keySet().stream()
                .anyMatch(path -> names(path).display().equals(report.path()));
        return !companion
                || report.isChanged()
                || !report.issues().isEmpty()
                || !report.errors().isEmpty();
    }

    /** Returns the files that were read, in the order in which they were given. */
    List<ProjectPath> paths() {
        return List.copyOf(inputs.keySet());
    }

    Judgement.Names names(ProjectPath path) {
        InputFile input = inputs.get(path);
        if (input != null) {
            return new Judgement.Names(input.display(), input.patchPath());
        }
        Path file = root.resolve(path.value());
        String name = file.startsWith(workingDirectory)
                ? workingDirectory.relativize(file).toString()
                : file.toString();
        return new Judgement.Names(name, file.startsWith(workingDirectory) ? name : path.value());
    }

    /** Writes all files of the project that changed, or none of them. */
    private List<FileReport> written(List<FileReport> reports) {
        List<FileReplacement> replacements = new ArrayList<>();
        reports.stream().filter(FileReport::isChanged).forEach(report -> replacements.add(replacement(report)));
        try {
            FileReplacements.replace(replacements);
            return reports;
        } catch (WriteException e) {
            return reports.stream().map(report -> notWritten(report, e)).toList();
        }
    }

    private FileReplacement replacement(FileReport report) {
        Optional<InputFile> input = inputs.values().stream()
                .filter(candidate -> candidate.display().equals(report.path()))
                .findFirst();
        return new FileReplacement(
                input.map(InputFile::file).orElseGet(() -> workingDirectory.resolve(report.path())),
                root,
                input.map(found -> sources.get(found.path()))
                        .or(() -> companion(report.path()))
                        .map(SourceFile::bytes),
                report.after().map(SourceText::encode).orElseThrow(),
                report.confidential());
    }

    private Optional<SourceFile> companion(String display) {
        return companions.keySet().stream()
                .filter(path -> names(path).display().equals(display))
                .findFirst()
                .map(companions::get);
    }

    private FileReport notWritten(FileReport report, WriteException problem) {
        boolean isCause = workingDirectory
                .resolve(report.path())
                .normalize()
                .equals(problem.file().normalize());
        if (!report.isChanged()) {
            return report;
        }
        return report.unchangedBecause(FileError.of(
                isCause ? problem.getMessage() : "not written, because another file of the project could not be"));
    }
}
