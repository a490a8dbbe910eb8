package dev.drydock.cli;

import dev.drydock.evidence.Evidence;
import dev.drydock.evidence.EvidenceFormatException;
import dev.drydock.evidence.EvidenceReader;
import dev.drydock.git.HeadFiles;
import dev.drydock.proposal.CommitTrials;
import dev.drydock.trial.TemporaryFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Tries a commit: its files are laid out in a folder that goes away, and what is found there is tried as {@code drydock prove}
 * does. One commit at a time; one that was tried is not tried again.
 */
final class CommitProving implements CommitTrials {
    private static final int LARGEST_FILE = 256 << 20;

    private final Surroundings surroundings;
    private final RuleOptions rules;
    private final ProveOptions trials;
    private final List<String> paths;
    private final PrintWriter err;
    private final boolean quiet;
    private final boolean foreign;
    private final Map<ObjectId, Evidence> known = new HashMap<>();

    /**
     * @param paths what is tried, relative to the root of the repository; nothing: all of it
     * @param foreign whether the repository gets nothing of this machine: no variable, and no file that it names
     */
    CommitProving(
            Surroundings surroundings,
            RuleOptions rules,
            ProveOptions trials,
            List<String> paths,
            PrintWriter err,
            boolean quiet,
            boolean foreign) {
        this.surroundings = surroundings;
        this.rules = rules;
        this.trials = trials;
        this.paths = List.copyOf(paths);
        this.err = err;
        this.quiet = quiet;
        this.foreign = foreign;
    }

    @Override
    public synchronized Evidence of(HeadFiles files) throws IOException {
        Evidence before = known.get(files.commit());
        if (before != null) {
            return before;
        }
        Evidence found;
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            layOut(files, folder.path());
            RunOptions options = new RunOptions();
            options.rules = rules;
            options.quiet = quiet;
            options.paths = paths.isEmpty() ? List.of(".") : paths;
            new Proving(surroundings.at(folder.path()), options, trials, err, err, foreign)
                    .of(files.commit().name())
                    .execute();
            found = evidence(folder.path().resolve(Evidence.FILE_NAME));
        }
        known.put(files.commit(), found);
        return found;
    }

    private static void layOut(HeadFiles files, Path folder) throws IOException {
        for (HeadFiles.Entry entry : files.files()) {
            Path file = folder.resolve(entry.path()).normalize();
            Optional<byte[]> bytes = files.read(entry.path(), LARGEST_FILE);
            if (bytes.isEmpty() || !file.startsWith(folder)) {
                continue;
            }
            Files.createDirectories(file.getParent());
            Files.write(file, bytes.get());
            if (entry.executable() && Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private Evidence evidence(Path file) throws IOException {
        try {
            return Files.isRegularFile(file)
                    ? EvidenceReader.read(Files.readString(file, StandardCharsets.UTF_8), surroundings.today())
                    : Evidence.NONE;
        } catch (EvidenceFormatException e) {
            return Evidence.NONE;
        }
    }
}
