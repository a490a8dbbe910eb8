package dev.drydock.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** Where the knowledge files come from. A name is that of the file without {@code .yaml}. */
interface Documents {

    /** The content of the file, empty if there is no such file. */
    Optional<Map<String, Object>> read(String name);

    /** The files that are packaged with the program, as the build compiled them; as they are written where it has not. */
    static Documents packaged() {
        Lazy<Map<String, Object>> compiled = new Lazy<>(Documents::compiled);
        return name -> {
            Object document = Block.resolve(compiled.get().get(name));
            return document == null ? source(name) : Optional.of(Fields.mapping(name + ".yaml", "", document));
        };
    }

    private static Map<String, Object> compiled() {
        String file = KnowledgeCompiler.NAME;
        try (InputStream in = Documents.class.getResourceAsStream("/META-INF/drydock/" + file)) {
            return in == null ? Map.of() : Compiled.read(in.readAllBytes());
        } catch (IOException e) {
            throw new KnowledgeException(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    /** A packaged file as it is written. */
    static Optional<Map<String, Object>> source(String name) {
        String file = name + ".yaml";
        try (InputStream in = Documents.class.getResourceAsStream("/META-INF/drydock/transforms/knowledge/" + file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(entries(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new KnowledgeException(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    static Documents directory(Path directory) {
        return name -> {
            Path file = directory.resolve(name + ".yaml");
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try {
                return Optional.of(parse(file.toString(), Files.readString(file)));
            } catch (IOException e) {
                throw new KnowledgeException(file.toString(), "cannot be read: " + e.getMessage(), e);
            }
        };
    }

    /** Documents that exist already: file name without {@code .yaml} to content. */
    static Documents of(Map<String, ?> contents) {
        return name -> Optional.ofNullable(contents.get(name)).map(value -> Fields.mapping(name, "", value));
    }

    static Documents none() {
        return name -> Optional.empty();
    }

    /**
     * Both sets of documents as one. Of two mappings with the same key the entries are joined, two levels deep (section and
     * entry); everything deeper, and every list and scalar, is replaced by that of {@code over}.
     */
    default Documents with(Documents over) {
        return name -> {
            Optional<Map<String, Object>> base = read(name);
            Optional<Map<String, Object>> added = over.read(name);
            if (base.isEmpty() || added.isEmpty()) {
                return base.isPresent() ? base : added;
            }
            return Optional.of(joined(name, base.get(), added.get(), 2));
        };
    }

    private static Map<String, Object> joined(
            String file, Map<String, Object> base, Map<String, Object> over, int depth) {
        Map<String, Object> result = new LinkedHashMap<>(base);
        over.forEach((key, value) -> {
            Object existing = Block.resolve(base.get(key));
            boolean both = depth > 0 && existing instanceof Map<?, ?> && value instanceof Map<?, ?>;
            result.put(
                    key,
                    both
                            ? joined(
                                    file,
                                    Fields.mapping(file, key, existing),
                                    Fields.mapping(file, key, value),
                                    depth - 1)
                            : value);
        });
        return result;
    }

    private static Map<String, Object> entries(String file, String text) {
        return Block.split(text, block -> parse(file, block)).orElseGet(() -> parse(file, text));
    }

    private static Map<String, Object> parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new JsonSchema())
                .setAllowDuplicateKeys(false)
                .build();
        try {
            return Fields.mapping(file, "", new Load(settings).loadFromString(text));
        } catch (YamlEngineException e) {
            throw new KnowledgeException(file, "is not valid YAML: " + firstLine(e), e);
        }
    }

    private static String firstLine(YamlEngineException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
