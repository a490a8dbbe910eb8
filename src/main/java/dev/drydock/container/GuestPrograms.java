package dev.drydock.container;

import dev.drydock.shell.commands.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The programs of a command that is executed in a container, and the capabilities that they surely use if root starts them. */
final class GuestPrograms {
    private static final Set<String> CHANGING_USER =
            Set.of("su", "gosu", "su-exec", "setpriv", "runuser", "sudo", "doas");

    private static final Map<String, Set<String>> OTHERS =
            Map.of("chown", Set.of("CHOWN"), "chgrp", Set.of("CHOWN"), "kill", Set.of("KILL"), "pkill", Set.of("KILL"));

    private static final Set<String> OF_PACKAGES = Set.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID");

    private GuestPrograms() {}

    /** Returns the names of the programs, those that start others included. */
    static Stream<String> names(List<String> words) {
        Start start = Start.of(words);
        Stream<String> first = words.stream().limit(1).map(RootPrograms::name);
        return Stream.concat(
                first,
                start.scripts().stream()
                        .flatMap(script -> script.simpleCommands())
                        .flatMap(command -> {
                            Invocation invocation = Invocation.of(command);
                            List<String> names = new ArrayList<>(invocation.wrappers());
                            invocation.program().map(RootPrograms::name).ifPresent(names::add);
                            return names.stream();
                        }));
    }

    static Set<String> capabilities(List<String> words) {
        Set<String> needed = new TreeSet<>();
        names(words).forEach(name -> {
            needed.addAll(OTHERS.getOrDefault(name, Set.of()));
            if (CHANGING_USER.contains(name)) {
                needed.addAll(Set.of("SETGID", "SETUID"));
            }
            if (ExecutedCommand.installs(name)) {
                needed.addAll(OF_PACKAGES);
            }
        });
        return needed;
    }
}
