package dev.drydock.compose;

import dev.drydock.syntax.Problem;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.YamlStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A compose file as a whole: its services and what they share. Total: of a file that is none it has no services, and
 * {@link #problems} says why.
 */
public final class ComposeFile {
    /** What kind of compose file a document is. */
    public enum Form {
        /** With a key {@code services}. */
        SERVICES,
        /** Version 1: services at the top, no {@code services}, no {@code version}. */
        LEGACY,
        /** Without services: one that includes or completes others, or that only defines fragments. */
        FRAGMENT,
        /** No mapping at all, or unreadable. */
        NONE
    }

    /** The sections of a file in the order of the compose specification. */
    private static final List<String> SECTIONS =
            List.of("version", "name", "include", "services", "networks", "volumes", "configs", "secrets");

    private final YamlStream stream;
    private final ComposeLookup lookup;
    private final Merges merges = new Merges();
    private final Optional<YamlMapping> root;
    private final Form form;
    private final List<ComposeService> services = new ArrayList<>();
    private final Map<String, ComposeService> byName = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Reach reach;
    /** Found when it is first asked for, as each service asks; the same whoever finds it. */
    private Boolean usesDeploy;
    /** The same for {@link #swarmOnly}. */
    private Optional<String> swarmOnly;

    private ComposeFile(YamlStream stream, ComposeLookup lookup) {
        this.stream = Objects.requireNonNull(stream);
        this.lookup = Objects.requireNonNull(lookup);
        this.problems.addAll(stream.problems());
        this.root = readRoot();
        this.form = readForm();
        readServices();
        this.reach = new Reach(this);
        services.forEach(this::checkExtends);
        document()
                .flatMap(Merges::tooDeep)
                .ifPresent(merge -> problems.add(
                        Problem.error(merge.range(), "more than " + Merges.MAX_DEPTH + " merge keys are chained")));
        problems.sort(Comparator.comparing(Problem::range));
    }

    /** Returns the view of a file that is judged alone. */
    public static ComposeFile of(YamlStream stream) {
        return new ComposeFile(stream, ComposeLookup.NONE);
    }

    /** Returns the view of a file whose references to other files are followed. */
    public static ComposeFile of(YamlStream stream, ComposeLookup lookup) {
        return new ComposeFile(stream, lookup);
    }

    private Optional<YamlMapping> readRoot() {
        List<YamlDocument> documents = stream.documents();
        if (documents.size() > 1) {
            YamlDocument second = documents.get(1);
            problems.add(Problem.error(
                    second.root().range(), "a compose file with " + documents.size() + " documents is not supported"));
            return Optional.empty();
        }
        if (documents.isEmpty() || documents.get(0).root().isNull()) {
            return Optional.empty();
        }
        Optional<YamlMapping> mapping = documents.get(0).mapping();
        if (mapping.isEmpty()) {
            problems.add(Problem.error(documents.get(0).root().range(), "a compose file must be a mapping"));
        }
        return mapping;
    }

    private Form readForm() {
        if (root.isEmpty()) {
            return Form.NONE;
        }
        if (root.get().entry("services").isPresent()) {
            return Form.SERVICES;
        }
        boolean legacy = root.get().entry("version").isEmpty()
                && root.get().entries().stream().anyMatch(ComposeFile::looksLikeService);
        return legacy ? Form.LEGACY : Form.FRAGMENT;
    }

    private static boolean looksLikeService(YamlEntry entry) {
        boolean fragment = entry.keyText().filter(key -> key.startsWith("x-")).isPresent();
        return !fragment
                && entry.value()
                        .resolved()
                        .flatMap(YamlNode::asMapping)
                        .filter(mapping -> hasScalarOrMapping(mapping, "image") || hasScalarOrMapping(mapping, "build"))
                        .isPresent();
    }

    private static boolean hasScalarOrMapping(YamlMapping mapping, String key) {
        return mapping.value(key)
                .filter(value -> !(value instanceof YamlSequence))
                .isPresent();
    }

    /**
     * Returns whether a YAML file whose name says nothing is a compose file: it has services of which one has an image or
     * a build, and none of the keys of other formats that have services too.
     */
    public static boolean looksLikeCompose(YamlStream stream) {
        Optional<YamlMapping> root = stream.onlyDocument().flatMap(YamlDocument::mapping);
        if (root.isEmpty()
                || Stream.of("apiVersion", "kind", "jobs", "stages", "steps", "pipeline")
                        .anyMatch(key -> root.get().entry(key).isPresent())) {
            return false;
        }
        return root.get().value("services").flatMap(YamlNode::asMapping).stream()
                .flatMap(services -> services.entries().stream())
                .anyMatch(ComposeFile::looksLikeService);
    }

    private void readServices() {
        if (form == Form.LEGACY) {
            root.orElseThrow().entries().stream()
                    .filter(ComposeFile::looksLikeService)
                    .forEach(this::readService);
            return;
        }
        Optional<YamlNode> value = section("services").map(YamlEntry::value).flatMap(YamlNode::resolved);
        if (value.isEmpty() || value.get().isNull()) {
            return;
        }
        Optional<YamlMapping> mapping = value.get().asMapping();
        if (mapping.isEmpty()) {
            problems.add(Problem.error(value.get().range(), "\"services\" must be a mapping"));
            return;
        }
        merges.entries(mapping.get()).values().forEach(this::readService);
    }

    private void readService(YamlEntry entry) {
        String name = entry.keyText().orElse("");
        Optional<YamlMapping> mapping = entry.value().resolved().flatMap(YamlNode::asMapping);
        if (mapping.isPresent()) {
            ComposeService service = new ComposeService(this, name, entry, mapping.get());
            services.add(service);
            byName.putIfAbsent(name, service);
        } else if (!name.startsWith("x-")) {
            problems.add(Problem.error(entry.range(), "a service must be a mapping"));
        }
    }

    private void checkExtends(ComposeService service) {
        if (service.extendsItself()) {
            problems.add(Problem.error(service.entry().key().range(), "this service extends itself in the end"));
        }
        service.extended()
                .filter(base -> base.file().isEmpty())
                .filter(base -> service(base.service()).isEmpty())
                .ifPresent(base -> problems.add(
                        Problem.error(base.setting().entry().range(), "this service extends one that is not there")));
    }

    public YamlStream yaml() {
        return stream;
    }

    /** Returns the document that editors work on. */
    public Optional<YamlDocument> document() {
        return stream.onlyDocument();
    }

    public Optional<YamlMapping> root() {
        return root;
    }

    public Form form() {
        return form;
    }

    /** Returns what is wrong with the file, as YAML and as compose file, in the order of the text. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Returns whether a problem forbids every change of this file. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** Returns the services in the order of the text. */
    public List<ComposeService> services() {
        return Collections.unmodifiableList(services);
    }

    public Optional<ComposeService> service(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns the entry at the top of the file under {@code key}. */
    public Optional<YamlEntry> section(String key) {
        return root.flatMap(mapping -> mapping.entry(key));
    }

    /**
     * Returns the section above which a new one stands, by the order in which the specification names them; empty if that is
     * the end of the file.
     */
    public Optional<YamlEntry> sectionBehind(String key) {
        int place = SECTIONS.indexOf(key);
        List<YamlEntry> entries = root.map(YamlMapping::entries).orElse(List.of());
        Optional<YamlEntry> behind = Optional.empty();
        for (YamlEntry entry : entries) {
            int other = SECTIONS.indexOf(entry.keyText().orElse(""));
            if (other > place && behind.isEmpty()) {
                behind = Optional.of(entry);
            } else if (other >= 0 && other < place) {
                behind = Optional.empty();
            }
        }
        return behind;
    }

    private Optional<YamlScalar> topScalar(String key) {
        return section(key).flatMap(entry -> entry.value().asScalar());
    }

    /** Returns the name of the project, if the file says it. */
    public Optional<YamlScalar> name() {
        return topScalar("name");
    }

    /** Returns the obsolete version of the format, if the file says it. */
    public Optional<YamlScalar> version() {
        return topScalar("version");
    }

    public List<Definition> networks() {
        return definitions("networks");
    }

    public List<Definition> volumes() {
        return definitions("volumes");
    }

    public List<Definition> secrets() {
        return definitions("secrets");
    }

    public List<Definition> configs() {
        return definitions("configs");
    }

    private List<Definition> definitions(String key) {
        if (form == Form.LEGACY) {
            return List.of();
        }
        return section(key)
                .map(YamlEntry::value)
                .flatMap(YamlNode::resolved)
                .flatMap(YamlNode::asMapping)
                .map(mapping -> merges.entries(mapping).entrySet().stream()
                        .map(entry -> new Definition(
                                entry.getKey(),
                                entry.getValue(),
                                entry.getValue().value().resolved().flatMap(YamlNode::asMapping),
                                merges))
                        .toList())
                .orElse(List.of());
    }

    /** Returns the extension fields at the top, {@code x-...}, where anchors usually stand. */
    public List<YamlEntry> fragments() {
        return root.map(YamlMapping::entries).orElse(List.of()).stream()
                .filter(entry ->
                        entry.keyText().filter(key -> key.startsWith("x-")).isPresent())
                .toList();
    }

    public List<Include> includes() {
        return section("include")
                .map(YamlEntry::value)
                .flatMap(YamlNode::resolved)
                .flatMap(YamlNode::asSequence)
                .map(sequence -> sequence.values()
                        .flatMap(value -> value.resolved().stream())
                        .map(this::include)
                        .toList())
                .orElse(List.of());
    }

    private Include include(YamlNode value) {
        Texts texts = new Texts(value.asMapping().map(merges::entries).orElse(Map.of()));
        YamlNode path = value.asMapping().flatMap(mapping -> texts.node("path")).orElse(value);
        List<YamlScalar> paths = path instanceof YamlSequence sequence
                ? sequence.values().flatMap(item -> item.asScalar().stream()).toList()
                : path.asScalar().stream().toList();
        return new Include(
                paths, texts.text("project_directory"), texts.node("env_file").isPresent());
    }

    /** Returns whether any service uses {@code deploy}, so that the file may be meant for a swarm. */
    public boolean usesDeploy() {
        Boolean known = usesDeploy;
        if (known == null) {
            known = services.stream()
                    .anyMatch(service -> service.setting("deploy").isPresent());
            usesDeploy = known;
        }
        return known;
    }

    /** Returns the first thing in the file that only {@code docker stack deploy} does something with: {@code deploy.placement}. */
    public Optional<String> swarmOnly() {
        Optional<String> known = swarmOnly;
        if (known == null) {
            known = SwarmOnly.of(this);
            swarmOnly = known;
        }
        return known;
    }

    Merges merges() {
        return merges;
    }

    ComposeLookup lookup() {
        return lookup;
    }

    /** Returns the names of the services that an edit at {@code element} changes. */
    Set<String> reach(YamlElement element) {
        return reach.of(element);
    }
}
