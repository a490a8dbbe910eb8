package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The images that are known, by repository name and tag. */
public final class Images {
    /** A tag that an image without one has. */
    private static final String DEFAULT_TAG = "latest";

    private final List<Supplier<Section>> sections;
    private final Supplier<Fields> families;
    private final Supplier<Publishers> publishers;
    private final ImageReader reader = new ImageReader(this::requiredFamily);

    /** The entries of one file, found by exact name, or else by the first pattern that matches. */
    private record Section(Fields fields, Map<String, String> exact, Map<String, String> patterns) {

        static Section of(Fields fields) {
            Section result = new Section(fields, new LinkedHashMap<>(), new LinkedHashMap<>());
            for (String key : fields.names()) {
                result.add(key, key);
                fields.fields(key).orElseThrow().texts("aliases").forEach(alias -> result.add(alias, key));
            }
            return result;
        }

        private void add(String name, String key) {
            (Glob.isPattern(name) ? patterns : exact).putIfAbsent(ImageName.normalise(name), key);
        }

        /** The entry; with {@code like} it starts from another one of the same file and replaces what it states itself. */
        Fields entry(String key) {
            Fields entry = fields.fields(key).orElseThrow();
            return entry.text("like")
                    .map(other -> fields.fields(other)
                            .orElseThrow(() -> entry.error("like", "names no entry of this file"))
                            .overriddenBy(entry))
                    .orElse(entry);
        }

        Optional<String> find(String name) {
            if (exact.containsKey(name)) {
                return Optional.of(exact.get(name));
            }
            return patterns.entrySet().stream()
                    .filter(each -> Glob.matches(each.getKey(), name))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    /** The files of {@code documents} are asked in turn, so a base image does not cost the services. */
    Images(List<Supplier<Fields>> documents, Supplier<Fields> families, Supplier<Publishers> publishers) {
        this.sections = documents.stream()
                .<Supplier<Section>>map(each -> new Lazy<>(() -> Section.of(each.get())))
                .toList();
        this.families = families;
        this.publishers = publishers;
    }

    /** The facts for a repository without tag or digest, in any spelling. */
    public Optional<ImageFacts> find(String repository) {
        return find(repository, Optional.empty());
    }

    /** The facts for a repository at a tag; {@code null} means no tag. */
    public Optional<ImageFacts> find(String repository, String tag) {
        return find(repository, Optional.ofNullable(tag));
    }

    /**
     * The facts for a repository, in any spelling ({@code node}, {@code docker.io/library/node}, a known mirror of it), at a
     * tag. Empty when the repository is unknown: nothing may be assumed then.
     */
    public Optional<ImageFacts> find(String repository, Optional<String> tag) {
        String name = ImageName.normalise(repository);
        Optional<ImageFacts> direct = exact(name, tag);
        return direct.isPresent() || name.startsWith("docker.io/") || name.equals("scratch")
                ? direct
                : publishers.get().origin(name).flatMap(origin -> exact(origin, tag));
    }

    private Optional<ImageFacts> exact(String name, Optional<String> tag) {
        for (Supplier<Section> section : sections) {
            Optional<String> key = section.get().find(name);
            if (key.isPresent()) {
                Fields entry = section.get().entry(key.get());
                return Optional.of(
                        reader.read(key.get(), ImageName.lastComponent(name), entry, tag.orElse(DEFAULT_TAG)));
            }
        }
        return Optional.empty();
    }

    /** The family with this id. */
    public Optional<OsFamily> family(String id) {
        return families.get().fields(id).map(fields -> OsFamily.read(id, fields));
    }

    /** The ids of all families, in the order of the file. */
    public List<String> familyIds() {
        return List.copyOf(families.get().names());
    }

    /** The names of all images, as the files spell them; a name may be a pattern. */
    public List<String> names() {
        List<String> result = new ArrayList<>();
        sections.forEach(section -> result.addAll(section.get().fields().names()));
        return List.copyOf(result);
    }

    private OsFamily requiredFamily(String id) {
        return family(id).orElseThrow(() -> families.get().error(id, "is not a known family"));
    }
}
