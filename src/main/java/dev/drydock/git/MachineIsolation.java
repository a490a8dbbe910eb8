package dev.drydock.git;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.UserConfigFile;
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

    /** What fails is told by an exception, so their lines say nothing to a user. Held here, for loggers are forgotten. */
    private static final List<Logger> SILENCED = Stream.of("org.eclipse.jgit", "org.apache.sshd")
            .map(Logger::getLogger)
            .toList();

    private MachineIsolation(SystemReader inner) {
        super(inner);
    }

    /** Puts the isolation in place for this process. Further calls change nothing. */
    public static void install() {
        synchronized (MachineIsolation.class) {
            SystemReader current = SystemReader.getInstance();
            if (!(current instanceof MachineIsolation)) {
                SystemReader.setInstance(new MachineIsolation(current));
                SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
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

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        Path configuration = getXdgConfigDirectory(fs);
        File other = configuration == null
                ? new File(fs.userHome(), ".config/git/config")
                : configuration.resolve("git/config").toFile();
        return new UserConfig(parent, new File(fs.userHome(), ".gitconfig"), other, fs);
    }

    /**
     * The user's configuration, which also says how fine the times of files are, so that JGit does not measure it: that takes
     * seconds, for each file system and run. A file that changed within that time is read again instead of trusted.
     */
    private static final class UserConfig extends UserConfigFile {
        /** The clocks of the usual file systems tick ten times as often, at least. */
        private static final Duration TICK = Duration.ofMillis(100);

        UserConfig(Config parent, File own, File xdg, FS fs) {
            super(parent, own, xdg, fs);
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            long written = super.getTimeUnit(section, subsection, name, otherwise, unit);
            boolean measured = ConfigConstants.CONFIG_FILESYSTEM_SECTION.equals(section) && written == otherwise;
            return measured ? unit.convert(TICK) : written;
        }
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
            // Nothing is kept on the user's machine.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
