package dev.drydock.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The TCP ports that the processes of a container listen on, from the kernel's table (proc(5)). */
final class Sockets {
    private static final String LISTENING = "0A";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Sockets() {}

    /** Returns the ports, those of the loopback device left out; empty if the table cannot be read. */
    static Optional<Set<Integer>> listening(ContainerEngine engine, String container, long pid) {
        Optional<String> table = ofProcess(container, pid);
        if (table.isEmpty()) {
            Command.Outcome outcome = engine.exec(container, List.of("cat", "/proc/net/tcp", "/proc/net/tcp6"), LIMIT);
            table = outcome.out().isBlank() ? Optional.empty() : Optional.of(outcome.out());
        }
        return table.map(Sockets::ports);
    }

    /** Where the engine runs on this machine, the process of the container can be seen from here. */
    private static Optional<String> ofProcess(String container, long pid) {
        if (pid <= 0 || !isOf(container, pid)) {
            return Optional.empty();
        }
        StringBuilder table = new StringBuilder();
        for (String name : List.of("tcp", "tcp6")) {
            try {
                table.append(Files.readString(Path.of("/proc/" + pid + "/net/" + name), StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // Without IPv6 there is no second table.
            }
        }
        return table.length() == 0 ? Optional.empty() : Optional.of(table.toString());
    }

    /** Returns whether a process of this machine belongs to the container, and does not only have the same number. */
    static boolean isOf(String container, long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cgroup")).contains(container);
        } catch (IOException e) {
            return false;
        }
    }

    private static Set<Integer> ports(String table) {
        Set<Integer> ports = new TreeSet<>();
        table.lines().forEach(line -> {
            String[] columns = line.strip().split("\\s+", -1);
            if (columns.length > 3 && columns[3].equals(LISTENING)) {
                int colon = columns[1].lastIndexOf(':');
                String address = columns[1].substring(0, colon);
                // 127.0.0.0/8 with its bytes turned round, and ::1.
                boolean loopback = address.endsWith("7F") || address.endsWith("0000000001000000");
                if (!loopback) {
                    ports.add(Integer.valueOf(columns[1].substring(colon + 1), 16));
                }
            }
        });
        return ports;
    }
}
