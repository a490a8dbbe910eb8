package dev.drydock.transform.builtin.packages;

import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Zypper;
import java.util.List;
import java.util.Optional;

/** Removes what zypper downloaded, in the same layer. */
public final class ZypperClean extends CacheClean {
    public ZypperClean() {
        super(
                "zypper-clean",
                new PackageCache("zypper", List.of("/var/cache/zypp"), "/var/cache/zypp", Zypper::from),
                List.of("/var/cache/zypp"),
                "/var/cache/zypp");
    }

    @Override
    protected Optional<Filling> filling(Subject subject, BuildStage stage, RunScript script, SimpleCommand command) {
        return Zypper.from(command).filter(Zypper::installs).map(zypper -> {
            Optional<String> obstacle =
                    zypper.has("--root", "-R", "--installroot", "--cache-dir", "-C", "--download-only", "-d")
                            ? Optional.of("the command has a cache, or a use for it, of its own")
                            : Optional.empty();
            return new Filling(zypper.invocation(), program(zypper.invocation()) + " clean --all", obstacle);
        });
    }

    @Override
    protected boolean cleans(SimpleCommand command) {
        return Zypper.from(command).filter(Zypper::cleans).isPresent();
    }
}
