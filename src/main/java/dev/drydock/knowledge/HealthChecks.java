package dev.drydock.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Probes for a HEALTHCHECK, by image. */
public final class HealthChecks {
    private final Fields fields;

    /**
     * One probe: a command, or an address with the tool to fetch it.
     *
     * @param command the command without a shell; empty when {@code url} is given
     * @param tool the client that the image has for {@code url}
     * @param settings the format of settings that say where {@code url} is served; empty if they cannot
     * @param movedBy keys of settings that have the service answer where {@code command} does not ask, with the values that do not
     * @param userVariable a variable of the image whose value {@code userOption} takes
     */
    public record Probe(
            List<String> command,
            Optional<String> url,
            Optional<String> tool,
            Optional<String> settings,
            Map<String, List<String>> movedBy,
            Optional<String> userVariable,
            Optional<String> userOption,
            Optional<String> note,
            boolean verified) {}

    HealthChecks(Fields fields) {
        this.fields = fields;
    }

    /** The probe for an image at a tag; empty when there is none. */
    public Optional<Probe> find(ImageFacts image, Optional<String> tag) {
        if (image.name().equals("source")) {
            return Optional.empty();
        }
        return fields.fields(image.name())
                .filter(each -> !each.has("tags") || Glob.matchesAny(each.texts("tags"), tag.orElse("latest")))
                .map(HealthChecks::read);
    }

    /** The images with a probe, as the image files name them. */
    public List<String> images() {
        return fields.names().stream().filter(name -> !name.equals("source")).toList();
    }

    private static Probe read(Fields fields) {
        Probe result = new Probe(
                fields.texts("exec"),
                fields.text("url"),
                fields.text("tool"),
                fields.text("settings"),
                movedBy(fields),
                fields.text("user-variable"),
                fields.text("user-option"),
                fields.text("note"),
                fields.flag("verified", true));
        fields.texts("tags");
        fields.end();
        return result;
    }

    private static Map<String, List<String>> movedBy(Fields fields) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        fields.fields("moved-by").ifPresent(each -> each.names().forEach(key -> keys.put(key, each.texts(key))));
        return Collections.unmodifiableMap(keys);
    }
}
