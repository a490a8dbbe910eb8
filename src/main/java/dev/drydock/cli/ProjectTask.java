package dev.drydock.cli;

import dev.drydock.discovery.FocusedGroup;
import dev.drydock.discovery.IgnoreFiles;
import dev.drydock.discovery.InputFile;
import dev.drydock.engine.Engine;
import dev.drydock.engine.RunResult;
import dev.drydock.files.FileReplacement;
import dev.drydock.files.FileReplacements;
import dev.drydock.files.WriteException;
import dev.drydock.model.Frontend;
import dev.drydock.project.FileKind;
import dev.drydock.project.Focus;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.report.FileError;
import dev.drydock.report.FileReport;
import dev.drydock.text.SourceText;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Reads one project, has it judged and, in a fix, written. Never throws: what goes wrong is told of its files. What other
 * projects may want to change too waits until the projects before this one are done.
 */
final class ProjectTask implements Callable<ProjectTask> {
    /**
     * What came of it.
     *
     * @param notices what everybody should know who gets to see findings
     */
    record Done(List<FileReport> reports, List<String> notices) {}

    private static final int LARGEST_AROUND = 10 << 20;

    private final FocusedGroup group;
    private final Focus focus;
    private final Engine engine;
    private final Path workingDirectory;
    private final boolean write;
    private final RunFiles files;
    private final Path root;
    private List<FileReport> reports = List.of();
    private List<String> foreign = List.of();
    /** Whether what was judged is not written yet, although it has to be. */
    private boolean waits;

    private final Map<ProjectPath, InputFile> inputs = new LinkedHashMap<>();
    private final Map<InputFile, SourceFile> given = new HashMap<>();
    private final Map<ProjectPath, SourceFile> sources = new LinkedHashMap<>();
    /** Ignore files that nobody named. */
    private final Map<ProjectPath, SourceFile> companions = new LinkedHashMap<>();

    /** @param group files of one root */
    ProjectTask(FocusedGroup group, Engine engine, Path workingDirectory, boolean write, RunFiles files) {
        this.group = group;
        this.focus = group.focus();
        this.engine = engine;
        this.workingDirectory = workingDirectory;
        this.write = write;
        this.files = files;
        this.root = group.asked().get(0).root();
    }

    /** Judges a text in place of the one on disk. */
    ProjectTask with(InputFile file, SourceFile source) {
        given.put(file, source);
        return this;
    }

    /**
     * What the engine makes of the project, nothing of it written.
     *
     * @param refused the files that could not be read
     * @param result empty if none could
     */
    record Inspected(List<FileReport> refused, Optional<RunResult> result) {}

    /** Judges the project, and writes what is its own. */
    @Override
    public ProjectTask call() {
        try {
            reports = judged(new SharedFiles());
            waits = write;
            if (shared().isEmpty() && ignoreFiles().isEmpty()) {
                write();
            }
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            failed(e);
        }
        return this;
    }

    /** Returns what came of the project, after {@link #call} and after the projects before it. */
    Done finish(SharedFiles shared) {
        try {
            if (shared.holdsAnyOf(shared()) || shared.holdsAnyOf(ignoreFiles())) {
                reports = judged(shared);
            }
            write();
            for (FileReport report : reports) {
                Path file = pathOf(report);
                if (report.isChanged() && isShared(report)) {
                    shared.leave(file, SourceFile.of(report.after().orElseThrow()));
                }
            }
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            failed(e);
        }
        Done done = new Done(reports, foreign);
        forget();
        return done;
    }

    /** A run over many projects holds the tasks of all of them. */
    private void forget() {
        reports = List.of();
        inputs.clear();
        sources.clear();
        companions.clear();
    }

    private void failed(Throwable problem) {
        // One file that Drydock cannot cope with must not end the run over all the others.
        waits = false;
        reports = group.asked().stream()
                .map(input -> FileReport.failed(input.display(), FileError.internal("", problem)))
                .toList();
    }

    private List<FileReport> judged(SharedFiles shared) {
        List<FileReport> all = read();
        if (!inputs.isEmpty()) {
            all.addAll(judged(project(shared)));
        }
        return all;
    }

    /** Returns the files that the project changes or creates and that may belong to others as well. */
    private List<Path> shared() {
        return reports.stream()
                .filter(FileReport::isChanged)
                .filter(this::isShared)
                .map(this::pathOf)
                .toList();
    }

    /** What is left out of the build decides what else is right for a Dockerfile. */
    private List<Path> ignoreFiles() {
        return IgnoreFiles.of(inputs.values()).stream().map(this::placeOf).toList();
    }

    private boolean isShared(FileReport report) {
        return inputOf(report).isEmpty();
    }

    private Optional<InputFile> inputOf(FileReport report) {
        return inputs.values().stream()
                .filter(candidate -> candidate.display().equals(report.path()))
                .findFirst();
    }

    private Path pathOf(FileReport report) {
        return inputOf(report).map(InputFile::file).orElseGet(() -> workingDirectory.resolve(report.path()));
    }

    private void write() {
        if (waits) {
            waits = false;
            reports = written(reports);
        }
    }

    /** Judges the project without telling what is found, or writing it. */
    Inspected inspect() {
        List<FileReport> refused = read();
        return new Inspected(
                refused,
                inputs.isEmpty() ? Optional.empty() : Optional.of(engine.run(project(new SharedFiles()), focus)));
    }

    /** Returns the project, or empty if none of its files can be read. */
    Optional<Project> load() {
        read();
        return inputs.isEmpty() ? Optional.empty() : Optional.of(project(new SharedFiles()));
    }

    Path root() {
        return root;
    }

    /** Returns the folder whose configuration and lock file hold for the project. */
    Path folder() {
        return Optional.ofNullable(group.asked().get(0).file().getParent()).orElse(root);
    }

    Engine engine() {
        return engine;
    }

    private List<FileReport> read() {
        List<FileReport> refused = new ArrayList<>();
        sources.clear();
        inputs.clear();
        for (InputFile input : group.files()) {
            try {
                sources.put(input.path(), source(input));
                inputs.put(input.path(), input);
            } catch (SourceFile.RefusedException e) {
                if (group.asked().contains(input)) {
                    refused.add(FileReport.failed(input.display(), e.error()));
                }
            }
        }
        if (refused.size() == group.asked().size()) {
            inputs.clear();
        }
        return refused;
    }

    private SourceFile source(InputFile input) throws SourceFile.RefusedException {
        SourceFile text = given.get(input);
        if (text != null) {
            return text;
        }
        // What is only looked at may be written by another task of the run, before or after.
        Optional<byte[]> atStart = group.asked().contains(input)
                ? Optional.empty()
                : files.workspace(root).read(input.path(), LARGEST_AROUND);
        return atStart.isPresent()
                ? SourceFile.read(() -> new ByteArrayInputStream(atStart.get()))
                : SourceFile.read(() -> Files.newInputStream(input.file()));
    }

    private Project project(SharedFiles shared) {
        List<ProjectFile> members = new ArrayList<>();
        inputs.forEach((path, input) -> members.add(
                new ProjectFile(path, input.kind(), sources.get(path).text())));
        ignoreFiles(members, shared);
        return new Project(members, files.workspace(root, shared, Optional.of(engine)));
    }

    private List<FileReport> judged(Project project) {
        foreign = project.files().stream()
                .filter(file -> file.kind() == FileKind.DOCKERFILE && focus.covers(file.path()))
                .filter(file -> Frontend.isForeign(file.dockerfile()))
                .map(file -> "left " + names(file.path()).display()
                        + ", which another frontend reads (# syntax=), with instructions of its own")
                .toList();
        return Judgement.of(engine, project, focus, this::names).stream()
                .filter(this::isAskedForOrChanged)
                .toList();
    }

    /** The ignore files that hold for the Dockerfiles belong to the project: a repair may extend them. */
    private void ignoreFiles(List<ProjectFile> members, SharedFiles shared) {
        companions.clear();
        for (ProjectPath path : IgnoreFiles.of(inputs.values())) {
            shared.at(placeOf(path)).or(() -> companionAt(path)).ifPresent(source -> {
                companions.put(path, source);
                members.add(new ProjectFile(path, FileKind.IGNORE_FILE, source.text()));
            });
        }
    }

    /** Returns the file, or empty if it cannot be read: a transform that wants to change it says so then. */
    private Optional<SourceFile> companionAt(ProjectPath path) {
        if (files.workspace(root).kind(path) != Workspace.Kind.FILE) {
            return Optional.empty();
        }
        try {
            return Optional.of(SourceFile.read(() -> Files.newInputStream(placeOf(path))));
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

    /** Returns where a file of the project lies; for a name that the locale has no letters for, where nothing does. */
    private Path placeOf(ProjectPath path) {
        try {
            return root.resolve(path.value());
        } catch (InvalidPathException e) {
            return root.resolve(path.value().replaceAll("[^ -~]", "?"));
        }
    }

    /** Returns the files that were asked for and read, in the order in which they were given. */
    List<ProjectPath> paths() {
        return inputs.keySet().stream().filter(focus::covers).toList();
    }

    Judgement.Names names(ProjectPath path) {
        InputFile input = inputs.get(path);
        if (input != null) {
            return new Judgement.Names(input.display(), input.patchPath());
        }
        Path file = placeOf(path);
        String name = file.startsWith(workingDirectory)
                ? workingDirectory.relativize(file).toString()
                : file.toString();
        return new Judgement.Names(name, file.startsWith(workingDirectory) ? name : path.value());
    }

    /** Writes all files of the project that changed, or none of them. */
    private List<FileReport> written(List<FileReport> judged) {
        List<FileReplacement> replacements = new ArrayList<>();
        judged.stream().filter(FileReport::isChanged).forEach(report -> replacements.add(replacement(report)));
        try {
            FileReplacements.replace(replacements);
            return judged;
        } catch (WriteException e) {
            return judged.stream().map(report -> notWritten(report, e)).toList();
        }
    }

    private FileReplacement replacement(FileReport report) {
        Optional<byte[]> before = inputOf(report)
                .map(found -> sources.get(found.path()))
                .or(() -> companion(report.path()))
                .map(SourceFile::bytes);
        files.willReplace(pathOf(report), before);
        return new FileReplacement(
                pathOf(report),
                root,
                before,
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
            // What it reports may have been repaired in another file, which was not written.
            return report.undone();
        }
        return report.unchangedBecause(FileError.of(
                isCause ? problem.getMessage() : "not written, because another file of the project could not be"));
    }
}
