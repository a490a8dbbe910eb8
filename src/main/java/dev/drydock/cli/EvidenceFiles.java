package dev.drydock.cli;

import dev.drydock.discovery.GitRoots;
import dev.drydock.discovery.IoReasons;
import dev.drydock.evidence.Evidence;
import dev.drydock.evidence.EvidenceFormatException;
import dev.drydock.evidence.EvidenceReader;
import dev.drydock.evidence.EvidenceWriter;
import dev.drydock.evidence.Proof;
import dev.drydock.files.FileReplacement;
import dev.drydock.files.FileReplacements;
import dev.drydock.files.WriteException;
import dev.drydock.project.ProjectPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The evidence files of a run: which one holds for a folder, and what it says. One that cannot be used is as good as none,
 * and is told once. For one thread.
 */
final class EvidenceFiles {
    /** How the line ends that tells of evidence for another text. */
    static final String CHANGED = ", which is left aside; run drydock prove again";

    private static final int LARGEST_FILE = 10 << 20;

    private final Path workingDirectory;
    private final LocalDate today;
    private final boolean ignored;
    private final Consumer<String> warnings;
    private final Map<Path, Located> byFile = new HashMap<>();

    /** An evidence file that is there, or that would be; its paths are relative to its folder. */
    private record Located(Path file, Optional<byte[]> bytes, Evidence content) {}

    /**
     * Looks for evidence.
     *
     * @param ignored whether all of it is left aside
     * @param warnings told about files that cannot be used, one line each
     */
    EvidenceFiles(Path workingDirectory, LocalDate today, boolean ignored, Consumer<String> warnings) {
        this.workingDirectory = workingDirectory;
        this.today = today;
        this.ignored = ignored;
        this.warnings = warnings;
    }

    /**
     * Returns the evidence for what lies in a folder, with its paths as a project at {@code root} names them: that of the
     * nearest file upwards, up to the root of the Git work tree.
     */
    Evidence of(Path folder, Path root) {
        if (ignored) {
            return Evidence.NONE;
        }
        Located located = locate(folder, root);
        return located.content().renamed(path -> renamed(located.file().getParent(), root, path));
    }

    /** Returns the content of the file for what lies in a folder as it is there, nothing renamed. */
    private Located locate(Path folder, Path root) {
        Path top = GitRoots.above(folder).orElse(folder.getRoot());
        for (Path current = folder; current != null; current = current.getParent()) {
            Path file = current.resolve(Evidence.FILE_NAME);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return byFile.computeIfAbsent(file, this::read);
            }
            if (current.equals(top)) {
                break;
            }
        }
        return byFile.computeIfAbsent(
                root.resolve(Evidence.FILE_NAME), file -> new Located(file, Optional.empty(), Evidence.NONE));
    }

    private static Optional<ProjectPath> renamed(Path from, Path to, ProjectPath path) {
        Path file = from.resolve(path.value()).normalize();
        return file.startsWith(to)
                ? ProjectPath.parse(to.relativize(file).toString().replace('\\', '/'))
                : Optional.empty();
    }

    private Located read(Path file) {
        Located none = new Located(file, Optional.empty(), Evidence.NONE);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(EvidenceReader.LARGEST + 1);
            // Whatever stands in it, a new proof may take its place.
            none = new Located(file, Optional.of(bytes), Evidence.NONE);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Evidence content = EvidenceReader.read(text, today);
            warnOfChanges(file, content);
            return new Located(file, Optional.of(bytes), content);
        } catch (EvidenceFormatException e) {
            warnings.accept(display(file) + ": ignored, " + e.getMessage() + "; run drydock prove again");
        } catch (CharacterCodingException e) {
            warnings.accept(display(file) + ": ignored, it is not UTF-8; run drydock prove again");
        } catch (IOException e) {
            warnings.accept(display(file) + ": ignored, it cannot be read: " + IoReasons.of(e));
        }
        return none;
    }

    private void warnOfChanges(Path file, Evidence content) {
        for (Proof proof : content.proofs()) {
            proof.changed(path -> bytes(file.resolveSibling(path.value())))
                    .ifPresent(path -> warnings.accept(display(file.resolveSibling(path.value()))
                            + ": changed since it was tried on " + proof.date() + CHANGED));
        }
    }

    private static Optional<byte[]> bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(LARGEST_FILE));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Adds what was tried to the evidence for a folder, in one step.
     *
     * @param root the root of the project, which names the paths of the proof
     * @throws Failure if it cannot be written
     */
    void add(Path folder, Path root, Proof proof) {
        Located located = locate(folder, root);
        Path home = located.file().getParent();
        List<Proof> moved = new Evidence(List.of(proof))
                .renamed(path -> renamed(root, home, path))
                .proofs();
        if (moved.isEmpty()) {
            throw new Failure(display(located.file()) + " lies below the project that was tried; move it to its root");
        }
        Evidence content = located.content().with(moved.get(0));
        byte[] bytes = EvidenceWriter.write(content).getBytes(StandardCharsets.UTF_8);
        try {
            FileReplacements.replace(List.of(new FileReplacement(located.file(), home, located.bytes(), bytes, false)));
        } catch (WriteException e) {
            throw new Failure(display(located.file()) + ": " + e.getMessage(), e);
        }
        byFile.put(located.file(), new Located(located.file(), Optional.of(bytes), content));
    }

    private String display(Path file) {
        return file.startsWith(workingDirectory)
                ? workingDirectory.relativize(file).toString()
                : file.toString();
    }
}
