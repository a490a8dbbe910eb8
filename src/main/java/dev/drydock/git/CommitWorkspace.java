package dev.drydock.git;

import dev.drydock.evidence.Evidence;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.util.List;
import java.util.Optional;

/** The files of a commit as evidence: what the build context would be after a clean checkout. */
public final class CommitWorkspace implements Workspace {
    private final HeadFiles files;

    public CommitWorkspace(HeadFiles files) {
        this.files = files;
    }

    @Override
    public boolean isKnown() {
        return true;
    }

    @Override
    public Kind kind(ProjectPath path) {
        if (files.file(path.value()).isPresent()) {
            return Kind.FILE;
        }
        if (files.isFolder(path.value())) {
            return Kind.FOLDER;
        }
        return files.isTaken(path.value()) ? Kind.OTHER : Kind.ABSENT;
    }

    @Override
    public Optional<byte[]> read(ProjectPath path, int limit) {
        return files.read(path.value(), limit);
    }

    @Override
    public boolean isReadableByAll(ProjectPath path) {
        return true;
    }

    /** What a commit holds is what a clone has. */
    @Override
    public boolean isCloned(ProjectPath path) {
        return true;
    }

    @Override
    public boolean isTracked(ProjectPath path) {
        return files.file(path.value()).isPresent();
    }

    @Override
    public List<ProjectPath> list(ProjectPath folder) {
        return files.list(folder.value()).stream()
                .map(folder::resolve)
                .flatMap(Optional::stream)
                .filter(path -> !path.fileName().equals(Evidence.FILE_NAME))
                .toList();
    }
}
