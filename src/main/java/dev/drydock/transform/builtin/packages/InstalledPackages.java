package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.NameHistory;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The packages that apt installs for certain, along the RUNs of a file. */
final class InstalledPackages {
    private final NameHistory<Boolean> installed = new NameHistory<>();

    private InstalledPackages() {}

    static InstalledPackages of(Build build) {
        InstalledPackages packages = new InstalledPackages();
        for (BuildStage stage : build.stages()) {
            for (RunScript script : stage.scripts()) {
                for (SimpleCommand command : script.commands()) {
                    names(command).forEach(name -> packages.installed.put(stage, script.run(), name, true));
                }
            }
        }
        return packages;
    }

    /** Returns whether a RUN before this one installs a package. */
    boolean isInstalledBefore(BuildStage stage, RunInstruction run, String name) {
        return installed.before(stage, run, name).isPresent();
    }

    /** Returns the packages that the commands of a script before one of them install. */
    static Set<String> before(RunScript script, SimpleCommand place) {
        Set<String> names = new LinkedHashSet<>();
        for (SimpleCommand command : script.commands()) {
            if (command == place) {
                break;
            }
            names.addAll(names(command));
        }
        return names;
    }

    private static Set<String> names(SimpleCommand command) {
        Set<String> names = new LinkedHashSet<>();
        AptGet.from(command)
                .filter(apt -> apt.does("install") && command.context().isPlain())
                .ifPresent(
                        apt -> apt.packages().forEach(operand -> operand.name().ifPresent(names::add)));
        return names;
    }
}
