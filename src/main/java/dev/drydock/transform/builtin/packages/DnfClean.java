package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.Safety;
import dev.drydock.edit.ShellEditor;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Dnf;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Removes what dnf, yum, microdnf and tdnf downloaded, in the same layer. */
public final class DnfClean extends ShellTransform {
    private static final String MESSAGE = "the package cache stays in the layer";
    private static final List<String> CACHES =
            List.of("/var/cache/dnf", "/var/cache/yum", "/var/cache/libdnf5", "/var/cache/tdnf");

    public DnfClean() {
        super("dnf-clean");
    }

    @Override
    protected void inspect(Subject subject, BuildStage stage, RunScript script) {
        List<Dnf> commands = script.commands().stream()
                .flatMap(command -> Dnf.from(command).stream())
                .toList();
        Optional<Dnf> install = commands.stream().filter(Dnf::installs).reduce((first, second) -> second);
        if (install.isEmpty()) {
            return;
        }
        SimpleCommand command = install.get().command();
        TextRange place = script.toFile(command.range());
        if (commands.stream().anyMatch(Dnf::cleans) || removesCache(script)) {
            subject.notNeeded(place, MESSAGE, "the same RUN removes it");
            return;
        }
        if (CacheMounts.cover(script.run(), CACHES)) {
            subject.notNeeded(place, MESSAGE, "it is on a mount");
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
                place, MESSAGE, "remove the cache in the same layer", Safety.SAFE, List.of(editor.append(clean)));
    }

    private static boolean removesCache(RunScript script) {
        String text = script.script().shellSource().text().text();
        return CACHES.stream().anyMatch(text::contains);
    }
}
