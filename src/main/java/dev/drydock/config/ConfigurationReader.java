package dev.drydock.config;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.catalogue.OptionSpec;
import dev.drydock.edit.Safety;
import dev.drydock.text.DidYouMean;
import dev.drydock.transform.Options;
import dev.drydock.yaml.parse.YamlReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads configurations, strictly: an unknown key, an unknown transform or a value of the wrong type is an error. */
public final class ConfigurationReader {
    private static final int SIZE_LIMIT = 1 << 20;
    private static final int EXTENDS_LIMIT = 10;
    private static final String LEVEL = "safety";

    private final Catalogue catalogue;
    private final ConfigurationFiles files;

    public ConfigurationReader(Catalogue catalogue) {
        this(catalogue, ConfigurationFiles.DISK);
    }

    /** Returns a reader of configurations that lie in {@code files}. */
    public ConfigurationReader(Catalogue catalogue, ConfigurationFiles files) {
        this.catalogue = catalogue;
        this.files = files;
    }

    /** Returns a reader that finds nothing outside of a folder. */
    ConfigurationReader within(Path folder) {
        return new ConfigurationReader(catalogue, files.within(folder));
    }

    /** Returns whether there is a file at this absolute path. */
    boolean isFile(Path file) {
        return files.isFile(file);
    }

    /**
     * Returns the configuration of a file, and of those that it extends.
     *
     * @throws ConfigurationException if the file cannot be read or understood
     */
    public Configuration read(Path file) throws ConfigurationException {
        return read(file.toAbsolutePath().normalize(), new HashSet<>());
    }

    private Configuration read(Path file, Set<Path> seen) throws ConfigurationException {
        if (!seen.add(file) || seen.size() > EXTENDS_LIMIT) {
            throw new ConfigurationException(
                    file, "extends itself, or more than " + EXTENDS_LIMIT + " others in a row");
        }
        Optional<Node> root = compose(file);
        if (root.isEmpty()) {
            return Configuration.NONE;
        }
        Reading reading = new Reading(file);
        Map<ConfigurationKey, Node> values = reading.keys(root.get());
        Configuration own = reading.configuration(values);
        Node base = values.get(ConfigurationKey.EXTENDS);
        return base == null ? own : own.over(read(reading.extended(base), seen));
    }

    private Optional<Node> compose(Path file) throws ConfigurationException {
        try {
            byte[] bytes = files.read(file, SIZE_LIMIT + 1);
            if (bytes.length > SIZE_LIMIT) {
                throw new ConfigurationException(file, "larger than 1 MB");
            }
            LoadSettings settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(20)
                    .build();
            return new Compose(settings)
                    .composeString(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            int line = mark.map(Mark::getLine).orElse(0) + 1;
            int column = mark.map(Mark::getColumn).orElse(0) + 1;
            throw new ConfigurationException(file, line, column, "not YAML: " + YamlReason.of(e));
        } catch (YamlEngineException e) {
            throw new ConfigurationException(file, "not YAML: " + YamlReason.of(e));
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file, "not UTF-8");
        } catch (IOException e) {
            throw new ConfigurationException(file, "cannot be read");
        }
    }

    /** The nodes of one file as values. */
    private final class Reading {
        private final Path file;

        Reading(Path file) {
            this.file = file;
        }

        Map<ConfigurationKey, Node> keys(Node root) throws ConfigurationException {
            Map<ConfigurationKey, Node> values = new LinkedHashMap<>();
            for (Map.Entry<ScalarNode, Node> entry :
                    mapping(root, "the configuration").entrySet()) {
                String name = entry.getKey().getValue();
                Optional<ConfigurationKey> key = ConfigurationKey.of(name);
                if (key.isEmpty()) {
                    String hint = DidYouMean.hint(name, ConfigurationKey.labels());
                    throw error(entry.getKey(), "unknown key" + hint);
                }
                values.put(key.get(), entry.getValue());
            }
            return values;
        }

        Configuration configuration(Map<ConfigurationKey, Node> values) throws ConfigurationException {
            Optional<Safety> safety = Optional.empty();
            if (values.containsKey(ConfigurationKey.SAFETY)) {
                safety = Optional.of(level(values.get(ConfigurationKey.SAFETY)));
            }
            List<String> patterns = strings(values, ConfigurationKey.EXCLUDE);
            Path folder = Optional.ofNullable(file.getParent()).orElse(file);
            Map<String, Safety> levels = new HashMap<>();
            Map<String, Options> options = new HashMap<>();
            if (values.containsKey(ConfigurationKey.TRANSFORMS)) {
                transforms(values.get(ConfigurationKey.TRANSFORMS), levels, options);
            }
            RequestSettings requests = RequestSettings.NONE;
            if (values.containsKey(ConfigurationKey.PR)) {
                requests = requests(values.get(ConfigurationKey.PR));
            }
            return new Configuration(
                    safety,
                    names(values, ConfigurationKey.SELECT),
                    names(values, ConfigurationKey.EXTEND_SELECT),
                    names(values, ConfigurationKey.IGNORE),
                    patterns.isEmpty() ? List.of() : List.of(new Configuration.Exclude(folder, patterns)),
                    include(values),
                    levels,
                    options,
                    values.containsKey(ConfigurationKey.REGISTRY)
                            ? registry(values.get(ConfigurationKey.REGISTRY), folder)
                            : RegistrySettings.NONE,
                    requests,
                    values.containsKey(ConfigurationKey.PROVE)
                            ? prove(values.get(ConfigurationKey.PROVE), folder)
                            : ProveSettings.NONE);
        }

        private ProveSettings prove(Node node, Path folder) throws ConfigurationException {
            Map<String, Optional<String>> arguments = new HashMap<>();
            Map<String, ProveSettings.Source> secrets = new HashMap<>();
            List<String> probes = List.of();
            Optional<Path> environment = Optional.empty();
            List<String> leaveOut = List.of();
            for (Map.Entry<ScalarNode, Node> setting :
                    mapping(node, ConfigurationKey.PROVE.label()).entrySet()) {
                String name = setting.getKey().getValue();
                Node value = setting.getValue();
                switch (name) {
                    case ProveSettings.ARGUMENTS -> {
                        for (String text : strings(value, name)) {
                            int equals = text.indexOf('=');
                            String variable = equals < 0 ? text : text.substring(0, equals);
                            if (variable.isEmpty()) {
                                throw error(value, "an item of build-args is NAME, or NAME=value");
                            }
                            arguments.put(
                                    variable, equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1)));
                        }
                    }
                    case ProveSettings.SECRETS -> {
                        for (String text : strings(value, name)) {
                            secret(value, text, folder, secrets);
                        }
                    }
                    case ProveSettings.PROBES -> probes = strings(value, name);
                    case ProveSettings.ENVIRONMENT ->
                        environment = Optional.of(within(value, string(value, name), folder));
                    case ProveSettings.LEAVE_OUT -> leaveOut = strings(value, name);
                    default ->
                        throw error(
                                setting.getKey(), "unknown key of prove" + DidYouMean.hint(name, ProveSettings.KEYS));
                }
            }
            return new ProveSettings(arguments, secrets, probes, environment, leaveOut);
        }

        /** Reads a secret as the engine's own option has it: {@code id=npm,src=.npmrc} or {@code id=npm,env=NPM_TOKEN}. */
        private void secret(Node node, String text, Path folder, Map<String, ProveSettings.Source> secrets)
                throws ConfigurationException {
            Map<String, String> fields = new HashMap<>();
            for (String field : text.split(",", -1)) {
                int equals = field.indexOf('=');
                fields.put(equals < 0 ? field : field.substring(0, equals), field.substring(equals + 1));
            }
            String id = fields.getOrDefault("id", "");
            Optional<String> source = Optional.ofNullable(fields.get("src"));
            Optional<String> variable = Optional.ofNullable(fields.get("env"));
            if (id.isEmpty() || source.isPresent() == variable.isPresent() || fields.size() != 2) {
                throw error(node, "an item of build-secrets is id=NAME,src=FILE or id=NAME,env=VARIABLE");
            }
            Optional<Path> file =
                    source.isPresent() ? Optional.of(within(node, source.get(), folder)) : Optional.empty();
            secrets.put(id, new ProveSettings.Source(file, variable));
        }

        /** A configuration that comes with the sources hands no other files to a build than those beside it. */
        private Path within(Node node, String name, Path folder) throws ConfigurationException {
            Path found = folder.resolve(name).normalize();
            if (!found.startsWith(folder)) {
                throw error(node, "a file of prove lies beside the configuration or below");
            }
            return found;
        }

        private Set<Included> include(Map<ConfigurationKey, Node> values) throws ConfigurationException {
            Set<Included> include = new HashSet<>();
            for (String word : strings(values, ConfigurationKey.INCLUDE)) {
                include.add(Included.of(word)
                        .orElseThrow(() -> error(
                                values.get(ConfigurationKey.INCLUDE),
                                "include takes " + String.join(" and ", Included.labels()))));
            }
            return include;
        }

        private RegistrySettings registry(Node node, Path folder) throws ConfigurationException {
            Map<String, List<String>> lists = new HashMap<>();
            for (Map.Entry<ScalarNode, Node> setting :
                    mapping(node, ConfigurationKey.REGISTRY.label()).entrySet()) {
                String name = setting.getKey().getValue();
                if (!RegistrySettings.KEYS.contains(name)) {
                    String hint = DidYouMean.hint(name, RegistrySettings.KEYS);
                    throw error(setting.getKey(), "unknown key of registry" + hint);
                }
                lists.put(name, strings(setting.getValue(), name));
            }
            List<Path> authorities = lists.getOrDefault(RegistrySettings.AUTHORITIES, List.of()).stream()
                    .map(folder::resolve)
                    .toList();
            return new RegistrySettings(
                    authorities,
                    lists.getOrDefault(RegistrySettings.PLAIN_HTTP_HOSTS, List.of()),
                    lists.getOrDefault(RegistrySettings.MIRRORS, List.of()));
        }

        private RequestSettings requests(Node node) throws ConfigurationException {
            Map<RequestKey, Node> values = new LinkedHashMap<>();
            for (Map.Entry<ScalarNode, Node> entry :
                    mapping(node, ConfigurationKey.PR.label()).entrySet()) {
                String name = entry.getKey().getValue();
                RequestKey key = RequestKey.of(name)
                        .orElseThrow(() ->
                                error(entry.getKey(), "unknown key" + DidYouMean.hint(name, RequestKey.labels())));
                values.put(key, entry.getValue());
            }
            return new RequestSettings(
                    text(values, RequestKey.BASE),
                    words(values, RequestKey.GROUP_BY),
                    words(values, RequestKey.COMMIT_PER),
                    flag(values, RequestKey.DRAFT),
                    flag(values, RequestKey.SIGN_OFF),
                    list(values, RequestKey.LABELS),
                    list(values, RequestKey.REVIEWERS),
                    list(values, RequestKey.ASSIGNEES));
        }

        private List<String> list(Map<RequestKey, Node> values, RequestKey key) throws ConfigurationException {
            Node node = values.get(key);
            return node == null ? List.of() : strings(node, key.label());
        }

        private Optional<String> text(Map<RequestKey, Node> values, RequestKey key) throws ConfigurationException {
            Node node = values.get(key);
            return node == null ? Optional.empty() : Optional.of(string(node, key.label()));
        }

        private Optional<String> words(Map<RequestKey, Node> values, RequestKey key) throws ConfigurationException {
            Optional<String> word = text(values, key);
            if (word.isPresent() && !key.words().contains(word.get())) {
                throw error(values.get(key), key.label() + " is one of " + String.join(", ", key.words()));
            }
            return word;
        }

        private Optional<Boolean> flag(Map<RequestKey, Node> values, RequestKey key) throws ConfigurationException {
            Node node = values.get(key);
            if (node == null) {
                return Optional.empty();
            }
            if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
                return Optional.of(Boolean.valueOf(scalar.getValue()));
            }
            throw error(node, key.label() + " is true or false");
        }

        Path extended(Node node) throws ConfigurationException {
            String name = string(node, "extends");
            if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
                throw error(node, "extends names a .yaml file");
            }
            Path extended = file.resolveSibling(name).normalize();
            if (!files.isFile(extended)) {
                throw error(node, "the file that extends names is not there, or not in the repository");
            }
            return extended;
        }

        private void transforms(Node node, Map<String, Safety> levels, Map<String, Options> options)
                throws ConfigurationException {
            for (Map.Entry<ScalarNode, Node> entry :
                    mapping(node, ConfigurationKey.TRANSFORMS.label()).entrySet()) {
                String name = entry.getKey().getValue();
                Optional<CatalogueEntry> transform = catalogue.find(name);
                if (transform.isEmpty()) {
                    throw error(entry.getKey(), catalogue.unknownNameOfFile(name));
                }
                transform(transform.get(), entry.getValue(), levels, options);
            }
        }

        private void transform(
                CatalogueEntry entry, Node node, Map<String, Safety> levels, Map<String, Options> options)
                throws ConfigurationException {
            Map<String, Object> values = new HashMap<>();
            for (Map.Entry<ScalarNode, Node> setting : mapping(node, entry.id()).entrySet()) {
                String name = setting.getKey().getValue();
                if (name.equals(LEVEL)) {
                    levels.put(entry.id(), level(setting.getValue()));
                    continue;
                }
                OptionSpec option = entry.options().get(name);
                if (option == null) {
                    List<String> known = new ArrayList<>(entry.options().keySet());
                    known.add(LEVEL);
                    String hint = DidYouMean.hint(name, known);
                    throw error(setting.getKey(), "unknown option of " + entry.id() + hint);
                }
                Object value = value(setting.getValue());
                Optional<String> problem = option.problemOf(value);
                if (problem.isPresent()) {
                    throw error(setting.getValue(), problem.get());
                }
                values.put(name, value);
            }
            options.put(entry.id(), new Options(values));
        }

        private List<String> names(Map<ConfigurationKey, Node> values, ConfigurationKey key)
                throws ConfigurationException {
            List<String> names = strings(values, key);
            for (String name : names) {
                if (catalogue.named(name).isEmpty()) {
                    throw error(values.get(key), catalogue.unknownNameOfFile(name));
                }
            }
            return names;
        }

        private List<String> strings(Map<ConfigurationKey, Node> values, ConfigurationKey key)
                throws ConfigurationException {
            Node node = values.get(key);
            return node == null ? List.of() : strings(node, key.label());
        }

        private List<String> strings(Node node, String name) throws ConfigurationException {
            if (!(node instanceof SequenceNode sequence)) {
                throw error(node, name + " is a list");
            }
            List<String> strings = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                strings.add(string(item, "an item of " + name));
            }
            return strings;
        }

        private Safety level(Node node) throws ConfigurationException {
            String name = string(node, LEVEL);
            List<String> labels =
                    Arrays.stream(Safety.values()).map(Safety::label).toList();
            if (!labels.contains(name)) {
                throw error(node, LEVEL + " is one of " + String.join(", ", labels));
            }
            return Safety.valueOf(name.toUpperCase(Locale.ROOT));
        }

        private String string(Node node, String what) throws ConfigurationException {
            if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
                return scalar.getValue();
            }
            throw error(node, what + " is one string");
        }

        /** Returns what an option can be, or the text of a scalar that is none of these. */
        private Object value(Node node) throws ConfigurationException {
            if (node instanceof SequenceNode sequence) {
                List<String> items = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    items.add(string(item, "an item"));
                }
                return items;
            }
            if (!(node instanceof ScalarNode scalar)) {
                throw error(node, "an option is a value or a list");
            }
            if (scalar.getTag().equals(Tag.BOOL)) {
                return Boolean.valueOf(scalar.getValue());
            }
            return scalar.getTag().equals(Tag.INT) ? integer(scalar) : scalar.getValue();
        }

        private Object integer(ScalarNode scalar) throws ConfigurationException {
            try {
                return Integer.valueOf(scalar.getValue());
            } catch (NumberFormatException e) {
                throw error(scalar, "this number is too large");
            }
        }

        private Map<ScalarNode, Node> mapping(Node node, String what) throws ConfigurationException {
            if (!(node instanceof MappingNode mapping)) {
                throw error(node, what + " is a mapping of keys and values");
            }
            Map<ScalarNode, Node> entries = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw error(tuple.getKeyNode(), "a key is one string");
                }
                entries.put(key, tuple.getValueNode());
            }
            return entries;
        }

        private ConfigurationException error(Node node, String message) {
            Optional<Mark> mark = node.getStartMark();
            int line = mark.map(Mark::getLine).orElse(0) + 1;
            int column = mark.map(Mark::getColumn).orElse(0) + 1;
            return new ConfigurationException(file, line, column, message);
        }
    }
}
