package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.project.ContextSearch;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Yarn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Removes the download cache of Yarn 1 in the same layer. Later versions may keep in it what the application runs from, so
 * the version has to be known.
 */
public final class YarnCleanCache extends CacheClean {
    private static final List<String> LATER =
            List.of(".yarnrc.yml", ".yarn/", ".yarn ", "corepack", "--immutable", "yarn@berry", ".pnp", "set version");

    public YarnCleanCache() {
        super(
                "yarn-clean-cache",
                new PackageCache(
                        "yarn",
                        List.of("/usr/local/share/.cache/yarn", "/root/.cache/yarn"),
                        ".cache/yarn",
                        Yarn::from),
                List.of("/usr/local/share/.cache", "/root/.cache", "/home"),
                ".cache");
    }

    @Override
    protected Optional<Filling> filling(Subject subject, BuildStage stage, RunScript script, SimpleCommand command) {
        return Yarn.from(command).filter(Yarn::installs).map(yarn -> {
            Optional<String> obstacle = Optional.empty();
            if (yarn.has("--cache-folder") || movesCache(yarn.invocation(), "YARN_CACHE_FOLDER")) {
                obstacle = Optional.of("the command has a cache, or a use for it, of its own");
            } else if (!isVersionOne(subject, stage, yarn)) {
                obstacle = Optional.of("later versions of Yarn may run from the cache, and the version is unknown");
            }
            return new Filling(yarn.invocation(), program(yarn.invocation()) + " cache clean", obstacle);
        });
    }

    @Override
    protected boolean cleans(SimpleCommand command) {
        return Yarn.from(command).filter(Yarn::cleansCache).isPresent();
    }

    private static boolean isVersionOne(Subject subject, BuildStage stage, Yarn yarn) {
        String file = subject.file().source().text();
        if (LATER.stream().anyMatch(file::contains)) {
            return false;
        }
        boolean only = yarn.does("global")
                || yarn.has("--pure-lockfile", "--production", "--prod", "--ignore-optional", "--no-progress")
                || stage.history().stream()
                        .takeWhile(instruction ->
                                !instruction.range().contains(yarn.command().rangeInFile()))
                        .noneMatch(YarnCleanCache::mayBringSettings);
        return only
                || ContextSearch.read(subject.inspection().project(), subject.file(), "yarn.lock")
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .filter(lock -> lock.contains("yarn lockfile v1"))
                        .isPresent();
    }

    /** Without a file of its settings from the context, the Yarn of the image itself runs, which is version 1. */
    private static boolean mayBringSettings(Instruction instruction) {
        return instruction instanceof FileTransfer transfer
                && !transfer.sources().stream()
                        .map(source -> source.staticValue().orElse(""))
                        .allMatch(YarnCleanCache::isManifest);
    }

    private static boolean isManifest(String path) {
        return path.endsWith(".json") || path.endsWith(".lock") || path.endsWith(".lock*") || path.endsWith(".npmrc");
    }
}
