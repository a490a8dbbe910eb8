package dev.drydock.container;

import dev.drydock.knowledge.Ports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a container belongs together with others on other machines: it is told which address to announce to them,
 * where they are, or from where they may come.
 */
public final class PeerAddress {
    private final Container container;
    private final Ports ports;
    private final OuterAddress addresses;

    private PeerAddress(Container container, Ports ports, Set<String> own) {
        this.container = container;
        this.ports = ports;
        this.addresses = new OuterAddress(own);
    }

    /**
     * Returns the setting that names another machine, and which, as a sentence without a full stop; empty if none does.
     *
     * @param own the names and addresses of the containers of the project
     */
    public static Optional<String> named(Container container, Ports ports, Set<String> own) {
        PeerAddress judge = new PeerAddress(container, ports, own);
        return judge.ofVariables()
                .or(judge::ofCommand)
                .or(judge::ofSettings)
                .map(found -> found + ", so that other machines connect to it");
    }

    private Optional<String> ofVariables() {
        return container.variables().entrySet().stream()
                .filter(variable -> ports.namesPeer(variable.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(variable -> of(variable.getKey(), variable.getValue()).stream())
                .findFirst();
    }

    private Optional<String> ofCommand() {
        List<String> words = container.start().map(Start::words).orElse(List.of());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String value = equals >= 0 ? word.substring(equals + 1) : i + 1 < words.size() ? words.get(i + 1) : "";
            boolean option = name.startsWith("-") || equals >= 0;
            Optional<String> found = option && ports.namesPeer(name) ? of(name, value) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofSettings() {
        for (SettingsFile file : container.settings()) {
            int number = 0;
            for (String line : file.text().lines().toList()) {
                number++;
                List<String> words = SettingsWords.isComment(line) ? List.of() : SettingsWords.of(line);
                if (words.size() < 2) {
                    continue;
                }
                boolean peers = ports.namesPeer(words.get(0));
                Optional<String> address = peers || ports.admitsPeers(words.get(0))
                        ? words.stream()
                                .skip(1)
                                .flatMap(word -> outer(word).stream())
                                .filter(found -> peers || !isOfEngine(found))
                                .findFirst()
                        : Optional.empty();
                if (address.isPresent()) {
                    return Optional.of(file.path() + ":" + number + " names " + address.get());
                }
            }
        }
        return Optional.empty();
    }

    /** A value that is known only when the container starts may be any address. */
    private Optional<String> of(String name, String value) {
        if (value.isEmpty() || value.indexOf('$') >= 0) {
            return Optional.of(name + " may name an address");
        }
        return outer(value).map(address -> name + " names " + address);
    }

    /** Returns the first address in a text that is none of a container of the project. */
    private Optional<String> outer(String text) {
        return addresses.named(text);
    }

    /** The networks that engines make for containers lie in 172.16.0.0/12 as a rule. */
    private static boolean isOfEngine(String address) {
        String[] parts = address.split("\\.", -1);
        return parts.length == 4 && parts[0].equals("172");
    }
}
