package dev.drydock.transform.builtin.packages;

import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Conda;
import java.util.List;
import java.util.Optional;

/** Removes the packages that conda, mamba and micromamba downloaded, in the same layer. */
public final class CondaClean extends CacheClean {
    public CondaClean() {
        super(
                "conda-clean",
                new PackageCache("conda", List.of("/opt/conda/pkgs"), "conda/pkgs", Conda::from),
                List.of("/opt/conda/pkgs", "/root/.conda"),
                "/pkgs");
    }

    @Override
    protected Optional<Filling> filling(Subject subject, BuildStage stage, RunScript script, SimpleCommand command) {
        return Conda.from(command).filter(Conda::installs).map(conda -> {
            boolean own = conda.has("--download-only", "--dry-run", "-r", "--root-prefix");
            boolean small = conda.program().equals("micromamba");
            Optional<String> old = small
                    ? Optional.empty()
                    : OldTool.obstacle(
                            subject.inspection().facts().knowledge().oldTools(),
                            stage,
                            script,
                            command,
                            "conda clean -f");
            Optional<String> obstacle = own ? Optional.of("the command has a cache, or a use for it, of its own") : old;
            String clean = small ? " clean --all --yes" : " clean -afy";
            return new Filling(conda.invocation(), program(conda.invocation()) + clean, obstacle);
        });
    }

    @Override
    protected boolean cleans(SimpleCommand command) {
        return Conda.from(command).filter(Conda::cleans).isPresent();
    }
}
