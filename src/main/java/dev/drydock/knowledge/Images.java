package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The images that are known, by repository name and tag. */
public final class Images {
    /** A tag that an image without one has. */
    private static final String DEFAULT_TAG = "latest";
    /** Names come from files of strangers, who may write a new one in each. */
    private static final int MOST_REMEMBERED = 4_096;

    private final List<Supplier<Section>> sections;
    private final Supplier<Fields> families;
    private final Supplier<Publishers> publishers;
    private final Map<Name, Optional<ImageFacts>> found = new ConcurrentHashMap<>();
    private final ImageReader reader = new ImageReader(this::requiredFamily);

    private record Name(String repository, Optional<String> tag) {}

    /** The entries of one file, found by exact name, or else by the first pattern that matches. */
    private static final class Section {
        private final Fields fields;
        private final Map<String, String> keys = new LinkedHashMap<>();
        private final Lazy<Aliases> aliases;

        Section(Fields fields) {
            this.fields = fields;
            fields.names().forEach(key -> keys.putIfAbsent(ImageName.normalise(key), key));
            this.aliases = new Lazy<>(() -> Aliases.of(fields));
        }

        Set<String> names() {
            return fields.names();
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

        /** The entry that is called so. */
        Optional<String> key(String name) {
            return Optional.ofNullable(keys.get(name));
        }

        /** The entry that has this other name; every entry must be parsed for that, so it is asked last. */
        Optional<String> alias(String name) {
            return aliases.get().find(name);
        }
    }

    /** The other names of the entries of one file, and the names that are patterns. */
    private record Aliases(Map<String, String> exact, Map<String, String> patterns) {

        static Aliases of(Fields fields) {
            Aliases result = new Aliases(new LinkedHashMap<>(), new LinkedHashMap<>());
            for (String key : fields.names()) {
                result.add(key, key);
                fields.fields(key).orElseThrow().texts("aliases").forEach(alias -> result.add(alias, key));
            }
            return result;
        }

        private void add(String name, String key) {
            (Glob.isPattern(name) ? patterns : exact).putIfAbsent(ImageName.normalise(name), key);
        }

        Optional<String> find(String name) {
            return Optional.ofNullable(exact.get(name))
                    .or(() -> patterns.entrySet().stream()
                            .filter(each -> Glob.matches(each.getKey(), name))
                            .map(Map.Entry::getValue)
                            .findFirst());
        }
    }

    /** The files of {@code documents} are asked in turn, so a base image does not cost the services. */
    Images(List<Supplier<Fields>> documents, Supplier<Fields> families, Supplier<Publishers> publishers) {
        this.sections = documents.stream()
                .<Supplier<Section>>map(each -> new Lazy<>(() -> new Section(each.get())))
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
        Name asked = new Name(repository, tag);
        Optional<ImageFacts> known = found.get(asked);
        if (known == null) {
            known = read(repository, tag);
            if (found.size() < MOST_REMEMBERED) {
                found.put(asked, known);
            }
        }
        return known;
    }

    private Optional<ImageFacts> read(String repository, Optional<String> tag) {
        String name = ImageName.normalise(repository);
        Optional<ImageFacts> direct = exact(name, tag);
        return direct.isPresent() || name.startsWith(ImageName.OFFICIAL) || name.equals("scratch")
                ? direct
                : publishers.get().origin(name).flatMap(origin -> exact(origin, tag));
    }

    private Optional<ImageFacts> exact(String name, Optional<String> tag) {
        return in(section -> section.key(name), name, tag).or(() -> in(section -> section.alias(name), name, tag));
    }

    /** The first section in which {@code search} finds the key of an entry. */
    private Optional<ImageFacts> in(Function<Section, Optional<String>> search, String name, Optional<String> tag) {
        for (Supplier<Section> section : sections) {
            Optional<String> key = search.apply(section.get());
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
        sections.forEach(section -> result.addAll(section.get().names()));
        return List.copyOf(result);
    }

    private OsFamily requiredFamily(String id) {
        return family(id).orElseThrow(() -> families.get().error(id, "is not a known family"));
    }
}
