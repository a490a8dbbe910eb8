package dev.drydock.knowledge;

import dev.drydock.image.TagVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which images have tools that are too old for an option. */
public final class OldTools {
    private final Map<String, OptionAge> options = new LinkedHashMap<>();

    /**
     * Since when a tool knows an option.
     *
     * @param option the tool and its option, such as {@code pip --no-cache-dir}
     * @param cameWith the release that brought it, as people say it
     * @param before for images the first version of their tags with a tool that is new enough
     * @param tags patterns for tags of images that take the tool from an older distribution
     * @param newerWith words of earlier commands that bring another version of the tool: a single one stands anywhere in the
     *     command, several are words of it
     * @param named what stands before the version of the tool where a file names it, with the first version that is new enough
     */
    public record OptionAge(
            String option,
            String cameWith,
            Map<String, String> before,
            List<String> tags,
            List<String> newerWith,
            Map<String, String> named) {

        /** Returns whether the tags of an image say how old its tool is. */
        public boolean names(String repository) {
            return first(repository).isPresent();
        }

        /** Returns whether an image, of which the tool may come, is too old. */
        public boolean isUnknownIn(String repository, String tag) {
            return first(repository).filter(version -> isBefore(tag, version)).isPresent()
                    || Glob.matchesAny(tags, tag);
        }

        private Optional<String> first(String repository) {
            String name = ImageName.normalise(repository);
            return before.entrySet().stream()
                    .filter(entry -> ImageName.normalise(entry.getKey()).equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        /** Returns whether a version comes before another one; what is no version does not. */
        public static boolean isBefore(String version, String other) {
            Optional<TagVersion> limit = TagVersion.parse(other);
            return TagVersion.parse(version)
                    .filter(known -> limit.isPresent() && TagVersion.BY_VERSION.compare(known, limit.get()) < 0)
                    .filter(known -> !sameNumbers(known, limit.get()))
                    .isPresent();
        }

        /** A tag with fewer numbers, as 4 before 4.6, is the newest of its line and may hold what came with it. */
        private static boolean sameNumbers(TagVersion known, TagVersion limit) {
            int length = Math.min(known.numbers().size(), limit.numbers().size());
            return known.numbers().subList(0, length).equals(limit.numbers().subList(0, length));
        }
    }

    OldTools(Fields fields) {
        fields.fieldsMap("options").forEach((option, each) -> {
            options.put(
                    option,
                    new OptionAge(
                            option,
                            each.requiredText("came-with"),
                            each.textMap("before"),
                            each.texts("tags"),
                            each.texts("newer-with"),
                            each.textMap("named")));
            each.end();
        });
        fields.text("source");
        fields.text("checked");
        fields.end();
    }

    /** Returns since when a tool knows an option; empty if it always did. */
    public Optional<OptionAge> of(String option) {
        return Optional.ofNullable(options.get(option));
    }
}
