package dev.drydock.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * The part of a repository's own configuration that is safe to obey.
 *
 * <p>A checkout can come from anywhere, its {@code .git/config} with it, and that file can name commands (hooks, filters,
 * helpers, signing programs), send a token elsewhere ({@code url.*.insteadOf}, {@code http.proxy}) and read any file
 * ({@code include}). What is listed here says what the repository is and who its remotes are; nothing else is taken over.
 */
final class RepositoryConfig {
    private static final int LIMIT = 1 << 20;

    private static final Set<String> CORE = Set.of("repositoryformatversion", "filemode", "bare", "logallrefupdates");
    private static final Set<String> EXTENSIONS = Set.of("refstorage", "objectformat");
    private static final Set<String> USER = Set.of("name", "email", "signingkey");
    private static final Set<String> REMOTE = Set.of("url", "pushurl");
    private static final Set<String> BRANCH = Set.of("remote", "merge");

    private RepositoryConfig() {}

    /** Returns a file in {@code shelter} with the safe part of {@code original}; it does not exist if that does not. */
    static Path cleanedCopy(Path original, Path shelter) throws IOException {
        String name = Integer.toHexString(original.toAbsolutePath().normalize().hashCode()) + ".config";
        Path copy = shelter.resolve(name);
        if (!ConfinedFileSystem.isRegular(original)) {
            return copy;
        }
        String cleaned = cleaned(read(original)).toText();
        if (!Files.exists(copy) || !Files.readString(copy).equals(cleaned)) {
            Files.writeString(copy, cleaned);
        }
        return copy;
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new GitException(file + " is larger than 1 MiB: not read");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Returns the safe part of {@code text}. A plain {@link Config} never follows an include. */
    static Config cleaned(String text) throws GitException {
        Config all = new Config();
        try {
            all.fromText(text);
        } catch (ConfigInvalidException e) {
            throw new GitException("the repository's configuration is not valid: " + e.getMessage(), e);
        }
        Config safe = new Config();
        copy(all, safe, "core", null, CORE);
        copy(all, safe, "extensions", null, EXTENSIONS);
        copy(all, safe, "user", null, USER);
        all.getSubsections("remote").forEach(remote -> copy(all, safe, "remote", remote, REMOTE));
        all.getSubsections("branch").forEach(branch -> copy(all, safe, "branch", branch, BRANCH));
        return safe;
    }

    private static void copy(Config from, Config to, String section, String subsection, Set<String> names) {
        for (String name : from.getNames(section, subsection)) {
            String key = name.toLowerCase(Locale.ROOT);
            if (names.contains(key)) {
                to.setStringList(
                        section, subsection, key, java.util.List.of(from.getStringList(section, subsection, name)));
            }
        }
    }
}
