package dev.drydock.container;

import dev.drydock.dockerfile.ExposeInstruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.knowledge.ImageFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ports that a container is known, or said, to listen on. */
public final class ListeningPorts {
    private static final int LARGEST = 65535;
    private static final Set<String> OPTIONS = Set.of("--port", "--http-port", "--listen-port");

    private ListeningPorts() {}

    /**
     * Returns the ports as they are published, {@code 53/udp}: those of EXPOSE, those that the knowledge base names, or else those
     * that variables and options of the command name.
     */
    public static List<String> of(Container container) {
        Set<String> ports = new LinkedHashSet<>();
        if (container.image() instanceof ContainerImage.Built built) {
            built.stage()
                    .history(ExposeInstruction.class)
                    .flatMap(expose -> expose.ports().stream())
                    .flatMap(word -> word(word).stream())
                    .forEach(ports::add);
        }
        container.image().facts().map(ImageFacts::ports).orElse(List.of()).stream()
                .map(port -> port.number() + (port.udp() ? "/udp" : ""))
                .forEach(ports::add);
        if (ports.isEmpty()) {
            container.variables().forEach((name, value) -> {
                if (name.equals("PORT") || name.endsWith("_LISTEN_PORT") || name.equals("HTTP_PORT")) {
                    number(value).ifPresent(ports::add);
                }
            });
            List<String> words = new ArrayList<>(container.command().orElse(List.of()));
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                int equals = word.indexOf('=');
                if (equals > 0 && OPTIONS.contains(word.substring(0, equals))) {
                    number(word.substring(equals + 1)).ifPresent(ports::add);
                } else if (OPTIONS.contains(word) && i + 1 < words.size()) {
                    number(words.get(i + 1)).ifPresent(ports::add);
                }
            }
        }
        return List.copyOf(ports);
    }

    /** Returns a port with the same port of the host: {@code 53:53/udp}. */
    public static String published(String port) {
        int slash = port.indexOf('/');
        return (slash < 0 ? port : port.substring(0, slash)) + ":" + port;
    }

    private static Optional<String> word(Word word) {
        String text = word.staticValue().orElse("");
        int slash = text.indexOf('/');
        String end = slash < 0 || text.endsWith("/tcp") ? "" : text.substring(slash);
        return number(slash < 0 ? text : text.substring(0, slash)).map(number -> number + end);
    }

    private static Optional<String> number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Integer.parseInt(text) > 0 && Integer.parseInt(text) <= LARGEST
                ? Optional.of(text)
                : Optional.empty();
    }
}
