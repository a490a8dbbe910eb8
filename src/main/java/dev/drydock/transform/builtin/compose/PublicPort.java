package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.PortMapping;
import dev.drydock.compose.PortRange;
import dev.drydock.knowledge.ImageClass;
import dev.drydock.model.PrivilegedPort;
import java.util.Optional;
import java.util.Set;

/** Tells ports that are there for other machines. */
final class PublicPort {
    /**
     * Where clients come to without being told of a number: file transfer, ssh, mail, names, the web. Source: the registry of
     * port numbers of IANA.
     */
    private static final Set<Integer> WELL_KNOWN =
            Set.of(20, 21, 22, 25, 53, 80, 110, 143, 443, 465, 587, 853, 993, 995, 4190);

    private PublicPort() {}

    /** Returns why a port is likely to be meant for other machines; empty if a proxy may as well stand before it. */
    static Optional<String> reason(Optional<RunImage> image, PortMapping port) {
        if (port.protocol().equals("udp")) {
            return Optional.of(
                    "no proxy of the host stands before UDP as a rule; write an address before the port if it need"
                            + " not be reached from everywhere");
        }
        boolean server = image.flatMap(RunImage::facts)
                .filter(facts -> facts.imageClass() == ImageClass.WEB)
                .isPresent();
        boolean wellKnown = port.published()
                .flatMap(PrivilegedPort::number)
                .or(() -> port.targetPorts().map(PortRange::first))
                .filter(WELL_KNOWN::contains)
                .isPresent();
        return server || wellKnown
                ? Optional.of(
                        "it looks like the entrance for other machines; write 127.0.0.1: before the port if a proxy on the"
                                + " host stands before it")
                : Optional.empty();
    }
}
