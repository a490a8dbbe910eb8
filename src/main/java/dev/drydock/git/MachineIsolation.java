package dev.drydock.git;

import java.util.Set;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit from touching the user's machine: no file of its own below {@code ~/.config}, no {@code git} started to find
 * the system configuration, no environment variable that would redirect it ({@code GIT_DIR}, {@code GIT_SSH}).
 *
 * <p>The user's own {@code ~/.gitconfig} is read (name, e-mail address, signing key, proxy), never written.
 */
public final class MachineIsolation extends SystemReader.Delegate {
    private static final Set<String> KEPT = Set.of(
            "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "GIT_HTTP_USER_AGENT");

    private MachineIsolation(SystemReader inner) {
        super(inner);
    }

    /** Puts the isolation in place for this process. Further calls change nothing. */
    public static void install() {
        synchronized (MachineIsolation.class) {
            SystemReader current = SystemReader.getInstance();
            if (!(current instanceof MachineIsolation)) {
                SystemReader.setInstance(new MachineIsolation(current));
            }
        }
    }

    @Override
    public String getenv(String variable) {
        return variable.startsWith("GIT_") && !KEPT.contains(variable) ? null : super.getenv(variable);
    }

    /** Git finds the user's files where {@code HOME} says, the JVM where the database of users says. */
    @Override
    public String getProperty(String key) {
        String home = key.equals("user.home") ? getenv("HOME") : null;
        return home == null || home.isEmpty() ? super.getProperty(key) : home;
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    /** A configuration without a file: always empty at first, changed in memory only. */
    private static final class EmptyConfig extends FileBasedConfig {
        EmptyConfig(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public void save() {
            // What JGit measures about the file system is remembered for this process only.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
