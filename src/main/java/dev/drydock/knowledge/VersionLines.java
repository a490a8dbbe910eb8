package dev.drydock.knowledge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What {@code latest} of official images stood for on a day. */
public final class VersionLines {
    private final String day;
    private final Map<String, String> lines;

    VersionLines(Fields fields) {
        day = fields.text("day").orElse("");
        lines = new HashMap<>();
        fields.textMap("lines").forEach((image, tag) -> lines.put(ImageName.normalise(image), tag));
        fields.text("source");
        fields.end();
    }

    /** Returns the shortest tag of the version line; empty for an image that is not in the list. */
    public Optional<String> of(String repository) {
        return Optional.ofNullable(lines.get(ImageName.normalise(repository)));
    }

    /** Returns the day on which that was so, as {@code 2026-08-21}. */
    public String day() {
        return day;
    }
}
