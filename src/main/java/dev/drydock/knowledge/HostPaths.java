package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Directories and sockets of the host that a container should not see. */
public final class HostPaths {
    /** Below these lie the settings and data of single applications, too. */
    private static final Set<String> ONLY_AS_A_WHOLE = Set.of(
            "/etc", "/home", "/root", "/usr", "/lib", "/bin", "/sbin", "/var/log", "/run", "/var/run", "/dev", "/sys");

    private final Map<String, Fields> paths;
    private final List<String> sockets;
    private final List<String> socketUsers;
    private final List<String> socketProxies;
    private final String socketProxy;
    private final Map<String, SocketClient> socketClients;
    private final List<Reader> readers;

    /** What is known of an image that has a directory of the host. */
    public enum Reading {
        /** A document of the image mounts the directory read-only. */
        DOCUMENTED,
        /** The image reads it, and nobody found a document that mounts it read-only. */
        LIKELY,
        UNKNOWN
    }

    private record Reader(List<String> images, List<String> folders, List<String> unverified) {
        static Reader read(String image, Fields fields) {
            List<String> images = new ArrayList<>(List.of(ImageName.normalise(image)));
            fields.texts("aliases").stream().map(ImageName::normalise).forEach(images::add);
            fields.requiredText("source");
            Reader reader = new Reader(images, fields.texts("folders"), fields.texts("unverified"));
            fields.end();
            return reader;
        }

        Reading reading(String path) {
            return folders.stream()
                    .filter(folder -> path.equals(folder) || (!folder.equals("/") && path.startsWith(folder + "/")))
                    .findFirst()
                    .map(folder -> unverified.contains(folder) ? Reading.LIKELY : Reading.DOCUMENTED)
                    .orElse(Reading.UNKNOWN);
        }
    }

    /**
     * A sensitive directory.
     *
     * @param path the directory as the files name it; {@code ~} is the home directory of the user
     * @param allows what access gives
     * @param readOnlyHelps whether {@code :ro} takes the danger away; false where reading is the danger
     * @param readOnlyNarrows whether {@code :ro} takes at least a part of it away; false where sockets and devices lie
     * @param users software that is known to need it
     */
    public record HostPath(
            String path,
            Severity severity,
            String allows,
            boolean readOnlyHelps,
            boolean readOnlyNarrows,
            List<String> users) {
        /** Returns whether a mount is of the directory itself, and not of what a single application has below it. */
        public boolean isMeant(String source) {
            return clean(source).equals(path) || !ONLY_AS_A_WHOLE.contains(path);
        }
    }

    HostPaths(Fields fields) {
        paths = fields.fieldsMap("paths");
        sockets = fields.texts("sockets");
        socketUsers =
                fields.texts("socket-users").stream().map(ImageName::normalise).toList();
        List<String> proxies = fields.texts("socket-proxies");
        socketProxies = proxies.stream().map(ImageName::normalise).toList();
        socketProxy = proxies.get(0) + ":" + fields.requiredText("socket-proxy-version") + "@"
                + fields.requiredText("socket-proxy-digest");
        Map<String, SocketClient> clients = new LinkedHashMap<>();
        fields.fieldsMap("socket-clients").forEach((image, client) -> {
            List<String> names = new ArrayList<>(List.of(image));
            names.addAll(client.texts("aliases"));
            SocketClient read = SocketClient.read(client);
            names.forEach(name -> clients.put(ImageName.normalise(name), read));
        });
        socketClients = clients;
        readers = fields.fieldsMap("readers").entrySet().stream()
                .map(each -> Reader.read(each.getKey(), each.getValue()))
                .toList();
        fields.text("source");
        fields.end();
    }

    /** Whether an image only reads a directory of the host. */
    public Reading reading(String repository, String path) {
        String name = ImageName.normalise(repository);
        String clean = clean(path);
        return readers.stream()
                .filter(reader -> Glob.matchesAny(reader.images(), name))
                .findFirst()
                .map(reader -> reader.reading(clean))
                .orElse(Reading.UNKNOWN);
    }

    /**
     * The sensitive directory that a mount of {@code path} opens: the directory itself or its nearest listed parent; the
     * root directory counts only for itself. Empty for a harmless path below one, such as {@code /etc/localtime}. Written
     * forms of the home directory ({@code ~}, {@code $HOME}, {@code ${HOME}}, {@code /root}, {@code /home/name}) are the same
     * for the entries below it.
     */
    public Optional<HostPath> find(String path) {
        String clean = clean(path);
        Optional<HostPath> home = inHome(clean).flatMap(this::nearest);
        return home.isPresent() ? home : nearest(clean);
    }

    /** Whether the path is the socket of a container daemon: whoever can write to it is root on the host. */
    public boolean isDaemonSocket(String path) {
        return Glob.matchesAny(sockets, clean(path));
    }

    /** Whether an image is made to use the socket of the daemon. */
    public boolean usesDaemonSocket(String repository) {
        return Glob.matchesAny(socketUsers, ImageName.normalise(repository));
    }

    /** Whether an image lets only chosen requests through to the socket of the daemon. */
    public boolean isSocketProxy(String repository) {
        return Glob.matchesAny(socketProxies, ImageName.normalise(repository));
    }

    /** Returns the proxy that can stand between a container and the socket, with its tag. */
    public String socketProxy() {
        return socketProxy;
    }

    /** Returns what an image asks of the daemon, if it only reads. */
    public Optional<SocketClient> socketClient(String repository) {
        return Optional.ofNullable(socketClients.get(ImageName.normalise(repository)));
    }

    /** All directories of the file. */
    public List<HostPath> all() {
        return paths.keySet().stream().map(this::read).toList();
    }

    private Optional<HostPath> nearest(String path) {
        for (String at = path; !at.isEmpty() && (!at.equals("/") || path.equals("/")); at = parent(at)) {
            if (paths.containsKey(at)) {
                boolean harmless = paths.get(at).texts("harmless").stream()
                        .anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
                return harmless ? Optional.empty() : Optional.of(read(at));
            }
        }
        return Optional.empty();
    }

    private HostPath read(String path) {
        Fields fields = paths.get(path);
        HostPath result = new HostPath(
                path,
                Enums.parse(Severity.class, fields, "severity"),
                fields.requiredText("allows"),
                fields.flag("read-only", true),
                !fields.flag("sockets", false),
                fields.texts("users"));
        fields.texts("harmless");
        fields.end();
        return result;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : slash == 0 ? "/" : path.substring(0, slash);
    }

    private static String clean(String path) {
        String result = path;
        while (result.length() > 1 && result.endsWith("/")) {
            result = result.substring(0, result.length() - 1);
        }
        return result;
    }

    private static Optional<String> inHome(String path) {
        List<String> homes = new ArrayList<>(List.of("~", "$HOME", "${HOME}", "/root"));
        if (path.startsWith("/home/")) {
            int end = path.indexOf('/', "/home/".length());
            homes.add(end < 0 ? path : path.substring(0, end));
        }
        return homes.stream()
                .filter(home -> path.startsWith(home + "/"))
                .map(home -> "~" + path.substring(home.length()))
                .findFirst();
    }
}
