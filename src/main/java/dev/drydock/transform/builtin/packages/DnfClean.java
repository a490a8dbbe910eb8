package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.Safety;
import dev.drydock.edit.ShellEditor;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunMounts;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Dnf;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Removes what dnf, yum, microdnf and tdnf downloaded, in the same layer. */
public final class DnfClean extends CacheTransform {
    private static final String MESSAGE = "the package cache stays in the layer";
    private static final List<String> CACHES =
            List.of("/var/cache/dnf", "/var/cache/yum", "/var/cache/libdnf5", "/var/cache/tdnf");

    public DnfClean() {
        super("dnf-clean", new PackageCache("dnf", CACHES, "/var/cache/dnf", Dnf::from));
    }

    @Override
    protected void inspect(Subject subject, CacheUses uses, BuildStage stage, RunScript script) {
        List<Dnf> commands = script.commands().stream()
                .flatMap(command -> Dnf.from(command).stream())
                .toList();
        Optional<Dnf> install = commands.stream().filter(Dnf::installs).reduce((first, second) -> second);
        if (install.isEmpty()) {
            return;
        }
        SimpleCommand command = install.get().command();
        TextRange place = script.toFile(command.range());
        if (isCleanedAfter(script, install.get())) {
            subject.notNeeded(place, MESSAGE, "the same RUN removes it");
            return;
        }
        if (RunMounts.cover(script.run(), CACHES)) {
            subject.notNeeded(place, MESSAGE, "it is on a mount");
            return;
        }
        if (install.get().has("--installroot", "--downloadonly", "--cacheonly", "-C")) {
            subject.abstain(place, MESSAGE, "the command has a cache, or a use for it, of its own");
            return;
        }
        if (ThrownAway.is(subject.inspection().project(), stage)) {
            subject.notNeeded(place, MESSAGE, ThrownAway.REASON);
            return;
        }
        Optional<String> use = uses.after(stage, script, command);
        if (use.isPresent()) {
            subject.abstain(place, MESSAGE, use.get());
            return;
        }
        ShellEditor editor = subject.editor(script);
        Optional<String> obstacle = editor.obstacleToAppend();
        if (obstacle.isPresent()) {
            subject.abstain(place, MESSAGE, obstacle.get());
            return;
        }
        boolean sudo = install.get().invocation().wrappers().contains("sudo");
        String clean = (sudo ? "sudo " : "") + install.get().program() + " clean all";
        subject.repair(
                place,
                MESSAGE,
                "remove the cache in the same layer",
                Safety.SAFE,
                List.of(editor.append(clean, DnfClean::concerns)));
    }

    private static boolean concerns(SimpleCommand command) {
        return Dnf.from(command).isPresent() || ScriptCalls.isOne(command);
    }

    /** Cleaning before an install, as some do against a broken cache, leaves what the install fetched. */
    private static boolean isCleanedAfter(RunScript script, Dnf install) {
        return script.commands().stream()
                .filter(command ->
                        command.range().start() > install.command().range().start())
                .anyMatch(command -> Dnf.from(command).filter(Dnf::cleans).isPresent()
                        || CACHES.stream().anyMatch(command.text()::contains));
    }
}
