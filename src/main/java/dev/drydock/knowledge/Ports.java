package dev.drydock.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What usually listens on a port. */
public final class Ports {
    private final Map<Integer, PortFacts> ports = new LinkedHashMap<>();
    private final List<String> sshServers;
    private final List<String> sshLibraries;
    private final List<String> peerSettings;
    private final Set<String> peerLines;

    /** What kind of service a port belongs to. */
    public enum PortClass {
        SSH,
        WEB,
        DATABASE,
        QUEUE,
        /** Administration of the service or of the host. */
        ADMIN,
        /** Debuggers that execute what they are sent. */
        DEBUG,
        /** Services of a host that do not belong into a container. */
        LEGACY;

        /** Whether the port is for other services of the same project and not for the outside. */
        public boolean isInternal() {
            return this == DATABASE || this == QUEUE || this == ADMIN || this == DEBUG;
        }
    }

    /**
     * One port.
     *
     * @param shared whether other programs use the number, too, so that it alone says little
     */
    public record PortFacts(int number, PortClass portClass, String service, Severity severity, boolean shared) {}

    Ports(Fields fields) {
        sshServers = fields.texts("ssh-servers");
        sshLibraries = fields.texts("ssh-libraries");
        peerSettings = fields.texts("peer-settings");
        peerLines = fields.textSet("peer-lines");
        for (PortClass each : PortClass.values()) {
            fields.fieldsMap(each.name().toLowerCase(Locale.ROOT)).forEach((number, facts) -> add(each, number, facts));
        }
        fields.text("source");
        fields.end();
    }

    private void add(PortClass portClass, String number, Fields fields) {
        Severity severity = fields.has("severity") ? Enums.parse(Severity.class, fields, "severity") : Severity.NONE;
        try {
            int port = Integer.parseInt(number);
            boolean shared = fields.flag("shared", false);
            ports.put(port, new PortFacts(port, portClass, fields.requiredText("service"), severity, shared));
        } catch (NumberFormatException e) {
            throw fields.error("", "'" + number + "' is not a port");
        }
        fields.end();
    }

    /** Whether ssh is what an image serves itself; the name is that of the repository as people write it. */
    public boolean isSshServer(String image) {
        return Glob.matchesAny(sshServers, image);
    }

    /** The libraries with which a program serves ssh itself, as manifests of projects name them. */
    public List<String> sshLibraries() {
        return sshLibraries;
    }

    /** Whether a variable, an option or a key says where the others of a cluster find the server, or where they are. */
    public boolean namesPeer(String setting) {
        int start = 0;
        while (start < setting.length() && setting.charAt(start) == '-') {
            start++;
        }
        String name = setting.substring(start)
                .toLowerCase(Locale.ROOT)
                .replace('-', '_')
                .replace('.', '_');
        return Glob.matchesAny(peerSettings, name);
    }

    /** Whether a line of settings that begins with this word says from where others may connect. */
    public boolean admitsPeers(String word) {
        return peerLines.contains(word);
    }

    /** The port, empty when nothing is known of it. */
    public Optional<PortFacts> find(int number) {
        return Optional.ofNullable(ports.get(number));
    }
}
