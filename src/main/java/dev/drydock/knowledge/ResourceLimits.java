package dev.drydock.knowledge;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Default resource limits, by image or by its class. */
public final class ResourceLimits {
    private final Map<String, Fields> classes;
    private final Map<String, Fields> images;
    private final Set<String> sizedByVariables;
    private final Set<String> memorySettings;
    private final Map<String, String> memoryOptions;

    /**
     * Limits for one container.
     *
     * @param memory with its unit, as compose files spell it: {@code 512m}, {@code 1g}
     * @param cpus a decimal number of processors
     */
    public record Limits(String memory, String cpus, int pids) {
        private static final int STEP = 64;

        /**
         * Returns limits that leave twice the room of what was seen to be used, and never less than these.
         *
         * @param megabytes the most memory that was used
         * @param processes the most processes and threads
         */
        public Limits roomFor(int megabytes, int processes) {
            int wanted = (2 * megabytes + STEP - 1) / STEP * STEP;
            return new Limits(wanted > megabytes() ? wanted + "m" : memory, cpus, Math.max(pids, 2 * processes));
        }

        private int megabytes() {
            int digits = 0;
            while (digits < memory.length() && Character.isDigit(memory.charAt(digits))) {
                digits++;
            }
            int number = digits == 0 ? 0 : Integer.parseInt(memory.substring(0, digits));
            return memory.substring(digits).startsWith("g") ? number * 1024 : number;
        }
    }

    ResourceLimits(Fields fields) {
        classes = fields.fieldsMap("classes");
        images = fields.fieldsMap("images");
        sizedByVariables = fields.textSet("sized-by-variables");
        memorySettings = fields.textSet("memory-settings");
        memoryOptions = fields.textMap("memory-options");
        fields.text("source");
        fields.end();
    }

    /** Returns whether a variable sets how much memory the image uses. */
    public boolean isSizedByVariables(ImageFacts image) {
        return sizedByVariables.contains(image.name());
    }

    /** The images of which a variable sets the memory, as the image files name them. */
    public Set<String> sizedByVariables() {
        return sizedByVariables;
    }

    /** What stands in front of an amount of memory, in lower case: {@code gomemlimit}. */
    public Set<String> memorySettings() {
        return memorySettings;
    }

    /** The option of the program of an image that takes an amount of megabytes. */
    public Optional<String> memoryOption(ImageFacts image) {
        return Optional.ofNullable(memoryOptions.get(image.name()));
    }

    /** The limits for a class; empty when the files name none. */
    public Optional<Limits> of(ImageClass imageClass) {
        return Optional.ofNullable(classes.get(imageClass.name().toLowerCase(Locale.ROOT)))
                .map(ResourceLimits::read);
    }

    /** The limits for an image: its own, or those of its class. */
    public Optional<Limits> of(ImageFacts image) {
        return Optional.ofNullable(images.get(image.name()))
                .map(ResourceLimits::read)
                .or(() -> of(image.imageClass()));
    }

    /** The limits for an image of which nothing is known; empty when the files name none. */
    public Optional<Limits> ofUnknown() {
        return Optional.ofNullable(classes.get("unknown")).map(ResourceLimits::read);
    }

    /** The images with limits of their own, as the image files name them. */
    public Set<String> images() {
        return Collections.unmodifiableSet(images.keySet());
    }

    private static Limits read(Fields fields) {
        Limits result = new Limits(
                fields.requiredText("memory"),
                fields.requiredText("cpus"),
                fields.number("pids").orElseThrow(() -> fields.error("pids", "is missing")));
        fields.end();
        return result;
    }
}
