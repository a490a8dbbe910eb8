package dev.drydock.git;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a remote repository lives, without any credential that the spelling may have held.
 *
 * @param protocol how it is reached
 * @param user the user of an SSH address, empty if none is given
 * @param host lower case; empty for a local path
 * @param port -1 if none is given
 * @param path without leading slash; for {@link Protocol#FILE} the absolute or relative path as written
 */
public record RemoteUrl(Protocol protocol, String user, String host, int port, String path) {

    /** How a remote is reached. */
    public enum Protocol {
        HTTPS,
        HTTP,
        SSH,
        GIT,
        FILE
    }

    public RemoteUrl {
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(user);
        Objects.requireNonNull(host);
        Objects.requireNonNull(path);
    }

    /**
     * Returns what {@code text} means: {@code https://host/owner/name.git}, {@code ssh://git@host:22/owner/name}, {@code
     * git@host:owner/name}, {@code git://...}, {@code file:///...} or a path. Empty if it is none of these, holds control
     * characters or blanks, or names a remote helper ({@code ext::}), which would run a command.
     */
    public static Optional<RemoteUrl> parse(String text) {
        String url = text.strip();
        if (url.isEmpty() || url.startsWith("-") || url.contains("::")) {
            return Optional.empty();
        }
        int scheme = url.indexOf("://");
        if (url.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return Optional.empty();
        }
        if (scheme >= 0) {
            return withScheme(url.substring(0, scheme).toLowerCase(Locale.ROOT), url.substring(scheme + 3));
        }
        int colon = url.indexOf(':');
        int slash = url.indexOf('/');
        boolean drive = colon == 1;
        if (colon > 0 && !drive && (slash < 0 || colon < slash)) {
            return authority(Protocol.SSH, url.substring(0, colon), url.substring(colon + 1), false);
        }
        return Optional.of(new RemoteUrl(Protocol.FILE, "", "", -1, url));
    }

    private static Optional<RemoteUrl> withScheme(String scheme, String rest) {
        if (scheme.equals("file")) {
            return Optional.of(new RemoteUrl(Protocol.FILE, "", "", -1, rest));
        }
        Optional<Protocol> protocol = switch (scheme) {
            case "https" -> Optional.of(Protocol.HTTPS);
            case "http" -> Optional.of(Protocol.HTTP);
            case "ssh", "git+ssh" -> Optional.of(Protocol.SSH);
            case "git" -> Optional.of(Protocol.GIT);
            default -> Optional.empty();
        };
        int slash = rest.indexOf('/');
        if (protocol.isEmpty() || slash < 0) {
            return Optional.empty();
        }
        return authority(protocol.get(), rest.substring(0, slash), rest.substring(slash + 1), true);
    }

    private static Optional<RemoteUrl> authority(Protocol protocol, String authority, String path, boolean ports) {
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        String host = authority.substring(at + 1).toLowerCase(Locale.ROOT);
        int port = -1;
        int colon = host.lastIndexOf(':');
        if (ports && colon > host.lastIndexOf(']')) {
            port = port(host.substring(colon + 1));
            host = host.substring(0, colon);
            if (port < 0) {
                return Optional.empty();
            }
        }
        String trimmed = trimSlashes(path);
        boolean odd = host.isEmpty() || host.startsWith("-") || user.startsWith("-") || trimmed.isEmpty();
        if (odd || !isHost(host) || trimmed.indexOf(' ') >= 0 || hasDots(trimmed)) {
            return Optional.empty();
        }
        String login = protocol == Protocol.SSH && user.indexOf(':') < 0 ? user : "";
        return Optional.of(new RemoteUrl(protocol, login, host, port, trimmed));
    }

    private static int port(String digits) {
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int port = Integer.parseInt(digits);
        return port <= 65535 ? port : -1;
    }

    private static boolean isHost(String host) {
        return host.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || ".-_:[]".indexOf(c) >= 0);
    }

    private static boolean hasDots(String path) {
        String framed = "/" + path + "/";
        return framed.contains("/../") || framed.contains("/./") || path.indexOf('?') >= 0 || path.indexOf('#') >= 0;
    }

    private static String trimSlashes(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    /** Returns the path without {@code .git} at its end: {@code group/sub/name}. */
    public String projectPath() {
        String trimmed = trimSlashes(path);
        return trimmed.endsWith(".git") ? trimmed.substring(0, trimmed.length() - 4) : trimmed;
    }

    /** Returns everything before the name of the repository: an owner, or nested groups divided by slashes. */
    public String owner() {
        String project = projectPath();
        int slash = project.lastIndexOf('/');
        return slash < 0 ? "" : project.substring(0, slash);
    }

    /** Returns the name of the repository. */
    public String name() {
        String project = projectPath();
        return project.substring(project.lastIndexOf('/') + 1);
    }

    /** Returns whether the host is this machine, where plain HTTP is no risk. */
    public boolean isLoopback() {
        return host.equals("localhost")
                || host.equals("[::1]")
                || (host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    }

    /** Returns {@code scheme://host[:port]} of an HTTP remote, as a browser would show it; empty for the others. */
    public Optional<String> webRoot() {
        return switch (protocol) {
            case HTTPS, HTTP -> Optional.of(scheme() + "://" + hostAndPort());
            default -> Optional.empty();
        };
    }

    private String hostAndPort() {
        return port < 0 ? host : host + ":" + port;
    }

    private String scheme() {
        return protocol.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the address in the form that Git understands; it never holds a password. */
    @Override
    public String toString() {
        if (protocol == Protocol.FILE) {
            return path;
        }
        String login = user.isEmpty() ? "" : user + "@";
        return scheme() + "://" + login + hostAndPort() + "/" + path;
    }
}
