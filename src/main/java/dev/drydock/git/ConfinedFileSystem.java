package dev.drydock.git;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.FS_Win32;
import org.eclipse.jgit.util.ProcessResult;

/**
 * JGit's view of the file system with everything taken out that could start a process, and with the configuration of a
 * repository replaced by a cleaned copy ({@link RepositoryConfig}).
 *
 * <p>JGit asks its {@code FS} for the place of a repository's {@code config}, for hooks, for the shell and for {@code git}
 * itself, so this is the one place where all of them can be refused.
 */
final class ConfinedFileSystem {
    private ConfinedFileSystem() {}

    /** Returns a file system that reads {@code config} files through cleaned copies kept in {@code shelter}. */
    static FS guarding(Path shelter) {
        return create(new Guard(shelter));
    }

    /** Returns a file system for repositories that Drydock itself has made: their configuration is trusted. */
    static FS forOwnRepositories() {
        return create(new Guard(null));
    }

    private static FS create(Guard guard) {
        return File.separatorChar == '\\' ? new Windows(guard) : new Posix(guard);
    }

    /** What both kinds share. {@code shelter} is null where configuration files are used as they are. */
    private record Guard(Path shelter) {
        File resolve(File file, String name) {
            if (shelter == null || !name.equals("config")) {
                return file;
            }
            try {
                return RepositoryConfig.cleanedCopy(file.toPath(), shelter).toFile();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static UnsupportedOperationException refused() {
            return new UnsupportedOperationException("a repository asked for a command to be run: refused");
        }
    }

    private static final class Posix extends FS_POSIX {
        private final Guard guard;

        Posix(Guard guard) {
            this.guard = guard;
            // Read from the file system instead of JGit's way, which runs a shell.
            setUmask(0022);
        }

        @Override
        public FS newInstance() {
            return new Posix(guard);
        }

        @Override
        public File resolve(File dir, String name) {
            return guard.resolve(super.resolve(dir, name), name);
        }

        @Override
        protected File discoverGitExe() {
            return null;
        }

        @Override
        public File getGitSystemConfig() {
            return null;
        }

        @Override
        public File findHook(Repository repository, String hookName) {
            return null;
        }

        @Override
        public ProcessResult runHookIfPresent(
                Repository repository,
                String hookName,
                String[] args,
                OutputStream out,
                OutputStream err,
                String stdin) {
            return new ProcessResult(ProcessResult.Status.NOT_PRESENT);
        }

        @Override
        public ProcessBuilder runInShell(String cmd, String[] args) {
            throw Guard.refused();
        }

        @Override
        public ExecutionResult execute(ProcessBuilder builder, InputStream in) {
            throw Guard.refused();
        }
    }

    private static final class Windows extends FS_Win32 {
        private final Guard guard;

        Windows(Guard guard) {
            this.guard = guard;
        }

        @Override
        public FS newInstance() {
            return new Windows(guard);
        }

        @Override
        public File resolve(File dir, String name) {
            return guard.resolve(super.resolve(dir, name), name);
        }

        @Override
        protected File discoverGitExe() {
            return null;
        }

        @Override
        public File getGitSystemConfig() {
            return null;
        }

        @Override
        public File findHook(Repository repository, String hookName) {
            return null;
        }

        @Override
        public ProcessResult runHookIfPresent(
                Repository repository,
                String hookName,
                String[] args,
                OutputStream out,
                OutputStream err,
                String stdin) {
            return new ProcessResult(ProcessResult.Status.NOT_PRESENT);
        }

        @Override
        public ProcessBuilder runInShell(String cmd, String[] args) {
            throw Guard.refused();
        }

        @Override
        public ExecutionResult execute(ProcessBuilder builder, InputStream in) {
            throw Guard.refused();
        }
    }

    /** Returns whether {@code file} is a regular file, symbolic links followed: no device and no pipe. */
    static boolean isRegular(Path file) {
        return Files.isRegularFile(file);
    }
}
