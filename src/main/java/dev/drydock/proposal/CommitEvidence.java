package dev.drydock.proposal;

import dev.drydock.evidence.Evidence;
import dev.drydock.evidence.EvidenceFormatException;
import dev.drydock.evidence.EvidenceReader;
import dev.drydock.git.HeadFiles;
import dev.drydock.project.ProjectPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The evidence files of a commit: the nearest one above a file holds. One that cannot be used is as good as none. */
final class CommitEvidence {
    private final HeadFiles files;
    private final LocalDate today;
    private final Map<String, Evidence> byPath = new HashMap<>();

    CommitEvidence(HeadFiles files, LocalDate today) {
        this.files = files;
        this.today = today;
    }

    Evidence of(ProjectPath file) {
        ProjectPath folder = file;
        while (!folder.value().isEmpty()) {
            folder = folder.parent();
            ProjectPath home = folder;
            Optional<ProjectPath> path = home.resolve(Evidence.FILE_NAME);
            if (path.isPresent() && files.file(path.get().value()).isPresent()) {
                return byPath.computeIfAbsent(path.get().value(), this::read)
                        .renamed(other -> home.resolve(other.value()));
            }
        }
        return Evidence.NONE;
    }

    private Evidence read(String path) {
        Optional<byte[]> bytes = files.read(path, EvidenceReader.LARGEST);
        try {
            return bytes.isEmpty()
                    ? Evidence.NONE
                    : EvidenceReader.read(new String(bytes.get(), StandardCharsets.UTF_8), today);
        } catch (EvidenceFormatException e) {
            return Evidence.NONE;
        }
    }
}
