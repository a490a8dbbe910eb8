package dev.drydock.transform.builtin.packages;

import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Pacman;
import java.util.List;
import java.util.Optional;

/**
 * Removes the packages that pacman downloaded, in the same layer. {@code pacman -Scc --noconfirm} would not do: the
 * question whether to remove all files has the default no, and {@code --noconfirm} takes the default.
 */
public final class PacmanClean extends CacheClean {
    public PacmanClean() {
        super(
                "pacman-clean",
                new PackageCache("pacman", List.of("/var/cache/pacman"), "/var/cache/pacman", Pacman::from),
                List.of("/var/cache/pacman"),
                "/var/cache/pacman");
    }

    @Override
    protected Optional<Filling> filling(Subject subject, BuildStage stage, RunScript script, SimpleCommand command) {
        return Pacman.from(command).filter(Pacman::installs).map(pacman -> {
            Optional<String> obstacle = pacman.has("--root", "-r", "--cachedir", "--downloadonly", "-w")
                    ? Optional.of("the command has a cache, or a use for it, of its own")
                    : Optional.empty();
            return new Filling(pacman.invocation(), "rm -rf /var/cache/pacman/pkg/*", obstacle);
        });
    }

    @Override
    protected boolean cleans(SimpleCommand command) {
        return Pacman.from(command).filter(Pacman::cleans).isPresent();
    }
}
