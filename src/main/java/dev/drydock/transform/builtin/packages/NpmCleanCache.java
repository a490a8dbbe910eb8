package dev.drydock.transform.builtin.packages;

import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Npm;
import java.util.List;
import java.util.Optional;

/** Removes the download cache of npm in the same layer. */
public final class NpmCleanCache extends CacheClean {
    public NpmCleanCache() {
        super(
                "npm-clean-cache",
                new PackageCache("npm", List.of("/root/.npm"), ".npm", Npm::from),
                List.of("/root/.npm", "/home"),
                ".npm");
    }

    @Override
    protected Optional<Filling> filling(Subject subject, BuildStage stage, RunScript script, SimpleCommand command) {
        return Npm.from(command).filter(Npm::installs).map(npm -> {
            boolean moved =
                    npm.has("--cache", "--prefix", "--dry-run") || movesCache(npm.invocation(), "npm_config_cache");
            Optional<String> obstacle =
                    moved ? Optional.of("the command has a cache, or a use for it, of its own") : Optional.empty();
            boolean itself = npm.packages().stream()
                    .anyMatch(each -> each.name().filter("npm"::equals).isPresent());
            if (itself) {
                // The new npm may not run on the node that is there.
                obstacle = Optional.of("npm installs another npm, which may not run");
            }
            return new Filling(npm.invocation(), program(npm.invocation()) + " cache clean --force", obstacle);
        });
    }

    @Override
    protected boolean cleans(SimpleCommand command) {
        return Npm.from(command).filter(npm -> npm.does("cache")).isPresent();
    }
}
