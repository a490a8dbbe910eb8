package dev.drydock.files;

import java.util.ArrayList;
import java.util.List;

/**
 * Replaces several files together. All new contents are complete on disk before the first file is replaced; if one
 * cannot be, those replaced before it are put back.
 */
public final class FileReplacements {
    private FileReplacements() {}

    /**
     * Replaces all of the files, or none.
     *
     * @throws WriteException for the first file that could not be replaced
     */
    public static void replace(List<FileReplacement> replacements) throws WriteException {
        List<StagedFile> staged = new ArrayList<>();
        List<StagedFile> done = new ArrayList<>();
        try {
            for (FileReplacement replacement : replacements) {
                staged.add(StagedFile.stage(replacement));
            }
            for (StagedFile file : staged) {
                file.checkUnchanged();
            }
            for (StagedFile file : staged) {
                file.moveIntoPlace();
                done.add(file);
            }
        } catch (WriteException e) {
            putBack(done, e);
            throw e;
        } finally {
            staged.forEach(StagedFile::discard);
        }
    }

    private static void putBack(List<StagedFile> done, WriteException cause) {
        for (StagedFile file : done) {
            try {
                file.undo();
            } catch (WriteException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
