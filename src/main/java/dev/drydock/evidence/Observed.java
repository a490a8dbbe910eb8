package dev.drydock.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was seen of a container while it was exercised.
 *
 * @param ports the TCP ports that its processes listened on, ascending
 * @param httpPorts those of them that answered HTTP with success, ascending
 * @param written the files and folders that it wrote, outside of volumes and tmpfs, sorted; a folder of the image in which
 *     it wrote files with names that change ends with a slash
 * @param users the numeric ids of the users of its processes, ascending
 * @param memoryMegabytes the most memory that it used; 0 if that is not known
 * @param processes the most processes and threads; 0 if that is not known
 * @param capabilities the smallest set with which it worked, sorted; empty if that was not tried
 * @param probe a command of the image that was seen to succeed inside while it worked, and to fail on a port on which
 *     nobody listens; no words if none was found or looked for
 */
public record Observed(
        List<Integer> ports,
        List<Integer> httpPorts,
        List<String> written,
        List<Integer> users,
        int memoryMegabytes,
        int processes,
        Optional<List<String>> capabilities,
        List<String> probe) {

    /** Nothing was seen. */
    public static final Observed NOTHING =
            new Observed(List.of(), List.of(), List.of(), List.of(), 0, 0, Optional.empty(), List.of());

    public Observed {
        ports = ports.stream().sorted().distinct().toList();
        httpPorts = httpPorts.stream().sorted().distinct().toList();
        written = written.stream().sorted().distinct().toList();
        users = users.stream().sorted().distinct().toList();
        Objects.requireNonNull(capabilities);
        probe = List.copyOf(probe);
        capabilities = capabilities.map(set -> set.stream().sorted().distinct().toList());
    }

    /**
     * Returns the folders in which it wrote: a new folder itself, of a file the folder that holds it. What has an ending is
     * taken for a file, as the engine does not tell.
     */
    public List<String> folders() {
        return written.stream()
                .map(path -> {
                    int slash = path.lastIndexOf('/');
                    boolean file = slash > 0 && (path.indexOf('.', slash) > slash + 1 || slash == path.length() - 1);
                    return file ? path.substring(0, slash) : path;
                })
                .distinct()
                .toList();
    }

    /** Returns the same with the smallest set of capabilities. */
    public Observed withCapabilities(List<String> smallest) {
        return new Observed(ports, httpPorts, written, users, memoryMegabytes, processes, Optional.of(smallest), probe);
    }

    /** Returns what was seen of two containers of one image; a probe of one of them would call the other unhealthy. */
    public Observed and(Observed other) {
        return new Observed(
                joined(ports, other.ports),
                joined(httpPorts, other.httpPorts),
                joined(written, other.written),
                joined(users, other.users),
                Math.max(memoryMegabytes, other.memoryMegabytes),
                Math.max(processes, other.processes),
                Optional.empty(),
                probe.equals(other.probe) ? probe : List.of());
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
