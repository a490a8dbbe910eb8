package dev.drydock.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ports below 1024, which only root may open on every engine: Docker lets everybody open them since 20.10, Kubernetes, Podman
 * and older ones do not. Port 0 is none of them, it means any that is free.
 */
public final class PrivilegedPort {
    /** Words that go on behind a port. */
    public static final String BELOW = "below 1024, which only root may open on every engine";

    private static final int FIRST_FREE = 1024;
    private static final int LAST = 65535;

    /** The options behind which programs take the port that they open, alone or with an address before it. */
    private static final Set<String> OPTIONS = Set.of("-p", "--port", "-b", "--bind", "-l", "--listen");

    /** The variables in which programs find the port that they open; {@code SMTP_PORT} is that of another one. */
    private static final Set<String> VARIABLES = Set.of(
            "PORT",
            "ADDR",
            "APP_PORT",
            "ASPNETCORE_HTTP_PORTS",
            "ASPNETCORE_URLS",
            "BIND",
            "BIND_ADDR",
            "BIND_ADDRESS",
            "FLASK_RUN_PORT",
            "HTTP_ADDR",
            "HTTP_PORT",
            "LISTEN",
            "LISTEN_ADDR",
            "LISTEN_ADDRESS",
            "LISTEN_PORT",
            "NITRO_PORT",
            "QUARKUS_HTTP_PORT",
            "ROCKET_PORT",
            "SERVER_PORT",
            "UVICORN_PORT",
            "WEB_PORT");

    private PrivilegedPort() {}

    public static boolean is(int port) {
        return port > 0 && port < FIRST_FREE;
    }

    /** Returns the port that a text is, whichever it is; empty if it is none. */
    public static Optional<Integer> number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(PrivilegedPort::isDigit);
        return digits ? Optional.of(Integer.parseInt(text)).filter(port -> port <= LAST) : Optional.empty();
    }

    /** Returns the port that a text is, if it is one below 1024. */
    public static Optional<Integer> of(String text) {
        return number(text).filter(PrivilegedPort::is);
    }

    /** Returns the port below 1024 that an EXPOSE opens: {@code 80}, {@code 80/tcp}, {@code 80-90}. */
    public static Optional<Integer> ofExpose(String text) {
        int end = 0;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return of(text.substring(0, end));
    }

    /** Returns the port below 1024 that a variable has a program open. */
    public static Optional<Integer> ofVariable(String name, String value) {
        if (!VARIABLES.contains(name)) {
            return Optional.empty();
        }
        // http://+:80/;https://+:443/ of .NET, :80 of Go.
        for (String address : value.replace("\"", "").split(";", -1)) {
            String bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
            Optional<Integer> port = of(bare.substring(bare.lastIndexOf(':') + 1));
            if (port.isPresent()) {
                return port;
            }
        }
        return Optional.empty();
    }

    /** Returns the first port below 1024 that the words of a command have a program open. */
    public static Optional<Integer> ofWords(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            boolean joined = equals > 0 && OPTIONS.contains(word.substring(0, equals));
            boolean behind = i > 0 && OPTIONS.contains(words.get(i - 1));
            String address = joined ? word.substring(equals + 1) : word;
            int colon = address.lastIndexOf(':');
            Optional<Integer> port =
                    joined || behind || colon >= 0 ? of(address.substring(colon + 1)) : Optional.empty();
            if (port.isPresent()) {
                return port;
            }
        }
        return Optional.empty();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
