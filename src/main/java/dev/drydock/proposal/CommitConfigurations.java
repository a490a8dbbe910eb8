package dev.drydock.proposal;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.config.Configuration;
import dev.drydock.config.ConfigurationException;
import dev.drydock.config.ConfigurationFiles;
import dev.drydock.config.ConfigurationReader;
import dev.drydock.config.Configurations;
import dev.drydock.discovery.WorkspaceDiscovery;
import dev.drydock.git.HeadFiles;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The configurations that a commit holds; below them, that of the user. */
public final class CommitConfigurations {
    private final Configurations configurations;
    private final Optional<Path> userFile;

    /** @param userFile what holds where the commit has no configuration; need not exist */
    public CommitConfigurations(Catalogue catalogue, HeadFiles files, Optional<Path> userFile) {
        this.userFile = userFile;
        this.configurations = Configurations.inTree(
                new ConfigurationReader(catalogue, new Tree(files)),
                WorkspaceDiscovery.ROOT,
                new ConfigurationReader(catalogue),
                userFile);
    }

    /** Returns the configuration for files directly in the top folder. */
    public Configuration top() throws IOException {
        return of(WorkspaceDiscovery.ROOT);
    }

    /**
     * Returns the configuration for files in a folder below {@link WorkspaceDiscovery#ROOT}.
     *
     * @throws IOException if there is one and it cannot be used; the message is one line with its place
     */
    Configuration of(Path folder) throws IOException {
        try {
            return configurations.of(folder);
        } catch (ConfigurationException e) {
            String message = e.getMessage();
            String root = WorkspaceDiscovery.ROOT.toString();
            boolean users =
                    userFile.filter(file -> message.startsWith(file.toString())).isPresent();
            if (users || !message.startsWith(root)) {
                throw new IOException(message, e);
            }
            throw new BrokenFileException(
                    Tree.inside(e.file()), e.line(), e.column(), e.problem(), message.substring(root.length()), e);
        }
    }

    private record Tree(HeadFiles files) implements ConfigurationFiles {
        private static String inside(Path file) {
            return WorkspaceDiscovery.ROOT.relativize(file).toString().replace('\\', '/');
        }

        @Override
        public boolean isFile(Path file) {
            return files.file(inside(file)).isPresent();
        }

        @Override
        public byte[] read(Path file, int limit) throws IOException {
            return files.read(inside(file), limit).orElseThrow(() -> new NoSuchFileException(inside(file)));
        }
    }
}
