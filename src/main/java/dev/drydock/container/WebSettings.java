package dev.drydock.container;

import dev.drydock.model.PrivilegedPort;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the settings that a Dockerfile brings say of how its nginx is reached.
 *
 * @param listens whether they name any place at all; what the image has of its own holds otherwise
 * @param ports those that answer plain HTTP to a client in the container itself, with the file that names them, in the order of the text
 * @param passesOn whether what asks for {@code /} is handed to another server, whose errors are then those of the answer
 */
public record WebSettings(boolean listens, Map<Integer, String> ports, boolean passesOn) {
    public static final WebSettings NONE = new WebSettings(false, Map.of(), false);

    private static final Set<String> PASSES =
            Set.of("proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass");
    private static final Set<String> LOCAL = Set.of("", "*", "0.0.0.0", "127.0.0.1", "localhost");
    private static final Set<String> OTHER_PROTOCOLS = Set.of("ssl", "quic", "udp", "proxy_protocol");
    private static final int DEFAULT = 80;

    public WebSettings {
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
    }

    public static WebSettings of(ContainerImage.Built image) {
        boolean listens = false;
        boolean passesOn = false;
        Map<Integer, String> ports = new LinkedHashMap<>();
        for (SettingsFile file : CopiedSettings.of(image)) {
            for (NginxDirectives.Directive directive : NginxDirectives.of(file.text())) {
                List<String> words = directive.words();
                passesOn |= PASSES.contains(directive.name()) && takesRoot(directive.block());
                if (directive.name().equals("listen") && words.size() > 1) {
                    listens = true;
                    Optional<Integer> port =
                            words.stream().anyMatch(OTHER_PROTOCOLS::contains) ? Optional.empty() : port(words.get(1));
                    port.ifPresent(known -> ports.putIfAbsent(known, file.path()));
                }
            }
        }
        return new WebSettings(listens, ports, passesOn);
    }

    /** Returns whether a location takes {@code /}, or may: by its name, by a pattern, or for what another one does not find. */
    private static boolean takesRoot(List<String> block) {
        if (block.size() < 2 || !block.get(0).equals("location")) {
            return true;
        }
        String first = block.get(1);
        return block.get(block.size() - 1).equals("/") || first.startsWith("~") || first.startsWith("@");
    }

    /** {@code 8080}, {@code *:8080}, {@code 127.0.0.1}; a variable, a socket and the address of one network are none. */
    private static Optional<Integer> port(String place) {
        Optional<Integer> alone = PrivilegedPort.number(place);
        if (alone.isPresent()) {
            return alone;
        }
        int colon = place.lastIndexOf(':');
        if (LOCAL.contains(place)) {
            return Optional.of(DEFAULT);
        }
        return colon >= 0 && LOCAL.contains(place.substring(0, colon))
                ? PrivilegedPort.number(place.substring(colon + 1))
                : Optional.empty();
    }
}
