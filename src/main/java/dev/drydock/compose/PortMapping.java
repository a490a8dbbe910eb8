package dev.drydock.compose;

import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One published port, in short form {@code [IP:][HOST:]CONTAINER[/PROTOCOL]} or in long form (compose-spec, 05-services).
 *
 * @param hostIp the address as it is written; empty means all interfaces
 * @param published the host port as it is written; empty means one that the engine chooses
 * @param target the container port as it is written
 * @param protocol {@code tcp} if none is written
 * @param unknown whether variables without a value take part, so that the parts may be other than they look
 * @param item the item of the list
 * @param node the scalar of the short form, the mapping of the long form
 */
public record PortMapping(
        Optional<String> hostIp,
        Optional<String> published,
        String target,
        String protocol,
        boolean unknown,
        YamlItem item,
        YamlNode node,
        Provenance provenance) {

    public boolean isShort() {
        return node instanceof YamlScalar;
    }

    /** Returns whether the port can be reached from other machines, as far as the file says. */
    public boolean isOnAllInterfaces() {
        Optional<String> address = hostIp.or(this::addressOfDefault);
        return address.isEmpty()
                || address.get().equals("0.0.0.0")
                || address.get().equals("::");
    }

    /** Returns the address that the default of a variable has before the host port: {@code ${DB_PORT:-127.0.0.1:5432}:5432}. */
    public Optional<String> addressOfDefault() {
        return published
                .flatMap(text -> Interpolation.of(text).evaluate(Map.of()))
                .map(value -> value.substring(0, Math.max(0, value.lastIndexOf(':'))))
                .map(address -> address.startsWith("[") && address.endsWith("]")
                        ? address.substring(1, address.length() - 1)
                        : address)
                .filter(address -> !address.isEmpty());
    }

    /** Returns the container ports; empty if they are not known, defaults of variables taken. */
    public Optional<PortRange> targetPorts() {
        return Interpolation.of(target).evaluate(Map.of()).flatMap(PortRange::parse);
    }

    /** Returns the host ports; empty if there are none or they are not known, defaults of variables taken. */
    public Optional<PortRange> publishedPorts() {
        return published
                .flatMap(text -> Interpolation.of(text).evaluate(Map.of()))
                .flatMap(PortRange::parse);
    }

    /** Returns the text of the short form with this address, all other parts as they are written. */
    public String shortWithHostIp(String address) {
        String ip = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        String suffix = ((YamlScalar) node).value().endsWith("/" + protocol) ? "/" + protocol : "";
        return ip + ":" + published.orElse("") + ":" + target + suffix;
    }

    static Optional<PortMapping> of(YamlItem item, YamlNode node, Merges merges, Provenance provenance) {
        if (node instanceof YamlScalar scalar && !scalar.isNull()) {
            return Optional.of(ofShort(scalar, item, provenance));
        }
        return node.asMapping().map(mapping -> ofLong(mapping, item, merges, provenance));
    }

    private static PortMapping ofShort(YamlScalar scalar, YamlItem item, Provenance provenance) {
        List<String> byProtocol = Interpolation.split(scalar.value(), '/');
        String protocol = byProtocol.size() > 1 ? byProtocol.get(byProtocol.size() - 1) : "tcp";
        List<String> parts = splitAddress(byProtocol.get(0));
        int size = parts.size();
        String target = parts.get(size - 1);
        Optional<String> published = size > 1 ? present(parts.get(size - 2)) : Optional.empty();
        Optional<String> hostIp = size > 2
                ? present(parts.subList(0, size - 2).stream().collect(Collectors.joining(":")))
                : Optional.empty();
        return new PortMapping(
                hostIp,
                published,
                target,
                protocol.toLowerCase(Locale.ROOT),
                isUnknown(parts),
                item,
                scalar,
                provenance);
    }

    /** Splits at colons, not at those of an IPv6 address in brackets, which comes without its brackets. */
    private static List<String> splitAddress(String text) {
        int close = text.indexOf(']');
        if (text.startsWith("[") && close > 0 && text.startsWith(":", close + 1)) {
            List<String> ports = Interpolation.split(text.substring(close + 2), ':');
            return Stream.concat(Stream.of(text.substring(1, close)), ports.stream())
                    .toList();
        }
        return Interpolation.split(text, ':');
    }

    /** A variable without value may stand for several parts, and so may one whose default has a colon. */
    private static boolean isUnknown(List<String> parts) {
        return parts.stream().anyMatch(part -> {
            Interpolation interpolation = Interpolation.of(part);
            Optional<String> value = interpolation.evaluate(Map.of());
            return !interpolation.isStatic() && (value.isEmpty() || value.get().indexOf(':') >= 0);
        });
    }

    private static PortMapping ofLong(YamlMapping mapping, YamlItem item, Merges merges, Provenance provenance) {
        Texts texts = new Texts(merges.entries(mapping));
        String target = texts.text("target").orElse("");
        Optional<String> published = texts.text("published");
        Optional<String> hostIp = texts.text("host_ip");
        boolean unknown = isUnknown(List.of(target, published.orElse(""), hostIp.orElse("")));
        return new PortMapping(
                hostIp, published, target, texts.text("protocol").orElse("tcp"), unknown, item, mapping, provenance);
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
