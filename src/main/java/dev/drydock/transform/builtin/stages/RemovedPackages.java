package dev.drydock.transform.builtin.stages;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.commands.Apk;
import dev.drydock.shell.commands.AptGet;
import java.util.HashSet;
import java.util.Set;

/**
 * The packages that a file removes again: what is removed, the container has always done without.
 *
 * @param names packages, and names that {@code apk add --virtual} gives to a group
 */
record RemovedPackages(Set<String> names) {
    RemovedPackages {
        names = Set.copyOf(names);
    }

    static RemovedPackages of(SingleBuild build) {
        Set<String> names = new HashSet<>();
        for (BuildStep step : build.steps()) {
            AptGet.from(step.invocation())
                    .filter(apt -> apt.does("purge", "remove", "autoremove"))
                    .ifPresent(apt -> apt.operands().forEach(word -> add(word, names)));
            Apk.from(step.invocation())
                    .filter(apk -> apk.does("del"))
                    .ifPresent(apk -> apk.operands().forEach(word -> add(word, names)));
        }
        return new RemovedPackages(names);
    }

    private static void add(ShellWord word, Set<String> names) {
        word.literalValue().ifPresent(names::add);
    }

    /** Returns whether a package that a command installs is removed, alone or with its group. */
    boolean holds(BuildStep step, String name) {
        return names.contains(name)
                || Apk.from(step.invocation())
                        .flatMap(Apk::virtual)
                        .filter(names::contains)
                        .isPresent();
    }
}
