package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The Linux capabilities, and what narrower thing often does the work of a dangerous one. */
public final class Capabilities {
    private static final String PREFIX = "CAP_";

    private final Fields fields;

    /**
     * A narrower grant.
     *
     * @param purpose what the capability was wanted for
     * @param grant what does instead: a capability, a device, a profile
     */
    public record Instead(String purpose, String grant, Optional<String> note) {}

    /**
     * One capability.
     *
     * @param byDefault whether Docker gives it without being asked
     * @param users software that is known to need it
     * @param devices files of devices that are worked with through it
     */
    public record Capability(
            String name,
            Severity severity,
            boolean byDefault,
            String allows,
            List<String> users,
            List<String> devices,
            List<Instead> instead) {

        /** Whether adding it deserves a finding. */
        public boolean isDangerous() {
            return severity.compareTo(Severity.HIGH) >= 0;
        }

        /** Whether whoever has it owns the host, so that a hint at it is no reason to give it. */
        public boolean isAsGoodAsRoot() {
            return severity == Severity.CRITICAL;
        }
    }

    Capabilities(Fields fields) {
        this.fields = fields;
    }

    /** The capability, in any case and with or without {@code CAP_}; empty when Linux has none of that name. */
    public Optional<Capability> find(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        String name = upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
        return names().contains(name) ? fields.fields(name).map(each -> read(name, each)) : Optional.empty();
    }

    /** All names, without the prefix, {@code ALL} among them. */
    public Set<String> names() {
        Set<String> result = new LinkedHashSet<>(fields.names());
        result.remove("source");
        return Collections.unmodifiableSet(result);
    }

    private static Capability read(String name, Fields fields) {
        List<Instead> instead = new ArrayList<>();
        for (Fields each : fields.fieldsList("instead")) {
            instead.add(new Instead(each.requiredText("for"), each.requiredText("grant"), each.text("note")));
            each.end();
        }
        Capability result = new Capability(
                name,
                Enums.parse(Severity.class, fields, "severity"),
                fields.flag("default", false),
                fields.requiredText("allows"),
                fields.texts("users"),
                fields.texts("devices"),
                List.copyOf(instead));
        fields.end();
        return result;
    }
}
